/** File names and kinds, by extension: the server judges by the bytes, these are for names and for the picker. */
const MIME: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  webp: 'image/webp',
  heic: 'image/heic',
  heif: 'image/heic',
  gif: 'image/gif',
  bmp: 'image/bmp',
  pdf: 'application/pdf',
}

/** 'a/b.JPG' -> 'jpg'; '' where there is none. */
export const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? ''

export const mimeOf = (name: string): string => MIME[extensionOf(name)] ?? 'application/octet-stream'

export const isPicture = (mime: string): boolean => mime.startsWith('image/')

/** '账单.png' -> '账单.jpg' */
export const asJpegName = (name: string): string => `${name.replace(/\.[A-Za-z0-9]{1,5}$/, '') || '照片'}.jpg`

let counter = 0
/** Unique on this device; not a secret. */
export const newFileId = (): string => `${Date.now().toString(36)}-${(counter++).toString(36)}-${Math.random().toString(36).slice(2, 10)}`

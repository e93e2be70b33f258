import Taro from '@tarojs/taro'
import { JUDGED_SIDE, photoQuality, type PhotoQuality } from '@/domain/photo-quality'
import { callDevice } from './device-error'
import { asJpegName, extensionOf, isPicture, mimeOf } from './file-kinds'
import type { PickedFile } from './files.types'
import { JPEG_QUALITY, LONGEST_SIDE, SMALL_ENOUGH } from './image.types'
import { sizeOf } from './temp-file'

/** A drawing that the device never finishes must not hold the photo up. Milliseconds. */
const PATIENCE = 3_000

/** Pixels by an off-screen canvas (base library 2.16.1); undefined where WeChat has none: then the server tells. */
async function judge(path: string, width: number, height: number): Promise<PhotoQuality | undefined> {
  try {
    const scale = Math.min(1, JUDGED_SIDE / Math.max(width, height))
    const size = { width: Math.round(width * scale), height: Math.round(height * scale) }
    const canvas = Taro.createOffscreenCanvas({ type: '2d', ...size })
    const pen: unknown = canvas.getContext('2d')
    if (!isPen(pen)) return undefined
    const image = canvas.createImage()
    let late: ReturnType<typeof setTimeout> | undefined
    const loaded = new Promise<void>((resolve, reject) => {
      image.onload = () => resolve()
      image.onerror = reject
      late = setTimeout(reject, PATIENCE)
      image.src = path
    })
    await loaded.finally(() => clearTimeout(late))
    pen.drawImage(image, 0, 0, size.width, size.height)
    return photoQuality({ ...size, data: pen.getImageData(0, 0, size.width, size.height).data })
  } catch {
    return undefined
  }
}

interface Pen {
  drawImage(image: unknown, x: number, y: number, width: number, height: number): void
  getImageData(x: number, y: number, width: number, height: number): { data: ArrayLike<number> }
}
const isPen = (value: unknown): value is Pen => typeof value === 'object' && value !== null && 'drawImage' in value && 'getImageData' in value

/** See image.ts. WeChat scales and compresses; what is left of EXIF the server removes. Never throws. */
export async function prepareImage(picked: PickedFile): Promise<PickedFile> {
  const { path, mime, size } = picked
  if (!path || !isPicture(mime)) return picked
  try {
    const { width, height } = await callDevice('getImageInfo', () => Taro.getImageInfo({ src: path }))
    const quality = await judge(path, width, height)
    if (Math.max(width, height) <= LONGEST_SIDE && size <= SMALL_ENOUGH) return { ...picked, quality }
    // One side only: were both given, a photo whose size is told before turning would come out squeezed.
    const bound = width >= height ? { compressedWidth: Math.min(width, LONGEST_SIDE) } : { compressedHeight: Math.min(height, LONGEST_SIDE) }
    const { tempFilePath } = await callDevice('compressImage', () => Taro.compressImage({ src: path, quality: JPEG_QUALITY * 100, ...bound }))
    // A PNG may stay a PNG here.
    const extension = extensionOf(tempFilePath)
    const isJpeg = extension === '' || mimeOf(tempFilePath) === 'image/jpeg'
    return { path: tempFilePath, name: isJpeg ? asJpegName(picked.name) : picked.name, size: await sizeOf(tempFilePath), mime: isJpeg ? 'image/jpeg' : mimeOf(tempFilePath), quality }
  } catch {
    return picked
  }
}

import Taro from '@tarojs/taro'
import { callDevice, deviceErrorFrom } from './device-error'
import { asJpegName, isPicture } from './file-kinds'
import type { PickedFile } from './files.types'
import { JPEG_QUALITY, LONGEST_SIDE, SMALL_ENOUGH } from './image.types'

const sizeOf = (filePath: string): Promise<number> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({ filePath, success: ({ size }) => resolve(size), fail: (raw) => reject(deviceErrorFrom('getFileInfo', raw)) })
  })

/** See image.ts. WeChat scales and compresses; what is left of EXIF the server removes. Never throws. */
export async function prepareImage(picked: PickedFile): Promise<PickedFile> {
  const { path, mime, size } = picked
  if (!path || !isPicture(mime)) return picked
  try {
    const { width, height } = await callDevice('getImageInfo', () => Taro.getImageInfo({ src: path }))
    if (Math.max(width, height) <= LONGEST_SIDE && size <= SMALL_ENOUGH) return picked
    const scale = Math.min(1, LONGEST_SIDE / Math.max(width, height))
    const { tempFilePath } = await callDevice('compressImage', () =>
      Taro.compressImage({ src: path, quality: JPEG_QUALITY * 100, compressedWidth: Math.round(width * scale), compressedHeight: Math.round(height * scale) }),
    )
    return { path: tempFilePath, name: asJpegName(picked.name), size: await sizeOf(tempFilePath), mime: 'image/jpeg' }
  } catch {
    return picked
  }
}

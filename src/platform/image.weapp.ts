import Taro from '@tarojs/taro'
import { callDevice, deviceErrorFrom } from './device-error'
import { asJpegName, extensionOf, isPicture, mimeOf } from './file-kinds'
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
    // One side only: were both given, a photo whose size is told before turning would come out squeezed.
    const bound = width >= height ? { compressedWidth: Math.min(width, LONGEST_SIDE) } : { compressedHeight: Math.min(height, LONGEST_SIDE) }
    const { tempFilePath } = await callDevice('compressImage', () => Taro.compressImage({ src: path, quality: JPEG_QUALITY * 100, ...bound }))
    // A PNG may stay a PNG here.
    const extension = extensionOf(tempFilePath)
    const isJpeg = extension === '' || mimeOf(tempFilePath) === 'image/jpeg'
    return { path: tempFilePath, name: isJpeg ? asJpegName(picked.name) : picked.name, size: await sizeOf(tempFilePath), mime: isJpeg ? 'image/jpeg' : mimeOf(tempFilePath) }
  } catch {
    return picked
  }
}

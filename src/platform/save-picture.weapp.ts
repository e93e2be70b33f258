import Taro from '@tarojs/taro'
import { callDevice } from './device-error'

export type Kept = 'album' | 'shown'

/** See save-picture.ts. @throws DeviceError DENIED where the album is not allowed, CANCELLED */
export async function savePicture(_name: string, src: string): Promise<Kept> {
  await callDevice('saveImageToPhotosAlbum', () => Taro.saveImageToPhotosAlbum({ filePath: src }))
  return 'album'
}

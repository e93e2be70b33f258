import Taro from '@tarojs/taro'
import { callDevice, isDeviceError } from './device-error'
import { offerSettings } from './settings.weapp'

export type Kept = 'album' | 'shown'

/** See save-picture.ts. Where the album was refused before, the way to allow it is offered. @throws DeviceError DENIED, PRIVACY, CANCELLED */
export async function savePicture(_name: string, src: string): Promise<Kept> {
  try {
    await callDevice('saveImageToPhotosAlbum', () => Taro.saveImageToPhotosAlbum({ filePath: src }))
  } catch (error) {
    if (isDeviceError(error, 'DENIED')) await offerSettings('album')
    throw error
  }
  return 'album'
}

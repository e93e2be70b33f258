import Taro from '@tarojs/taro'
import type { CameraWanted, LiveCamera, Shot } from './camera.types'
import { deviceErrorFrom, ensureOk } from './device-error'
import { extensionOf } from './file-kinds'
import { ensurePrivacy } from './privacy.weapp'
import { sizeOf } from './temp-file'

export type { CameraWanted, LiveCamera, Shot }

/** See camera.ts. From base library 2.10 on: high resolution, and views may lie over the camera. */
export const hasCamera = (): boolean => typeof Taro.createCameraContext === 'function' && Taro.canIUse('camera.resolution')

/** See camera.ts. Asks the privacy question; the page then shows `<Camera>`, which opens the camera and closes it with itself. */
export async function openCamera(_wanted: CameraWanted): Promise<LiveCamera> {
  await ensurePrivacy()
  return { take, stop: () => undefined }
}

/** Callbacks, as WeChat has them here: Taro types no promise. */
const take = async (): Promise<Shot> => {
  const path = await new Promise<string>((resolve, reject) => {
    Taro.createCameraContext().takePhoto({
      quality: 'high',
      success: (answer) => {
        try {
          resolve(ensureOk('takePhoto', answer).tempImagePath)
        } catch (error) {
          reject(error instanceof Error ? error : deviceErrorFrom('takePhoto', error))
        }
      },
      fail: (raw) => reject(deviceErrorFrom('takePhoto', raw)),
    })
  })
  return { file: { path, name: `照片.${extensionOf(path) || 'jpg'}`, size: await sizeOf(path), mime: 'image/jpeg' }, src: path }
}

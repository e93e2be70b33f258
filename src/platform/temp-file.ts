import Taro from '@tarojs/taro'
import { deviceErrorFrom } from './device-error'

/** Bytes of a file of WeChat (mini-program only). @throws DeviceError */
export const sizeOf = (filePath: string): Promise<number> =>
  new Promise((resolve, reject) => {
    Taro.getFileSystemManager().getFileInfo({ filePath, success: ({ size }) => resolve(size), fail: (raw) => reject(deviceErrorFrom('getFileInfo', raw)) })
  })

import Taro from '@tarojs/taro'
import { callDevice, deviceErrorFrom, isDeviceError } from './device-error'
import { copyText } from './clipboard'

export type Exported = 'saved' | 'shared' | 'copied'

/** See export-text.ts. A computer's WeChat has no file message: there the text is copied. */
export async function exportText(name: string, text: string): Promise<Exported> {
  const path = `${Taro.env.USER_DATA_PATH}/${name}`
  await new Promise<void>((resolve, reject) =>
    Taro.getFileSystemManager().writeFile({ filePath: path, data: text, encoding: 'utf8', success: () => resolve(), fail: (raw) => reject(deviceErrorFrom('writeFile', raw)) }),
  )
  try {
    return await exportLocal(name, path)
  } catch (error) {
    if (isDeviceError(error, 'CANCELLED')) throw error
    await copyText(text)
    return 'copied'
  }
}

export async function exportLocal(name: string, src: string): Promise<Exported> {
  await callDevice('shareFileMessage', () => Taro.shareFileMessage({ filePath: src, fileName: name }))
  return 'shared'
}

import Taro from '@tarojs/taro'
import { callDevice } from './device-error'

/** See open-pdf.ts. The menu of WeChat's reader passes it on. @throws DeviceError */
export async function openPdf(_name: string, src: string): Promise<void> {
  await callDevice('openDocument', () => Taro.openDocument({ filePath: src, fileType: 'pdf', showMenu: true }))
}

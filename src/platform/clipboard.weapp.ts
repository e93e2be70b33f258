import Taro from '@tarojs/taro'
import { callDevice } from './device-error'

/** See clipboard.ts. */
export async function copyText(text: string): Promise<void> {
  await callDevice('setClipboardData', () => Taro.setClipboardData({ data: text }))
}

import Taro from '@tarojs/taro'
import type { Question } from './confirm.types'
import { callDevice } from './device-error'

/** True for the confirming answer, false for the other and for a closed dialog. Never throws. Twin: confirm.ts. */
export async function confirm({ title, text = '', ok = '确定', cancel = '取消' }: Question): Promise<boolean> {
  try {
    return (await callDevice('showModal', () => Taro.showModal({ title, content: text, confirmText: ok, cancelText: cancel }))).confirm
  } catch {
    return false
  }
}

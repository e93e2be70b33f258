import Taro from '@tarojs/taro'
import type { Question } from './confirm.types'
import { callDevice } from './device-error'

/** True for the confirming answer, false for the other and for a closed dialog. Never throws. Twin: confirm.ts. */
export async function confirm<Ok extends string = never, Cancel extends string = never>({ title, text = '', ok, cancel }: Question<Ok, Cancel>): Promise<boolean> {
  try {
    return (await callDevice('showModal', () => Taro.showModal({ title, content: text, confirmText: ok ?? '确定', cancelText: cancel ?? '取消' }))).confirm
  } catch {
    return false
  }
}

import Taro from '@tarojs/taro'
import { callDevice } from './device-error'
import { TOAST_MS } from './toast.types'

/** See toast.ts: WeChat's own, which its reader knows. */
export const toast = (text: string): void => void callDevice('showToast', () => Taro.showToast({ title: text, icon: 'none', duration: TOAST_MS })).catch(() => undefined)

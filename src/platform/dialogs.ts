import Taro from '@tarojs/taro'
import { callDevice, isDeviceError } from './device-error'

/** None of these throws: a dialog that cannot be shown must not stop what the member is doing. */
const quietly = (run: () => unknown): void => {
  void Promise.resolve()
    .then(run)
    .catch(() => undefined)
}

/** A line that goes by itself after 2 s. Only for what also stands on the page: a screen reader may miss it. */
export const toast = (text: string): void => quietly(() => Taro.showToast({ title: text, icon: 'none', duration: 2000 }))

export interface Question {
  title: string
  text?: string
  /** At most 4 characters each: WeChat refuses more. */
  ok?: string
  cancel?: string
}
/** True for the confirming answer, false for the other and for a closed dialog. */
export async function confirm({ title, text = '', ok = '确定', cancel = '取消' }: Question): Promise<boolean> {
  try {
    return (await callDevice('showModal', () => Taro.showModal({ title, content: text, confirmText: ok, cancelText: cancel }))).confirm
  } catch {
    return false
  }
}

/** Index of the chosen line (at most 6), undefined where the member closed the sheet. @throws DeviceError FAILED */
export async function chooseAction(items: string[]): Promise<number | undefined> {
  try {
    return (await callDevice('showActionSheet', () => Taro.showActionSheet({ itemList: items }))).tapIndex
  } catch (error) {
    if (isDeviceError(error, 'CANCELLED')) return undefined
    throw error
  }
}

/** The text of the title bar. */
export const setTitle = (text: string): void => quietly(() => Taro.setNavigationBarTitle({ title: text }))

/** A short buzz, where the device has one. */
export const vibrate = (): void => quietly(() => Taro.vibrateShort({ type: 'medium' }))


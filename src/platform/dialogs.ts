import Taro from '@tarojs/taro'
import { callDevice, isDeviceError } from './device-error'

export { confirm } from './confirm'
export type { Question } from './confirm.types'

/** None of these throws: a dialog that cannot be shown must not stop what the member is doing. */
const quietly = (run: () => unknown): void => {
  void Promise.resolve()
    .then(run)
    .catch(() => undefined)
}

/** A line that goes by itself after 2 s. Only for what also stands on the page: a screen reader may miss it. */
export const toast = (text: string): void => quietly(() => Taro.showToast({ title: text, icon: 'none', duration: 2000 }))

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


import Taro from '@tarojs/taro'

export { confirm } from './confirm'
export { toast } from './toast'
export type { Question } from './confirm.types'

/** None of these throws: a dialog that cannot be shown must not stop what the member is doing. */
const quietly = (run: () => unknown): void => {
  void Promise.resolve()
    .then(run)
    .catch(() => undefined)
}

/** The text of the title bar. */
export const setTitle = (text: string): void => quietly(() => Taro.setNavigationBarTitle({ title: text }))

/** A short buzz, where the device has one. */
export const vibrate = (): void => quietly(() => Taro.vibrateShort({ type: 'medium' }))


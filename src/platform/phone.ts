import Taro from '@tarojs/taro'
import { callDevice, isDeviceError } from './device-error'
import { toast } from './dialogs'

/** Opens the dialler with `number`; the member still has to press call. Closing it is no error. @throws DeviceError FAILED */
export async function callPhone(number: string): Promise<void> {
  try {
    await callDevice('makePhoneCall', () => Taro.makePhoneCall({ phoneNumber: number }))
  } catch (error) {
    if (!isDeviceError(error, 'CANCELLED')) throw error
  }
}

/** For a tap: as callPhone, but never rejects; where there is no dialler the number is shown, to be dialled elsewhere. */
export const dial = (number: string): Promise<void> => callPhone(number).catch(() => toast(number))

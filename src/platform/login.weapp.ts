import Taro from '@tarojs/taro'
import { callDevice, DeviceError } from './device-error'

/** See login.ts. */
export async function loginCode(): Promise<string> {
  const { code } = await callDevice('login', () => Taro.login())
  if (!code) throw new DeviceError('FAILED', 'login: no code')
  return code
}

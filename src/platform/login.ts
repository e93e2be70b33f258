import { DeviceError } from './device-error'

/**
 * The one-time code of wx.login, which the server turns into a session (5 minutes, one use). On H5 sign-in goes by phone.
 * @throws DeviceError UNSUPPORTED on H5; OFFLINE, TIMEOUT, FAILED
 */
export const loginCode = (): Promise<string> => Promise.reject(new DeviceError('UNSUPPORTED', 'login: only in WeChat'))

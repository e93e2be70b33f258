import Taro from '@tarojs/taro'
import { DeviceError, deviceErrorFrom } from './device-error'

/** See random.ts. With callbacks: WeChat's function came before its promises, and Taro hands it on as it is. */
export function randomBytes(length: number): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    if (typeof Taro.getRandomValues !== 'function') return reject(new DeviceError('UNSUPPORTED', 'getRandomValues: missing'))
    const answer = Taro.getRandomValues({
      length,
      success: ({ randomValues }) => {
        const bytes = new Uint8Array(randomValues)
        if (bytes.length === length) resolve(bytes)
        else reject(new DeviceError('FAILED', `getRandomValues: ${bytes.length} bytes instead of ${length}`))
      },
      fail: (error) => reject(deviceErrorFrom('getRandomValues', error)),
    })
    // Where it does give a promise, a refusal was heard above already.
    void Promise.resolve(answer).catch(() => undefined)
  })
}

import Taro from '@tarojs/taro'
import { deviceErrorFrom, ensureOk } from './device-error'
import type { PrivacyAsk } from './privacy.types'

export type { PrivacyAsk }

/** See privacy.ts. A later handler replaces an earlier one. Base library before 2.32.3: never called. */
export function onPrivacyAsked(handler: (ask: PrivacyAsk) => void): void {
  if (typeof Taro.onNeedPrivacyAuthorization !== 'function') return
  Taro.onNeedPrivacyAuthorization((resolve) => {
    handler({
      shown: () => resolve({ event: 'exposureAuthorization' }),
      agree: (buttonId) => resolve({ event: 'agree', buttonId }),
      refuse: () => resolve({ event: 'disagree' }),
    })
  })
}

/** See privacy.ts. */
export function ensurePrivacy(): Promise<void> {
  if (typeof Taro.requirePrivacyAuthorize !== 'function') return Promise.resolve()
  // Taro passes these two through to WeChat untouched, and types them as callbacks only.
  return settled('requirePrivacyAuthorize', (callbacks) => Taro.requirePrivacyAuthorize(callbacks))
}

/** See privacy.ts. */
export const openPrivacyGuide = (): Promise<void> => settled('openPrivacyContract', (callbacks) => Taro.openPrivacyContract(callbacks))

interface Callbacks {
  success(answer: { errMsg: string }): void
  fail(raw: unknown): void
}

const settled = (api: string, call: (callbacks: Callbacks) => void): Promise<void> =>
  new Promise((resolve, reject) => {
    call({
      success: (answer) => {
        try {
          ensureOk(api, answer)
          resolve()
        } catch (error) {
          reject(error instanceof Error ? error : deviceErrorFrom(api, error))
        }
      },
      fail: (raw) => reject(deviceErrorFrom(api, raw)),
    })
  })

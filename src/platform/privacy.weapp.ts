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
  return new Promise((resolve, reject) => {
    // Taro passes this one through to WeChat untouched, and types it as callbacks only.
    Taro.requirePrivacyAuthorize({
      success: (answer) => {
        try {
          ensureOk('requirePrivacyAuthorize', answer)
          resolve()
        } catch (error) {
          reject(error instanceof Error ? error : deviceErrorFrom('requirePrivacyAuthorize', error))
        }
      },
      fail: (raw) => reject(deviceErrorFrom('requirePrivacyAuthorize', raw)),
    })
  })
}

import type { PrivacyAsk } from './privacy.types'

export type { PrivacyAsk }

/** The app's sheet for WeChat's privacy question; set it once at the start. A browser never asks. */
export function onPrivacyAsked(_handler: (ask: PrivacyAsk) => void): void {}

/** Asks for consent now, before camera or album are opened. H5: nothing to ask. @throws DeviceError PRIVACY */
export const ensurePrivacy = (): Promise<void> => Promise.resolve()

/** Opens WeChat's page with the privacy words of this mini-program. H5: nothing. @throws DeviceError */
export const openPrivacyGuide = (): Promise<void> => Promise.resolve()

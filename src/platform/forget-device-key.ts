import { removeStored } from './storage'

export const deviceKeyName = (account: string): string => `device-key.${account}`

/** Sign-out: nobody who comes after on this phone shows this member's card. Apart from device-key.ts, which the start of the app does not need. */
export const forgetDeviceKey = (account: string): void => removeStored(deviceKeyName(account))

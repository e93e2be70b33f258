import { DeviceError } from './device-error'
import type { LiveScan } from './scan-live.types'

export type { LiveScan }

/** See scan-live.ts. WeChat's own scanner (scan.weapp.ts) is better than a picture in the page. */
export const canScanLive = (): boolean => false

export const scanLive = (_scan: LiveScan): Promise<() => void> => Promise.reject(new DeviceError('UNSUPPORTED', 'scan: use scanCode'))

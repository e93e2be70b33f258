import { fetchCode } from './code'
import { DeviceError } from './device-error'
import { pickImages } from './pick'
import { decodeAsItLies, decodeUpright } from './picture'
import { detectNatively } from './scan-native'
import type { FoundCode, ScanOptions } from './scan.types'

export type { FoundCode, ScanOptions }

/**
 * QR codes: WeChat's scanner, on H5 a photo from camera or album (a live picture: scan-live.ts). One code in WeChat, on a photo
 * as many as are on it; never none. A text that is no UTF-8 holds U+FFFD.
 * Call it directly in the tap handler, before any `await`.
 * @throws DeviceError CANCELLED; UNREADABLE (no code on the photo, or no picture); DENIED; NOT_LOADED (the reader)
 */
export async function scanCodes({ onPicked }: ScanOptions = {}): Promise<FoundCode[]> {
  // Without `capture` a phone offers both camera and album.
  const [photo] = await pickImages({ source: 'album', count: 1 })
  onPicked?.()
  const picture = photo?.blob && ((await decodeUpright(photo.blob)) ?? (await decodeAsItLies(photo.blob)))
  if (!picture) throw new DeviceError('UNREADABLE', 'scan: not a picture')
  try {
    const seen = await detectNatively(picture)
    if (seen && seen.length > 0) return seen
    const { codesOn } = await fetchCode(() => import('./qr-photo'))
    const codes = await codesOn(picture)
    if (codes.length === 0) throw new DeviceError('UNREADABLE', 'scan: no code found')
    return codes
  } finally {
    picture.close()
  }
}

/** The text of one code; on a photo with several the first in reading order. See `scanCodes`. */
export const scanCode = async (): Promise<string> => (await scanCodes())[0]?.text ?? ''

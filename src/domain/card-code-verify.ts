import nacl from 'tweetnacl'
import { fromBase64url } from './base64url'
import { AMBER_MS, GREEN_MS, KEY_BYTES, readCertified, SIGNATURE_BYTES, splitCode, toCertify } from './card-code-format'

export interface VerifyOptions {
  /** Keys that certificates may be signed with, base64url; several while keys change. */
  serverPublicKeys: readonly string[]
  /** Clock of whoever reads the code, ms. For a scan that was queued: the time of the scan. */
  nowMs: number
  /** Another difference that is known, in ms: of this device and the server. The largest counts. */
  extraSkewMs?: number
}

export type CardCodeRead =
  | { ok: true; memberRef: string; deviceKey: string; atMs: number; nonce: string; skewMs: number; light: 'green' }
  | { ok: true; memberRef: string; deviceKey: string; atMs: number; nonce: string; skewMs: number; light: 'amber'; flag: 'CLOCK_SKEW' }
  | { ok: false; code: 'CODE_INVALID' | 'CODE_EXPIRED' | 'CLOCK_WRONG' }

/**
 * Checks a membership card's code without a network: certificate by the server's key, code by the device's, then the times.
 * Whatever is no card code, or an altered one, is CODE_INVALID; a certificate that has run out CODE_EXPIRED; more than five
 * minutes between the clocks, or an old picture of the screen, CLOCK_WRONG. Never throws.
 *
 * Not decided here: whether the nonce was used (keep `deviceKey` with `nonce`, not the text), whether the device was revoked.
 */
export function verifyCardCode(text: string, { serverPublicKeys, nowMs, extraSkewMs = 0 }: VerifyOptions): CardCodeRead {
  const parts = splitCode(text)
  if (!parts) return { ok: false, code: 'CODE_INVALID' }
  const { certificate, atMs, nonce, signed, signature } = parts
  const content = certificate.subarray(0, -SIGNATURE_BYTES)
  const certified = readCertified(content)
  if (!certified) return { ok: false, code: 'CODE_INVALID' }
  const { memberRef, deviceKey, expiresMs } = certified

  const genuine = (message: Uint8Array, by: Uint8Array, key: string): boolean => {
    const bytes = fromBase64url(key)
    return bytes?.length === KEY_BYTES && nacl.sign.detached.verify(message, by, bytes)
  }
  const certifiedMessage = toCertify(content)
  const serverSignature = certificate.subarray(-SIGNATURE_BYTES)
  if (!serverPublicKeys.some((key) => genuine(certifiedMessage, serverSignature, key))) return { ok: false, code: 'CODE_INVALID' }
  if (!genuine(signed, signature, deviceKey)) return { ok: false, code: 'CODE_INVALID' }

  if (Math.max(nowMs, atMs) >= expiresMs) return { ok: false, code: 'CODE_EXPIRED' }
  const skewMs = Math.max(Math.abs(nowMs - atMs), Math.abs(extraSkewMs))
  const read = { ok: true, memberRef, deviceKey, atMs, nonce, skewMs } as const
  if (skewMs <= GREEN_MS) return { ...read, light: 'green' }
  if (skewMs <= AMBER_MS) return { ...read, light: 'amber', flag: 'CLOCK_SKEW' }
  return { ok: false, code: 'CLOCK_WRONG' }
}

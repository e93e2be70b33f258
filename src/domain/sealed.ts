import nacl from 'tweetnacl'
import { fromBase64url, toBase64url } from './base64url'

/** Bytes of a key and of a nonce. */
export const SEAL_KEY_BYTES = 32
export const SEAL_NONCE_BYTES = 24

/** ASCII text that only the key opens (XSalsa20-Poly1305), base64url. `nonce`: 24 random bytes, each used once. */
export function seal(text: string, key: Uint8Array, nonce: Uint8Array): string {
  const bytes = Uint8Array.from(text, (sign) => sign.charCodeAt(0))
  return toBase64url(Uint8Array.from([...nonce, ...nacl.secretbox(bytes, nonce, key)]))
}

/** What was sealed; undefined for another key, an altered text or anything else. */
export function unseal(sealed: string, key: Uint8Array): string | undefined {
  const bytes = fromBase64url(sealed)
  if (!bytes || bytes.length <= SEAL_NONCE_BYTES) return undefined
  const opened = nacl.secretbox.open(bytes.subarray(SEAL_NONCE_BYTES), bytes.subarray(0, SEAL_NONCE_BYTES), key)
  return opened ? Array.from(opened, (byte) => String.fromCharCode(byte)).join('') : undefined
}

/** A short mark by which the same text is known again, and nothing else. */
export const markOf = (text: string): string => toBase64url(nacl.hash(Uint8Array.from(text, (sign) => sign.charCodeAt(0))).subarray(0, 16))

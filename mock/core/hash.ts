import { hmac } from '@noble/hashes/hmac'
import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex } from '@noble/hashes/utils'
import { toBase64url } from '@/domain/base64url'

/** UTF-8 without TextEncoder, which the mini-program's engine lacks. Lone surrogates become U+FFFD, as TextEncoder does. */
export function utf8(text: string): Uint8Array {
  const bytes: number[] = []
  for (const char of text) {
    const point = char.codePointAt(0) ?? 0
    const code = point >= 0xd800 && point <= 0xdfff ? 0xfffd : point
    if (code < 0x80) bytes.push(code)
    else if (code < 0x800) bytes.push(0xc0 | (code >> 6), 0x80 | (code & 63))
    else if (code < 0x10000) bytes.push(0xe0 | (code >> 12), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
    else bytes.push(0xf0 | (code >> 18), 0x80 | ((code >> 12) & 63), 0x80 | ((code >> 6) & 63), 0x80 | (code & 63))
  }
  return Uint8Array.from(bytes)
}

/** sha256 as 64 hex digits: name of a file (of its ORIGINAL bytes), what the store keeps of a token, fingerprint of a request. */
export const sha256Hex = (input: Uint8Array | string): string => bytesToHex(sha256(typeof input === 'string' ? utf8(input) : input))

/** HMAC-SHA256 as 43 signs of base64url: a secret that follows from `text` for whoever holds `key`, and for nobody else. */
export const derivedSecret = (key: string, text: string): string => toBase64url(hmac(sha256, utf8(key), utf8(text)))

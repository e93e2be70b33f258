import { fromBase64url, toBase64url } from './base64url'

/**
 * A card code, version 1 (R: GR7; limits A), below 300 characters:
 *
 *     v1.<certificate>.<statement>.<signature>          each part base64url
 *     certificate  expiry 6 bytes (ms), device key 32, member reference 1-32 ASCII signs, server's signature 64
 *     statement    time 6 bytes (ms), nonce 12
 *     signature    the device's, 64 bytes, over the text before its dot
 *
 * Signatures are Ed25519. Another algorithm (SM2) is another version: what is behind the first dot belongs to the version.
 * The same key never signs two kinds of text that could be taken for each other: certificates carry a prefix of their own.
 */
export const VERSION = 'v1'
/** Longest code that is made. */
export const MAX_CHARS = 299
export const NONCE_BYTES = 12
export const KEY_BYTES = 32
export const SIGNATURE_BYTES = 64

/** Between clocks (R: clockSkew), ms, both included: up to here green, up to there amber. */
export const GREEN_MS = 90_000
export const AMBER_MS = 300_000

const MS_BYTES = 6
const MEMBER_REF = /^[\w-]{1,32}$/
// A certificate has 103 to 134 bytes.
const CODE = new RegExp(`^${VERSION}\\.([\\w-]{138,179})\\.([\\w-]{24})\\.([\\w-]{86})$`)

export interface Certified {
  /** Opaque reference of the member: no number, no name. 1-32 signs of [A-Za-z0-9_-]. */
  memberRef: string
  /** Public key of the member's device, base64url (43 characters). */
  deviceKey: string
  expiresMs: number
}

/** What the server signs. @throws Error where a part does not fit: a certificate that no reader takes must not be made. */
export function certifiedBytes({ memberRef, deviceKey, expiresMs }: Certified): Uint8Array {
  const key = fromBase64url(deviceKey)
  if (key?.length !== KEY_BYTES) throw new Error('card code: device key is not 32 bytes of base64url')
  if (!MEMBER_REF.test(memberRef)) throw new Error('card code: member reference is not 1-32 signs of base64url')
  return concat(msBytes(expiresMs), key, ascii(memberRef))
}

export function readCertified(bytes: Uint8Array): Certified | undefined {
  const memberRef = String.fromCharCode(...bytes.subarray(MS_BYTES + KEY_BYTES))
  if (!MEMBER_REF.test(memberRef)) return undefined
  return { expiresMs: readMs(bytes), deviceKey: toBase64url(bytes.subarray(MS_BYTES, MS_BYTES + KEY_BYTES)), memberRef }
}

/** Prefix of what a server key signs, so that no other signature of that key is a certificate. */
export const toCertify = (content: Uint8Array): Uint8Array => concat(ascii(`${VERSION} card certificate `), content)

export const statementText = (atMs: number, nonce: Uint8Array): string => toBase64url(concat(msBytes(atMs), nonce))

export interface CodeParts {
  certificate: Uint8Array
  atMs: number
  /** base64url, 16 characters. */
  nonce: string
  signature: Uint8Array
  /** What the device has signed. */
  signed: Uint8Array
}

/** The parts of a code whose signatures are still to be checked; undefined for any other text. */
export function splitCode(text: string): CodeParts | undefined {
  const match = CODE.exec(text)
  if (!match) return undefined
  const [certificate, statement, signature] = match.slice(1).map(fromBase64url)
  if (!certificate || !statement || !signature) return undefined
  return {
    certificate,
    atMs: readMs(statement),
    nonce: toBase64url(statement.subarray(MS_BYTES)),
    signature,
    signed: ascii(text.slice(0, text.lastIndexOf('.'))),
  }
}

export const ascii = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0))

function concat(...parts: Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

function msBytes(ms: number): Uint8Array {
  if (!Number.isSafeInteger(ms) || ms < 0 || ms >= 2 ** 48) throw new Error('card code: no time in ms')
  return Uint8Array.from({ length: MS_BYTES }, (_, at) => Math.floor(ms / 2 ** (8 * (MS_BYTES - 1 - at))) % 256)
}

const readMs = (bytes: Uint8Array): number => bytes.subarray(0, MS_BYTES).reduce((ms, byte) => ms * 256 + byte, 0)

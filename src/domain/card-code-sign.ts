import nacl from 'tweetnacl'
import { fromBase64url, toBase64url } from './base64url'
import { ascii, certifiedBytes, KEY_BYTES, MAX_CHARS, NONCE_BYTES, SIGNATURE_BYTES, statementText, toCertify, VERSION, type Certified } from './card-code-format'

/** Both keys in base64url: 43 and 86 characters. */
export interface KeyPair {
  publicKey: string
  secretKey: string
}

/** Ed25519 key pair out of 32 random bytes, which the platform brings (this room has no randomness). The same bytes give the same pair. */
export function newKeyPair(random: Uint8Array): KeyPair {
  if (random.length !== KEY_BYTES) throw new Error('card code: a key is made of 32 random bytes')
  const { publicKey, secretKey } = nacl.sign.keyPair.fromSeed(random)
  return { publicKey: toBase64url(publicKey), secretKey: toBase64url(secretKey) }
}

/** The server's word that this device key belongs to this member until then (base64url, at most 179 characters). @throws Error on parts that do not fit. */
export function signDeviceCertificate(serverSecretKey: string, certified: Certified): string {
  const content = certifiedBytes(certified)
  return toBase64url(Uint8Array.from([...content, ...nacl.sign.detached(toCertify(content), secret(serverSecretKey))]))
}

export interface NewCode {
  certificate: string
  deviceSecretKey: string
  /** Clock of the phone, ms; a phone that is off is noticed by whoever reads the code. */
  nowMs: number
  /** 12 random bytes. */
  nonce: Uint8Array
}

/** The text behind the QR code of the membership card: at most 299 characters, no personal data. @throws Error on parts that do not fit. */
export function encodeCardCode({ certificate, deviceSecretKey, nowMs, nonce }: NewCode): string {
  if (nonce.length !== NONCE_BYTES) throw new Error('card code: a nonce is 12 bytes')
  const signed = `${VERSION}.${certificate}.${statementText(nowMs, nonce)}`
  const code = `${signed}.${toBase64url(nacl.sign.detached(ascii(signed), secret(deviceSecretKey)))}`
  if (code.length > MAX_CHARS) throw new Error('card code: too long')
  return code
}

function secret(key: string): Uint8Array {
  const bytes = fromBase64url(key)
  if (bytes?.length !== SIGNATURE_BYTES) throw new Error('card code: a secret key is 64 bytes of base64url')
  return bytes
}

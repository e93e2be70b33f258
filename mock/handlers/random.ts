import type { Env } from '../core/types'

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Random text of base64url signs: 6 bits each, so 22 signs hold more than 128 bits. */
export const randomText = (env: Env, length: number): string =>
  Array.from(env.randomBytes(length), (byte) => ALPHABET.charAt(byte % 64)).join('')

/** Random id with a readable kind in front: `msg_4Tq…`. */
export const randomId = (env: Env, kind: string): string => `${kind}_${randomText(env, 16)}`

/** `length` random digits without bias. */
export function randomDigits(env: Env, length: number): string {
  let digits = ''
  while (digits.length < length) {
    for (const byte of env.randomBytes(length)) if (byte < 250 && digits.length < length) digits += String(byte % 10)
  }
  return digits
}

import { randomText, type Env } from '../core'

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

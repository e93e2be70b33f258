import { cleanUscc } from './cleaners'

export type UsccFault = 'LENGTH' | 'CHARSET' | 'AUTHORITY' | 'CHECKSUM'
export type UsccCheck =
  | { ok: true; normalized: string; isUnion: boolean; innerCheck: boolean }
  | { ok: false; code: UsccFault; messageZh: string }

/** What a person reads for each fault. */
export const usccWordsZh: Readonly<Record<UsccFault, string>> = {
  LENGTH: '统一社会信用代码应为18位，请核对。',
  CHARSET: '统一社会信用代码里没有字母I、O、S、V、Z，请核对。',
  AUTHORITY: '统一社会信用代码的第一位不对，请核对。',
  CHECKSUM: '统一社会信用代码有误，请逐位核对。',
}

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const AUTHORITIES = '123456789ANY'
const UNION_PREFIXES = ['81', '89']

const INNER_ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const INNER_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]

/**
 * Checks a unified social credit code as typed against GB 32100. `innerCheck` tells whether characters 9-17 also pass
 * their own older check (GB 11714); it is told and not asked for, since codes in use fail it.
 */
export function checkUscc(input: string): UsccCheck {
  const code = cleanUscc(input)
  if (code.length !== 18) return fault('LENGTH')
  if (!/^[0-9A-HJ-NP-RTUWXY]+$/.test(code)) return fault('CHARSET')
  if (!AUTHORITIES.includes(code.charAt(0))) return fault('AUTHORITY')
  const check = (31 - (weigh(code, WEIGHTS, ALPHABET) % 31)) % 31
  if (ALPHABET.charAt(check) !== code.charAt(17)) return fault('CHECKSUM')
  return {
    ok: true,
    normalized: code,
    isUnion: UNION_PREFIXES.includes(code.slice(0, 2)),
    innerCheck: innerCheckHolds(code.slice(8, 17)),
  }
}

function innerCheckHolds(organisation: string): boolean {
  const check = (11 - (weigh(organisation, INNER_WEIGHTS, INNER_ALPHABET) % 11)) % 11
  return organisation.charAt(8) === (check === 10 ? 'X' : String(check))
}

const weigh = (text: string, weights: readonly number[], alphabet: string): number =>
  weights.reduce((total, weight, at) => total + weight * alphabet.indexOf(text.charAt(at)), 0)

const fault = (code: UsccFault): UsccCheck => ({ ok: false, code, messageZh: usccWordsZh[code] })

import { compareDates, isLocalDate, type LocalDate } from './local-date'
import { cleanIdNumber } from './cleaners'

export type Sex = 'MALE' | 'FEMALE'
export type IdNumberFault = 'LEGACY_15' | 'LENGTH' | 'CHARSET' | 'PROVINCE' | 'DATE' | 'FUTURE' | 'CHECKSUM'
export type IdNumberCheck =
  | { ok: true; normalized: string; birthDate: LocalDate; sex: Sex }
  | { ok: false; code: IdNumberFault; messageZh: string }

/** What a member reads for each fault; the words name the place to look at, never the number itself. */
export const idNumberWordsZh: Readonly<Record<IdNumberFault, string>> = {
  LEGACY_15: '这是15位的旧号码，请填写18位身份证号码。',
  LENGTH: '身份证号码应为18位，请核对。',
  CHARSET: '身份证号码只能是数字，最后一位可以是X，请核对。',
  PROVINCE: '身份证号码的前两位不对，请核对。',
  DATE: '身份证号码里的出生日期不存在，请核对第7至14位。',
  FUTURE: '身份证号码里的出生日期晚于今天，请核对第7至14位。',
  CHECKSUM: '身份证号码有误，请逐位核对。',
}

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARS = '10X98765432'
// Province digits only: members come from everywhere, and county codes change every year.
const PROVINCES = '11 12 13 14 15 21 22 23 31 32 33 34 35 36 37 41 42 43 44 45 46 50 51 52 53 54 61 62 63 64 65 71 81 82 83'.split(' ')

/** Checks a number as typed against GB 11643; `today` (a day in China) rules out births to come. Faults in the standard order. */
export function checkIdNumber(input: string, today: LocalDate): IdNumberCheck {
  const id = cleanIdNumber(input)
  if (/^\d{15}$/.test(id)) return fault('LEGACY_15')
  if (id.length !== 18) return fault('LENGTH')
  if (!/^\d{17}[\dX]$/.test(id)) return fault('CHARSET')
  if (!PROVINCES.includes(id.slice(0, 2))) return fault('PROVINCE')
  const birthDate = `${id.slice(6, 10)}-${id.slice(10, 12)}-${id.slice(12, 14)}`
  if (!isLocalDate(birthDate)) return fault('DATE')
  if (compareDates(birthDate, today) > 0) return fault('FUTURE')
  const sum = WEIGHTS.reduce((total, weight, at) => total + weight * Number(id.charAt(at)), 0)
  if (CHECK_CHARS.charAt(sum % 11) !== id.charAt(17)) return fault('CHECKSUM')
  return { ok: true, normalized: id, birthDate, sex: Number(id.charAt(16)) % 2 === 1 ? 'MALE' : 'FEMALE' }
}

/**
 * Full years on that day; a person turns N on the birthday, and one born on 29 February on 1 March of common years
 * (rule source A, `common.ageTurnsOn`). Negative before birth.
 */
export function ageOn(birthDate: LocalDate, date: LocalDate): number {
  if (!isLocalDate(birthDate) || !isLocalDate(date)) throw new RangeError(`not dates: ${birthDate}, ${date}`)
  const years = Number(date.slice(0, 4)) - Number(birthDate.slice(0, 4))
  return date.slice(5) < birthDate.slice(5) ? years - 1 : years
}

const fault = (code: IdNumberFault): IdNumberCheck => ({ ok: false, code, messageZh: idNumberWordsZh[code] })

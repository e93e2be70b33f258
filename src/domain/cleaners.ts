import { isLocalDate } from './local-date'
import { compactNumber, dropInvisible, dropStray, plainSigns } from './text'

/**
 * One cleaner for each kind of value: what was typed, pasted, or stands in a roster or on a paper, as the contract has it. What a
 * cleaner cannot make sense of it gives back without the signs that nobody sees, and the check of the kind says what is wrong with it.
 * A canonical value is given back as it is, so cleaning twice is cleaning once. Names: `names.ts`; codes of posters: `codes.ts`.
 */
export type Cleaner = (typed: string) => string

/** `身份证号：` in front, a full stop or `（工商银行）` behind: what comes along when a line is copied. */
const AROUND = /^[\u2e80-\u9fff():.,;]+|[\u2e80-\u9fff():.,;]+$/g
const trimmed = (typed: string): string => dropInvisible(typed).trim()
/** Plain signs, and no spaces at all. */
const tight = (typed: string): string => plainSigns(plainSigns(typed).replace(/\s/g, ''))
const only = <T>(values: readonly T[]): T | undefined => (new Set(values).size === 1 ? values[0] : undefined)

/** +86 138-0013-8000, 0086…, (86)…, 手机：138 0013 8000 -> 13800138000. Two different numbers: left alone. */
export function cleanPhone(typed: string): string {
  const text = compactNumber(typed)
  const numbers = text.replace(/[().\u00b7]/g, '').match(/\d+/g) ?? []
  const phones = numbers.map((number) => number.replace(/^(?:0{0,2}86|0)(?=1\d{10}$)/, '')).filter((number) => /^1\d{10}$/.test(number))
  return only(phones) ?? text
}

const SMS_WORDS = /验证码|校验码|动态码|动态密码|确认码|随机码|verification code|code/gi
/** Six digits by themselves, also in two groups of three; a number before a unit of money or time is none. */
const SIX = /(^|[^\d.])(\d{3})[ -]?(\d{3})(?![\d.]*\d|\s*[元年月])/g

/** The six digits of a code, also out of a whole pasted message: those that stand nearest to the word for it. */
export function cleanSmsCode(typed: string): string {
  const compact = compactNumber(typed)
  if (/^\d*$/.test(compact)) return compact
  const text = plainSigns(typed)
  const found: { code: string; at: number }[] = []
  for (let match = SIX.exec(text); match; match = SIX.exec(text)) {
    const [, before = '', first = '', second = ''] = match
    found.push({ code: first + second, at: match.index + before.length })
  }
  const single = only(found.map(({ code }) => code))
  if (single !== undefined) return single
  const words: { from: number; to: number }[] = []
  for (let match = SMS_WORDS.exec(text); match; match = SMS_WORDS.exec(text)) words.push({ from: match.index, to: match.index + match[0].length })
  const far = (at: number): number => Math.min(...words.map(({ from, to }) => (at >= to ? at - to : from - at - 6)))
  const [nearest] = words.length === 0 ? [] : [...found].sort((a, b) => far(a.at) - far(b.at))
  return nearest?.code ?? trimmed(typed)
}

/** Number of an identity document of any kind: upper case, the cross that some write for X too. A masked one keeps its stars. */
export const cleanIdNumber: Cleaner = (typed) => compactNumber(typed).replace(/[\u00d7\u2715\u2716\u2573\u0425\u0445\u03a7\u03c7]/g, 'X').replace(AROUND, '')

/** Number of a bank card: digits; a name of the bank before or behind is left out. */
export function cleanCardNumber(typed: string): string {
  const text = compactNumber(typed).replace(/[.\u00b7]/g, '')
  return only((text.match(/[\dA-Z]+/g) ?? []).filter((word) => /^\d{12,19}$/.test(word))) ?? text
}

/** 6212260000000018 -> 6212 2600 0000 0018, as it is compared with a card. Anything but digits stays: the check says what is wrong with it. */
export function groupedCardNumber(typed: string): string {
  const digits = cleanCardNumber(typed)
  return /^\d+$/.test(digits) ? digits.replace(/(\d{4})(?=\d)/g, '$1 ') : trimmed(typed)
}

/** Membership number: GD-4400-1234 however its hyphens and letters were typed. Compared without hyphens. */
export const cleanMemberNo: Cleaner = (typed) => plainSigns(tight(typed).replace(/[\u2010-\u2015\u2212]/g, '-').replace(AROUND, '').toUpperCase())

/** Code, number and check code of an invoice: letters and digits, `No.` and the label left out. */
export const cleanSerial: Cleaner = (typed) => compactNumber(typed).replace(AROUND, '').replace(/^NO[.:]?(?=\d)/, '')

/** Unified social credit code. */
export const cleanUscc: Cleaner = (typed) => compactNumber(typed).replace(AROUND, '')

const GRADES = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']
const FORMAL = ['壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖', '拾']
const ROMAN = ['I', 'II', 'III', 'IV', 'V', 'VI', 'VII', 'VIII', 'IX', 'X']

/** 8级, ８, 八级, 伤残八级, 第8级 -> 8. */
export function cleanGrade(typed: string): string {
  const text = compactNumber(typed)
  const said = text.replace(/^[伤残劳动功能障碍等级评定为:第]*/, '').replace(/[级。]*$/, '')
  const at = [GRADES, FORMAL, ROMAN].map((words) => words.indexOf(said)).find((index) => index >= 0)
  if (at !== undefined) return String(at + 1)
  return /^0*\d{1,2}$/.test(said) ? String(Number(said)) : trimmed(typed)
}

/**
 * An amount in yuan as plain digits: ￥37,000.00元, 3.7万, 总费用：37 000 -> 37000.00, 37000, 37000. A comma that separates no thousands
 * stays, because 12,34 may mean 12.34 as well as 1234.
 */
export function cleanAmount(typed: string): string {
  const text = plainSigns(typed)
    .replace(/。/g, '.')
    .replace(/\s+/g, ' ')
    .replace(/ (?!\d)|(^|\D) /g, '$1')
    .replace(/^(?:[\u2e80-\u9fff]+:|人民币|RMB|CNY|¥)+/i, '')
    .replace(/(?:元|圆|块|RMB|CNY|整)+$/i, '')
  const grouped = text.replace(/^\d{1,3}(?:[,\s]\d{3})+(?=\.|万|$)/, (whole) => whole.replace(/[,\s]/g, ''))
  const [, whole = '', part = '', many] = /^0*(\d*)\.?(\d*)(万)?$/.exec(grouped) ?? []
  if (whole === '' && part === '' && !/^0+\.?万?$/.test(grouped)) return text
  if (many === undefined) return `${whole || '0'}${part === '' ? '' : `.${part}`}`
  const [shifted, rest] = [`${whole}${part.padEnd(4, '0').slice(0, 4)}`.replace(/^0+(?=\d)/, ''), part.slice(4)]
  return rest === '' ? shifted : `${shifted}.${rest}`
}

/** 2026年12月1日, 2026/12/1, 2026.12.01, 20261201 -> 2026-12-01. A day that does not exist is left alone. */
export function cleanDate(typed: string): string {
  const text = tight(typed)
  const [, year = '', month = '', day = ''] = /^(\d{4})(\d{2})(\d{2})$/.exec(text) ?? /^(\d{4})[年/.\u2010-\u2015\u2212-](\d{1,2})[月/.\u2010-\u2015\u2212-](\d{1,2})日?$/.exec(text) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isLocalDate(date) ? date : text
}

/** A line in a person's own words: a hospital, a place, what is searched for. */
export const cleanWords: Cleaner = (typed) => dropInvisible(typed).normalize('NFC').replace(/\s+/g, ' ').trim()

/** Several lines in a person's own words: only what nobody sees goes, not the joiners inside an emoji. */
export const cleanLines: Cleaner = (typed) => dropStray(typed).replace(/\u00a0/g, ' ').normalize('NFC').trim()

import { isLocalDate, type LocalDate } from '@/domain/dates'
import { cleanName } from '@/domain/names'

/** Full-width forms and the marks that readers mix up, character by character: positions stay. */
export const plain = (text: string): string =>
  [...text].map((character) => MARKS[character] ?? (character.normalize('NFKC').length === 1 ? character.normalize('NFKC') : character)).join('')
const MARKS: Readonly<Record<string, string>> = { '。': '.', '·': '.', '【': '(', '】': ')', '〔': '(', '〕': ')', '［': '(', '］': ')', '—': '-', '–': '-', '－': '-', '〜': '~', '～': '~', '￥': '¥', '、': ',', '，': ',', '：': ':' }

/** An amount with two decimals as print has it; separators may have been misread (`27.000.00`). null: no such amount. */
export function moneyOf(text: string): number | null {
  const found = /^\D{0,2}?((?:\d{1,3}(?:[.,]\d{3})+|\d+)[.,]\d{2})(?:元|整|\)|$)/.exec(text.replace(/[\s¥]/g, ''))
  const digits = found?.[1]?.replace(/[.,]/g, '')
  return digits === undefined || digits.length > 11 ? null : Number(digits)
}

/** A whole number of yuan, as `37000` or `37,000`: possible, but never sure, because a decimal point may have got lost. */
export function looseMoneyOf(text: string): number | null {
  const found = /^\D{0,2}?(\d{1,3}(?:[.,]\d{3})+|\d{1,7})(?:元|整|$)/.exec(text.replace(/[\s¥]/g, ''))
  const digits = found?.[1]?.replace(/[.,]/g, '')
  return digits === undefined ? null : Number(digits) * 100
}

const DATE = /((?:19|20)\d{2})(?:[-./年](\d{1,2})[-./月](\d{1,2})日?|(\d{2})(\d{2})(?!\d))/g

/** The days that stand in a text, in their order. Impossible ones are left out. */
export function datesIn(text: string): LocalDate[] {
  const days: LocalDate[] = []
  for (const [, year = '', m1, d1, m2, d2] of text.replace(/\s/g, '').matchAll(DATE)) {
    const day = `${year}-${(m1 ?? m2 ?? '').padStart(2, '0')}-${(d1 ?? d2 ?? '').padStart(2, '0')}`
    if (isLocalDate(day)) days.push(day)
  }
  return days
}

const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const UNITS: Readonly<Record<string, number>> = { 拾: 10, 佰: 100, 仟: 1000 }

/** An amount in capital figures (叁万柒仟元整) in fen. null: not one. */
export function capitalOf(text: string): number | null {
  const found = /[零壹贰叁肆伍陆柒捌玖拾佰仟万亿]+[元圆](?:[零壹贰叁肆伍陆柒捌玖]角)?(?:零?[零壹贰叁肆伍陆柒捌玖]分)?(?:整|正)?/.exec(text.replace(/\s/g, ''))?.[0]
  if (found === undefined) return null
  const [yuan = '', rest = ''] = found.split(/[元圆]/)
  let [sum, section, digit] = [0, 0, 0]
  for (const character of yuan) {
    const at = DIGITS.indexOf(character)
    if (at >= 0) digit = at
    else if (character === '万' || character === '亿') {
      sum = (sum + section + digit) * (character === '万' ? 10_000 : 100_000_000)
      section = digit = 0
    } else {
      section += (digit || (character === '拾' ? 1 : 0)) * (UNITS[character] ?? 0)
      digit = 0
    }
  }
  const part = (unit: string): number => Math.max(0, DIGITS.indexOf(new RegExp(`(.)${unit}`).exec(rest)?.[1] ?? '零'))
  return (sum + section + digit) * 100 + part('角') * 10 + part('分')
}

const HOSPITAL = /^[\u3400-\u9fff()0-9A-Za-z]{2,40}?(?:医院|卫生院|保健院|疗养院|医疗中心|卫生服务中心|防治院|防治所)(?:\([\u3400-\u9fff]{1,8}\)|[\u3400-\u9fff]{1,6}(?:院区|分院))?/

/** The name of a hospital at the start of a text. */
export const hospitalOf = (text: string): string | null => HOSPITAL.exec(text.replace(/\s/g, ''))?.[0] ?? null

/** The name of a person: Chinese, two to ten characters, with the dot of other peoples' names. */
export function nameOf(text: string): string | null {
  const name = /^[\u3400-\u9fff\u{20000}-\u{3ffff}·•‧・．.]{2,15}/u.exec(text.replace(/\s/g, ''))?.[0]
  return name === undefined || /[医院票据项目]/.test(name) ? null : cleanName(name)
}

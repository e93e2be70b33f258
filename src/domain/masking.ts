import { cleanName } from './names'
import { compactNumber } from './text'

/** By code point after NFC: 罗勤 -> 罗*, 欧阳一帆 -> 欧**, 𬱖䶮 -> 𬱖*, 欧 -> *. */
export function maskName(name: string): string {
  const [first, ...rest] = Array.from(cleanName(name))
  if (first === undefined) return ''
  if (rest.length === 0) return '*'
  return first + (rest.length === 1 ? '*' : '**')
}

/** First and last character, stars between. */
export function maskIdNo(idNo: string): string {
  const id = compactNumber(idNo)
  return id.length < 3 ? stars(id.length) : id.charAt(0) + stars(id.length - 2) + id.slice(-1)
}

/** 10000000001 -> 100****0001. */
export function maskMobile(mobile: string): string {
  const number = compactNumber(mobile)
  return number.length < 11 ? stars(number.length) : `${number.slice(0, 3)}****${number.slice(-4)}`
}

/** 6212260000000000018 -> 尾号0018. */
export const maskBankCard = (card: string): string => `尾号${lastFour(card)}`

/** 00000000001234 -> ****1234. */
export const maskInvoiceNo = (invoiceNo: string): string => (isShort(invoiceNo) ? '****' : `****${lastFour(invoiceNo)}`)

const stars = (count: number): string => '*'.repeat(count)

// Four digits out of five hide nothing: a number too short for its kind is hidden whole.
const isShort = (number: string): boolean => compactNumber(number).length < 8

const lastFour = (number: string): string => (isShort(number) ? '****' : compactNumber(number).slice(-4))

import { datesIn, moneyOf } from './values'
import type { PaperFields } from './types'

/**
 * The QR code of an e-bill (rule source A): `01,<kind>,票据代码,票据号码,金额,日期,校验码,…`, by commas. Parts are known by their
 * shape, so a code of another kind gives nothing.
 */
export function readQr(text: string): Partial<PaperFields> {
  const [mark, , code = '', number = '', amount = '', day = '', check = ''] = text.trim().split(',')
  if (mark !== '01' || !/^\d{8,12}$/.test(code) || !/^\d{8,20}$/.test(number)) return {}
  const total = moneyOf(amount)
  const [issuedOn] = datesIn(day)
  return {
    invoiceCode: { value: code, sure: true },
    invoiceNumber: { value: number, sure: true },
    ...(total !== null && { totalFen: { value: total, sure: true } }),
    ...(issuedOn !== undefined && { issuedOn: { value: issuedOn, sure: true } }),
    ...(/^[0-9A-Za-z]{6,20}$/.test(check) && { checkCode: { value: check, sure: true } }),
  }
}

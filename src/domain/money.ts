import { dropInvisible } from './text'

/** An amount of money in 分, always an integer. Yuan exist only as text: typed by a person or drawn on a screen. */
export type Fen = number

/** 9,999,999.99 元: above any bill of a hospital stay, so more is a typing error. */
export const MAX_TYPED_FEN: Fen = 999_999_999

export type ParsedYuan = { ok: true; fen: Fen } | { ok: false; messageZh: string }

/** The four figures of a bill, as they stand on the settlement slip (fen). */
export interface BillFigures {
  totalFen: Fen
  pooledFen: Fen
  inScopeSelfPayFen: Fen
  outOfScopeFen: Fen
}

/** `800000` -> `8,000.00`. @throws RangeError when the amount is not an integer: then somebody computed in yuan. */
export function formatFen(fen: Fen): string {
  assertInteger(fen)
  const digits = String(Math.abs(fen)).padStart(3, '0')
  const yuan = digits.slice(0, -2).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return `${fen < 0 ? '-' : ''}${yuan}.${digits.slice(-2)}`
}

/**
 * Reads an amount in yuan as a person types it: full-width digits, `￥`, `元`, thousands commas and the `。` of a Chinese
 * keyboard are understood. A comma anywhere else is refused, because `12,34` may mean 12.34 as well as 1234.
 */
export function parseYuan(text: string): ParsedYuan {
  const typed = dropInvisible(text.normalize('NFKC'))
    .replace(/。/g, '.')
    .trim()
    .replace(/^¥\s*/, '')
    .replace(/\s*元$/, '')
  if (typed === '') return refuse('请填写金额。')
  if (/^[-\u2010-\u2015\u2212]/.test(typed)) return refuse('金额不能是负数。')
  if (!/^[\d,]*\.?\d*$/.test(typed) || !/\d/.test(typed)) return refuse('金额只能填数字，例如 1234.56。')

  const [whole = '', cents = ''] = typed.split('.')
  if (whole.includes(',') && !/^\d{1,3}(?:,\d{3})+$/.test(whole)) return refuse('逗号的位置不对，请去掉逗号再填。')
  if (cents.length > 2) return refuse('金额最多填到分（两位小数）。')

  // Two whole numbers, never 12.34 * 100; one too long to be exact is above the limit anyway.
  const fen = Number(whole.replace(/,/g, '')) * 100 + Number(cents.padEnd(2, '0'))
  return fen > MAX_TYPED_FEN ? refuse(`金额不能超过 ${formatFen(MAX_TYPED_FEN)} 元，请核对。`) : { ok: true, fen }
}

/**
 * Whole percent of an amount, half up, integers only: `floor((base * percent + 50) / 100)` (rule source A, `common.rounding`).
 * @throws RangeError on fractions, negative numbers, or a product beyond the exact integers.
 */
export function percentOf(baseFen: Fen, percent: number): Fen {
  const scaled = baseFen * percent + 50
  if (!isCount(baseFen) || !isCount(percent) || !isCount(scaled)) {
    throw new RangeError(`percentOf needs exact whole numbers, got ${baseFen} and ${percent}`)
  }
  return Math.floor(scaled / 100)
}

/** Total minus its parts, in fen: positive when the parts are too small, negative when they are too large, 0 when they fit. */
export const differenceFen = (bill: BillFigures): Fen =>
  bill.totalFen - bill.pooledFen - bill.inScopeSelfPayFen - bill.outOfScopeFen

/** total = pooled + in-scope self-pay + out of scope (rule source A); if not, a person looks. */
export const sumsUp = (bill: BillFigures): boolean => differenceFen(bill) === 0

const refuse = (messageZh: string): ParsedYuan => ({ ok: false, messageZh })

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0

function assertInteger(fen: number): void {
  if (!Number.isSafeInteger(fen)) throw new RangeError(`fen must be an integer, got ${fen}`)
}

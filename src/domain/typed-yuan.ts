import { cleanAmount } from './cleaners'
import { formatFen, type Fen } from './money'

/** 9,999,999.99 元: above any bill of a hospital stay, so more is a typing error. */
export const MAX_TYPED_FEN: Fen = 999_999_999

export type ParsedYuan = { ok: true; fen: Fen } | { ok: false; messageZh: string }

/**
 * Reads an amount in yuan as a person types or pastes it (`cleanAmount`): full-width digits, `￥`, `元`, `3.7万`, thousands commas and the
 * `。` of a Chinese keyboard are understood. A comma anywhere else is refused, because `12,34` may mean 12.34 as well as 1234.
 */
export function parseYuan(text: string): ParsedYuan {
  const typed = cleanAmount(text)
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

const refuse = (messageZh: string): ParsedYuan => ({ ok: false, messageZh })

import { checkBankCard } from '@/domain/bank-card'
import { cleanCardNumber } from '@/domain/cleaners'
import type { PageText, Read } from './types'
import { plain } from './values'

/**
 * The number on a photo of a bank card: the line with 15 to 19 digits. Sure where two readings agree and the check digit holds; a
 * wrong check digit is shown all the same, because the member compares it anyway.
 */
export function cardNumberOn({ lines, legible }: PageText): Read<string> | null {
  const found = lines.flatMap(({ text, again, certain }) => {
    const value = digitsOf(text)
    if (value === null) return []
    const check = checkBankCard(value)
    const luhn = check.verdict !== 'REJECT_FORMAT' && check.card.luhn
    return [{ value, luhn, sure: legible && luhn && again !== null && digitsOf(again) === value && Math.min(...certain) > 0.8 }]
  })
  const best = found.find(({ sure }) => sure) ?? found.find(({ luhn }) => luhn) ?? found[0]
  return best ? { value: best.value, sure: best.sure && found.length === 1 } : null
}

function digitsOf(text: string): string | null {
  const digits = cleanCardNumber(plain(text).replace(/,/g, ''))
  return /^\d{15,19}$/.test(digits) ? digits : null
}

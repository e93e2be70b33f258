import { wordsOf } from '@/contract/errors'
import { bankBins, type BankBin, type CardKind } from './bank-bins'
import { cleanCardNumber } from './cleaners'

/** ACCEPT: on to the name-ID-card check. CONFIRM: show the words, let the member go on. REJECT_*: show the words, stop. */
export type BankCardCheck =
  | { verdict: 'ACCEPT'; card: BankCard; messageZh: null }
  | { verdict: 'CONFIRM' | 'REJECT_CREDIT'; card: BankCard; messageZh: string }
  | { verdict: 'REJECT_FORMAT'; messageZh: string }

export interface BankCard {
  normalized: string
  luhn: boolean
  /** Code of the bank, `UNKNOWN` where no prefix fits the number and its length. */
  issuer: string
  kind: CardKind | 'UNKNOWN'
}

/**
 * Checks a card number as typed. Credit and semi-credit cards are refused; a wrong Luhn digit or an unknown prefix is only
 * asked about, since some old debit cards fail Luhn: the bank's name-ID-card check decides.
 */
export function checkBankCard(input: string, bins: readonly BankBin[] = bankBins): BankCardCheck {
  const normalized = cleanCardNumber(input)
  if (!/^\d{15,19}$/.test(normalized)) return { verdict: 'REJECT_FORMAT', messageZh: wordsOf('CARD_FORMAT') }

  const bin = binOf(normalized, bins)
  const card: BankCard = {
    normalized,
    luhn: passesLuhn(normalized),
    issuer: bin?.issuer ?? 'UNKNOWN',
    kind: bin?.kind ?? 'UNKNOWN',
  }
  if (bin && bin.kind !== 'DEBIT') return { verdict: 'REJECT_CREDIT', card, messageZh: wordsOf('CARD_CREDIT') }
  if (!bin || !card.luhn) return { verdict: 'CONFIRM', card, messageZh: wordsOf('CARD_CONFIRM') }
  return { verdict: 'ACCEPT', card, messageZh: null }
}

/** The longest prefix made for numbers of this length: prefixes are shared by banks that differ by length. */
const binOf = (number: string, bins: readonly BankBin[]): BankBin | undefined =>
  bins
    .filter(({ bin, length }) => length === number.length && number.startsWith(bin))
    .sort((a, b) => b.bin.length - a.bin.length)[0]

function passesLuhn(number: string): boolean {
  let sum = 0
  for (let at = 0; at < number.length; at += 1) {
    const digit = Number(number.charAt(number.length - 1 - at))
    const doubled = digit * 2
    sum += at % 2 === 0 ? digit : doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}

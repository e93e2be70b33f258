import { localDateOf, type Instant } from '@/domain/dates'
import { minutesAfter } from '../rules/payout-schedule'
import type { PayoutEvent, PayoutState } from '../rules/payout-types'
import type { BankInstructionRecord } from '../store/bank-entities'

/** When the money is booked on the day of its arrival (A). */
export const BOOKED_AT = '18:00'
/** When the payee's bank sends money back, on the next workday (A). */
export const RETURNED_AT = '10:00'

/**
 * Whom a card belongs to, as the bank says. Simulated: every card is the member's own, except numbers ending in 0404, which
 * belong to somebody else.
 */
export const cardBelongsTo = (number: string): 'MEMBER' | 'SOMEBODY_ELSE' => (number.endsWith('0404') ? 'SOMEBODY_ELSE' : 'MEMBER')

/** A step of the bank: what it does in its books, and what it tells. Either may be missing. */
export interface BankStep {
  at: Instant
  booking: 'PAID' | 'REFUSED' | 'RETURNED' | null
  event: PayoutEvent | null
}

/**
 * What the bank does next with an instruction, and when; null: nothing. It answers a minute after it was sent and books at 18:00 of the
 * day of arrival - the same day within ICBC, the next workday elsewhere. It books by its own clock, whether or not the app hears of it.
 */
export function nextBankStep(instruction: BankInstructionRecord, state: PayoutState): BankStep | null {
  const { amountFen, bookAt, outcome, returnAt, returnCode } = instruction
  const answerAt = minutesAfter(instruction.receivedAt, 1)
  const waiting = state === 'SENT'
  const succeed: PayoutEvent = { type: 'succeed', amountFen, paidAt: bookAt }

  if (instruction.state === 'NOT_RECEIVED') {
    return waiting && outcome === 'NETWORK' ? { at: answerAt, booking: null, event: { type: 'failTechnical', code: 'NETWORK', neverLeft: true } } : null
  }
  if (instruction.state === 'PAID') {
    return state === 'SUCCESS' && returnAt !== null ? { at: returnAt, booking: 'RETURNED', event: { type: 'bankReturn', code: returnCode } } : null
  }
  if (instruction.state !== 'ACCEPTED') return null

  switch (outcome) {
    case 'BANK_BUSY':
    case 'CUTOFF':
    case 'PAYER_BALANCE':
      return { at: answerAt, booking: 'REFUSED', event: { type: 'failTechnical', code: outcome } }
    case 'NAME_MISMATCH':
    case 'ACCOUNT_CLOSED':
    case 'ACCOUNT_FROZEN':
    case 'ACCOUNT_LOST':
    case 'CARD_INVALID':
    case 'CREDIT_CARD':
    case 'TYPE2_LIMIT':
    case 'DORMANT':
      return { at: answerAt, booking: 'REFUSED', event: { type: 'failAccount', code: outcome } }
    case 'NO_ANSWER':
      // Before the query nobody listens on the broken line.
      return { at: bookAt, booking: 'PAID', event: state === 'PROCESSING' ? succeed : null }
    case 'NO_RESULT':
      return waiting ? { at: answerAt, booking: null, event: { type: 'ack' } } : { at: bookAt, booking: 'PAID', event: null }
    case 'SILENT_PAID':
      return { at: bookAt, booking: 'PAID', event: null }
    case 'SILENT_UNPAID':
      return { at: bookAt, booking: 'REFUSED', event: null }
    case 'PAID':
    case 'RETURNED':
      return waiting ? { at: answerAt, booking: null, event: { type: 'ack' } } : { at: bookAt, booking: 'PAID', event: succeed }
    case 'NETWORK':
    case 'BANK_NOT_FOUND':
      return null
    default:
      return outcome satisfies never
  }
}

/**
 * What the bank says when it is asked about an instruction (never sends again); null: no answer. That it knows nothing of a number
 * counts only by the file of the next day.
 */
export function answerToQuery(instruction: BankInstructionRecord | undefined, now: Instant): PayoutEvent | null {
  if (!instruction || instruction.outcome === 'SILENT_PAID' || instruction.outcome === 'SILENT_UNPAID') return null
  const { amountFen, entries, outcome, receivedAt, state } = instruction
  if (state === 'ACCEPTED') return { type: 'stillRunning' }
  const [out] = entries
  if (state === 'PAID' && out) return { type: 'succeed', amountFen, paidAt: out.at }
  return outcome === 'BANK_NOT_FOUND' && localDateOf(now) > localDateOf(receivedAt) ? { type: 'failTechnical', code: 'BANK_NOT_FOUND', reconciled: true } : null
}

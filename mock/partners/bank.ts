import { atTime } from '../rules/due'
import { minutesAfter } from '../rules/payout-schedule'
import type { PayoutEvent, PayoutProgress } from '../rules/payout-types'
import type { Instant } from '@/domain/dates'

/** When the money is booked on the day of its arrival (A). */
const BOOKED_AT = '18:00'

/**
 * Whom a card belongs to, as the bank says. Simulated: every card is the member's own, except numbers ending in 0404, which
 * belong to somebody else.
 */
export const cardBelongsTo = (number: string): 'MEMBER' | 'SOMEBODY_ELSE' => (number.endsWith('0404') ? 'SOMEBODY_ELSE' : 'MEMBER')

/**
 * What the bank does next with a payout, and when: it answers a minute after the instruction, and books the money at 18:00 of the
 * expected day - the same day within ICBC, the next workday elsewhere. Null: nothing lies at the bank.
 */
export function nextBankEvent(payout: PayoutProgress): { at: Instant; event: PayoutEvent } | null {
  const sentAt = payout.attempts[payout.attempts.length - 1]?.sentAt ?? null
  if (sentAt === null || payout.payExpected === null) return null
  if (payout.state === 'SENT') return { at: minutesAfter(sentAt, 1), event: { type: 'ack' } }
  if (payout.state !== 'PROCESSING' && payout.state !== 'UNKNOWN') return null
  const paidAt = atTime(payout.payExpected.dueOn, BOOKED_AT)
  return { at: paidAt, event: { type: 'succeed', amountFen: payout.amountFen, paidAt } }
}

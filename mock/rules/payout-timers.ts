import { endOfDay, type Instant } from '@/domain/dates'
import { atTime } from './due'
import { lastSent } from './payout-guards'
import { accountEvent } from './payout-machine'
import { minutesAfter } from './payout-schedule'
import { payoutRules } from './payout-table'
import type { AccountFacts, PayoutEvent, PayoutProgress, PayoutTimer } from './payout-types'

/**
 * The next thing that happens to a payout by itself, and when; null: it waits for a person or the bank.
 * A batch runs at the cut-off (16:00, A) and is sent in the same minute.
 */
export const nextPayoutTimer = (payout: PayoutProgress, facts: { account: AccountFacts }): PayoutTimer | null => {
  const enteredAt = payout.history.slice(-1)[0]?.at ?? null
  const at = (moment: Instant | null, event: PayoutEvent): PayoutTimer | null => (moment === null ? null : { kind: 'EVENT', at: moment, event })
  const expectedOver = payout.payExpected && endOfDay(payout.payExpected.dueOn)

  switch (payout.state) {
    case 'CREATED':
      return at(enteredAt, accountEvent(facts.account))
    case 'ACCOUNT_REQUIRED':
      return at(payout.unclaimedOn && endOfDay(payout.unclaimedOn), { type: 'unclaimed' })
    case 'READY':
      return at(payout.batch && atTime(payout.batch.dueOn, payoutRules.cutOff), { type: 'batch' })
    case 'BATCHED':
      return at(enteredAt, { type: 'send' })
    case 'SENT': {
      const sentAt = lastSent(payout)?.sentAt ?? enteredAt
      return at(sentAt && minutesAfter(sentAt, payoutRules.answerMinutes), { type: 'noAnswer' })
    }
    case 'PROCESSING':
      return at(expectedOver, { type: 'noAnswer' })
    case 'UNKNOWN':
      if (payout.nextQueryAt === null) return at(enteredAt, { type: 'queryOver' })
      return { kind: 'QUERY', at: payout.nextQueryAt, instructionNo: payout.instructionNo ?? payout.payoutNo }
    case 'FAILED_RETRY':
      return payout.retryAt === null ? at(enteredAt, { type: 'retriesOver' }) : at(payout.retryAt, { type: 'retry' })
    case 'FAILED_ACTION':
      return at(enteredAt, { type: 'askAccount' })
    case 'RETURNED':
      return at(enteredAt, { type: 'askAccountAgain' })
    case 'SUCCESS':
    case 'MANUAL':
    case 'CANCELLED':
      return null
    default:
      return unreachable(payout.state)
  }
}

/** The timer that is due by `now`; apply it at its own `at`, then ask again, so that moving the clock runs everything in order. */
export const duePayoutEvent = (payout: PayoutProgress, now: Instant, facts: { account: AccountFacts }): PayoutTimer | null => {
  const timer = nextPayoutTimer(payout, facts)
  return timer && timer.at <= now ? timer : null
}

const unreachable = (state: never): never => {
  throw new Error(`not a payout state: ${String(state)}`)
}

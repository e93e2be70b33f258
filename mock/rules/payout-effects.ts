import { addDays, endOfDay, localDateOf, type Instant } from '@/domain/dates'
import type { RuleContext } from './actors'
import { workdayDue } from './due'
import { lastSent } from './payout-guards'
import { afterDelay, arrival, minutesAfter, plannedBatch } from './payout-schedule'
import { isAccountCause, payoutRules } from './payout-table'
import type { AccountCause, ClaimEcho, PayoutAccount, PayoutAttempt, PayoutEvent, PayoutProgress } from './payout-types'

export type PayoutChange = Partial<Omit<PayoutProgress, 'state' | 'version' | 'history'>>

/** What a transition changes besides state, version and history. */
export const payoutChangeOf = (payout: PayoutProgress, event: PayoutEvent, ctx: RuleContext): PayoutChange => {
  const { now, calendar } = ctx
  const today = localDateOf(now)
  const ready = (account: PayoutAccount, coolDownUntil: Instant | null = null): PayoutChange => {
    const batch = plannedBatch(coolDownUntil ?? now, calendar)
    return { account, accountCause: null, accountAskedOn: null, unclaimedOn: null, coolDownUntil, batch, payExpected: arrival(batch, account, calendar), retries: 0, retryAt: null, manualDue: null }
  }
  const askFor = (accountCause: AccountCause): PayoutChange => ({ account: null, accountCause, accountAskedOn: today, unclaimedOn: addDays(today, payoutRules.unclaimedDays), batch: null, payExpected: null })
  const nextAttempt = (): PayoutChange => {
    const no = payout.attemptNo + 1
    const instructionNo = `${payout.payoutNo}-${no}`
    const attempt: PayoutAttempt = { no, instructionNo, batchedAt: now, sentAt: null, result: null, code: null, resultAt: null }
    return { attemptNo: no, instructionNo, attempts: [...payout.attempts, attempt], batch: workdayDue(today, 0, calendar) }
  }
  const result = (outcome: PayoutAttempt['result'], code: string | null): PayoutChange => ({
    attempts: changeAttempt(payout, lastSent(payout)?.no, { result: outcome, code, resultAt: now }),
    bankCode: code,
    unknownSince: null,
    nextQueryAt: null,
  })
  const manual = (): PayoutChange => ({ manualDue: workdayDue(today, payoutRules.manualWorkdays, calendar), retryAt: null, nextQueryAt: null })
  const reconciledAway = (): PayoutAttempt[] =>
    payout.attempts.map((attempt) => (attempt.sentAt !== null && attempt.result === null ? { ...attempt, result: 'FAILED' as const, resultAt: now } : attempt))

  switch (event.type) {
    case 'accountOk':
    case 'grantC5':
      // A wait that began with a change of the card is not cut short by way of the consent or of a new payout.
      return ready(event.account, payout.coolDownUntil !== null && payout.coolDownUntil > now ? payout.coolDownUntil : null)
    case 'accountMissing':
      return askFor(event.cause)
    case 'bindCard': {
      const coolDown = payout.amountFen > payoutRules.coolDownAboveFen ? minutesAfter(now, payoutRules.coolDownMinutes) : null
      return { ...ready(event.account, coolDown), changes: payout.changes + 1 }
    }
    case 'changesOver':
    case 'unclaimed':
    case 'retriesOver':
    case 'queryOver':
      return manual()
    case 'batch':
      return nextAttempt()
    case 'send': {
      const sent = changeAttempt(payout, payout.attemptNo, { sentAt: now })
      return { attempts: sent, payExpected: payout.account && arrival(workdayDue(today, 0, calendar), payout.account, calendar) }
    }
    case 'noAnswer':
      return { unknownSince: now, queries: 0, nextQueryAt: afterDelay(now, payoutRules.queryAfter[0], calendar) }
    case 'stillRunning': {
      // A promise that has passed is renewed, or the next minute would ask again without end.
      const late = payout.payExpected === null || now >= endOfDay(payout.payExpected.dueOn)
      return { unknownSince: null, queries: 0, nextQueryAt: null, payExpected: late ? workdayDue(today, 1, calendar) : payout.payExpected }
    }
    case 'succeed':
    case 'reconcileSuccess':
      return { ...result('SUCCESS', null), paidAt: event.paidAt, manualDue: null }
    case 'failTechnical':
      return { ...result('FAILED', event.code), retryAt: retryAt(payout, event.code, ctx) }
    case 'failAccount':
      return result('FAILED', event.code)
    case 'retry':
      return { ...nextAttempt(), retries: payout.retries + 1, retryAt: null }
    case 'bankReturn':
      return { ...result('RETURNED', event.code), paidAt: null }
    case 'askAccount':
    case 'askAccountAgain':
      return askFor(isAccountCause(payout.bankCode) ? payout.bankCode : 'CARD_UNVERIFIED')
    case 'fix':
      return { ...ready(event.account), attempts: reconciledAway() }
    case 'cancel':
      return { attempts: reconciledAway(), causeZh: event.causeZh, cancelledOn: today, batch: null, payExpected: null, manualDue: null }
    case 'ack':
      return {}
    default:
      return unreachable(event)
  }
}

/** What the claim has to be told. */
export const claimEchoOf = (event: PayoutEvent): ClaimEcho | null => {
  switch (event.type) {
    case 'succeed':
    case 'reconcileSuccess':
      return 'payoutSucceeded'
    case 'bankReturn':
      return 'payoutReturned'
    case 'cancel':
      return event.benefitDue ? 'payoutCancelled' : 'payoutVoided'
    default:
      return null
  }
}

/** +30 min, +4 h, next workday; after the bank's cut-off at once the next workday, as its words promise. Null: used up. */
const retryAt = (payout: PayoutProgress, code: string, { now, calendar }: RuleContext): Instant | null => {
  const delay = payoutRules.retryAfter[payout.retries]
  if (delay === undefined) return null
  return afterDelay(now, code === 'CUTOFF' ? { workdays: 1 } : delay, calendar)
}

const changeAttempt = (payout: PayoutProgress, no: number | undefined, change: Partial<PayoutAttempt>): PayoutAttempt[] =>
  payout.attempts.map((attempt) => (attempt.no === no ? { ...attempt, ...change } : attempt))

const unreachable = (event: never): never => {
  throw new Error(`not a payout event: ${JSON.stringify(event)}`)
}

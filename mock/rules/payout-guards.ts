import { endOfDay, localDateOf } from '@/domain/dates'
import type { RuleContext } from './actors'
import { batchOpen, minutesAfter } from './payout-schedule'
import { payoutRow, payoutRules } from './payout-table'
import type { PayoutAttempt, PayoutEvent, PayoutProgress } from './payout-types'
import { Refusal } from './refusal'

/** 409 with what the payout is now; `guard` names the rule for the log and for tests. */
export const refusePayout = (payout: Pick<PayoutProgress, 'state' | 'version'>, guard: string): Refusal =>
  new Refusal('PAYOUT_STATE_CONFLICT', undefined, {}, { state: payout.state, version: payout.version, guard })

/** Guards of Y01 to Y23. Throws Refusal. */
export const guardPayout = (payout: PayoutProgress, event: PayoutEvent, ctx: RuleContext): void => {
  const check = (ok: boolean, guard: string): void => {
    if (!ok) throw refusePayout(payout, guard)
  }
  const bankCode = (code: string): void => check(payoutRow(event.type).bankCodes.includes(code), 'bankCode')
  const { now, calendar } = ctx

  switch (event.type) {
    case 'bindCard':
      check(event.matches, 'cardMatches')
      check(event.c5Granted, 'C5')
      return check(payout.changes < payoutRules.maxCardChanges, 'changesOver')
    case 'changesOver':
      return check(payout.changes >= payoutRules.maxCardChanges, 'changesLeft')
    case 'unclaimed':
      return check(payout.unclaimedOn !== null && now >= endOfDay(payout.unclaimedOn), 'due')
    case 'batch':
      check(payout.coolDownUntil === null || now >= payout.coolDownUntil, 'coolDown')
      check(nothingOpen(payout), 'attemptOpen')
      return check(batchOpen(now, calendar), 'cutOff')
    case 'send':
      return check(nothingOpen(payout), 'attemptOpen')
    case 'noAnswer':
      return check(answerLate(payout, event.connectionLost === true, ctx), 'due')
    case 'succeed':
      check(event.amountFen === payout.amountFen, 'amount')
      return check(!isPaid(payout), 'paid')
    case 'failTechnical':
      bankCode(event.code)
      check(event.code !== 'NETWORK' || event.neverLeft === true, 'neverLeft')
      return check(event.code !== 'BANK_NOT_FOUND' || (event.reconciled === true && sentBefore(payout, localDateOf(now))), 'reconciled')
    case 'failAccount':
    case 'bankReturn':
      return bankCode(event.code)
    case 'retry':
      check(payout.retries < payoutRules.retryAfter.length, 'retriesLeft')
      check(payout.retryAt !== null && now >= payout.retryAt, 'due')
      return check(nothingOpen(payout), 'attemptOpen')
    case 'retriesOver':
      return check(payout.retries >= payoutRules.retryAfter.length, 'retriesLeft')
    case 'queryOver':
      return check(payout.queries >= payoutRules.queryAfter.length, 'queriesLeft')
    case 'fix':
      return check(settled(payout, event.reconciled), 'reconciled')
    case 'cancel':
      check(event.causeZh.trim() !== '', 'cause')
      return check(settled(payout, event.reconciled), 'reconciled')
    case 'reconcileSuccess':
      check(event.amountFen === payout.amountFen, 'amount')
      return check(!isPaid(payout) && (lastSent(payout)?.result ?? null) !== 'RETURNED' && lastSent(payout) !== null, 'attemptSent')
    case 'grantC5':
      return check(payout.accountCause === 'C5_MISSING', 'onlyC5')
    case 'accountOk':
    case 'accountMissing':
    case 'ack':
    case 'stillRunning':
    case 'askAccount':
    case 'askAccountAgain':
      return
    default:
      return unreachable(event)
  }
}

export const isPaid = (payout: PayoutProgress): boolean => payout.attempts.some((attempt) => attempt.result === 'SUCCESS')
export const lastSent = (payout: PayoutProgress): PayoutAttempt | null => payout.attempts.filter((attempt) => attempt.sentAt !== null).slice(-1)[0] ?? null

/** No sent attempt without a result and no money that arrived and stayed: only then may money leave. */
const nothingOpen = (payout: PayoutProgress): boolean =>
  !isPaid(payout) && payout.attempts.every((attempt) => attempt.sentAt === null || attempt.result !== null)

/** Every sent attempt ended without money, by its own result or by the bank's reconciliation file. */
const settled = (payout: PayoutProgress, reconciled: boolean): boolean => !isPaid(payout) && (reconciled || nothingOpen(payout))

const sentBefore = (payout: PayoutProgress, today: string): boolean => {
  const sentAt = lastSent(payout)?.sentAt ?? null
  return sentAt !== null && localDateOf(sentAt) < today
}

const answerLate = (payout: PayoutProgress, connectionLost: boolean, { now }: RuleContext): boolean => {
  const sentAt = lastSent(payout)?.sentAt ?? null
  const late = payout.payExpected !== null && now >= endOfDay(payout.payExpected.dueOn)
  if (payout.state !== 'SENT') return late
  return late || connectionLost || (sentAt !== null && now >= minutesAfter(sentAt, payoutRules.answerMinutes))
}

const unreachable = (event: never): never => {
  throw new Error(`not a payout event: ${JSON.stringify(event)}`)
}

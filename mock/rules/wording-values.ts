import { formatDateZh, formatInstantZh, localDateOf, type Instant, type LocalDate } from '@/domain/dates'
import { formatFen } from '@/domain/money'
import { isOver, payoutDueFen } from './claim-guards'
import type { ClaimProgress } from './claim-types'
import type { WorkdayDue } from './due'
import { accountCauseZh, bankCode } from './payout-table'
import type { PayoutProgress } from './payout-types'
import { limits, workdayCalendar } from './plans'
import { isReasonCode, reasonTitle } from './reasons'
import { unknownDate, type TemplateValue, type TemplateValues } from './template'

type Value = TemplateValue | undefined

// Not set at all: a defect if a text needs it, so it stays open and `fill` throws.
const day = (date: LocalDate | null | undefined): Value => (date ? formatDateZh(date) : undefined)
const moment = (instant: Instant | null): Value => (instant ? formatInstantZh(instant) : undefined)
const due = (limit: WorkdayDue | null | undefined): Value => (limit ? (limit.displayOn === null ? unknownDate : formatDateZh(limit.displayOn)) : undefined)
const money = (fen: number | null): Value => (fen === null ? undefined : formatFen(fen))
// A timer in a year without a calendar may still move: no promise.
const timer = (instant: Instant | null): Value => (instant && workdayCalendar.knownYears.includes(Number(instant.slice(0, 4))) ? formatInstantZh(instant) : unknownDate)

/** Values for texts about a claim. `now` decides what has passed. */
export const claimValues = (claim: ClaimProgress, claimNo: string, now: Instant): TemplateValues => {
  const reason = claim.recoverReasonCode ?? claim.reasonCodes[0] ?? claim.autoReasonCode
  return {
    claimNo,
    amount: money(amountOf(claim)),
    difference: money(payoutDueFen(claim)),
    limit: money(limits.autoClaimMaxFen.value),
    count: claim.supplement ? String(claim.supplement.items.length) : undefined,
    draftExpiresOn: day(claim.draftExpiresOn),
    autoDueOn: day(claim.autoDueOn),
    unionDueOn: due(claim.unionDue),
    expectedOn: due(promised(claim, now)),
    hardOn: due(claim.review?.hard),
    supplementDueOn: day(claim.supplement?.dueOn),
    investigateDueOn: day(claim.investigateDueOn),
    payoutStartOn: due(claim.payoutStart),
    appealUntil: day(claim.appealUntil),
    appealDueOn: due(claim.appealDue),
    recoverDueOn: day(claim.recoverDueOn),
    decidedOn: day(claim.decidedOn),
    closedOn: day(claim.closedOn),
    paidAt: moment(claim.paidAt),
    windowEndsOn: day(claim.windowEndsOn) ?? unknownDate,
    nextStepZh: nextStepZh(claim, now),
    reasonTitle: reason && isReasonCode(reason) ? reasonTitle(reason) : undefined,
  }
}

/** Values for texts about a payout. */
export const payoutValues = (payout: PayoutProgress): TemplateValues => ({
  amount: money(payout.amountFen),
  last4: payout.account?.last4,
  instructionNo: payout.instructionNo ?? undefined,
  accountCauseZh: payout.accountCause ? accountCauseZh[payout.accountCause] : (bankCode(payout.bankCode ?? '')?.titleZh ?? undefined),
  reasonTitle: bankCode(payout.bankCode ?? '')?.titleZh,
  unclaimedOn: day(payout.unclaimedOn),
  batchOn: due(payout.batch),
  payExpectedOn: due(payout.payExpected) ?? unknownDate,
  nextQueryAt: timer(payout.nextQueryAt),
  retryAt: timer(payout.retryAt),
  manualDueOn: due(payout.manualDue),
  paidAt: moment(payout.paidAt),
  cancelledOn: day(payout.cancelledOn),
  causeZh: payout.causeZh ?? undefined,
})

/** RECOVERING speaks of what is owed, PAID of what arrived, the rest of what was decided. */
const amountOf = (claim: ClaimProgress): number | null => {
  if (claim.state === 'RECOVERING') return claim.recoverFen
  return claim.state === 'PAID' ? claim.paidFen : claim.amountFen
}

/** A target that has passed is no promise any more; the hard limit still is. */
const promised = (claim: ClaimProgress, now: Instant): WorkdayDue | null => {
  if (!claim.review) return null
  const { expected, hard } = claim.review
  return expected.dueOn < localDateOf(now) && hard.dueOn > expected.dueOn ? hard : expected
}

const nextStepZh = (claim: ClaimProgress, now: Instant): string => {
  if (isOver(claim.windowEndsOn, now)) return '申领时限已过,如有特殊原因请拨打12351。'
  return claim.reopened ? '可重新申领。' : '可重新启用一次。'
}

import { addDays, localDateOf } from '@/domain/dates'
import type { Actor, RuleContext } from './actors'
import { changeOf, isPayoutResult, openClaim, withFlag, withoutFlags, type ClaimChange, type PayoutResult } from './claim-effects'
import { guardOpening, guardRunning, refuseClaim } from './claim-guards'
import { claimRow, isClaimState, mayAct } from './claim-table'
import type { ApplyClaim, ClaimEvent, ClaimHistoryEntry, ClaimMove, ClaimProgress, ClaimState, OpeningEvent } from './claim-types'
import { limits } from './plans'
import { Refusal } from './refusal'
import { promiseAgain } from './review-clock'

/**
 * One step of a claim (claim-states.json, T01 to T43). Pure: takes a claim and an event, gives the claim after it.
 * Payout results that reach a claim in APPEALING are recorded (`transition` null), and so are in PAYING the first of two payouts, and one that
 * the bank sends back while another is on its way.
 * @throws Refusal CLAIM_STATE_CONFLICT with state and version for an event that is not listed for the state or whose guard fails,
 *   FORBIDDEN for the wrong person, CONSENT_REQUIRED, CLAIM_WINDOW_OVER, FILES_INCOMPLETE, DUPLICATE_INVOICE, VALIDATION_FAILED
 */
export const applyClaim: ApplyClaim = (claim, event, ctx) => {
  if (isOpening(event)) return open(claim, event, ctx)
  const row = claimRow(event.type)
  if (claim === null) throw refuseClaim(null, 'CLAIM_STATE_CONFLICT', 'state')
  const recorded = isPayoutResult(event) && recordsOnly(claim, event)
  if (!recorded && !row.from.includes(claim.state)) throw refuseClaim(claim, 'CLAIM_STATE_CONFLICT', 'state')
  if (!mayAct(row, ctx.actor.role)) throw new Refusal('FORBIDDEN')
  guardRunning(claim, event, ctx)

  const change = changeOf(claim, event, ctx)
  if (recorded) return { claim: step(claim, claim.state, change, entry(null, event, claim.state, claim.state, ctx)), transition: null }
  const to = row.to === '@returnTo' ? claim.returnTo : row.to
  if (to === null) return { claim: null, transition: row.id }
  if (!isClaimState(to)) throw new Error(`claim-states.json: ${row.id} leads to ${String(to)}`)
  return { claim: step(claim, to, change, entry(row.id, event, claim.state, to, ctx)), transition: row.id }
}

/** A change of a draft by its owner: not a transition, but the 90 days begin again and the version grows. */
export const editDraft = (claim: ClaimProgress, change: { windowEndsOn?: ClaimProgress['windowEndsOn'] }, ctx: RuleContext): ClaimProgress => {
  if (claim.state !== 'DRAFT') throw refuseClaim(claim, 'CLAIM_STATE_CONFLICT', 'state')
  const windowEndsOn = change.windowEndsOn === undefined ? claim.windowEndsOn : change.windowEndsOn
  return { ...claim, version: claim.version + 1, windowEndsOn, draftExpiresOn: addDays(localDateOf(ctx.now), limits.draftIdleDays.value) }
}

/** The hard review limit has passed: flag REVIEW_OVERDUE and a new promised date, no decision (claim-states.json `clocks`). */
export const flagReviewOverdue = (claim: ClaimProgress, ctx: RuleContext): ClaimProgress => {
  const review = claim.review && promiseAgain(claim.review, localDateOf(ctx.now), ctx.calendar)
  const line: ClaimHistoryEntry = { transition: null, event: 'reviewOverdue', from: claim.state, to: claim.state, at: ctx.now, actor: ctx.actor, codes: ['REVIEW_OVERDUE'] }
  return step(claim, claim.state, { review, flags: withFlag(claim, 'REVIEW_OVERDUE') }, line)
}

/**
 * The caps of the period have less left than when the stay was matched: the member is asked about the lower amount (A). Not a
 * transition. @throws Refusal CLAIM_STATE_CONFLICT in any state but AUTO_MATCHED
 */
export const lowerMatch = (claim: ClaimProgress, amountFen: number, ctx: RuleContext): ClaimProgress => {
  if (claim.state !== 'AUTO_MATCHED') throw refuseClaim(claim, 'CLAIM_STATE_CONFLICT', 'state')
  const line: ClaimHistoryEntry = { transition: null, event: 'matchLowered', from: claim.state, to: claim.state, at: ctx.now, actor: ctx.actor, codes: ['CAP_APPLIED'] }
  return step(claim, claim.state, { amountFen }, line)
}

/**
 * A later benefit has taken part of what is to come back. Not a transition; what is left is carried on, and nothing left is T40 `recovered`.
 * Also where money of this claim has come back meanwhile (T36), and only part of the recovery was settled by that.
 * @throws Refusal CLAIM_STATE_CONFLICT where less than that is to come back
 */
export const setOffRecovery = (claim: ClaimProgress, amountFen: number, ctx: RuleContext): ClaimProgress => {
  if (claim.recoverFen === null || claim.recoverFen < amountFen) throw refuseClaim(claim, 'CLAIM_STATE_CONFLICT', 'recovery')
  const line: ClaimHistoryEntry = { transition: null, event: 'setOff', from: claim.state, to: claim.state, at: ctx.now, actor: actorOf(ctx), codes: [] }
  return step(claim, claim.state, { recoverFen: claim.recoverFen - amountFen }, line)
}

/**
 * A payout of this claim was to give up more for a recovery than is owed by now: that much is due after all, in a payout of its own. Not a
 * transition. @throws Refusal CLAIM_STATE_CONFLICT in any state but PAYING, or for more than is kept back
 */
export const giveBackOffset = (claim: ClaimProgress, amountFen: number, ctx: RuleContext): ClaimProgress => {
  const { offsetFen = 0, openFen, state } = claim
  if (state !== 'PAYING' || offsetFen < amountFen) throw refuseClaim(claim, 'CLAIM_STATE_CONFLICT', 'offset')
  const line: ClaimHistoryEntry = { transition: null, event: 'offsetGivenBack', from: state, to: state, at: ctx.now, actor: actorOf(ctx), codes: [] }
  return step(claim, state, { offsetFen: offsetFen - amountFen, openFen: openFen + amountFen }, line)
}

const isOpening = (event: ClaimEvent): event is OpeningEvent => event.type === 'create' || event.type === 'match' || event.type === 'prefill'

const open = (claim: ClaimProgress | null, event: OpeningEvent, ctx: RuleContext): ClaimMove => {
  const row = claimRow(event.type)
  if (claim !== null) throw refuseClaim(claim, 'CLAIM_STATE_CONFLICT', 'state')
  if (!mayAct(row, ctx.actor.role)) throw new Refusal('FORBIDDEN')
  guardOpening(event, ctx)
  if (!isClaimState(row.to)) throw new Error(`claim-states.json: ${row.id} leads to ${String(row.to)}`)
  const opened = { ...openClaim(event, ctx), state: row.to, version: 1, history: [entry(row.id, event, null, row.to, ctx)] }
  return { claim: opened, transition: row.id }
}

const recordsOnly = (claim: ClaimProgress, event: PayoutResult): boolean => {
  if (claim.state !== 'PAYING') return claim.state === 'APPEALING'
  return (event.type === 'payoutSucceeded' && event.amountFen < claim.openFen) || (event.type === 'payoutReturned' && claim.paidFen > 0)
}

const step = (claim: ClaimProgress, state: ClaimState, change: ClaimChange, line: ClaimHistoryEntry): ClaimProgress =>
  markCalendar({ ...claim, ...change, state, version: claim.version + 1, history: [...claim.history, line] })

/** Operators see that a running limit rests on Monday to Friday and has to be worked out again. */
const markCalendar = (claim: ClaimProgress): ClaimProgress => {
  const dues = [claim.review?.expected, claim.review?.hard, claim.unionDue, claim.appealDue, claim.payoutStart]
  const unknown = dues.some((due) => due?.displayOn === null)
  return { ...claim, flags: unknown ? withFlag(claim, 'CALENDAR_UNKNOWN') : withoutFlags(claim, 'CALENDAR_UNKNOWN') }
}

const entry = (transition: string | null, event: ClaimEvent, from: ClaimState | null, to: ClaimState | null, ctx: RuleContext): ClaimHistoryEntry => ({
  transition,
  event: event.type,
  from,
  to,
  at: ctx.now,
  actor: actorOf(ctx),
  codes: codesOf(event),
})
const actorOf = ({ actor }: RuleContext): Actor => ({ role: actor.role, ref: actor.ref })
const codesOf = (event: ClaimEvent): string[] => {
  if ('reasonCode' in event) return [event.reasonCode]
  if ('reasonCodes' in event) return event.reasonCodes
  if ('items' in event) return event.items.map((item) => item.code)
  return event.type === 'dispute' ? [event.choice] : []
}

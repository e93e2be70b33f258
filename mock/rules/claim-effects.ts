import { addDays, localDateOf } from '@/domain/dates'
import type { RuleContext } from './actors'
import type { AppealableState, ClaimFlag, ClaimProgress, ClaimState, OpeningEvent, Outcome, ReturnState, RunningEvent, SupplementItem } from './claim-types'
import { dueAgainFen, payoutDueFen } from './claim-guards'
import { workdayDue } from './due'
import { limits } from './plans'
import { pauseClock, resumeClock, startClock } from './review-clock'

export type ClaimChange = Partial<Omit<ClaimProgress, 'state' | 'version' | 'history'>>

/** The fields of a new claim (T01, T02, T43). */
export const openClaim = (event: OpeningEvent, ctx: RuleContext): Omit<ClaimProgress, 'state' | 'version' | 'history'> => {
  const today = localDateOf(ctx.now)
  const base = { ...blank, claimantRef: event.claimantRef, windowEndsOn: event.windowEndsOn }
  const draft = { ...base, draftExpiresOn: addDays(today, limits.draftIdleDays.value) }
  switch (event.type) {
    case 'create': {
      const byAgent = ctx.actor.role === 'AGENT'
      return { ...draft, filedBy: byAgent ? 'AGENT' : 'MEMBER', agentRef: byAgent ? ctx.actor.ref : null }
    }
    case 'prefill':
      return { ...draft, filedBy: 'SYSTEM', autoReasonCode: event.reasonCode, flags: ['PREFILLED'] }
    case 'match':
      return { ...base, filedBy: 'SYSTEM', decisionMode: 'AUTO', amountFen: event.amountFen, matchedOn: today, autoDueOn: addDays(today, limits.autoConfirmDays.value) }
    default:
      return unreachable(event)
  }
}

/** What a transition changes besides state, version and history. */
export const changeOf = (claim: ClaimProgress, event: RunningEvent, ctx: RuleContext): ClaimChange => {
  const today = localDateOf(ctx.now)
  const { calendar } = ctx
  const days = (limit: { value: number }): string => addDays(today, limit.value)
  const decision = (outcome: Outcome, amountFen: number, reasonCodes: string[], secondRef: string | null): ClaimChange => ({
    outcome,
    amountFen,
    reasonCodes,
    decisionVersion: claim.decisionVersion + 1,
    decidedOn: today,
    appealUntil: days(limits.appealDays),
    payoutStart: outcome === 'REJECTED' ? null : workdayDue(today, limits.payoutWorkdays.value, calendar),
    deciders: unique([...claim.deciders, ...(ctx.actor.role === 'SYSTEM' || ctx.actor.role === 'MEMBER' ? [] : [ctx.actor.ref]), ...(secondRef ? [secondRef] : [])]),
  })
  const ask = (items: SupplementItem[], returnTo: ReturnState): ClaimChange => {
    const round = claim.supplementRounds + 1
    const supplement = { round, items, askedOn: today, dueOn: days(limits.supplementDays) }
    return { returnTo, supplementRounds: round, supplement, review: claim.review && pauseClock(claim.review, today) }
  }
  const resume = (): ClaimChange => ({ review: claim.review && resumeClock(claim.review, today, calendar) })
  const unionDue = () => workdayDue(today, limits.unionCheckWorkdays.value, calendar)

  switch (event.type) {
    case 'autoConfirm':
    case 'confirm':
      return decision('FULL', claim.amountFen ?? 0, [], null)
    case 'sample':
      return { decisionMode: 'MANUAL', autoReasonCode: 'AUTO_SAMPLED', flags: withFlag(claim, 'SAMPLED'), review: startClock(today, calendar) }
    case 'dispute':
      return { decisionMode: 'MANUAL', autoReasonCode: event.choice, review: startClock(today, calendar) }
    case 'submit':
      return { submittedAt: ctx.now, draftExpiresOn: null, windowEndsOn: event.windowEndsOn ?? claim.windowEndsOn, review: startClock(today, calendar) }
    case 'routeUnion':
      return { unionDue: unionDue() }
    case 'return':
      return ask(event.items, 'UNION_CHECK')
    case 'missing':
      return ask(event.items, 'PRECHECK')
    case 'requestMore':
      return ask(event.items, 'REVIEWING')
    case 'unionTimeout':
      return { flags: withFlag(claim, 'UNION_NO_REPLY') }
    case 'flagFail':
      return { proposedReasonCode: event.reasonCode }
    case 'approve':
      return decision(event.outcome, event.amountFen, event.reasonCodes, event.secondRef)
    case 'reject':
      return decision('REJECTED', 0, [event.reasonCode], event.secondRef)
    case 'investigate':
      return { investigateDueOn: days(limits.investigateDays), review: claim.review && pauseClock(claim.review, today) }
    case 'investigated':
      return { investigateDueOn: null, ...resume() }
    case 'investigateTimeout':
      return { investigateDueOn: null, flags: withFlag(claim, 'INVESTIGATION_OVERDUE'), ...resume() }
    case 'resubmit':
      return { supplement: null, returnTo: null, unionDue: claim.returnTo === 'UNION_CHECK' ? unionDue() : claim.unionDue, ...resume() }
    case 'reopen':
      return { reopened: true, decisionMode: 'MANUAL', draftExpiresOn: days(limits.draftIdleDays), autoDueOn: null, supplement: null, returnTo: null, review: null }
    case 'appeal':
      return { appealUsed: true, appealedFrom: appealable(claim.state), closedOn: null, appealDue: workdayDue(today, limits.appealDecisionWorkdays.value, calendar) }
    case 'overturn':
      return decision('UP', event.amountFen, event.reasonCodes, null)
    case 'uphold':
      return { closedOn: today, reasonCodes: event.reasonCodes.length > 0 ? event.reasonCodes : claim.reasonCodes }
    case 'upholdUnpaid':
      return { openFen: claim.openFen + dueAgainFen(claim), flags: withoutFlags(claim, 'RETURN_IN_APPEAL') }
    case 'createPayout':
      return { openFen: claim.openFen + payoutDueFen(claim) - (event.offsetFen ?? 0), offsetFen: (claim.offsetFen ?? 0) + (event.offsetFen ?? 0) }
    case 'payoutSucceeded':
    case 'payoutCancelled':
    case 'payoutReturned':
    case 'payoutVoided':
      return payoutChange(claim, event, ctx)
    case 'close':
    case 'appealWindowOver':
    case 'recovered':
      return { closedOn: today }
    case 'recover':
      return { recoverFen: event.amountFen, recoverReasonCode: event.reasonCode, recoverDueOn: event.dueOn, closedOn: null }
    case 'timeout':
    case 'decline':
    case 'discard':
    case 'idle':
    case 'route':
    case 'endorse':
    case 'pass':
    case 'supplementTimeout':
    case 'withdraw':
      return {}
    default:
      return unreachable(event)
  }
}

export type PayoutResult = Extract<RunningEvent, { type: 'payoutSucceeded' | 'payoutCancelled' | 'payoutReturned' | 'payoutVoided' }>
export const isPayoutResult = (event: RunningEvent): event is PayoutResult =>
  event.type === 'payoutSucceeded' || event.type === 'payoutCancelled' || event.type === 'payoutReturned' || event.type === 'payoutVoided'

/** Money side of a payout result; the same whether the claim moves or only records it. */
export const payoutChange = (claim: ClaimProgress, event: PayoutResult, ctx: RuleContext): ClaimChange => {
  const appealing = claim.state === 'APPEALING'
  switch (event.type) {
    case 'payoutSucceeded': {
      const openFen = claim.openFen - event.amountFen
      const flags = openFen === 0 ? withoutFlags(claim, 'STEP_BACK', 'RETURN_IN_APPEAL') : claim.flags
      return { openFen, paidFen: claim.paidFen + event.amountFen, paidAt: event.paidAt, flags }
    }
    case 'payoutReturned':
      return {
        openFen: claim.openFen + event.amountFen,
        paidFen: claim.paidFen - event.amountFen,
        // From a recovery: the money that came back counts towards it.
        recoverFen: claim.recoverFen === null ? null : Math.max(0, claim.recoverFen - event.amountFen),
        closedOn: null,
        flags: withFlag(claim, appealing ? 'RETURN_IN_APPEAL' : 'STEP_BACK'),
      }
    case 'payoutCancelled':
      return { openFen: claim.openFen - event.amountFen, offsetFen: (claim.offsetFen ?? 0) - (event.offsetFen ?? 0) }
    case 'payoutVoided':
      return { openFen: claim.openFen - event.amountFen, offsetFen: (claim.offsetFen ?? 0) - (event.offsetFen ?? 0), closedOn: appealing ? claim.closedOn : localDateOf(ctx.now), flags: withoutFlags(claim, 'STEP_BACK', 'RETURN_IN_APPEAL') }
    default:
      return unreachable(event)
  }
}

export const withFlag = (claim: Pick<ClaimProgress, 'flags'>, flag: ClaimFlag): ClaimFlag[] => unique([...claim.flags, flag])
export const withoutFlags = (claim: Pick<ClaimProgress, 'flags'>, ...gone: ClaimFlag[]): ClaimFlag[] => claim.flags.filter((flag) => !gone.includes(flag))

const unique = <T>(items: T[]): T[] => [...new Set(items)]
const appealable = (state: ClaimState): AppealableState | null => (state === 'REJECTED' || state === 'PAID' || state === 'CLOSED' ? state : null)

const blank: Omit<ClaimProgress, 'state' | 'version' | 'history'> = {
  claimantRef: '',
  filedBy: 'MEMBER',
  agentRef: null,
  decisionMode: 'MANUAL',
  decisionVersion: 0,
  outcome: null,
  amountFen: null,
  paidFen: 0,
  openFen: 0,
  recoverFen: null,
  recoverReasonCode: null,
  reasonCodes: [],
  proposedReasonCode: null,
  autoReasonCode: null,
  flags: [],
  returnTo: null,
  appealedFrom: null,
  supplementRounds: 0,
  supplement: null,
  review: null,
  deciders: [],
  reopened: false,
  appealUsed: false,
  windowEndsOn: null,
  draftExpiresOn: null,
  matchedOn: null,
  autoDueOn: null,
  unionDue: null,
  investigateDueOn: null,
  appealDue: null,
  appealUntil: null,
  payoutStart: null,
  recoverDueOn: null,
  submittedAt: null,
  decidedOn: null,
  paidAt: null,
  closedOn: null,
}

const unreachable = (value: never): never => {
  throw new Error(`not a claim event: ${JSON.stringify(value)}`)
}

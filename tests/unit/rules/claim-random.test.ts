import fc from 'fast-check'
import { addDays, localDateOf, type Instant } from '@/domain/dates'
import { applyClaim, flagReviewOverdue } from '@mock/rules/claim-machine'
import { claimRow, claimRows } from '@mock/rules/claim-table'
import { nextClaimTimer } from '@mock/rules/claim-timers'
import { claimStates, type ClaimEvent, type ClaimProgress } from '@mock/rules/claim-types'
import { limitsOf, nthDay, type ReviewModel } from '../review-clock-model'
import { as, claimContext, claimEvents, claimEventTypes, start } from './kit'
import { checkRefusal, frozen, jumps, LISTS, momentOf, must, refusedBy } from './random-kit'

// Amounts vary, so that partial payouts, returns and recoveries meet; times jump up to 40 days or to the next timer.
const claimStep = fc.record({
  type: fc.constantFrom(...claimEventTypes),
  amountFen: fc.constantFrom(0, 1, 300000, 500000, 800000, 900000, 1000001),
  pick: fc.nat(),
  anything: fc.constantFrom(true, false, false, false),
  stranger: fc.constantFrom(true, false, false, false, false, false, false, false, false, false),
  jump: jumps(40),
})

const endings = ['discard', 'withdraw', 'decline', 'idle', 'timeout', 'supplementTimeout', 'match']
/** An event that the state lists and that leads on: without this bias most lists would die in their second step. */
const listedFor = (claim: ClaimProgress | null, pick: number): ClaimEvent => {
  const fitting = claimEventTypes.filter((type) => claimRow(type).from.includes(claim?.state ?? null) && !endings.includes(type))
  const type = fitting[pick % Math.max(1, fitting.length)]
  return type === undefined ? claimEvents.withdraw : claimEvents[type]
}

test(`${LISTS} lists of events: no illegal state, every refusal 409 with state and version, review time right across pauses`, () => {
  const seen = { moves: 0, refused: 0, paused: 0, resumed: 0, promised: 0, appealed: 0, paid: 0 }
  fc.assert(
    fc.property(fc.array(claimStep, { minLength: 5, maxLength: 45 }), (steps) => {
      let claim: ClaimProgress | null = null
      let model: ReviewModel | null = null
      let now: Instant = start
      for (const step of steps) {
        const base = step.anything ? claimEvents[step.type] : listedFor(claim, step.pick)
        const event: ClaimEvent = 'amountFen' in base && step.anything ? { ...base, amountFen: step.amountFen } : fitAmount(base, claim)
        const usual = claimContext(claim, event.type)
        now = momentOf(step.jump, usual.now, now)
        const flagged: ClaimProgress | null = overdue(claim, now)
        if (flagged !== claim) model = promisedAgain(model, localDateOf(flagged?.history.slice(-1)[0]?.at ?? now))
        if (flagged !== claim) seen.promised += 1
        claim = flagged
        const before: ClaimProgress | null = claim
        const stranger = step.stranger && !claimRow(event.type).actor.includes('BANK')
        const refusal = refusedBy(() => {
          claim = frozen(applyClaim(before, event, { ...usual, now, ...(stranger && { actor: as('BANK').actor }) }).claim)
        })
        if (refusal) {
          seen.refused += 1
          must(claim === before, 'a refused event changed the claim', event.type)
          checkRefusal(refusal, before, claimRow(event.type).from.includes(before?.state ?? null) || isPayoutResult(event), 'CLAIM_STATE_CONFLICT')
          continue
        }
        must(!stranger, 'a stranger acted', event.type)
        seen.moves += 1
        check(before, claim)
        model = modelAfter(model, before, claim, localDateOf(now))
        checkReview(model, claim)
        if (claim === null) break
        count(seen, before, claim)
      }
    }),
    { numRuns: LISTS },
  )
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(LISTS / 50)
})

const isPayoutResult = ({ type }: ClaimEvent): boolean => type.startsWith('payout')

/** As the timers do: told at 24:00 of the last day, before anything that comes later. */
function overdue(claim: ClaimProgress | null, now: Instant): ClaimProgress | null {
  const timer = claim && nextClaimTimer(claim)
  return claim && timer?.event.type === 'reviewOverdue' && timer.at <= now ? frozen(flagReviewOverdue(claim, as('SYSTEM', timer.at))) : claim
}

const fitAmount = (event: ClaimEvent, claim: ClaimProgress | null): ClaimEvent => {
  switch (event.type) {
    case 'payoutSucceeded':
    case 'payoutCancelled':
    case 'payoutVoided':
      return { ...event, amountFen: claim?.openFen ?? 0 }
    case 'payoutReturned':
    case 'recover':
      return { ...event, amountFen: claim?.paidFen ?? 0 }
    case 'overturn':
      return { ...event, amountFen: (claim?.amountFen ?? 0) + 100000 }
    default:
      return event
  }
}

function check(before: ClaimProgress | null, after: ClaimProgress | null): void {
  if (after === null) return must(before?.state === 'DRAFT', 'deleted what is no draft', before?.state)
  must(claimStates.includes(after.state), 'an illegal state', after.state)
  must(after.version === (before?.version ?? 0) + 1, 'the version', before?.version, after.version)
  must(after.history.length === (before?.history.length ?? 0) + 1, 'the history')
  const line = after.history[after.history.length - 1]
  const row = claimRows.find(({ id }) => id === line?.transition)
  const listed = row !== undefined && (before === null ? row.from.length === 0 || row.from.includes(null) : row.from.includes(before.state)) && (row.to === '@returnTo' ? before?.returnTo : row.to) === after.state
  must(line?.transition === null ? after.state === before?.state : listed, 'a way that the table does not list', line)
  must(line?.from === (before?.state ?? null) && line?.to === after.state, 'the line of the history', line)
  must(after.decisionVersion >= (before?.decisionVersion ?? 0), 'a decision was taken back')
  must(after.paidFen >= 0 && after.openFen >= 0 && after.paidFen + after.openFen <= (after.amountFen ?? 0), 'more money than decided', after)
  must(after.supplementRounds <= 2, 'a third list of papers')
  must(after.state !== 'REJECTED' || line?.actor.role === 'REVIEWER', 'refused by a machine', line)
  must(after.state !== 'APPROVED' || (after.amountFen ?? 0) > 0, 'approved without an amount')
  must(after.state !== 'PAYING' || after.openFen > 0, 'paying nothing', after)
  nextClaimTimer(after) // never throws
}

const rests = (claim: ClaimProgress | null): boolean => claim?.state === 'SUPPLEMENT' || claim?.state === 'INVESTIGATING'
const runs = (claim: ClaimProgress | null): claim is ClaimProgress => claim !== null && ['SUBMITTED', 'UNION_CHECK', 'PRECHECK', 'REVIEWING'].includes(claim.state)

function modelAfter(model: ReviewModel | null, before: ClaimProgress | null, after: ClaimProgress | null, today: string): ReviewModel | null {
  if (runs(after) && !runs(before) && !rests(before)) return { startedOn: today, pauses: [], restingSince: null, promisedOn: null }
  if (model && rests(after) && !rests(before)) return { ...model, restingSince: today }
  if (model?.restingSince && !rests(after)) {
    const pauses: ReviewModel['pauses'] = [...model.pauses, [model.restingSince, today]]
    const late = nthDay(model.startedOn, 10, pauses) <= today
    return { ...model, pauses, restingSince: null, promisedOn: late ? today : null }
  }
  return model
}

const promisedAgain = (model: ReviewModel | null, promisedOn: string): ReviewModel | null => model && { ...model, promisedOn }

function checkReview(model: ReviewModel | null, claim: ClaimProgress | null): void {
  if (rests(claim)) must(claim?.review?.pausedOn === model?.restingSince, 'the clock does not rest', claim?.review, model)
  if (!runs(claim) || !model) return
  const { review } = claim
  const { expected, hard, wentOnOn } = limitsOf(model)
  must(review?.pausedOn === null, 'the clock rests while somebody works', review)
  must(hard === null ? (review?.hard.dueOn ?? '') <= addDays(wentOnOn, 0) : review?.hard.dueOn === hard, 'the hard limit', review, model, hard)
  must(expected === null ? (review?.expected.dueOn ?? '') <= wentOnOn : review?.expected.dueOn === expected, 'the promised day', review, model, expected)
}

function count(seen: Record<'paused' | 'resumed' | 'appealed' | 'paid', number>, before: ClaimProgress | null, after: ClaimProgress): void {
  if (rests(after) && !rests(before)) seen.paused += 1
  if (runs(after) && rests(before)) seen.resumed += 1
  if (after.state === 'APPEALING') seen.appealed += 1
  if (after.state === 'PAID') seen.paid += 1
}

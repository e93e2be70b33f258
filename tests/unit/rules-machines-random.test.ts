import fc from 'fast-check'
import { msOf } from '@/domain/dates'
import { applyClaim } from '@mock/rules/claim-machine'
import { claimRow } from '@mock/rules/claim-table'
import { nextClaimTimer } from '@mock/rules/claim-timers'
import { claimStates, type ClaimEvent, type ClaimProgress } from '@mock/rules/claim-types'
import { applyPayout, newPayout, recordQuery } from '@mock/rules/payout-machine'
import { payoutRow } from '@mock/rules/payout-table'
import { payoutStates, type PayoutEvent, type PayoutProgress } from '@mock/rules/payout-types'
import { Refusal } from '@mock/rules/refusal'
import { as, claimContext, claimEvents, claimEventTypes, later, payoutContext, payoutEvents, payoutEventTypes, start } from './rules-kit'

/** True where the event was accepted; anything but a Refusal fails the test. */
const accepted = (act: () => void): boolean => {
  try {
    act()
    return true
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return false
  }
}

// Amounts vary, so that partial payouts, returns and recoveries meet; times jump up to 40 days or to the next timer.
const claimStep = fc.record({
  type: fc.constantFrom(...claimEventTypes),
  amountFen: fc.constantFrom(0, 1, 300000, 500000, 800000, 900000, 1000001),
  jump: fc.oneof({ arbitrary: fc.constant<'usual' | number>('usual'), weight: 4 }, { arbitrary: fc.integer({ min: 0, max: 40 * 24 * 60 }), weight: 1 }),
})

const endings = ['discard', 'withdraw', 'decline', 'idle', 'timeout', 'supplementTimeout', 'match']

/** An event that the state lists and that leads on: without this bias most lists would die in their second step. */
const listedFor = (claim: ClaimProgress | null, pick: number): ClaimEvent => {
  const fitting = claimEventTypes.filter((type) => claimRow(type).from.includes(claim?.state ?? null) && !endings.includes(type))
  const type = fitting[pick % Math.max(1, fitting.length)]
  return type === undefined ? claimEvents.withdraw : claimEvents[type]
}

test('random lists of events never bring a claim into an illegal state', () => {
  let moves = 0
  fc.assert(
    fc.property(fc.array(fc.tuple(claimStep, fc.nat(), fc.constantFrom(true, false, false, false)), { minLength: 5, maxLength: 60 }), (steps) => {
      let claim: ClaimProgress | null = null
      let now = start
      for (const [step, pick, anything] of steps) {
        const before: ClaimProgress | null = claim
        const base = anything ? claimEvents[step.type] : listedFor(claim, pick)
        const event: ClaimEvent = 'amountFen' in base && anything ? { ...base, amountFen: step.amountFen } : fitAmount(base, claim)
        const usual = claimContext(claim, event.type)
        const moment = step.jump === 'usual' ? usual.now : later(now, step.jump)
        now = msOf(moment) > msOf(now) ? moment : now
        const frozen = JSON.stringify(before)
        const ok = accepted(() => {
          claim = applyClaim(before, event, { ...usual, now }).claim
        })
        expect(JSON.stringify(before)).toBe(frozen) // the old claim is never changed
        if (!ok) {
          expect(claim).toBe(before)
          continue
        }
        moves += 1
        checkClaim(before, claim)
      }
    }),
    { numRuns: 150 },
  )
  expect(moves).toBeGreaterThan(500)
})

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

const checkClaim = (before: ClaimProgress | null, after: ClaimProgress | null): void => {
  if (after === null) {
    expect(before?.state).toBe('DRAFT')
    return
  }
  expect(claimStates).toContain(after.state)
  expect(after.version).toBe((before?.version ?? 0) + 1)
  const line = after.history[after.history.length - 1]
  expect(line.from).toBe(before?.state ?? null)
  expect(line.to).toBe(after.state)
  if (line.transition === null) expect(after.state).toBe(before?.state)
  else expect(claimRow(claimEventTypes.find((type) => type === line.event) ?? 'create').from).toContain(before?.state ?? null)
  expect(after.decisionVersion).toBeGreaterThanOrEqual(before?.decisionVersion ?? 0)
  expect(after.paidFen).toBeGreaterThanOrEqual(0)
  expect(after.openFen).toBeGreaterThanOrEqual(0)
  if (after.amountFen !== null) expect(after.paidFen + after.openFen).toBeLessThanOrEqual(after.amountFen)
  expect(after.supplementRounds).toBeLessThanOrEqual(2)
  if (after.state === 'SUPPLEMENT') expect(after.review?.pausedOn).not.toBeNull()
  if (after.state === 'REVIEWING' || after.state === 'PRECHECK') expect(after.review?.pausedOn).toBeNull()
  if (after.state === 'REJECTED') expect(line.actor.role).toBe('REVIEWER')
  nextClaimTimer(after) // never throws
}

const payoutStep = fc.record({
  type: fc.constantFrom(...payoutEventTypes, 'query' as const),
  pick: fc.nat(),
  anything: fc.boolean(),
  reconciled: fc.boolean(),
  jump: fc.oneof({ arbitrary: fc.constant<'usual' | number>('usual'), weight: 4 }, { arbitrary: fc.integer({ min: 0, max: 4 * 24 * 60 }), weight: 1 }),
})

test('random lists of events: never two open attempts, one SUCCESS that stays, versions grow', () => {
  let successes = 0
  fc.assert(
    fc.property(fc.array(payoutStep, { minLength: 5, maxLength: 60 }), (steps) => {
      let payout = newPayout('PY-2026-000001', 300000, as('SYSTEM'))
      let now = start
      for (const step of steps) {
        const before = payout
        const fitting = payoutEventTypes.filter((type) => payoutRow(type).from.includes(before.state) && type !== 'cancel')
        const type = step.anything ? step.type : (fitting[step.pick % Math.max(1, fitting.length)] ?? 'query')
        const usual = payoutContext(before, type)
        const moment = step.jump === 'usual' ? usual.now : later(now, step.jump)
        now = msOf(moment) > msOf(now) ? moment : now
        const ctx = { ...usual, now }
        const frozen = JSON.stringify(before)
        const ok = accepted(() => {
          payout = type === 'query' ? recordQuery(before, ctx) : applyPayout(before, withFile(payoutEvents[type], step.reconciled), ctx).payout
        })
        expect(JSON.stringify(before)).toBe(frozen)
        if (!ok) {
          expect(payout).toBe(before)
          continue
        }
        expect(payoutStates).toContain(payout.state)
        expect(payout.version).toBe(before.version + 1)
        checkAttempts(payout)
        if (payout.state === 'SUCCESS') successes += 1
      }
    }),
    { numRuns: 300 },
  )
  expect(successes).toBeGreaterThan(20)
})

const withFile = (event: PayoutEvent, reconciled: boolean): PayoutEvent => ('reconciled' in event ? { ...event, reconciled } : event)

const checkAttempts = (payout: PayoutProgress): void => {
  expect(payout.attempts.filter((attempt) => attempt.sentAt !== null && attempt.result === null).length).toBeLessThanOrEqual(1)
  const succeeded = payout.attempts.filter((attempt) => attempt.result === 'SUCCESS')
  expect(succeeded.length).toBeLessThanOrEqual(1)
  expect(payout.state === 'SUCCESS').toBe(succeeded.length === 1)
  expect(payout.attempts.map((attempt) => attempt.no)).toEqual(payout.attempts.map((_, i) => i + 1))
  expect(payout.changes).toBeLessThanOrEqual(3)
  if (payout.state === 'CANCELLED') expect(payout.attempts.every((attempt) => attempt.sentAt === null || attempt.result !== null)).toBe(true)
}

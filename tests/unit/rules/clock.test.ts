import fc from 'fast-check'
import { addDays, localDateOf, type LocalDate } from '@/domain/dates'
import { isWorkday } from '@/domain/workdays'
import { applyClaim, flagReviewOverdue } from '@mock/rules/claim-machine'
import { dueClaimEvent, nextClaimTimer } from '@mock/rules/claim-timers'
import type { ClaimEventType, ClaimProgress } from '@mock/rules/claim-types'
import { limits, workdayCalendar } from '@mock/rules/plans'
import { pauseClock, resumeClock, startClock } from '@mock/rules/review-clock'
import { claimStatus } from '@mock/rules/wording'
import { as, claimAfter, claimContext, claimEvents, claimPaths } from './kit'

/** Walks a claim on given days, at ten o'clock. */
const onDays = (steps: [LocalDate, ClaimEventType][]): ClaimProgress => {
  const claim = steps.reduce<ClaimProgress | null>(
    (at, [day, type]) => applyClaim(at, claimEvents[type], { ...claimContext(at, type), now: `${day}T10:00:00+08:00` }).claim,
    null,
  )
  if (!claim) throw new Error('no claim')
  return claim
}

test.each<[string, [LocalDate, ClaimEventType][], Partial<ClaimProgress>]>([
  ['review: 3 and 10 workdays', [['2026-11-20', 'create'], ['2026-11-20', 'submit']], { review: { startedOn: '2026-11-20', pausedOn: null, pausedDays: 0, expected: { dueOn: '2026-11-25', displayOn: '2026-11-25' }, hard: { dueOn: '2026-12-04', displayOn: '2026-12-04' } } }],
  ['union: 3 workdays', [['2026-11-20', 'create'], ['2026-11-20', 'submit'], ['2026-11-20', 'routeUnion']], { unionDue: { dueOn: '2026-11-25', displayOn: '2026-11-25' } }],
  ['supplement: 30 days', [['2026-11-11', 'create'], ['2026-11-11', 'submit'], ['2026-11-11', 'route'], ['2026-11-11', 'pass'], ['2026-11-18', 'requestMore']], { supplement: { round: 1, items: claimEvents.requestMore.items, askedOn: '2026-11-18', dueOn: '2026-12-18' }, returnTo: 'REVIEWING' }],
  ['appeal: 60 days from the decision', [['2026-10-15', 'create'], ['2026-10-15', 'submit'], ['2026-10-15', 'route'], ['2026-10-15', 'pass'], ['2026-10-28', 'reject']], { decidedOn: '2026-10-28', appealUntil: '2026-12-27', decisionVersion: 1, outcome: 'REJECTED', deciders: ['reviewer-1', 'reviewer-2'] }],
  ['auto-claim: 30 days to answer', [['2026-11-21', 'match']], { matchedOn: '2026-11-21', autoDueOn: '2026-12-21' }],
  ['payout starts within 2 workdays of the decision', [['2026-11-23', 'match'], ['2026-11-23', 'autoConfirm']], { payoutStart: { dueOn: '2026-11-25', displayOn: '2026-11-25' }, decisionVersion: 1 }],
  ['appeal decision: 15 workdays', [['2026-11-02', 'create'], ['2026-11-02', 'submit'], ['2026-11-02', 'route'], ['2026-11-02', 'pass'], ['2026-11-03', 'reject'], ['2026-11-04', 'appeal']], { appealDue: { dueOn: '2026-11-25', displayOn: '2026-11-25' } }],
  ['a year without a calendar: a timer, no date to show, a flag', [['2026-12-30', 'create'], ['2026-12-30', 'submit']], { review: { startedOn: '2026-12-30', pausedOn: null, pausedDays: 0, expected: { dueOn: '2027-01-04', displayOn: null }, hard: { dueOn: '2027-01-13', displayOn: null } }, flags: ['CALENDAR_UNKNOWN'] }],
  [
    // Monday 23 submitted, Tuesday 24 counts, 25 to 27 are paused, the second day is Monday 30, the third Tuesday.
    'days of a pause are not counted',
    [['2026-11-23', 'create'], ['2026-11-23', 'submit'], ['2026-11-23', 'route'], ['2026-11-23', 'pass'], ['2026-11-24', 'requestMore'], ['2026-11-27', 'resubmit']],
    { review: { startedOn: '2026-11-23', pausedOn: null, pausedDays: 3, expected: { dueOn: '2026-12-01', displayOn: '2026-12-01' }, hard: { dueOn: '2026-12-10', displayOn: '2026-12-10' } } },
  ],
])('%s', (_title, steps, expected) => expect(onDays(steps)).toMatchObject(expected))

test('the clock has counted exactly the workdays outside its pauses when the target is met', () => {
  const day = fc.integer({ min: 0, max: 200 }).map((n) => addDays('2026-01-05', n))
  fc.assert(
    fc.property(day, fc.array(fc.tuple(fc.integer({ min: 0, max: 1 }), fc.integer({ min: 0, max: 30 })), { maxLength: 3 }), (startedOn, pauses) => {
      let clock = startClock(startedOn, workdayCalendar)
      let today = startedOn
      const counted = new Set<LocalDate>()
      const count = (to: LocalDate): void => {
        for (; today < to; ) {
          today = addDays(today, 1)
          if (isWorkday(today, workdayCalendar) === true && clock.pausedOn === null) counted.add(today)
        }
      }
      // At most one day runs between pauses, so the target is never met before the last of them.
      for (const [run, stop] of pauses.slice(0, limits.supplementMaxRounds.value)) {
        count(addDays(today, run))
        clock = pauseClock(clock, today)
        count(addDays(today, stop))
        clock = resumeClock(clock, today, workdayCalendar)
      }
      count(clock.expected.dueOn)
      expect(counted.size).toBe(limits.reviewTargetWorkdays.value)
      expect(clock.hard.dueOn > clock.expected.dueOn).toBe(true)
    }),
  )
})

test.each<[string, ClaimEventType[], string, string]>([
  ['a draft', claimPaths.DRAFT, 'idle', '2027-02-22T00:00:00+08:00'],
  ['an auto-match', claimPaths.AUTO_MATCHED, 'timeout', '2026-12-24T00:00:00+08:00'],
  ['the union', claimPaths.UNION_CHECK, 'unionTimeout', '2026-11-27T00:00:00+08:00'],
  ['a reviewer', claimPaths.REVIEWING, 'reviewOverdue', '2026-12-08T00:00:00+08:00'],
  ['a supplement', claimPaths.SUPPLEMENT, 'supplementTimeout', '2026-12-24T00:00:00+08:00'],
  ['an investigation', claimPaths.INVESTIGATING, 'investigateTimeout', '2026-12-24T00:00:00+08:00'],
  ['a paid claim', claimPaths.PAID, 'close', '2026-12-25T00:00:00+08:00'],
  ['a refusal', claimPaths.REJECTED, 'appealWindowOver', '2027-01-23T00:00:00+08:00'],
])('%s waits until 24:00 of its last day', (_title, path, type, at) => {
  const claim = claimAfter(path)
  expect(nextClaimTimer(claim)).toMatchObject({ at, event: { type } })
  const before = `${addDays(localDateOf(at), -1)}T23:59:59+08:00`
  expect(dueClaimEvent(claim, before)).toBeNull()
  expect(dueClaimEvent(claim, at)).toMatchObject({ at, event: { type } })
})

test.each(['APPROVED', 'APPEALING', 'PAYING', 'WITHDRAWN', 'EXPIRED', 'CLOSED', 'RECOVERING'] as const)('nothing happens by itself in %s', (state) => {
  expect(nextClaimTimer(claimAfter(claimPaths[state]))).toBeNull()
})

test('past the hard limit: told once, with a new date, and nobody decides by machine', () => {
  const late = flagReviewOverdue(claimAfter(claimPaths.REVIEWING), as('SYSTEM', '2026-12-08T00:00:00+08:00'))
  expect(late).toMatchObject({ state: 'REVIEWING', flags: ['REVIEW_OVERDUE'], review: { expected: { dueOn: '2026-12-11' } } })
  expect(claimStatus(late, { claimNo: 'CLM-1', now: '2026-12-08T00:00:00+08:00' })).toMatchObject({ nextZh: expect.stringContaining('新的预计日期是2026年12月11日'), whenZh: '预计2026年12月11日前' })
  expect(claimStatus(late, { claimNo: 'CLM-1', now: '2026-12-11T23:59:59+08:00' }).whenZh).toBe('预计2026年12月11日前')
  // A second date that has passed is not said as if it were to come.
  const { nextZh, whenZh } = claimStatus(late, { claimNo: 'CLM-1', now: '2026-12-12T00:00:00+08:00' })
  expect(nextZh).toContain('已提醒上级督办,可拨打12351催办。')
  expect(nextZh + whenZh).not.toContain('新的预计日期')
  expect(whenZh).toBe('已超过预计日期2026年12月11日')
  expect(nextClaimTimer(late)).toBeNull()
})

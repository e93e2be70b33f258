import type { LocalDate } from '@/domain/dates'
import type { WorkdayCalendar } from '@/domain/workdays'
import type { ReviewClock } from './claim-types'
import { workdayDue, workdaysWithin } from './due'
import { limits } from './plans'

const withDues = (clock: Pick<ReviewClock, 'startedOn' | 'pausedOn' | 'pausedDays'>, calendar: WorkdayCalendar): ReviewClock => ({
  ...clock,
  expected: workdayDue(clock.startedOn, limits.reviewTargetWorkdays.value + clock.pausedDays, calendar),
  hard: workdayDue(clock.startedOn, limits.reviewHardWorkdays.value + clock.pausedDays, calendar),
})

/** Review time begins the day after `today`: 3 workdays target, 10 hard (A). */
export const startClock = (today: LocalDate, calendar: WorkdayCalendar): ReviewClock => withDues({ startedOn: today, pausedOn: null, pausedDays: 0 }, calendar)

/** Stops with the end of `today`: today still counts. */
export const pauseClock = (clock: ReviewClock, today: LocalDate): ReviewClock => (clock.pausedOn === null ? { ...clock, pausedOn: today } : clock)

/** Counts again from the day after `today`; the workdays of the pause move both limits. A hard limit that had passed before needs a new promise. */
export const resumeClock = (clock: ReviewClock, today: LocalDate, calendar: WorkdayCalendar): ReviewClock => {
  if (clock.pausedOn === null) return clock
  const pausedDays = clock.pausedDays + workdaysWithin(clock.pausedOn, today, calendar)
  const resumed = withDues({ startedOn: clock.startedOn, pausedOn: null, pausedDays }, calendar)
  return resumed.hard.dueOn <= today ? promiseAgain(resumed, today, calendar) : resumed
}

/** After the hard limit a new date is promised, counted from today. */
export const promiseAgain = (clock: ReviewClock, today: LocalDate, calendar: WorkdayCalendar): ReviewClock => ({
  ...clock,
  expected: workdayDue(today, limits.reviewTargetWorkdays.value, calendar),
})

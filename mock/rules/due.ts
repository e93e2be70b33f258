import { startOfDay, type Instant, type LocalDate } from '@/domain/dates'
import { operationalWorkdaysAfter, type WorkdayCalendar } from '@/domain/workdays'

/**
 * A limit counted in workdays. `dueOn` drives the timer (Monday to Friday where the calendar of a year is not published yet);
 * `displayOn` is what a screen may show and is null there: 以实际到账为准.
 */
export interface WorkdayDue {
  dueOn: LocalDate
  displayOn: LocalDate | null
}

/** `n` workdays after `from` (counting starts the next day; A). */
export const workdayDue = (from: LocalDate, n: number, calendar: WorkdayCalendar): WorkdayDue => {
  const { dueOn, flag } = operationalWorkdaysAfter(from, n, calendar)
  // A count of 0 meets no day, but a date in a year without a calendar must not be promised either.
  const known = flag === undefined && calendar.knownYears.includes(Number(dueOn.slice(0, 4)))
  return { dueOn, displayOn: known ? dueOn : null }
}

/** Workdays after `from` up to and including `to`; unknown years count Monday to Friday. */
export const workdaysWithin = (from: LocalDate, to: LocalDate, calendar: WorkdayCalendar): number => {
  let count = 0
  while (operationalWorkdaysAfter(from, count + 1, calendar).dueOn <= to) count += 1
  return count
}

/** That time of a day, `hhmm` as `16:00`. */
export const atTime = (date: LocalDate, hhmm: string): Instant => startOfDay(date).replace('T00:00', `T${hhmm}`)

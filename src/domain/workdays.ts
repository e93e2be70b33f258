import { addDays, weekdayOf, type LocalDate } from './local-date'

/**
 * The State Council's calendar, a year at a time: weekdays that are closed and weekend days that are worked, as `MM-DD`.
 * A year that is not in `knownYears` has no calendar yet.
 */
export interface WorkdayCalendar {
  readonly knownYears: readonly number[]
  readonly closedDays: Readonly<Record<string, readonly string[]>>
  readonly workingWeekends: Readonly<Record<string, readonly string[]>>
}

/** Whether people work on that day; null where the year's calendar is not published. */
export function isWorkday(date: LocalDate, calendar: WorkdayCalendar): boolean | null {
  const year = date.slice(0, 4)
  if (!calendar.knownYears.includes(Number(year))) return null
  const listed = (days: readonly string[] | undefined): boolean => days?.includes(date.slice(5)) ?? false
  return isMondayToFriday(date) ? !listed(calendar.closedDays[year]) : listed(calendar.workingWeekends[year])
}

/**
 * The n-th workday after `from` (counting starts the next day; 0 gives `from`), for a date that a member reads.
 * Null when the count meets a day of an unknown year: the screen then says 以实际到账为准 instead of a guess (rule source A).
 */
export function workdaysAfter(from: LocalDate, n: number, calendar: WorkdayCalendar): LocalDate | null {
  const { dueOn, flag } = operationalWorkdaysAfter(from, n, calendar)
  return flag ? null : dueOn
}

/** A timer's date; flagged when it rests on Monday to Friday, to be computed again when the calendar arrives. */
export interface OperationalDate {
  dueOn: LocalDate
  flag?: 'CALENDAR_UNKNOWN'
}

/**
 * The n-th workday after `from` for timers, which cannot do without a date: unknown years count Monday to Friday (rule source A).
 * @throws RangeError when n is not a whole number >= 0.
 */
export function operationalWorkdaysAfter(from: LocalDate, n: number, calendar: WorkdayCalendar): OperationalDate {
  if (!Number.isSafeInteger(n) || n < 0) throw new RangeError(`workdays must be a whole number >= 0, got ${n}`)
  let dueOn = addDays(from, 0)
  let guessed = false
  for (let left = n; left > 0; ) {
    dueOn = addDays(dueOn, 1)
    const known = isWorkday(dueOn, calendar)
    if (known === null) guessed = true
    if (known ?? isMondayToFriday(dueOn)) left -= 1
  }
  return guessed ? { dueOn, flag: 'CALENDAR_UNKNOWN' } : { dueOn }
}

const isMondayToFriday = (date: LocalDate): boolean => weekdayOf(date) <= 5

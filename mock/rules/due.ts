import type { LocalDate } from '@/domain/dates'

/**
 * A limit counted in workdays. `dueOn` drives the timer (Monday to Friday where the calendar of a year is not published yet);
 * `displayOn` is what a screen may show and is null there: 以实际到账为准.
 */
export interface WorkdayDue {
  dueOn: LocalDate
  displayOn: LocalDate | null
}

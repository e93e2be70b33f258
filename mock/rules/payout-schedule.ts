import { addDays, localDateOf, msOf, toInstant, type Instant, type LocalDate } from '@/domain/dates'
import type { WorkdayCalendar } from '@/domain/workdays'
import { atTime, workdayDue, workdaysWithin, type WorkdayDue } from './due'
import { payoutRules, type Delay } from './payout-table'
import type { PayoutAccount } from './payout-types'

export const minutesAfter = (instant: Instant, minutes: number): Instant => toInstant(msOf(instant) + minutes * 60_000)

/** Moment after a delay; a workday begins at 09:00 (A). */
export const afterDelay = (from: Instant, delay: Delay, calendar: WorkdayCalendar): Instant =>
  'minutes' in delay ? minutesAfter(from, delay.minutes) : atTime(workdayDue(localDateOf(from), delay.workdays, calendar).dueOn, payoutRules.workdayOpens)

export const isWorkingDay = (date: LocalDate, calendar: WorkdayCalendar): boolean => workdaysWithin(addDays(date, -1), date, calendar) === 1

/** True while the batch of the day still takes payouts: a workday up to the cut-off at 16:00 (A). */
export const batchOpen = (now: Instant, calendar: WorkdayCalendar): boolean =>
  isWorkingDay(localDateOf(now), calendar) && now <= atTime(localDateOf(now), payoutRules.cutOff)

/** Batch that takes a payout which is ready at `from`: today before 16:00, else the next workday (A). */
export const plannedBatch = (from: Instant, calendar: WorkdayCalendar): WorkdayDue => {
  const today = localDateOf(from)
  const takesToday = isWorkingDay(today, calendar) && from < atTime(today, payoutRules.cutOff)
  return workdayDue(today, takesToday ? 0 : 1, calendar)
}

/** Expected arrival of money sent with that batch. */
export const arrival = (batch: WorkdayDue, account: PayoutAccount, calendar: WorkdayCalendar): WorkdayDue => {
  const due = workdayDue(batch.dueOn, payoutRules.arrivalWorkdays(account.issuer), calendar)
  return batch.displayOn === null ? { ...due, displayOn: null } : due
}

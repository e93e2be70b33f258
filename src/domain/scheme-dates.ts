import { addDays, addYears, type LocalDate } from './local-date'

/** Cover begins at 00:00 of the day after acceptance (rule source R, edition before 2025). */
export const effectiveOnFor = (acceptedOn: LocalDate): LocalDate => addDays(acceptedOn, 1)

/**
 * Last day of cover, which ends at 24:00: effectiveOn + term - 1 day; a start on 29 February counts as 1 March
 * (rule source A, `common.endsOnRule`).
 */
export function endsOnFor(effectiveOn: LocalDate, termYears: number): LocalDate {
  const start = effectiveOn.slice(5) === '02-29' ? addDays(effectiveOn, 1) : effectiveOn
  return addDays(addYears(start, termYears), -1)
}

/** `waitingEndsOn` is the last day that still pays nothing, null where nothing is waited for; benefits begin the day after it. */
export interface WaitingPeriod {
  waitingEndsOn: LocalDate | null
  benefitsFrom: LocalDate
}

/** Waiting period of a first enrolment in days; 0 for renewals and accidents (rule source A, `common.waitingRule`). */
export const waitingPeriod = (effectiveOn: LocalDate, days: number): WaitingPeriod => ({
  waitingEndsOn: days > 0 ? addDays(effectiveOn, days - 1) : null,
  benefitsFrom: addDays(effectiveOn, Math.max(0, days)),
})

/** Last day to claim (until 24:00): the same date `years` later, 29 February -> 28 February (rule source A). */
export const claimWindowEnd = (startOn: LocalDate, years: number): LocalDate => addYears(startOn, years)

/** Last day (until 24:00) of a limit in calendar days; counting starts the day after `from` (rule source A). */
export const dueAfterDays = (from: LocalDate, days: number): LocalDate => addDays(from, days)

/** The days on which to remind of an end, in the order of `daysBefore`. */
export const remindersBefore = (endsOn: LocalDate, daysBefore: readonly number[]): LocalDate[] =>
  daysBefore.map((days) => addDays(endsOn, -days))

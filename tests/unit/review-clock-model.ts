import plans from '@mock/rules/data/plans.json'

/** Days as the reviewers' office counts them, one by one on a calendar on the wall: on purpose without a line of the machine's. */
const DAY_MS = 86_400_000
const closed = new Set(Object.entries(plans.workdays.closedDays).flatMap(([year, days]) => days.map((day) => `${year}-${day}`)))
const worked = new Set(Object.entries(plans.workdays.workingWeekends).flatMap(([year, days]) => days.map((day) => `${year}-${day}`)))
const after = (date: string): string => new Date(Date.parse(`${date}T00:00:00Z`) + DAY_MS).toISOString().slice(0, 10)
const isWorked = (date: string): boolean => {
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 ? worked.has(date) : !closed.has(date)
}

/** The `n`th day that is worked after `from` and lies in no pause (a pause begins after its first day and ends with its last). */
export function nthDay(from: string, n: number, pauses: readonly (readonly [from: string, to: string])[] = []): string {
  let date = from
  for (let counted = 0; counted < n; ) {
    date = after(date)
    if (isWorked(date) && !pauses.some(([first, last]) => date > first && date <= last)) counted += 1
  }
  return date
}

/** What a claim's review time should be, from the days on which it began, rested and went on. */
export interface ReviewModel {
  startedOn: string
  pauses: [string, string][]
  restingSince: string | null
  /** The last day on which a new date was promised, after the hard limit. */
  promisedOn: string | null
}

/** Both limits; a target that was missed before a pause is no promise any more and may be any earlier day (null). */
export function limitsOf({ startedOn, pauses, promisedOn }: ReviewModel): { expected: string | null; hard: string | null; wentOnOn: string } {
  const wentOnOn = pauses.slice(-1)[0]?.[1] ?? startedOn
  const ahead = (date: string): string | null => (pauses.length === 0 || date > wentOnOn ? date : null)
  return { expected: promisedOn === null ? ahead(nthDay(startedOn, 3, pauses)) : nthDay(promisedOn, 3), hard: ahead(nthDay(startedOn, 10, pauses)), wentOnOn }
}

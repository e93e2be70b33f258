/** A day in China: `2026-11-24`. Plain text order is time order. */
export type LocalDate = string

/** A moment, always written with the offset of China and whole seconds: `2026-11-24T09:05:00+08:00`. Text order is time order. */
export type Instant = string

const DAY_MS = 86_400_000
const CHINA_MS = 8 * 3_600_000
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const INSTANT = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)\+08:00$/
const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

interface Civil {
  year: number
  month: number
  day: number
}

/** True for a day that exists (`2026-02-29` does not), written as `YYYY-MM-DD`. */
export const isLocalDate = (text: string): boolean => read(text) !== null

/** True for a moment written exactly as the contract writes moments. */
export const isInstant = (text: string): boolean => INSTANT.test(text) && isLocalDate(text.slice(0, 10))

/** Epoch milliseconds to the contract's form; parts of a second are dropped. */
export function toInstant(ms: number): Instant {
  const local = ms + CHINA_MS
  const days = Math.floor(local / DAY_MS)
  const seconds = Math.floor((local - days * DAY_MS) / 1000)
  const clock = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60]
  return `${dateOfDays(days)}T${clock.map(two).join(':')}+08:00`
}

/** Epoch milliseconds of a moment. @throws RangeError when it is not in the contract's form. */
export function msOf(instant: Instant): number {
  const match = INSTANT.exec(instant)
  if (!match) throw new RangeError(`not an instant with +08:00: ${instant}`)
  const [, date = '', hour, minute, second] = match
  return daysOf(date) * DAY_MS + (Number(hour) * 3600 + Number(minute) * 60 + Number(second)) * 1000 - CHINA_MS
}

/** The day in China on which a moment falls. */
export const localDateOf = (instant: Instant): LocalDate => toInstant(msOf(instant)).slice(0, 10)

/** 00:00 of the day. */
export const startOfDay = (date: LocalDate): Instant => `${dateOfDays(daysOf(date))}T00:00:00+08:00`

/** 24:00 of the day, which is 00:00 of the next: a time limit has passed when now >= endOfDay(limit). */
export const endOfDay = (date: LocalDate): Instant => startOfDay(addDays(date, 1))

/** The day `days` later (earlier when negative). */
export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDays(daysOf(date) + whole(days))

/** The same day `years` later; 29 February becomes 28 February where the year has none (rule source A, `common.claimWindowYears`). */
export function addYears(date: LocalDate, years: number): LocalDate {
  const { year, month, day } = civilOf(date)
  return write({ year: year + whole(years), month, day: Math.min(day, monthLength(year + years, month)) })
}

/** Days from the first date to the second; negative when the second is earlier. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => daysOf(to) - daysOf(from)

/** Below 0, 0 or above 0, for sorting and for limits. */
export const compareDates = (a: LocalDate, b: LocalDate): number => daysOf(a) - daysOf(b)

/** 1 Monday … 7 Sunday. */
export const weekdayOf = (date: LocalDate): number => (((daysOf(date) + 3) % 7) + 7) % 7 + 1

/** `2026-11-24` -> `2026年11月24日`. */
export function formatDateZh(date: LocalDate): string {
  const { year, month, day } = civilOf(date)
  return `${year}年${month}月${day}日`
}

/** `2026-11-24T09:05:00+08:00` -> `2026年11月24日 09:05`. */
export const formatInstantZh = (instant: Instant): string =>
  `${formatDateZh(localDateOf(instant))} ${instant.slice(11, 16)}`

const two = (value: number): string => String(value).padStart(2, '0')

const isLeap = (year: number): boolean => (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0

const monthLength = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0)

function read(text: string): Civil | null {
  const match = DATE.exec(text)
  if (!match) return null
  const civil = { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
  return civil.year >= 1 && civil.day >= 1 && civil.day <= monthLength(civil.year, civil.month) ? civil : null
}

function civilOf(date: LocalDate): Civil {
  const civil = read(date)
  if (!civil) throw new RangeError(`not a date: ${date}`)
  return civil
}

function write({ year, month, day }: Civil): LocalDate {
  if (!(year >= 1 && year <= 9999)) throw new RangeError(`year out of range: ${year}`)
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(day)}`
}

function whole(count: number): number {
  if (!Number.isSafeInteger(count)) throw new RangeError(`a whole number is needed, got ${count}`)
  return count
}

// Days since 1970-01-01 and back, in integers (Howard Hinnant's days_from_civil). The year is taken to begin on
// 1 March, so that the leap day is its last one, and 400 years are always 146,097 days.
function daysOf(date: LocalDate): number {
  const { year, month, day } = civilOf(date)
  const marchYear = month <= 2 ? year - 1 : year
  const era = Math.floor(marchYear / 400)
  const yearOfEra = marchYear - era * 400
  const dayOfYear = Math.floor((153 * ((month + 9) % 12) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

function dateOfDays(days: number): LocalDate {
  const shifted = days + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153)
  const day = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1
  const month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9
  return write({ year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day })
}

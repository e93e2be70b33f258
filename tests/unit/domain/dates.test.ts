import fc from 'fast-check'
import * as dates from '@/domain/dates'
import { dateVectors } from '../vectors/benefit-vectors.json'

// Ends in the middle of a year that has a calendar and begins in one that has none.
const calendar: dates.WorkdayCalendar = {
  knownYears: [2026],
  closedDays: {
    '2026': [
      ...['01-01', '01-02', '02-16', '02-17', '02-18', '02-19', '02-20', '02-23', '04-06', '05-01', '05-04', '05-05'],
      ...['06-19', '09-25', '10-01', '10-02', '10-05', '10-06', '10-07'],
    ],
  },
  workingWeekends: { '2026': ['01-04', '02-14', '02-28', '05-09', '09-20', '10-10'] },
}

type Vector = (typeof dateVectors)[number]
const text = (value: string | undefined): string => {
  if (value === undefined) throw new Error('the vector lacks a field')
  return value
}
const count = (value: number | undefined): number => {
  if (value === undefined) throw new Error('the vector lacks a field')
  return value
}

/** What the code says, and what the vector says, for each rule. An unknown rule fails. */
function judge(v: Vector): [actual: unknown, expected: unknown] {
  switch (v.rule) {
    case 'coverage': {
      const effectiveOn = dates.effectiveOnFor(text(v.acceptedOn))
      const endsOn = dates.endsOnFor(effectiveOn, count(v.termYears))
      return [{ effectiveOn, endsOn }, { effectiveOn: v.effectiveOn, endsOn: v.endsOn }]
    }
    case 'waiting':
      return [
        dates.waitingPeriod(text(v.effectiveOn), count(v.waitingDays)),
        { waitingEndsOn: v.waitingEndsOn, benefitsFrom: v.benefitsFrom },
      ]
    case 'claimWindow':
      return [dates.claimWindowEnd(text(v.startOn), 2), v.windowEndsOn]
    case 'dueDays':
    case 'appeal':
      return [dates.dueAfterDays(text(v.askedOn ?? v.decidedOn), count(v.days)), v.dueOn]
    case 'workdays':
      return [dates.workdaysAfter(text(v.from), count(v.workdays), calendar), v.dueOn]
    case 'operationalWorkdays':
      return [
        {
          ...dates.operationalWorkdaysAfter(text(v.from), count(v.workdays), calendar),
          displayOn: dates.workdaysAfter(text(v.from), count(v.workdays), calendar),
        },
        { dueOn: v.dueOn, flag: v.flag, displayOn: v.displayOn },
      ]
    case 'renewalReminder':
      return [dates.remindersBefore(text(v.endsOn), v.daysBefore ?? []), v.remindOn]
    default:
      throw new Error(`no judge for rule ${v.rule}`)
  }
}

describe('the dates of the scheme', () => {
  test('all vectors are here', () => expect(dateVectors).toHaveLength(17))

  test.each(dateVectors.map((v): [string, string, Vector] => [v.id, v.rule, v]))('%s %s', (_id, _rule, v) => {
    const [actual, expected] = judge(v)
    expect(actual).toEqual(expected)
  })

  test('no waiting: benefits from the first day', () => {
    expect(dates.waitingPeriod('2026-11-24', 0)).toEqual({ waitingEndsOn: null, benefitsFrom: '2026-11-24' })
  })

  test('cover is never a day short or long: the next term starts where an ordinary one ends', () => {
    fc.assert(
      fc.property(anyDate, fc.constantFrom(1, 3), (effectiveOn, years) => {
        fc.pre(!effectiveOn.endsWith('02-29'))
        expect(dates.addDays(dates.endsOnFor(effectiveOn, years), 1)).toBe(dates.addYears(effectiveOn, years))
      }),
    )
  })
})

const DAY_MS = 86_400_000
const anyDay = fc.integer({ min: -36_000, max: 80_000 })
const anyDate = anyDay.map((days) => new Date(days * DAY_MS).toISOString().slice(0, 10))

describe('days', () => {
  test('agree with the engine for three centuries', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -2000, max: 2000 }), (day, shift) => {
        const date = (days: number): string => new Date(days * DAY_MS).toISOString().slice(0, 10)
        expect(dates.addDays(date(day), shift)).toBe(date(day + shift))
        expect(dates.daysBetween(date(day), date(day + shift))).toBe(shift)
        expect(Math.sign(dates.compareDates(date(day + shift), date(day)))).toBe(Math.sign(shift))
        expect(dates.weekdayOf(date(day)) % 7).toBe(new Date(day * DAY_MS).getUTCDay())
      }),
    )
  })

  test('pass the one leap day in 400 years that a cycle ends with', () => {
    expect(dates.addDays('2000-02-28', 1)).toBe('2000-02-29')
    expect(dates.addDays('2000-03-01', -1)).toBe('2000-02-29')
    expect(dates.addDays('2100-02-28', 1)).toBe('2100-03-01')
  })

  test.each(['2024-02-29', '2000-02-29', '1880-01-01', '9999-12-31'])('%s is a day', (text) => {
    expect(dates.isLocalDate(text)).toBe(true)
  })

  test.each(['2026-02-29', '1900-02-29', '2026-04-31', '2026-13-01', '2026-00-10', '2026-01-00', '0000-01-01', '2026-1-1', '2026-01-01T00', ''])(
    '%j is none',
    (text) => {
      expect(dates.isLocalDate(text)).toBe(false)
      expect(() => dates.addDays(text, 1)).toThrow(RangeError)
    },
  )

  test.each([
    ['2024-02-29', 1, '2025-02-28'],
    ['2024-02-29', 4, '2028-02-29'],
    ['2026-02-28', 2, '2028-02-28'],
    ['2026-11-23', -1, '2025-11-23'],
  ])('%s and %d years is %s', (from, years, to) => expect(dates.addYears(from, years)).toBe(to))

  test('a day beyond the calendar or half a day is refused, not written wrongly', () => {
    expect(() => dates.addDays('9999-12-31', 1)).toThrow(RangeError)
    expect(() => dates.addDays('2026-01-01', 0.5)).toThrow(RangeError)
    expect(() => dates.toInstant(NaN)).toThrow(RangeError)
  })
})

describe('moments', () => {
  test('milliseconds and text say the same, and the text order is the time order', () => {
    const seconds = fc.integer({ min: -3_000_000_000, max: 7_000_000_000 })
    fc.assert(
      fc.property(seconds, seconds, (a, b) => {
        const [first, second] = [dates.toInstant(a * 1000), dates.toInstant(b * 1000)]
        expect(dates.msOf(first)).toBe(a * 1000)
        expect(Date.parse(first)).toBe(a * 1000)
        expect(first < second).toBe(a < b)
      }),
    )
  })

  test('the day in China turns at 16:00 UTC', () => {
    expect(dates.localDateOf(dates.toInstant(Date.parse('2026-11-23T15:59:59.999Z')))).toBe('2026-11-23')
    expect(dates.toInstant(Date.parse('2026-11-23T15:59:59.999Z'))).toBe('2026-11-23T23:59:59+08:00')
    expect(dates.localDateOf(dates.toInstant(Date.parse('2026-11-23T16:00:00Z')))).toBe('2026-11-24')
  })

  test('a day runs from its 00:00 to its 24:00', () => {
    expect(dates.startOfDay('2026-12-31')).toBe('2026-12-31T00:00:00+08:00')
    expect(dates.endOfDay('2026-12-31')).toBe('2027-01-01T00:00:00+08:00')
  })

  test.each(['2026-11-23T10:00:00Z', '2026-11-23T10:00:00.000+08:00', '2026-11-23T24:00:00+08:00', '2026-02-30T10:00:00+08:00', '2026-11-23', ''])(
    '%j is not in the form of the contract',
    (text) => {
      expect(dates.isInstant(text)).toBe(false)
      expect(() => dates.msOf(text)).toThrow(RangeError)
    },
  )

  test('are written the Chinese way', () => {
    expect(dates.isInstant('2026-11-24T09:05:00+08:00')).toBe(true)
    expect(dates.formatInstantZh('2026-11-24T09:05:00+08:00')).toBe('2026年11月24日 09:05')
    expect(dates.formatDateZh('2026-11-24')).toBe('2026年11月24日')
    expect(dates.formatDateZh('2027-01-05')).toBe('2027年1月5日')
  })
})

describe('workdays', () => {
  test.each([
    ['2026-11-23', true, 'a Monday'],
    ['2026-11-21', false, 'a Saturday'],
    ['2026-10-01', false, 'National Day'],
    ['2026-10-10', true, 'a Saturday that is worked'],
    ['2027-01-04', null, 'a year without a calendar'],
  ])('%s: %s (%s)', (date, expected, _why) => expect(dates.isWorkday(date, calendar)).toBe(expected))

  test('what is displayed is a workday after exactly n workdays, or nothing', () => {
    const in2026 = fc.integer({ min: 0, max: 364 }).map((days) => dates.addDays('2026-01-01', days))
    fc.assert(
      fc.property(in2026, fc.integer({ min: 1, max: 30 }), (from, n) => {
        const timer = dates.operationalWorkdaysAfter(from, n, calendar)
        const shown = dates.workdaysAfter(from, n, calendar)
        expect(shown).toBe(timer.flag ? null : timer.dueOn)
        expect(shown === null).toBe(timer.dueOn > '2026-12-31')
        if (shown === null) return
        const passed = Array.from({ length: dates.daysBetween(from, shown) }, (_, i) => dates.addDays(from, i + 1))
        expect(passed.filter((date) => dates.isWorkday(date, calendar))).toHaveLength(n)
        expect(dates.isWorkday(shown, calendar)).toBe(true)
      }),
    )
  })

  test('a calendar that knows nothing still gives timers a date, flagged', () => {
    const none = { knownYears: [], closedDays: {}, workingWeekends: {} }
    expect(dates.operationalWorkdaysAfter('2026-11-20', 1, none)).toEqual({ dueOn: '2026-11-23', flag: 'CALENDAR_UNKNOWN' })
    expect(dates.workdaysAfter('2026-11-20', 1, none)).toBeNull()
  })

  test.each([-1, 0.5, NaN])('%d workdays are refused', (n) => {
    expect(() => dates.operationalWorkdaysAfter('2026-11-20', n, calendar)).toThrow(RangeError)
  })

  test('nought workdays is the day itself', () => expect(dates.workdaysAfter('2026-11-21', 0, calendar)).toBe('2026-11-21'))
})

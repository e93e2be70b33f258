import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { formatDateZh, localDateOf, msOf, toInstant } from '@/domain/dates'
import { relativeTimeZh } from '@/domain/relative-time'

const now = msOf('2026-11-23T10:00:00+08:00')

test.each([
  ['2026-11-23T10:00:00+08:00', '刚刚'],
  ['2026-11-23T09:59:01+08:00', '刚刚'],
  ['2026-11-23T10:00:30+08:00', '刚刚'],
  ['2026-11-23T09:59:00+08:00', '1分钟前'],
  ['2026-11-23T09:58:01+08:00', '1分钟前'],
  ['2026-11-23T09:57:00+08:00', '3分钟前'],
  ['2026-11-23T09:00:01+08:00', '59分钟前'],
  ['2026-11-23T09:00:00+08:00', '1小时前'],
  ['2026-11-23T07:00:01+08:00', '2小时前'],
  ['2026-11-23T00:00:00+08:00', '10小时前'],
  ['2026-11-22T23:59:59+08:00', '昨天'],
  ['2026-11-22T00:00:00+08:00', '昨天'],
  ['2026-11-21T23:59:59+08:00', '11月21日'],
  ['2026-11-20T09:00:00+08:00', '11月20日'],
  ['2026-01-01T00:00:00+08:00', '1月1日'],
  ['2025-12-31T23:59:59+08:00', '2025年12月31日'],
])('%s at ten o’clock: %s', (at, words) => expect(relativeTimeZh(at, now)).toBe(words))

test.each([
  ['2026-11-22T23:50:00+08:00', '2026-11-23T00:05:00+08:00', '15分钟前'],
  ['2026-11-22T23:00:00+08:00', '2026-11-23T00:05:00+08:00', '昨天'],
  ['2025-12-31T20:00:00+08:00', '2026-01-01T08:00:00+08:00', '昨天'],
  ['2028-02-29T08:00:00+08:00', '2028-03-01T08:00:00+08:00', '昨天'],
])('around midnight: %s at %s is %s', (at, when, words) => expect(relativeTimeZh(at, msOf(when))).toBe(words))

test('a moment without the offset of China is refused, not guessed', () => {
  for (const at of ['2026-11-23T09:57:00', '2026-11-23T01:57:00Z', '2026-11-23', '']) expect(() => relativeTimeZh(at, now)).toThrow(RangeError)
})

test('before yesterday it is the date of China', () => {
  fc.assert(
    fc.property(fc.integer({ min: 2 * 86_400, max: 3 * 365 * 86_400 }), (seconds) => {
      const at = toInstant(now - seconds * 1000)
      expect(formatDateZh(localDateOf(at))).toContain(relativeTimeZh(at, now))
    }),
  )
})

/** Nights in which a zone somewhere changes to or from summer time while it is around midnight in China. */
const nights = ['2026-04-04T23:30:00+08:00', '2026-09-27T00:30:00+08:00', '2026-03-08T15:30:00+08:00', '2026-11-01T13:30:00+08:00']
test.each(['Pacific/Auckland', 'America/New_York', 'Asia/Shanghai'])('a phone that lives in %s says the same', (TZ) => {
  const script = `const { relativeTimeZh } = require('@/domain/relative-time')
    console.log(JSON.stringify(${JSON.stringify(nights)}.flatMap((at) => [relativeTimeZh(at, ${now}), relativeTimeZh(at, Date.parse(at) + 864e5)])))`
  const words: unknown = JSON.parse(execFileSync(process.execPath, ['--import', 'tsx', '-e', script], { env: { ...process.env, TZ }, encoding: 'utf8' }))
  expect(words).toEqual(['4月4日', '昨天', '9月27日', '昨天', '3月8日', '昨天', '11月1日', '昨天'])
})

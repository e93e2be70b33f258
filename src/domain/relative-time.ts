import dayjs from 'dayjs'
import 'dayjs/locale/zh-cn'
import relativeTime from 'dayjs/plugin/relativeTime'
import utc from 'dayjs/plugin/utc'
import { msOf, type Instant } from './local-date'

dayjs.extend(utc)
// Whole units that have passed: after 119 seconds it is «1分钟前», never «2».
dayjs.extend(relativeTime, {
  rounding: Math.floor,
  thresholds: [{ l: 's', r: 59, d: 'second' }, { l: 'm', r: 1 }, { l: 'mm', r: 59, d: 'minute' }, { l: 'h', r: 1 }, { l: 'hh', d: 'hour' }],
})

const CHINA_MS = 8 * 3_600_000
/**
 * China's wall clock, kept in UTC mode. An offset and not a zone: phones' zone tables cannot be relied on. Not `utcOffset(8)`: that is an hour
 * off where the phone's own zone changes to or from summer time near that moment.
 */
const inChina = (ms: number) => dayjs.utc(ms + CHINA_MS).locale('zh-cn')

/**
 * How long ago, as people say it: 刚刚, 3分钟前, 2小时前 (same day), 昨天, 11月20日, 2025年11月20日. Days are those of China, whatever the phone thinks.
 * Not part of `dates.ts`, so that the library stays in the pages that use this.
 * @param now epoch ms by the server's clock; a moment that is still to come (a clock a little off) is 刚刚
 * @throws RangeError when `at` is not in the contract's form
 */
export function relativeTimeZh(at: Instant, now: number): string {
  const [then, today] = [inChina(msOf(at)), inChina(now)]
  const minutes = today.diff(then, 'minute')
  if (minutes < 1) return '刚刚'
  // The hour that crosses midnight is still «15分钟前».
  if (minutes < 60 || then.isSame(today, 'day')) return then.from(today).replace(' ', '')
  if (then.isSame(today.subtract(1, 'day'), 'day')) return '昨天'
  return then.format(then.isSame(today, 'year') ? 'M月D日' : 'YYYY年M月D日')
}

import { Refusal } from '../rules/refusal'
import type { Limits, Route } from './types'

const WINDOW_MS = 60_000

/**
 * Fixed windows of one minute for each address: `sms` for sending codes, `general` for everything.
 * @returns a check that throws RATE_LIMITED (extra `retryAfterSeconds`)
 */
export function createLimiter(limits: Limits | null | undefined, wallMs: () => number): (route: Route, remote: string) => void {
  if (!limits) return () => undefined
  let window = -1
  let counts = new Map<string, number>()
  const count = (key: string, limit: number, now: number): void => {
    const seen = (counts.get(key) ?? 0) + 1
    counts.set(key, seen)
    if (seen > limit) throw new Refusal('RATE_LIMITED', undefined, {}, { retryAfterSeconds: Math.ceil((WINDOW_MS - (now % WINDOW_MS)) / 1000) })
  }
  return (route, remote) => {
    const now = wallMs()
    if (Math.floor(now / WINDOW_MS) !== window) {
      window = Math.floor(now / WINDOW_MS)
      counts = new Map()
    }
    count(`general ${remote}`, limits.general, now)
    if (route.name === 'sendSmsCode') count(`sms ${remote}`, limits.sms, now)
  }
}

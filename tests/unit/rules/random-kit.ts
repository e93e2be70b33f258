import fc from 'fast-check'
import { msOf, type Instant } from '@/domain/dates'
import { statusOf } from '@/contract/errors'
import { Refusal } from '@mock/rules/refusal'
import { later } from './kit'

/** Lists of events for each machine: so many reach every state, and every refusal in it, a hundred times and more. */
export const LISTS = 10_000

/** Mostly the usual moment of an event, now and then any later one, up to `maxDays` on. */
export const jumps = (maxDays: number) =>
  fc.oneof({ arbitrary: fc.constant<'usual' | number>('usual'), weight: 4 }, { arbitrary: fc.integer({ min: 0, max: maxDays * 24 * 60 }), weight: 1 })

/** The clock never goes back. */
export function momentOf(jump: 'usual' | number, usual: Instant, now: Instant): Instant {
  const moment = jump === 'usual' ? usual : later(now, jump)
  return msOf(moment) > msOf(now) ? moment : now
}

/** A machine that changed what it was given would throw on a frozen record: much cheaper than comparing it before and after. */
export function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.values(value).forEach(frozen)
  return Object.freeze(value)
}

/** The refusal of an event, undefined where it was accepted; anything but a Refusal fails the test. */
export function refusedBy(act: () => void): Refusal | undefined {
  try {
    act()
    return undefined
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error
  }
}

/** expect() ten times a step makes minutes of a million steps. */
export function must(holds: boolean, what: string, ...about: unknown[]): void {
  if (!holds) throw new Error(`${what}\n${JSON.stringify(about, null, 1)}`)
}

/** A refusal tells where the record stands, and never by a status that a client would repeat. */
export function checkRefusal(refusal: Refusal, stands: { state: string; version: number } | null, listed: boolean, conflict: string): void {
  const { code, extra } = refusal
  if (!listed) must(code === conflict && statusOf(code) === 409, 'an event that is not listed', code)
  must([403, 409, 422].includes(statusOf(code)), 'status of a refusal', code)
  if (code === 'FORBIDDEN' && Object.keys(extra).length === 0) return
  must(extra.state === (stands?.state ?? null) && extra.version === (stands?.version ?? 0), 'a refusal without state and version', code, extra)
}

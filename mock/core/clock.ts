import { localDateOf, toInstant } from '@/domain/dates'
import type { Instant, LocalDate } from '@/contract/schemas/common'
import type { Tx } from '../store/store'
import type { Env } from './types'

/** Id of the one `meta` record; a store without it has not been seeded. */
export const META_ID = 'meta'

export interface Clock {
  nowMs: number
  now: Instant
  today: LocalDate
}

/** The scheme's time: wall clock plus the offset in the store. Read inside each transaction, never cached: testers move it. */
export async function readClock(tx: Tx, env: Env): Promise<Clock> {
  const nowMs = env.wallMs() + ((await tx.get('meta', META_ID))?.clockOffsetMs ?? 0)
  const now = toInstant(nowMs)
  return { nowMs, now, today: localDateOf(now) }
}

/** Sets the scheme's time to `targetMs` by storing the offset. Refusing to go back is the caller's rule. */
export async function setClock(tx: Tx, env: Env, targetMs: number): Promise<void> {
  const meta = await tx.get('meta', META_ID)
  const fresh = { id: META_ID, seededAt: toInstant(targetMs) }
  await tx.put('meta', { ...fresh, ...meta, clockOffsetMs: targetMs - env.wallMs() })
}

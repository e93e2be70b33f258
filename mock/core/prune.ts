import { localDateOf, toInstant } from '@/domain/dates'
import type { Tx } from '../store/store'
import { META_ID } from './clock'
import type { Env } from './types'

const HOUR_MS = 3_600_000
/** A phone that was off for a month still finds its key; none waits longer. */
export const KEYS_KEPT_MS = 30 * 24 * HOUR_MS

/**
 * Clears away, once an hour of the wall clock, what nobody can use any more: sessions that have ended or run out (of those that a sign-in elsewhere
 * has ended the device is still to be told), answers to keys of a month ago, sign-in codes and visits that have expired, wrong codes of yesterday. A token or key of what is gone is answered as unknown.
 */
export async function prune(tx: Tx, env: Env): Promise<void> {
  const wallMs = env.wallMs()
  const meta = await tx.get('meta', META_ID)
  if (!meta || (meta.prunedMs !== undefined && wallMs - meta.prunedMs < HOUR_MS)) return
  for (const { id, ended, displaced, refreshExpiresMs } of await tx.list('session')) if ((ended && !displaced) || refreshExpiresMs <= wallMs) await tx.delete('session', id)
  for (const { id, atMs } of await tx.list('idempotency')) if (atMs + KEYS_KEPT_MS <= wallMs) await tx.delete('idempotency', id)
  for (const { id, expiresAtMs } of await tx.list('smsCode')) if (expiresAtMs + HOUR_MS <= wallMs) await tx.delete('smsCode', id)
  const today = localDateOf(toInstant(wallMs))
  for (const { id, day } of await tx.list('wrongCodes')) if (day < today) await tx.delete('wrongCodes', id)
  for (const { id, expiresMs } of await tx.list('visit')) if (expiresMs + HOUR_MS <= wallMs) await tx.delete('visit', id)
  await tx.put('meta', { ...meta, prunedMs: wallMs })
}

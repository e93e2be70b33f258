import type { Instant } from '@/domain/dates'
import { anomalyLimit } from '../../../rules/scan-verdict'
import type { Tx } from '../../../store/store'

const HOUR_MS = 3_600_000

/** How many distinct members this rep may scan in an hour (A): more with a large lease. */
async function limitOf(tx: Tx, repId: string, eventId: string): Promise<number> {
  const leases = (await tx.list('lease', repId)).filter((lease) => lease.eventId === eventId)
  return anomalyLimit(Math.max(0, ...leases.map(({ size }) => size)))
}

async function othersWithinAnHour(tx: Tx, repId: string, memberId: string, atMs: number): Promise<number> {
  return ((await tx.get('repHour', repId))?.seen ?? []).filter((seen) => seen.memberId !== memberId && Math.abs(atMs - seen.atMs) < HOUR_MS).length
}

/** Whether the rep is stopped, or this member (null: nobody is known) is one too many. It does not wear off: somebody has to look at it and lift it. */
export async function isAnomalous(tx: Tx, repId: string, memberId: string | null, atMs: number, eventId: string): Promise<boolean> {
  if (await tx.get('repStop', repId)) return true
  return memberId !== null && (await othersWithinAnHour(tx, repId, memberId, atMs)) >= (await limitOf(tx, repId, eventId))
}

/** The first scan that is one too many stops the rep. */
export async function stopRep(tx: Tx, repId: string, eventId: string, now: Instant): Promise<void> {
  if (await tx.get('repStop', repId)) return
  const limit = await limitOf(tx, repId, eventId)
  await tx.put('repStop', { id: repId, eventId, at: now, members: ((await tx.get('repHour', repId))?.seen ?? []).length, limit })
}

/** Counts from nought again, or the next scan would stop the rep once more. */
export async function liftStop(tx: Tx, repId: string): Promise<void> {
  await tx.delete('repStop', repId)
  await tx.delete('repHour', repId)
}

export async function countMember(tx: Tx, repId: string, memberId: string, atMs: number): Promise<void> {
  const seen = ((await tx.get('repHour', repId))?.seen ?? []).filter((entry) => entry.memberId !== memberId && atMs - entry.atMs < HOUR_MS)
  await tx.put('repHour', { id: repId, seen: [...seen, { memberId, atMs }] })
}

import type { QueryClient } from '@tanstack/react-query'
import type { EventKit, SubmitScan } from '@/contract/schemas/event'
import { isScan, useOutbox, type ScanItem } from '@/state/outbox-store'
import { accountKey } from '@/state/session-store'
import { call } from './call'
import { repEventKey, repKitKey } from './event-keys'
import { newKey } from './keys'

/**
 * Hands one queued scan in. Accepted ones leave the phone; a refused one stays with its words until the rep has read it, but
 * code and signature are wiped at once. Safe to repeat: the same key, so the server judges once. @throws ApiError
 */
export async function deliverScan(client: QueryClient, item: ScanItem, signal: AbortSignal): Promise<void> {
  const { eventId, body } = item.payload
  const answer = await call('submitScan', { params: { eventId }, body, key: item.idempotencyKey, signal })
  const { leaseLeft } = answer
  // Before the item goes: what it used up must not look free for a moment.
  if (leaseLeft !== null) client.setQueryData<EventKit>(repKitKey(eventId), (kit) => (kit?.lease ? { ...kit, lease: { ...kit.lease, left: leaseLeft } } : kit))
  const { update, remove } = useOutbox.getState()
  if (answer.light === 'red') {
    const { strokes: _wiped, ...kept } = body
    update(item.id, { state: 'ANSWERED', reasonZh: answer.repZh, payload: { ...item.payload, memberRef: '', answer, body: { ...kept, code: '' } } })
  } else remove(item.id)
  void client.invalidateQueries({ queryKey: repEventKey(eventId) })
}

/** Puts a scan into the durable queue. When it returns, the scan is on disk. @throws DeviceError STORAGE_FULL: nothing is kept then */
export function enqueueScan(eventId: string, memberRef: string, body: SubmitScan): void {
  const { items, add } = useOutbox.getState()
  const last = Math.max(0, ...items.filter(isScan).map(({ payload }) => payload.queuedAt))
  const key = newKey()
  add({
    id: key, owner: accountKey(), kind: 'scan', payload: { eventId, body, memberRef, queuedAt: Math.max(Date.now(), last + 1), answer: null },
    attempts: 0, nextAt: 0, idempotencyKey: key, state: 'WAITING', reasonZh: null,
  })
}

/** Tries again now: after a refusal, or without waiting for the next turn. */
export const retryScan = (id: string): void => useOutbox.getState().update(id, { state: 'WAITING', nextAt: 0, reasonZh: null })

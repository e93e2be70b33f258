import type { QueryClient } from '@tanstack/react-query'
import type { EventKit, SubmitEntry, SubmitScan } from '@/contract/schemas/event'
import { nameKey } from '@/domain/names'
import { SEAL_KEY_BYTES, SEAL_NONCE_BYTES, markOf, seal, unseal } from '@/domain/sealed'
import { compactNumber } from '@/domain/text'
import { forgetQueueKey, knownQueueKey, queueKey } from '@/platform/queue-key'
import { randomBytes } from '@/platform/random'
import { isScan, useOutbox, type ScanItem } from '@/state/outbox-store'
import { accountKey } from '@/state/session-store'
import { ApiError } from './api-error'
import { call } from './call'
import { repEventKey, repKitKey } from './event-keys'
import { newKey } from './keys'

/** What a queued item holds, as it is sent. */
type Queued = SubmitScan | SubmitEntry

/** What is sealed and marked is ASCII; names are not. Inside JSON the escapes mean the same text. */
const ascii = (text: string): string => text.replace(/[\u0080-\uffff]/g, (sign) => `\\u${`000${sign.charCodeAt(0).toString(16)}`.slice(-4)}`)

/**
 * Hands one queued scan in. Accepted ones leave the phone; a refused one stays with its words until the rep has read it, but
 * code and signature are wiped at once. Safe to repeat: the same key, so the server judges once. @throws ApiError
 */
export async function deliverScan(client: QueryClient, item: ScanItem, signal: AbortSignal): Promise<void> {
  const { eventId, sealed } = item.payload
  const body = bodyOf(sealed, item.owner)
  const request = { params: { eventId }, key: item.idempotencyKey, signal }
  const answer = await ('code' in body ? call('submitScan', { ...request, body }) : call('submitEntry', { ...request, body }))
  const { leaseLeft } = answer
  // Before the item goes: what it used up must not look free for a moment.
  if (leaseLeft !== null) client.setQueryData<EventKit>(repKitKey(eventId), (kit) => (kit?.lease ? { ...kit, lease: { ...kit.lease, left: leaseLeft } } : kit))
  const { update, remove } = useOutbox.getState()
  if (answer.light === 'red') update(item.id, { state: 'ANSWERED', reasonZh: answer.repZh, payload: { ...item.payload, member: '', sealed: '', answer } })
  else remove(item.id)
  if (!useOutbox.getState().items.some((other) => isScan(other) && other.owner === item.owner && other.payload.sealed !== '')) forgetQueueKey(item.owner)
  void client.invalidateQueries({ queryKey: repEventKey(eventId) })
}

/** @throws ApiError where the phone cannot open it any more: the member has to show the card again */
function bodyOf(sealed: string, owner: string): Queued {
  const key = knownQueueKey(owner)
  const text = key && unseal(sealed, key)
  if (!text) throw new ApiError('UNKNOWN', 422, '这条登记在手机上已损坏，请会员重新出示会员卡再扫一次。')
  return JSON.parse(text) as Queued
}

/**
 * Puts a scan into the durable queue, encrypted. When it resolves, the scan is on disk.
 * @throws DeviceError STORAGE_FULL, UNSUPPORTED (no randomness): nothing is kept then
 */
export const enqueueScan = (eventId: string, leaseId: string, memberRef: string, scan: SubmitScan): Promise<void> => enqueue(eventId, leaseId, markOf(memberRef), scan)

/** The same for a worker who was entered by number and name. */
export const enqueueEntry = (eventId: string, leaseId: string, entry: SubmitEntry): Promise<void> => enqueue(eventId, leaseId, entryMark(entry.memberNo, entry.name), entry)

/** Stands for a number and a name as they were entered: the same pair again takes no second place. */
export const entryMark = (memberNo: string, name: string): string => markOf(ascii(`${compactNumber(memberNo)} ${nameKey(name)}`))

async function enqueue(eventId: string, leaseId: string, member: string, body: Queued): Promise<void> {
  const owner = accountKey()
  const [nonce, spare] = await Promise.all([randomBytes(SEAL_NONCE_BYTES), randomBytes(SEAL_KEY_BYTES)])
  const secret = queueKey(owner, spare)
  const { items, add } = useOutbox.getState()
  const last = Math.max(0, ...items.filter(isScan).map(({ payload }) => payload.queuedAt))
  const key = newKey()
  add({
    id: key, owner, kind: 'scan', attempts: 0, nextAt: 0, idempotencyKey: key, state: 'WAITING', reasonZh: null,
    payload: {
      eventId, leaseId, scannedAt: body.scannedAt, signed: (body.strokes ?? body.typedName) !== undefined, entered: !('code' in body), member,
      sealed: seal(ascii(JSON.stringify({ ...body, leaseId })), secret, nonce), queuedAt: Math.max(Date.now(), last + 1), answer: null,
    },
  })
}

/** Tries again now: after a refusal, or without waiting for the next turn. */
export const retryScan = (id: string): void => useOutbox.getState().update(id, { state: 'WAITING', nextAt: 0, reasonZh: null })

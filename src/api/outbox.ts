import type { QueryClient } from '@tanstack/react-query'
import type { DocumentType } from '@/contract/schemas/claim'
import { isDeviceError } from '@/platform/device-error'
import { listFiles, removeFile, saveFile, type PickedFile } from '@/platform/files'
import { isOnDisk, isScan, isUpload, useOutbox, type OutboxItem, type ScanItem, type UploadItem } from '@/state/outbox-store'
import { accountKey } from '@/state/session-store'
import { ApiError, messageOf } from './api-error'
import { claimQuery } from './claims'
import { deliver, takeBack } from './delivery'
import { newKey } from './keys'
import { deliverScan } from './scan-delivery'

/** Photos share one narrow line; scans are small, and of one event only one is on its way (R: offlineRules). */
const AT_ONCE = { upload: 2, scan: 10 }
/** Wait after the nth try that came to nothing, ms; the last one from then on. */
const BACK_OFF_MS = [2_000, 5_000, 15_000, 60_000]
/** A stored file without an item is younger than this while another tab is still about to add the item. */
const ORPHAN_AGE_MS = 10 * 60_000

/**
 * Puts a prepared file into the durable store and the queue; when it resolves, the file is safe, whatever happens to the app.
 * @param supplementItemId the item of a supplement that it answers
 * @throws DeviceError STORAGE_FULL where the phone has no room; nothing is half kept then
 */
export async function enqueueUpload(claimId: string, documentType: DocumentType, picked: PickedFile, supplementItemId?: string): Promise<void> {
  const file = await saveMakingRoom(picked)
  try {
    useOutbox.getState().add({
      id: file.fileId, owner: accountKey(), kind: 'upload', payload: { claimId, documentType, ...(supplementItemId && { supplementItemId }), file },
      attempts: 0, nextAt: 0, idempotencyKey: newKey(), documentId: null, state: 'WAITING', progress: 0, reasonZh: null,
    })
  } catch (error) {
    await removeFile(file.fileId).catch(() => undefined)
    throw error
  }
}

/** Files that the server has are kept for their small pictures as long as there is room. */
async function saveMakingRoom(picked: PickedFile) {
  try {
    return await saveFile(picked)
  } catch (error) {
    if (!isDeviceError(error, 'STORAGE_FULL') || (await sweepFiles(0)) === 0) throw error
    return saveFile(picked)
  }
}

/** Removes stored files that no item needs any more. @returns how many */
async function sweepFiles(olderThanMs: number): Promise<number> {
  const orphans = (await listFiles().catch(() => [])).filter(({ fileId, savedAt }) => !isOnDisk(fileId) && Date.now() - savedAt >= olderThanMs)
  await Promise.all(orphans.map(({ fileId }) => removeFile(fileId).catch(() => undefined)))
  return orphans.length
}

const sending = new Map<string, { control: AbortController; kind: OutboxItem['kind'] }>()

/** The member takes a file back: it is gone from the screen at once, from the phone, and from the server as soon as that can be told. */
export async function dropUpload(id: string): Promise<void> {
  const { items, update, remove } = useOutbox.getState()
  const item = items.find((candidate) => candidate.id === id)
  if (!item || !isUpload(item)) return item && remove(id)
  const untold = item.documentId === null && item.attempts === 0 && !sending.has(id)
  if (untold) remove(id)
  else update(id, { state: 'DROPPED', attempts: 0, nextAt: 0, reasonZh: null, progress: 0 })
  sending.get(id)?.control.abort()
  await removeFile(id).catch(() => undefined)
}

/** A draft is deleted as a whole: its files need not be told to the server one by one. */
export async function forgetUploads(claimId: string): Promise<void> {
  const { items, remove } = useOutbox.getState()
  const gone = items.filter((item) => isUpload(item) && item.payload.claimId === claimId)
  for (const { id } of gone) {
    remove(id)
    sending.get(id)?.control.abort()
  }
  await Promise.all(gone.map(({ id }) => removeFile(id).catch(() => undefined)))
}

/** Tries again now: after a refusal, or without waiting for the next turn. */
export const retryUpload = (id: string): void => useOutbox.getState().update(id, { state: 'WAITING', nextAt: 0, reasonZh: null, progress: 0 })
export const retryScan = (id: string): void => useOutbox.getState().update(id, { state: 'WAITING', nextAt: 0, reasonZh: null })

const isMine = (item: OutboxItem): boolean => item.owner === accountKey()
const isOpen = ({ state }: OutboxItem): boolean => state === 'WAITING' || state === 'DROPPED'

/** Room on the line for this kind, and scans of one event strictly in the order in which they were made. */
function hasTurn(item: OutboxItem, items: readonly OutboxItem[]): boolean {
  if ([...sending.values()].filter(({ kind }) => kind === item.kind).length >= AT_ONCE[item.kind]) return false
  if (!isScan(item)) return true
  const first = items.find((other) => isScan(other) && isMine(other) && other.payload.eventId === item.payload.eventId && (other.state === 'WAITING' || other.state === 'SENDING'))
  return first?.id === item.id
}

/**
 * Sends what waits for the signed-in account, oldest first. Never gives up on a network failure; a refusal stays
 * visible with its words. `kick` tries at once (network or app came back); `stop` ends it.
 */
export function runOutbox(client: QueryClient): { kick(): void; stop(): void } {
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const nextDue = (): OutboxItem | undefined =>
    stopped ? undefined : useOutbox.getState().items.find((item, _at, items) => isMine(item) && isOpen(item) && item.nextAt <= Date.now() && !sending.has(item.id) && hasTurn(item, items))

  let stepping = false
  // Each sending changes the store and so would come back in here, and the next item would overtake this one: the loop goes on by itself.
  const step = (): void => {
    if (stepping) return
    stepping = true
    if (timer) clearTimeout(timer)
    timer = undefined
    for (let item = nextDue(); item; item = nextDue()) void sendOne(client, item).finally(step)
    stepping = false
    if (stopped) return
    const later = useOutbox.getState().items.filter((item) => isMine(item) && isOpen(item)).map(({ nextAt }) => nextAt).filter((at) => at > Date.now())
    if (later.length) timer = setTimeout(step, Math.min(...later) - Date.now() + 10)
  }
  const off = useOutbox.subscribe(({ items }) => {
    if (items.some((item) => isOpen(item) && item.nextAt <= Date.now() && !sending.has(item.id))) step()
  })
  void sweepFiles(ORPHAN_AGE_MS)
  step()
  return {
    kick: () => {
      const { items, update } = useOutbox.getState()
      items.filter((item) => isMine(item) && isOpen(item) && item.nextAt > 0).forEach(({ id }) => update(id, { nextAt: 0 }))
      step()
    },
    stop: () => {
      stopped = true
      off()
      if (timer) clearTimeout(timer)
    },
  }
}

async function sendOne(client: QueryClient, item: OutboxItem): Promise<void> {
  const control = new AbortController()
  sending.set(item.id, { control, kind: item.kind })
  try {
    if (!isOnDisk(item.id)) return useOutbox.getState().remove(item.id)
    if (isUpload(item)) await sendUpload(client, item, control.signal)
    else await sendScan(client, item, control.signal)
  } catch (error) {
    afterFailure(item, error)
  } finally {
    sending.delete(item.id)
  }
}

async function sendUpload(client: QueryClient, item: UploadItem, signal: AbortSignal): Promise<void> {
  const { update, remove } = useOutbox.getState()
  if (item.state === 'DROPPED') await takeBack(item)
  else {
    update(item.id, { state: 'SENDING', progress: 0 })
    const received = await deliver(item, signal)
    if (stateOf(item.id) === 'DROPPED') return
    client.setQueryData(claimQuery(item.payload.claimId).queryKey, (claim) => claim && { ...claim, documents: [...claim.documents.filter(({ clientRef }) => clientRef !== item.id), received] })
  }
  remove(item.id)
  void client.invalidateQueries({ queryKey: claimQuery(item.payload.claimId).queryKey })
}

async function sendScan(client: QueryClient, item: ScanItem, signal: AbortSignal): Promise<void> {
  useOutbox.getState().update(item.id, { state: 'SENDING' })
  await deliverScan(client, item, signal)
}

const stateOf = (id: string): OutboxItem['state'] | undefined => useOutbox.getState().items.find((item) => item.id === id)?.state

function afterFailure(item: OutboxItem, error: unknown): void {
  const { update, remove } = useOutbox.getState()
  const dropped = stateOf(item.id) === 'DROPPED'
  // Taken back while it was being sent: its next turn tells the server.
  if (dropped && item.state !== 'DROPPED') return
  const failed = { attempts: item.attempts + 1, reasonZh: messageOf(error), ...(isUpload(item) && { progress: 0 }) }
  if (isMine(item) && !canHelp(error)) return dropped ? remove(item.id) : update(item.id, { state: 'REFUSED', ...failed })
  update(item.id, { state: dropped ? 'DROPPED' : 'WAITING', nextAt: Date.now() + (BACK_OFF_MS[item.attempts] ?? 60_000), ...failed })
}

/** Whether trying again later can help. A success that is not the server's comes from a sign-in page of the network in between. */
function canHelp(error: unknown): boolean {
  if (error instanceof ApiError) return error.retryable || error.status === 401 || error.status < 400 || error.code === 'IDEMPOTENCY_IN_PROGRESS'
  return !isDeviceError(error) || error.code === 'OFFLINE' || error.code === 'TIMEOUT' || error.code === 'CANCELLED'
}

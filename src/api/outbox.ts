import type { QueryClient } from '@tanstack/react-query'
import { fetchCode } from '@/platform/code'
import { isDeviceError } from '@/platform/device-error'
import { listFiles, removeFile } from '@/platform/files'
import { isOnDisk, isScan, isUpload, useOutbox, type OutboxItem, type ScanItem, type UploadItem } from '@/state/outbox-store'
import { useLine } from '@/state/line-store'
import { accountKey } from '@/state/session-store'
import { ApiError, messageOf } from './api-error'
import { claimQuery } from './claims'

/** Photos share one narrow line, and on a slow one they go one by one; scans are small, and of one event only one is on its way (R: offlineRules). */
const atOnce = (kind: OutboxItem['kind']): number => (kind === 'scan' ? 10 : useLine.getState().slow ? 1 : 2)
/** Wait after the nth try that came to nothing, ms; the last one from then on. */
const LONGEST_MS = 60_000
const BACK_OFF_MS = [2_000, 5_000, 15_000, LONGEST_MS]
/** A stored file without an item is younger than this while another tab is still about to add the item. */
const ORPHAN_AGE_MS = 10 * 60_000

/** Removes stored files that no item needs any more. @returns how many */
export async function sweepFiles(olderThanMs: number): Promise<number> {
  const orphans = (await listFiles().catch(() => [])).filter(({ fileId, savedAt }) => !isOnDisk(fileId) && Math.abs(Date.now() - savedAt) >= olderThanMs)
  await Promise.all(orphans.map(({ fileId }) => removeFile(fileId).catch(() => undefined)))
  return orphans.length
}

const sending = new Map<string, { control: AbortController; kind: OutboxItem['kind'] }>()

export const isSending = (id: string): boolean => sending.has(id)
export const stopSending = (id: string): void => sending.get(id)?.control.abort()

const isMine = (item: OutboxItem): boolean => item.owner === accountKey()
/** A turn further away than the longest wait was set by a clock that has been put right since. */
const isDue = ({ nextAt }: OutboxItem): boolean => nextAt <= Date.now() || nextAt > Date.now() + LONGEST_MS
const isOpen = ({ state }: OutboxItem): boolean => state === 'WAITING' || state === 'DROPPED'

/** Room on the line for this kind, and scans of one event strictly in the order in which they were made. */
function hasTurn(item: OutboxItem, items: readonly OutboxItem[]): boolean {
  if ([...sending.values()].filter(({ kind }) => kind === item.kind).length >= atOnce(item.kind)) return false
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
    stopped ? undefined : useOutbox.getState().items.find((item, _at, items) => isMine(item) && isOpen(item) && isDue(item) && !sending.has(item.id) && hasTurn(item, items))

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
    const later = useOutbox.getState().items.filter((item) => isMine(item) && isOpen(item) && !isDue(item)).map(({ nextAt }) => nextAt)
    if (later.length) timer = setTimeout(step, Math.min(...later) - Date.now() + 10)
  }
  const off = useOutbox.subscribe(({ items }) => {
    if (items.some((item) => isOpen(item) && isDue(item) && !sending.has(item.id))) step()
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

// What sends is loaded with the first item: it must not weigh on everybody's first page. Where it cannot be loaded the item waits as it would for
// the server, and its words say so.
async function sendUpload(client: QueryClient, item: UploadItem, signal: AbortSignal): Promise<void> {
  const { update, remove } = useOutbox.getState()
  if (item.state !== 'DROPPED') update(item.id, { state: 'SENDING' })
  const { deliver, takeBack } = await fetchCode(() => import('./delivery'))
  if (item.state === 'DROPPED') await takeBack(item)
  else {
    const received = await deliver(item, signal)
    if (stateOf(item.id) === 'DROPPED') return
    // The server has it: it need not lie about on the phone.
    await removeFile(item.id).catch(() => undefined)
    client.setQueryData(claimQuery(item.payload.claimId).queryKey, (claim) => claim && { ...claim, documents: [...claim.documents.filter(({ clientRef }) => clientRef !== item.id), received] })
  }
  remove(item.id)
  void client.invalidateQueries({ queryKey: claimQuery(item.payload.claimId).queryKey })
}

async function sendScan(client: QueryClient, item: ScanItem, signal: AbortSignal): Promise<void> {
  useOutbox.getState().update(item.id, { state: 'SENDING' })
  const { deliverScan } = await fetchCode(() => import('./scan-delivery'))
  await deliverScan(client, item, signal)
}

const stateOf = (id: string): OutboxItem['state'] | undefined => useOutbox.getState().items.find((item) => item.id === id)?.state

function progressOf(id: string): number {
  const item = useOutbox.getState().items.find((candidate) => candidate.id === id)
  return item && isUpload(item) ? item.progress : 0
}

function afterFailure(item: OutboxItem, error: unknown): void {
  const { update, remove } = useOutbox.getState()
  const dropped = stateOf(item.id) === 'DROPPED'
  // Taken back while it was being sent: its next turn tells the server.
  if (dropped && item.state !== 'DROPPED') return
  const failed = { attempts: item.attempts + 1, reasonZh: messageOf(error) }
  if (isMine(item) && !canHelp(error)) return dropped ? remove(item.id) : update(item.id, { state: 'REFUSED', ...failed, ...(isUpload(item) && { progress: 0 }) })
  // A line that breaks, and has brought something before, is worth another try soon: the file goes on where it was.
  const tries = progressOf(item.id) > (isUpload(item) ? item.progress : 0) ? 0 : item.attempts
  update(item.id, { state: dropped ? 'DROPPED' : 'WAITING', nextAt: Date.now() + (BACK_OFF_MS[tries] ?? LONGEST_MS), ...failed })
}

/** Whether trying again later can help. A success that is not the server's comes from a sign-in page of the network in between. */
function canHelp(error: unknown): boolean {
  if (error instanceof ApiError) return error.retryable || error.status === 401 || error.status < 400 || error.code === 'IDEMPOTENCY_IN_PROGRESS'
  return !isDeviceError(error) || error.code === 'OFFLINE' || error.code === 'NOT_LOADED' || error.code === 'TIMEOUT' || error.code === 'CANCELLED'
}

import type { QueryClient } from '@tanstack/react-query'
import type { ClaimDocument, DocumentType } from '@/contract/schemas/claim'
import { absoluteUrl } from '@/platform/env'
import { readForUpload, removeFile, saveFile, type PickedFile } from '@/platform/files'
import { isDeviceError } from '@/platform/device-error'
import { uploadFile } from '@/platform/upload'
import { useOutbox, type OutboxItem } from '@/state/outbox-store'
import { accountKey, useSession } from '@/state/session-store'
import { ApiError, errorFromProblem, networkError } from './api-error'
import { call, pathOf, renew } from './call'
import { claimQuery } from './claims'
import { newKey } from './keys'

const AT_ONCE = 2
const BACK_OFF_MS = [0, 2_000, 5_000, 15_000, 60_000]

/** Puts a prepared file into the durable store and the queue; it is safe from here on, whatever happens to the app. */
export async function enqueueUpload(claimId: string, documentType: DocumentType, picked: PickedFile): Promise<void> {
  const file = await saveFile(picked)
  useOutbox.getState().add({
    id: file.fileId, owner: accountKey(), kind: 'upload', payload: { claimId, documentType, file },
    attempts: 0, nextAt: 0, idempotencyKey: newKey(), state: 'WAITING', progress: 0, reasonZh: null,
  })
}

/** The member takes a file back; a document that the server knows already is the caller's to remove. */
export async function dropUpload(id: string): Promise<void> {
  useOutbox.getState().remove(id)
  await removeFile(id)
}

export const retryUpload = (id: string): void => useOutbox.getState().update(id, { state: 'WAITING', nextAt: 0, reasonZh: null, progress: 0 })

/**
 * Sends what waits, two files at a time, oldest first. Never gives up on a network failure; a refusal stays visible with its words.
 * The returned function stops it.
 */
export function runOutbox(client: QueryClient): { kick(): void; stop(): void } {
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const step = (): void => {
    if (stopped) return
    if (timer) clearTimeout(timer)
    timer = undefined
    const mine = useOutbox.getState().items.filter((item) => item.owner === accountKey())
    const free = AT_ONCE - mine.filter((item) => item.state === 'SENDING').length
    const waiting = mine.filter((item) => item.state === 'WAITING')
    waiting.filter((item) => item.nextAt <= Date.now()).slice(0, Math.max(0, free)).forEach((item) => void sendOne(client, item).finally(step))
    const later = waiting.map((item) => item.nextAt).filter((at) => at > Date.now())
    if (later.length) timer = setTimeout(step, Math.min(...later) - Date.now() + 10)
  }
  const off = useOutbox.subscribe((state, before) => {
    if (state.items.length > before.items.length || state.items.some((item, index) => item.state === 'WAITING' && before.items[index]?.state === 'REFUSED')) step()
  })
  step()
  return {
    kick: () => {
      useOutbox.getState().items.filter((item) => item.state === 'WAITING').forEach((item) => useOutbox.getState().update(item.id, { nextAt: 0 }))
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
  const { update, remove } = useOutbox.getState()
  update(item.id, { state: 'SENDING', progress: 0 })
  try {
    const received = await deliver(item)
    const { claimId } = item.payload
    remove(item.id)
    await removeFile(item.id).catch(() => undefined)
    client.setQueryData(claimQuery(claimId).queryKey, (claim) => (claim ? { ...claim, documents: [...claim.documents.filter((d) => d.documentId !== received.documentId), received] } : claim))
    await client.invalidateQueries({ queryKey: claimQuery(claimId).queryKey })
  } catch (error) {
    if (!useOutbox.getState().items.some(({ id }) => id === item.id)) return
    const refusedZh = refusal(error)
    if (refusedZh) update(item.id, { state: 'REFUSED', reasonZh: refusedZh, progress: 0 })
    else {
      const attempts = item.attempts + 1
      update(item.id, { state: 'WAITING', attempts, nextAt: Date.now() + (BACK_OFF_MS[attempts] ?? 60_000), progress: 0 })
    }
  }
}

/** Registers the file and sends its content. The clientRef makes both safe to repeat. @throws ApiError, DeviceError */
async function deliver(item: OutboxItem): Promise<ClaimDocument> {
  const { claimId, documentType, file } = item.payload
  const document = await call('registerDocument', {
    params: { claimId }, body: { documentType: documentType as DocumentType, clientRef: item.id, name: file.name.slice(0, 120) || '照片' }, key: item.idempotencyKey,
  })
  if (document.state === 'RECEIVED') return document
  const content = await readForUpload(item.id)
  const attempt = async (token: string | null) =>
    uploadFile({
      url: absoluteUrl(pathOf('uploadDocument', { claimId, documentId: document.documentId })),
      file: content, field: 'file', headers: token ? { Authorization: `Bearer ${token}` } : {},
      onProgress: (progress) => useOutbox.getState().update(item.id, { progress }),
    })
  const token = useSession.getState().accessToken
  let answer = await attempt(token)
  if (answer.status === 401) answer = await attempt(await renew(token))
  if (answer.status >= 300) throw errorFromProblem(answer.status, answer.bodyText)
  return JSON.parse(answer.bodyText) as ClaimDocument
}

/** Words when trying again cannot help; null when it can. */
function refusal(error: unknown): string | null {
  if (error instanceof ApiError) return error.retryable || error.status === 401 ? null : error.message
  if (isDeviceError(error)) return isDeviceError(error, 'OFFLINE') || isDeviceError(error, 'TIMEOUT') ? null : error.messageZh
  return networkError().message
}

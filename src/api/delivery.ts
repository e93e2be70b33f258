import type { ClaimDocument } from '@/contract/schemas/claim'
import { apiBase } from '@/platform/env'
import { readForUpload } from '@/platform/files'
import { uploadFile } from '@/platform/upload'
import { useOutbox, type UploadItem } from '@/state/outbox-store'
import { accountKey } from '@/state/session-store'
import { answerOf, expectAnswer } from './answer'
import { ApiError, errorFromProblem, networkError } from './api-error'
import { call, heldToken, pathOf, renew } from './call'

/** Steps of progress that are worth a new drawing, in percent. */
const STRIDE = 5
const MAX_NAME = 120

/**
 * Announces the file and sends its content; resolves only when the server says RECEIVED. Safe to repeat: the server knows the file by
 * its clientRef, so one whose answer was lost is recognised and not stored twice. Each try has a key of its own, because a replay of
 * the first answer would say PENDING for ever.
 * @throws ApiError, DeviceError
 */
export async function deliver(item: UploadItem, signal: AbortSignal): Promise<ClaimDocument> {
  const { claimId, documentType, file } = item.payload
  const document = await call('registerDocument', {
    params: { claimId }, body: { documentType, clientRef: item.id, name: file.name.slice(0, MAX_NAME) || '照片', ...(item.payload.supplementItemId && { supplementItemId: item.payload.supplementItemId }) }, key: `${item.idempotencyKey}.${item.attempts}`, signal,
  })
  useOutbox.getState().update(item.id, { documentId: document.documentId })
  if (document.state === 'RECEIVED') return document
  const content = await readForUpload(item.id)
  stillSignedIn(item)

  expectAnswer('uploadDocument')
  let shown = 0
  const send = (token: string | null) =>
    uploadFile({
      url: apiBase + pathOf('uploadDocument', { claimId, documentId: document.documentId }),
      file: content, field: 'file', headers: token ? { Authorization: `Bearer ${token}` } : {}, signal,
      onProgress: (percent) => {
        if (percent - shown < STRIDE && percent < 100) return
        shown = percent
        useOutbox.getState().update(item.id, { progress: percent })
      },
    })
  const held = heldToken()
  let answer = await send(held.token)
  if (answer.status === 401) answer = await send(await renew(held))
  if (answer.status >= 300) throw errorFromProblem(answer.status, answer.bodyText)
  const received = await answerOf('uploadDocument', { status: answer.status, text: answer.bodyText, requestId: null })
  if (received.state !== 'RECEIVED') throw networkError()
  return received
}

/** A file must never travel with the token of another account. */
function stillSignedIn(item: UploadItem): void {
  if (item.owner !== accountKey()) throw networkError()
}

/** Makes the server forget a file that the member took back; fine where it never knew it. @throws ApiError */
export async function takeBack(item: UploadItem): Promise<void> {
  const { claimId } = item.payload
  try {
    const documentId = item.documentId ?? (await call('getClaim', { params: { claimId } })).documents.find(({ clientRef }) => clientRef === item.id)?.documentId
    if (documentId) await call('removeDocument', { params: { claimId, documentId } })
  } catch (error) {
    if (error instanceof ApiError && error.code === 'NOT_FOUND') return
    throw error
  }
}

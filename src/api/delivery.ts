import type { ClaimDocument } from '@/contract/schemas/claim'
import { readForUpload } from '@/platform/files'
import { isMark, markOf } from '@/platform/mark'
import { useOutbox, type UploadItem } from '@/state/outbox-store'
import { accountKey } from '@/state/session-store'
import { ApiError, networkError } from './api-error'
import { call } from './call'
import { sendWhole } from './send-whole'

/** Steps of progress that are worth a new drawing, in percent. */
const STRIDE = 5
const MAX_NAME = 120

/**
 * Announces the file and sends its content in parts; resolves only when the server says RECEIVED. Safe to repeat: the server knows the file by
 * its clientRef and its parts by its hash, so one whose answer was lost is recognised, and one that was cut goes on. Each try has a key of its
 * own, because a replay of the first answer would say PENDING for ever.
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
  const sha256 = isMark(file.mark) ? file.mark : await markOf(content)

  let shown = 0
  const received = await sendWhole(content, sha256, (body) => call('uploadDocument', { params: { claimId, documentId: document.documentId }, body, signal }), {
    signal,
    stillMine: () => stillSignedIn(item),
    onArrived: (bytes) => {
      const percent = Math.floor((bytes * 100) / content.size)
      if (percent - shown < STRIDE && percent < 100) return
      shown = percent
      useOutbox.getState().update(item.id, { progress: percent })
    },
  })
  // Else the answer is not the server's: the file counts as not received.
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

import type { DocumentType } from '@/contract/schemas/claim'
import { isDeviceError } from '@/platform/device-error'
import { removeFile, saveFile, type PickedFile } from '@/platform/files'
import { isUpload, useOutbox } from '@/state/outbox-store'
import { accountKey } from '@/state/session-store'
import { newKey } from './keys'
import { isSending, stopSending, sweepFiles } from './outbox'

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

/** The member takes a file back: it is gone from the screen at once, from the phone, and from the server as soon as that can be told. */
export async function dropUpload(id: string): Promise<void> {
  const { items, update, remove } = useOutbox.getState()
  const item = items.find((candidate) => candidate.id === id)
  if (!item || !isUpload(item)) return item && remove(id)
  const untold = item.documentId === null && item.attempts === 0 && !isSending(id)
  if (untold) remove(id)
  else update(id, { state: 'DROPPED', attempts: 0, nextAt: 0, reasonZh: null, progress: 0 })
  stopSending(id)
  await removeFile(id).catch(() => undefined)
}

/** A draft is deleted as a whole: its files need not be told to the server one by one. */
export async function forgetUploads(claimId: string): Promise<void> {
  const { items, remove } = useOutbox.getState()
  const gone = items.filter((item) => isUpload(item) && item.payload.claimId === claimId)
  for (const { id } of gone) {
    remove(id)
    stopSending(id)
  }
  await Promise.all(gone.map(({ id }) => removeFile(id).catch(() => undefined)))
}

/** Tries again now: after a refusal, or without waiting for the next turn. */
export const retryUpload = (id: string): void => useOutbox.getState().update(id, { state: 'WAITING', nextAt: 0, reasonZh: null, progress: 0 })

import { DeviceError } from './device-error'
import { newFileId } from './file-kinds'
import { indexedShelf, memoryShelf, type Shelf } from './files-database'
import type { PickedFile, StoredFile } from './files.types'

export type { FileContent, PickedFile, StoredFile } from './files.types'

/** Photos and documents that wait for their upload: they survive a reload, a closed tab and a killed browser. */
interface Entry extends StoredFile {
  blob: Blob
}
const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null && 'fileId' in value && 'blob' in value && value.blob instanceof Blob

function openShelf(): Shelf<Entry> {
  if (typeof indexedDB === 'undefined') return memoryShelf<Entry>()
  // Asks the browser not to clear the store when space runs low; it works all the same where the answer is no.
  void navigator.storage?.persist?.().catch(() => false)
  return indexedShelf('zsb-files', 'files', isEntry)
}
let shelf: Shelf<Entry> | undefined
const files = (): Shelf<Entry> => (shelf ??= openShelf())

/** False where the browser gives no room that lasts (some private modes): tell the member not to leave before the upload. */
export const isDurable = (): boolean => files().durable

const previews = new Map<string, string>()

async function entryOf(fileId: string): Promise<Entry> {
  const entry = await files().get(fileId)
  if (!entry) throw new DeviceError('NOT_FOUND', `files: ${fileId}`)
  return entry
}

/**
 * Copies the bytes into the store; when it resolves, they are on disk.
 * @throws DeviceError STORAGE_FULL, FAILED
 */
export async function saveFile(picked: PickedFile): Promise<StoredFile> {
  if (!picked.blob) throw new DeviceError('UNSUPPORTED', 'files: no blob')
  const { name, size, mime, blob, mark } = picked
  const stored: StoredFile = { fileId: newFileId(), name, size, mime, savedAt: Date.now(), ...(mark && { mark }) }
  await files().put(stored.fileId, { ...stored, blob })
  return stored
}

/** @throws DeviceError NOT_FOUND */
export async function readForUpload(fileId: string): Promise<PickedFile> {
  const { name, size, mime, blob } = await entryOf(fileId)
  return { blob, name, size, mime }
}

/** An address for `<Image src>`, the same one on each call, good until `removeFile` or a reload. @throws DeviceError NOT_FOUND */
export async function previewSrc(fileId: string): Promise<string> {
  const entry = await entryOf(fileId)
  const src = previews.get(fileId) ?? URL.createObjectURL(entry.blob)
  previews.set(fileId, src)
  return src
}

/** Removing what is not there is fine. */
export async function removeFile(fileId: string): Promise<void> {
  await files().remove(fileId)
  const src = previews.get(fileId)
  if (src) URL.revokeObjectURL(src)
  previews.delete(fileId)
}

/** All stored files, oldest first. */
export async function listFiles(): Promise<StoredFile[]> {
  const all = await files().all()
  return all.map(({ blob: _blob, ...stored }) => stored).sort((a, b) => a.savedAt - b.savedAt)
}

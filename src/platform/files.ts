import { DeviceError } from './device-error'
import { newFileId } from './file-kinds'
import { indexedShelf } from './files-database'
import { heldShelf, type HeldShelf } from './files-held'
import type { PickedFile, StoredFile } from './files.types'

export type { FileContent, PickedFile, StoredFile } from './files.types'

/**
 * Photos and documents that wait for their upload: they survive a reload, a closed tab and a killed browser. Kept as plain bytes: WebKit
 * without a lasting store (private tabs, some web views) refuses Blobs. `blob` is what builds before that have left.
 */
interface Entry extends StoredFile {
  bytes?: ArrayBuffer
  blob?: Blob
}
const isEntry = (value: unknown): value is Entry =>
  typeof value === 'object' && value !== null && 'fileId' in value && (('bytes' in value && value.bytes instanceof ArrayBuffer) || ('blob' in value && value.blob instanceof Blob))

const blobOf = ({ bytes, blob, mime }: Entry): Blob => blob ?? new Blob(bytes ? [bytes] : [], { type: mime })

/** @throws DeviceError NOT_FOUND where what was picked is no longer there, such as a document that a cloud has taken back */
const bytesOf = (blob: Blob): Promise<ArrayBuffer> =>
  new Response(blob).arrayBuffer().catch((error: unknown) => Promise.reject(new DeviceError('NOT_FOUND', `files: ${String(error)}`)))

/** Asks the browser not to clear the store when space runs low; it works all the same where the answer is no. */
const askToLast = async (): Promise<unknown> => navigator.storage?.persist?.()

/** Even looking for the database can throw, where a browser keeps nothing. */
function disk() {
  try {
    if (typeof indexedDB === 'undefined' || indexedDB === null) return undefined
    askToLast().catch(() => false)
    return indexedShelf('zsb-files', 'files', isEntry)
  } catch {
    return undefined
  }
}
let shelf: HeldShelf<Entry> | undefined
const files = (): HeldShelf<Entry> => (shelf ??= heldShelf(disk()))

/** False where something will be lost with the tab (a browser that keeps nothing, or broke): tell the member not to leave before the upload. */
export const isDurable = (): boolean => files().lasting()

const previews = new Map<string, string>()

async function entryOf(fileId: string): Promise<Entry> {
  const entry = await files().get(fileId)
  if (!entry) throw new DeviceError('NOT_FOUND', `files: ${fileId}`)
  return entry
}

/**
 * Copies the bytes into the store; when it resolves, they are on disk, or in memory where the disk takes nothing (`isDurable`).
 * @throws DeviceError STORAGE_FULL, NOT_FOUND
 */
export async function saveFile(picked: PickedFile): Promise<StoredFile> {
  if (!picked.blob) throw new DeviceError('UNSUPPORTED', 'files: no blob')
  const { name, size, mime, blob, mark } = picked
  const stored: StoredFile = { fileId: newFileId(), name, size, mime, savedAt: Date.now(), ...(mark && { mark }) }
  await files().put(stored.fileId, { ...stored, bytes: await bytesOf(blob) })
  return stored
}

/** @throws DeviceError NOT_FOUND; TIMEOUT, FAILED: the disk does not answer, later perhaps */
export async function readForUpload(fileId: string): Promise<PickedFile> {
  const entry = await entryOf(fileId)
  const { name, size, mime } = entry
  return { blob: blobOf(entry), name, size, mime }
}

/** An address for `<Image src>`, the same one on each call, good until `removeFile` or a reload. @throws DeviceError NOT_FOUND */
export async function previewSrc(fileId: string): Promise<string> {
  const entry = await entryOf(fileId)
  const src = previews.get(fileId) ?? URL.createObjectURL(blobOf(entry))
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
  return all.map(({ blob: _blob, bytes: _bytes, ...stored }) => stored).sort((a, b) => a.savedAt - b.savedAt)
}

import { sha256Hex } from '../../../core'
import { fileRules } from '../../../rules/plans'
import { Refusal } from '../../../rules/refusal'
import type { UploadRecord } from '../../../store/entities'
import type { FileStore, Tx } from '../../../store/store'

/** A file that nobody sends on is forgotten after a day of the wall clock. */
export const UPLOAD_KEPT_MS = 24 * 3_600_000

interface Parts {
  tx: Tx
  files: FileStore
}

export const uploadIdOf = (ownerId: string, sha256: string): string => `${ownerId} ${sha256}`
export const receivedOf = ({ parts }: UploadRecord): number => parts.reduce((sum, { bytes }) => sum + bytes, 0)

/** Larger than any file that is taken: not one part of it is. */
export const isTooLarge = ({ sizeBytes }: UploadRecord): boolean => sizeBytes > fileRules.maxBytesPerFile.value

/** The same part twice is written to the same place. */
export const partKey = ({ id }: UploadRecord, offset: number): string => sha256Hex(`part ${id} ${offset}`)

/** Puts the parts together. @throws where one is gone */
export async function wholeOf(files: FileStore, { parts, sizeBytes }: UploadRecord): Promise<Uint8Array> {
  const whole = new Uint8Array(sizeBytes)
  let at = 0
  for (const { key, bytes } of parts) {
    const part = await files.get(key)
    if (part?.length !== bytes) throw new Error('a part of a file is gone')
    whole.set(part, at)
    at += bytes
  }
  return whole
}

export async function dropUpload({ tx, files }: Parts, upload: UploadRecord): Promise<void> {
  await tx.delete('upload', upload.id)
  for (const { key } of upload.parts) await files.delete(key)
}

/**
 * The bytes of a file that was sent in parts, which are used up by it. Its sha256 was compared when the last part came.
 * @returns TOO_LARGE where no part of it was taken
 * @throws UPLOAD_INCOMPLETE (extra `receivedBytes`), also where the file was never begun or is used up
 */
export async function takeUpload(context: Parts, ownerId: string, sha256: string): Promise<Uint8Array | 'TOO_LARGE'> {
  const upload = await context.tx.get('upload', uploadIdOf(ownerId, sha256))
  if (upload && isTooLarge(upload)) {
    await dropUpload(context, upload)
    return 'TOO_LARGE'
  }
  const receivedBytes = upload ? receivedOf(upload) : 0
  if (!upload || receivedBytes < upload.sizeBytes) throw new Refusal('UPLOAD_INCOMPLETE', undefined, {}, { receivedBytes })
  const bytes = await wholeOf(context.files, upload)
  await dropUpload(context, upload)
  return bytes
}

/** Forgets what was begun and not sent on. */
export async function pruneUploads(context: Parts, wallMs: number): Promise<void> {
  for (const upload of await context.tx.list('upload')) if (upload.atMs + UPLOAD_KEPT_MS <= wallMs) await dropUpload(context, upload)
}

import type { Upload } from '@/contract/schemas/upload'
import { kept, MAX_PART_BYTES, sha256Hex, type Handler } from '../core'
import { dropUpload, isTooLarge, partKey, receivedOf, uploadIdOf, wholeOf } from './flow/papers/uploads'
import { Refusal } from '../rules/refusal'
import type { UploadRecord } from '../store/entities'
import { own } from './guards'

/** Files on their way at once, of one account: its phones send two at a time. With one more, the oldest has to begin again. */
const AT_ONCE = 8

export const openUpload: Handler<'openUpload'> = async (context) => {
  const { account, params: { sha256 }, body: { sizeBytes }, tx, env } = context
  const id = uploadIdOf(account.id, sha256)
  const known = await tx.get('upload', id)
  if (known && known.sizeBytes !== sizeBytes) await dropUpload(context, known)
  const goesOn = known?.sizeBytes === sizeBytes
  const upload: UploadRecord = { ...(goesOn ? known : { id, ownerId: account.id, sha256, sizeBytes, parts: [] }), atMs: env.wallMs() }
  if (!goesOn) {
    const others = (await tx.list('upload', account.id)).filter((other) => other.id !== id).sort((a, b) => a.atMs - b.atMs)
    for (const oldest of others.slice(0, Math.max(0, others.length + 1 - AT_ONCE))) await dropUpload(context, oldest)
  }
  await tx.put('upload', upload)
  // Noted all the same: what the file was meant for is told of it by the next step, and keeps the words.
  return isTooLarge(upload) ? kept(new Refusal('FILE_TOO_LARGE')) : uploadView(upload)
}

/** Bytes go to the disk before the record that counts them: a server that dies in between asks for the part again. */
export const sendUploadPart: Handler<'sendUploadPart'> = async (context) => {
  const { account, params, part, tx, files, env } = context
  const upload = own(await tx.get('upload', uploadIdOf(account.id, params.sha256)), account.id)
  const receivedBytes = receivedOf(upload)
  const offset = Number(params.offset)
  // Sent again because its answer was lost.
  if (offset + part.length <= receivedBytes) return uploadView(upload)
  if (isTooLarge(upload)) throw new Refusal('FILE_TOO_LARGE')
  if (offset !== receivedBytes || offset + part.length > upload.sizeBytes) throw new Refusal('UPLOAD_OFFSET', undefined, {}, { receivedBytes })
  const key = partKey(upload, offset)
  await files.put(key, part)
  const grown: UploadRecord = { ...upload, parts: [...upload.parts, { key, bytes: part.length }], atMs: env.wallMs() }
  if (receivedOf(grown) === grown.sizeBytes && sha256Hex(await wholeOf(files, grown)) !== grown.sha256) {
    await dropUpload(context, grown)
    return kept(new Refusal('UPLOAD_MISMATCH'))
  }
  await tx.put('upload', grown)
  return uploadView(grown)
}

const uploadView = (upload: UploadRecord): Upload => ({ sizeBytes: upload.sizeBytes, receivedBytes: receivedOf(upload), partBytes: MAX_PART_BYTES })

import type { CardPhoto } from '@/contract/schemas/reading'
import { kept, sha256Hex, type Handler } from '../core'
import { inspectFile } from '../core/documents'
import { Refusal } from '../rules/refusal'
import type { CardPhotoRecord } from '../store/entities'
import { takeUpload } from './flow/papers/uploads'
import { dropUnused } from './flow/papers/file-refs'
import { own } from './guards'
import { randomId } from './random'
import { cardPhotoIdOf } from './records'

/** Kept only until it has been read: a picture of a card is worth stealing. */
export const sendCardPhoto: Handler<'sendCardPhoto'> = async (context) => {
  const { account, body, tx, files, env } = context
  const bytes = await takeUpload(context, account.id, body.sha256)
  if (bytes === 'TOO_LARGE') return kept(new Refusal('FILE_TOO_LARGE'))
  const inspection = await inspectFile(bytes, env.cleanPdf)
  if (!inspection.ok) return kept(new Refusal(inspection.code, inspection.wordsZh))

  const id = cardPhotoIdOf(account.id)
  const before = await tx.get('cardPhoto', id)
  const waits = env.recognition !== undefined && inspection.mime.startsWith('image/')
  // Another name than that of the same bytes as a paper: the two are thrown away at different times.
  const hash = waits ? sha256Hex(Uint8Array.from([...new TextEncoder().encode(`card ${account.id} `), ...bytes])) : null
  if (hash !== null) await files.put(hash, inspection.sanitised)
  const photo: CardPhotoRecord = { id, ownerId: account.id, photoId: randomId(env, 'photo'), state: waits ? 'PENDING' : 'NONE', hash, cardNumber: null, sure: false }
  await tx.put('cardPhoto', photo)
  if (before && before.hash !== hash) await dropUnused(context, [before.hash])
  if (waits) env.recognition?.wake()
  return photoView(photo)
}

export const getCardPhoto: Handler<'getCardPhoto'> = async ({ account, tx }) => photoView(own(await tx.get('cardPhoto', cardPhotoIdOf(account.id)), account.id))

const photoView = ({ photoId, state, cardNumber, sure }: CardPhotoRecord): CardPhoto => ({ photoId, state, cardNumber, sure })

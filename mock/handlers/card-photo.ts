import type { CardPhoto } from '@/contract/schemas/reading'
import { sha256Hex, type Handler } from '../core'
import { inspectFile } from '../core/documents'
import { fileRules } from '../rules/plans'
import { Refusal } from '../rules/refusal'
import type { CardPhotoRecord } from '../store/entities'
import { dropUnused } from './flow/papers/file-refs'
import { own } from './guards'
import { randomId } from './random'
import { cardPhotoIdOf } from './records'

/** Kept only until it has been read: a picture of a card is worth stealing. */
export const sendCardPhoto: Handler<'sendCardPhoto'> = async (context) => {
  const { account, file, tx, files, env } = context
  if (!file) throw new Refusal('BAD_REQUEST')
  if ('refused' in file) throw new Refusal(file.refused)
  if (file.bytes.length > fileRules.maxBytesPerFile.value) throw new Refusal('FILE_TOO_LARGE')
  const inspection = await inspectFile(file.bytes, env.cleanPdf)
  if (!inspection.ok) throw new Refusal(inspection.code, inspection.wordsZh)

  const id = cardPhotoIdOf(account.id)
  const before = await tx.get('cardPhoto', id)
  const waits = env.recognition !== undefined && inspection.mime.startsWith('image/')
  // Another name than that of the same bytes as a paper: the two are thrown away at different times.
  const hash = waits ? sha256Hex(Uint8Array.from([...new TextEncoder().encode(`card ${account.id} `), ...file.bytes])) : null
  if (hash !== null) await files.put(hash, inspection.sanitised)
  const photo: CardPhotoRecord = { id, ownerId: account.id, photoId: randomId(env, 'photo'), state: waits ? 'PENDING' : 'NONE', hash, cardNumber: null, sure: false }
  await tx.put('cardPhoto', photo)
  if (before && before.hash !== hash) await dropUnused(context, [before.hash])
  if (waits) env.recognition?.wake()
  return photoView(photo)
}

export const getCardPhoto: Handler<'getCardPhoto'> = async ({ account, tx }) => photoView(own(await tx.get('cardPhoto', cardPhotoIdOf(account.id)), account.id))

const photoView = ({ photoId, state, cardNumber, sure }: CardPhotoRecord): CardPhoto => ({ photoId, state, cardNumber, sure })

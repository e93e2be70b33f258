import type { ErrorCode } from '@/contract/errors'
import { wordsOf } from '@/contract/errors'
import { kept, type Handler, type HandlerContext, type Kept } from '../core'
import { inspectFile } from '../core/documents'
import { fileRules } from '../rules/plans'
import { Refusal } from '../rules/refusal'
import type { ClaimRecord, DocumentRecord } from '../store/entities'
import type { Tx } from '../store/store'
import { samplePage } from '../seed/sample-page'
import { claimFor } from './flow/people/access'
import { dropUnused } from './flow/papers/file-refs'
import { notify } from './flow/notify'
import { notifyAgent } from './flow/notify-agent'
import { takeUpload } from './flow/papers/uploads'
import { readable } from './flow/papers/readable'
import { requireRemovable, requireRoomFor } from './flow/papers/paper-access'
import { own } from './guards'
import { randomId } from './random'
import { documentView } from './views/claim-papers'

export const registerDocument: Handler<'registerDocument'> = async (context) => {
  const { body, params, tx, env } = context
  const claim = (await claimFor(context, params.claimId)).claim
  await requireRoomFor(tx, claim, body)
  const documents = await documentsOf(tx, claim)
  // A phone that was killed registers its photos again: the same photo must not be asked for twice.
  const known = documents.find(({ clientRef }) => clientRef === body.clientRef)
  if (known) return documentView(known)

  const ofType = documents.filter(({ documentType }) => documentType === body.documentType)
  if (documents.length >= fileRules.maxFilesPerClaim.value) throw new Refusal('FILE_LIMIT', `一笔申领最多${fileRules.maxFilesPerClaim.value}个文件，请先删除不需要的。`)
  if (ofType.length >= fileRules.maxFilesPerDocument.value) throw new Refusal('FILE_LIMIT', `这一项最多${fileRules.maxFilesPerDocument.value}个文件，请先删除不需要的。`)
  const document: DocumentRecord = { id: randomId(env, 'doc'), ownerId: claim.ownerId, claimId: claim.id, ...body, state: 'PENDING', reasonZh: null, mime: null, sizeBytes: null, receivedAt: null, hash: null }
  await tx.put('document', document)
  return documentView(document)
}

/**
 * The content of a file. A refusal is answered, and kept on the document: the member finds it as 未收到 with the reason, also after a
 * restart, and sends it again to the same place.
 */
export const uploadDocument: Handler<'uploadDocument'> = async (context) => {
  const { account, params, body: { sha256: hash }, tx, files, env, now } = context
  const claim = (await claimFor(context, params.claimId)).claim
  const document = ownDocument(await tx.get('document', params.documentId), claim)
  await requireRoomFor(tx, claim, document)
  // An answer that got lost is asked for again with the same bytes: it is there already.
  if (document.state === 'RECEIVED' && document.hash === hash) return documentView(document)
  // Other bytes in its place would take the first ones away.
  if (document.state === 'RECEIVED') requireRemovable(claim, document)
  const bytes = await takeUpload(context, account.id, hash)
  if (bytes === 'TOO_LARGE') return failed(context, document, 'FILE_TOO_LARGE')
  if (await isThere(context, document, hash)) return failed(context, document, 'FILE_DUPLICATE')
  const inspection = await inspectFile(bytes, env.cleanPdf)
  if (!inspection.ok) return failed(context, document, inspection.code, inspection.wordsZh)

  await files.put(hash, inspection.sanitised)
  const received: DocumentRecord = { ...document, state: 'RECEIVED', reasonZh: null, mime: inspection.mime, sizeBytes: inspection.sanitised.length, receivedAt: now, hash, ...(readable(env, document, inspection.mime) && { reading: { state: 'PENDING' as const, fields: {} } }) }
  await tx.put('document', received)
  if (received.reading) env.recognition?.wake()
  await dropUnused(context, [document.hash])
  return documentView(received)
}

export const getDocumentContent: Handler<'getDocumentContent'> = async (context) => {
  const { params, tx, files } = context
  const claim = (await claimFor(context, params.claimId)).claim
  const { hash, mime } = ownDocument(await tx.get('document', params.documentId), claim)
  const bytes = hash === null ? undefined : ((await files.get(hash)) ?? (hash === samplePage.hash ? samplePage.bytes : undefined))
  if (!bytes || mime === null) throw new Refusal('NOT_FOUND')
  return { bytes, mime }
}

export const removeDocument: Handler<'removeDocument'> = async (context) => {
  const { params, tx } = context
  const claim = (await claimFor(context, params.claimId)).claim
  const document = ownDocument(await tx.get('document', params.documentId), claim)
  requireRemovable(claim, document)
  await tx.delete('document', document.id)
  await dropUnused(context, [document.hash])
  return undefined
}

/** FAILED and the reason stay written although the answer is a refusal. A file that had arrived before stays as it is. */
/** Kept on the document and, for the first one of a claim, told in the inbox: whoever left the page must not wait for what never came. */
async function failed(context: HandlerContext<'uploadDocument'>, document: DocumentRecord, code: ErrorCode, wordsZh: string = wordsOf(code)): Promise<Kept> {
  const { tx } = context
  if (document.state !== 'RECEIVED') {
    const others = (await tx.list('document', document.ownerId)).filter(({ claimId, id, state }) => claimId === document.claimId && id !== document.id && state === 'FAILED')
    const claim = await tx.get('claim', document.claimId)
    await tx.put('document', { ...document, state: 'FAILED', reasonZh: wordsZh })
    if (claim && others.length === 0 && document.state !== 'FAILED') {
      await notify(context, claim.ownerId, 'FILE_FAILED', { values: { claimNo: claim.claimNo, count: '1' } }, { claimId: claim.id, ...placeOf(claim) })
      await notifyAgent(context, claim, 'FILE_FAILED')
    }
  }
  return kept(new Refusal(code, wordsZh, {}, { documentId: document.id }))
}

/** Where a file of the claim is sent again: its draft, the list that it answers, or beside the claim. */
function placeOf({ progress: { state } }: ClaimRecord): { page?: 'claimSupplement' | 'claimDetail' } {
  if (state === 'DRAFT') return {}
  return { page: state === 'SUPPLEMENT' ? 'claimSupplement' : 'claimDetail' }
}

/** The same bytes for the same paper once more: chosen twice, or on two phones. Another paper may well be the same page. */
async function isThere({ tx }: Pick<HandlerContext<'uploadDocument'>, 'tx'>, { id, ownerId, claimId, documentType, supplementItemId = null }: DocumentRecord, hash: string): Promise<boolean> {
  const others = (await tx.list('document', ownerId)).filter((other) => other.id !== id && other.claimId === claimId && other.documentType === documentType && (other.supplementItemId ?? null) === supplementItemId)
  return others.some((other) => other.state === 'RECEIVED' && other.hash === hash)
}

function ownDocument(document: DocumentRecord | undefined, claim: ClaimRecord): DocumentRecord {
  const found = own(document, claim.ownerId)
  if (found.claimId !== claim.id) throw new Refusal('NOT_FOUND')
  return found
}

const documentsOf = async (tx: Tx, { id, ownerId }: ClaimRecord): Promise<DocumentRecord[]> => (await tx.list('document', ownerId)).filter(({ claimId }) => claimId === id)

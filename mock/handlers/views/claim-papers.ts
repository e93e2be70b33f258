import type { ChecklistItem, ClaimDocument, DocumentType } from '@/contract/schemas/claim'
import { idDocumentZh, type IdDocumentType } from '@/domain/id-document'
import { claimTypes, fileRules } from '../../rules/plans'
import type { ClaimRecord, CoverageRecord, DocumentRecord } from '../../store/entities'
import { readingView } from './reading-view'
import { isPaper, paperTitle, paperWords } from '../words/paper-words'

/** Papers that say who somebody is: handed in once, not asked for again. */
export const onceOnly: readonly DocumentType[] = ['ID_CARD', 'BENEFICIARY_ID', 'AGENT_ID']

/**
 * Papers that a claim needs: the union of those of its types (plans.json `claimTypes`), then the optional ones.
 * @param known papers of `onceOnly` that were received with an earlier claim
 */
export function checklistOf(claim: ClaimRecord, covers: readonly CoverageRecord[], documents: readonly DocumentRecord[], known: readonly DocumentType[]): ChecklistItem[] {
  const needed = requiredPapers(claim, covers)
  const required = needed.filter((type) => !known.includes(type))
  const reused = needed.filter((type) => known.includes(type))
  // Whatever else a reviewer has asked for, or has been handed in, has its place too.
  const asked = (claim.progress.supplement?.items ?? []).map(({ doc }) => doc).filter(isPaper)
  const all = [...required, ...asked, ...documents.map(({ documentType }) => documentType), ...reused, ...optionalPapers(claim)]
  return [...new Set(all)].map((documentType) => ({
    documentType,
    ...paperWords(documentType),
    required: required.includes(documentType),
    maxFiles: fileRules.maxFilesPerDocument.value,
    received: documents.filter((document) => document.documentType === documentType && document.state === 'RECEIVED').length,
    reusedZh: reused.includes(documentType) && !documents.some((document) => document.documentType === documentType) ? `已用上次提交的${paperTitle(documentType).replace('正反面', '')}，可更换` : null,
  }))
}

/** Papers of claim types (plans.json), without those that are signed in the app. */
export const papersOfTypes = (types: readonly string[]): DocumentType[] =>
  [...new Set(claimTypes.filter(({ id }) => types.includes(id)).flatMap(({ required }) => required))].filter(isPaper)

function requiredPapers({ types, amounts, accident, progress }: ClaimRecord, covers: readonly CoverageRecord[]): DocumentType[] {
  const admitted: DocumentType[] = types.includes('ACCIDENT_MEDICAL') && (accident?.treatment ?? 'ADMITTED') === 'ADMITTED' ? ['DISCHARGE_SUMMARY'] : []
  const outOfScope: DocumentType[] = covers.some(({ planId }) => planId === 'P2') && (amounts?.outOfScopeFen ?? 0) > 0 ? ['EXPENSE_LIST'] : []
  const traffic: DocumentType[] = accident?.traffic ? ['TRAFFIC_REPORT'] : []
  // Settled off-site by hand: nobody has the figures but the stamped paper.
  const offsite: DocumentType[] = progress.autoReasonCode === 'AUTO_OFFSITE_MANUAL' ? ['OFFSITE_SETTLEMENT'] : []
  const agent: DocumentType[] = progress.filedBy === 'AGENT' ? ['AGENT_ID'] : []
  return [...new Set([...papersOfTypes(types), ...admitted, ...outOfScope, ...traffic, ...offsite, ...agent])]
}

const optionalPapers = ({ cause, accident }: ClaimRecord): DocumentType[] => [
  ...(cause === 'ILLNESS' || cause === 'ACCIDENT' ? (['OFFSITE_SETTLEMENT'] as const) : []),
  ...(cause === 'ACCIDENT' && !accident?.traffic ? (['TRAFFIC_REPORT'] as const) : []),
  'OTHER',
]

/** Whose document each of these papers is: named as the document that the person really has. */
export type Holders = Partial<Record<DocumentType, IdDocumentType>>

/** Papers that say who somebody is, by the name of the document instead of 身份证; a passport has one page and no back. */
export const namedByDocument = (checklist: readonly ChecklistItem[], holders: Holders): ChecklistItem[] =>
  checklist.map((item) => {
    const idType = holders[item.documentType]
    if (idType === undefined || idType === 'MAINLAND_ID') return item
    const named = (text: string): string => text.replace(/身份证(正反面)?/, (_whole, sides = '') => idDocumentZh[idType] + (idType === 'PASSPORT' ? '' : String(sides)))
    return {
      ...item,
      titleZh: named(item.titleZh),
      reusedZh: item.reusedZh === null ? null : named(item.reusedZh),
      tipZh: idType === 'PASSPORT' ? '拍有照片的那一页，四个角都在画面里，不要反光。' : item.tipZh,
    }
  })

/** How many required papers have not been received at all. */
export const missingPapers = (checklist: readonly ChecklistItem[]): ChecklistItem[] => checklist.filter(({ required, received }) => required && received === 0)

export const documentView = ({ id, documentType, clientRef, name, state, reasonZh, mime, sizeBytes, receivedAt, hash, supplementItemId = null, reading }: DocumentRecord): ClaimDocument => ({
  documentId: id,
  documentType,
  clientRef,
  name,
  state,
  stateZh: { PENDING: '等待上传', RECEIVED: '已收到', FAILED: '未收到' }[state],
  reasonZh,
  mime,
  sizeBytes,
  sha256: state === 'RECEIVED' ? hash : null,
  receivedAt,
  supplementItemId,
  reading: readingView(reading),
})

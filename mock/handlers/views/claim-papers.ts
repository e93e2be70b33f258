import type { ChecklistItem, ClaimDocument, DocumentType } from '@/contract/schemas/claim'
import { claimTypes, fileRules } from '../../rules/plans'
import type { ClaimRecord, CoverageRecord, DocumentRecord } from '../../store/entities'
import { readingView } from './reading-view'
import { isPaper, paperWords } from '../words/paper-words'

/**
 * Papers that a claim needs: the union of those of its types (plans.json `claimTypes`), then the optional ones.
 * @param idCardKnown the identity card was received with an earlier claim: asked for once a member
 */
export function checklistOf(claim: ClaimRecord, covers: readonly CoverageRecord[], documents: readonly DocumentRecord[], idCardKnown: boolean): ChecklistItem[] {
  const required = requiredPapers(claim, covers).filter((type) => type !== 'ID_CARD' || !idCardKnown)
  // Whatever else a reviewer has asked for, or has been handed in, has its place too.
  const asked = (claim.progress.supplement?.items ?? []).map(({ doc }) => doc).filter(isPaper)
  const known = [...required, ...asked, ...documents.map(({ documentType }) => documentType), ...optionalPapers(claim, idCardKnown)]
  return [...new Set(known)].map((documentType) => ({
    documentType,
    ...paperWords(documentType),
    required: required.includes(documentType),
    maxFiles: fileRules.maxFilesPerDocument.value,
    received: documents.filter((document) => document.documentType === documentType && document.state === 'RECEIVED').length,
  }))
}

function requiredPapers({ types, amounts }: ClaimRecord, covers: readonly CoverageRecord[]): DocumentType[] {
  const ofTypes = claimTypes.filter(({ id }) => types.includes(id)).flatMap(({ required }) => required)
  const admitted = types.includes('ACCIDENT_MEDICAL') ? ['DISCHARGE_SUMMARY'] : []
  const outOfScope = covers.some(({ planId }) => planId === 'P2') && (amounts?.outOfScopeFen ?? 0) > 0 ? ['EXPENSE_LIST'] : []
  return [...new Set([...ofTypes, ...admitted, ...outOfScope])].filter(isPaper)
}

const optionalPapers = ({ cause }: ClaimRecord, idCardKnown: boolean): DocumentType[] => [
  ...(idCardKnown ? (['ID_CARD'] as const) : []),
  'OFFSITE_SETTLEMENT',
  ...(cause === 'ACCIDENT' ? (['TRAFFIC_REPORT'] as const) : []),
  'OTHER',
]

/** How many required papers have not been received at all. */
export const missingPapers = (checklist: readonly ChecklistItem[]): ChecklistItem[] => checklist.filter(({ required, received }) => required && received === 0)

export const documentView = ({ id, documentType, clientRef, name, state, reasonZh, mime, sizeBytes, receivedAt, supplementItemId = null, reading }: DocumentRecord): ClaimDocument => ({
  documentId: id,
  documentType,
  clientRef,
  name,
  state,
  stateZh: { PENDING: '等待上传', RECEIVED: '已收到', FAILED: '未收到' }[state],
  reasonZh,
  mime,
  sizeBytes,
  receivedAt,
  supplementItemId,
  reading: readingView(reading),
})

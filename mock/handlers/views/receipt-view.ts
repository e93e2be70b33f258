import type { ClaimReceipt } from '@/contract/schemas/claim'
import type { Instant } from '@/domain/dates'
import type { ClaimRecord, DocumentRecord } from '../../store/entities'
import { HOTLINE } from '../words/privacy'
import { paperTitle } from '../words/paper-words'
import { statusOf } from './claim-view'

const nameOf = ({ documentType, name }: DocumentRecord): string => `${paperTitle(documentType)} ${name}`

/** What the member keeps of a submission: number, what happens next, who acts, by when. */
export function receiptOf(claim: ClaimRecord, documents: readonly DocumentRecord[], now: Instant): ClaimReceipt {
  const isIn = ({ state }: DocumentRecord): boolean => state === 'RECEIVED'
  const { nextZh, whoZh, whenZh } = statusOf(claim, [], now)
  return { claimId: claim.id, claimNo: claim.claimNo, submittedAt: claim.submittedAt ?? now, filesReceived: documents.filter(isIn).length, notReceived: documents.filter((document) => !isIn(document)).map(nameOf), nextZh, whoZh, whenZh, hotline: HOTLINE }
}

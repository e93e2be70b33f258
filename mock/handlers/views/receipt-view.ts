import type { ClaimReceipt } from '@/contract/schemas/claim'
import type { Instant } from '@/domain/dates'
import type { ClaimRecord } from '../../store/entities'
import { HOTLINE } from '../words/privacy'
import { statusOf } from './claim-view'

/** What the member keeps of a submission: number, what happens next, who acts, by when. */
export function receiptOf(claim: ClaimRecord, filesReceived: number, now: Instant): ClaimReceipt {
  const { nextZh, whoZh, whenZh } = statusOf(claim, [], now)
  return { claimId: claim.id, claimNo: claim.claimNo, submittedAt: claim.submittedAt ?? now, filesReceived, nextZh, whoZh, whenZh, hotline: HOTLINE }
}

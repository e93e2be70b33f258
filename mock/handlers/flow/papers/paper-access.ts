import type { DocumentType } from '@/contract/schemas/claim'
import { Refusal } from '../../../rules/refusal'
import type { ClaimRecord, DocumentRecord } from '../../../store/entities'
import type { Tx } from '../../../store/store'
import { requireConsent } from '../../guards'

interface Paper {
  documentType: DocumentType
  supplementItemId?: string | null
}

/** More papers may come, though none is asked for: the member objects to the data (T06), or has appealed (T30). */
export function takesEvidence({ progress }: Pick<ClaimRecord, 'progress'>): boolean {
  const { state, autoReasonCode, reopened } = progress
  if (state === 'APPEALING') return true
  return state === 'REVIEWING' && !reopened && ['AUTO_DISPUTED', 'AUTO_HUMAN_REQUESTED', 'AUTO_RULE_DOUBT'].includes(autoReasonCode ?? '')
}

/** Whether a file that has not arrived still can. */
export const takesPapers = (claim: Pick<ClaimRecord, 'progress'>): boolean => ['DRAFT', 'SUPPLEMENT'].includes(claim.progress.state) || takesEvidence(claim)

/**
 * Papers go into a draft; after that only what is asked for, for its item, or evidence where the member objects.
 * @throws CLAIM_STATE_CONFLICT, VALIDATION_FAILED for another paper than the item asks for, CONSENT_REQUIRED without C3
 */
export async function requireRoomFor(tx: Tx, claim: ClaimRecord, { documentType, supplementItemId }: Paper): Promise<void> {
  if (claim.progress.state === 'DRAFT') return
  if (!takesEvidence(claim)) {
    const item = itemOf(claim, supplementItemId)
    if (!item) throw closed(claim)
    if (item.doc !== documentType) throw new Refusal('VALIDATION_FAILED', undefined, { '/documentType': '这不是这一项要求的材料。' })
  }
  await requireConsent(tx, claim.ownerId, 'C3')
}

/** What a person may be looking at already stays: out of a draft everything may go, later only answers not yet handed in and what never arrived. */
export function requireRemovable(claim: ClaimRecord, { state, supplementItemId }: Pick<DocumentRecord, 'state' | 'supplementItemId'>): void {
  if (claim.progress.state === 'DRAFT' || itemOf(claim, supplementItemId)) return
  if (takesEvidence(claim) && state !== 'RECEIVED') return
  throw closed(claim)
}

const itemOf = ({ progress }: ClaimRecord, itemId: string | null | undefined) =>
  progress.state === 'SUPPLEMENT' ? progress.supplement?.items.find(({ id }) => id === itemId) : undefined

function closed({ progress: { state, version } }: ClaimRecord): Refusal {
  const wordsZh = state === 'SUPPLEMENT' ? '现在只能补充清单上要求的材料。' : '申领已提交，材料不能再改。'
  return new Refusal('CLAIM_STATE_CONFLICT', wordsZh, {}, { state, version })
}

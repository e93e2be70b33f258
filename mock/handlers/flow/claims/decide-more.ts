import type { Decide } from '@/contract/schemas/tester'
import type { Actor } from '../../../rules/actors'
import { dueAgainFen } from '../../../rules/claim-guards'
import type { ClaimEvent } from '../../../rules/claim-types'
import { hasKind } from '../../../rules/reasons'
import { Refusal } from '../../../rules/refusal'
import type { ClaimRecord, StatementRecord } from '../../../store/entities'
import { benefitOf, type Claimant } from './claim-benefit'
import { moveClaim, payOut } from './claim-flow'
import { readClaimantOf } from '../papers/claim-reader'
import type { FlowContext } from '../context'
import { correctionsAt, isCorrected, withCorrections, type Corrected } from '../people/corrections'
import { payAgain } from '../payouts/payout-flow'
import { decided, FIRST_REVIEWER, UNION_OFFICER } from './decide'

/** Took part in none of the seeded decisions. */
const APPEAL_REVIEWER: Actor = { role: 'APPEAL_REVIEWER', ref: 'appeal-reviewer' }
const OVERTURNED = '经复核，原决定应予改变。'
const UPHELD = '经复核，原决定事实清楚、依据充分，予以维持。'

/** One complete list of what is missing (T21, from the unit union T15). @throws VALIDATION_FAILED for an empty list or other codes */
export async function requestMore(context: FlowContext, claim: ClaimRecord, asked: NonNullable<Decide['items']>): Promise<ClaimRecord> {
  const round = claim.progress.supplementRounds + 1
  // An id is not used again in the next round, where the same paper may be asked for once more.
  const items = asked.map(({ documentType, reasonCode, noteZh }, index) => ({ id: `S${round}-${index + 1}`, doc: documentType, code: reasonCode, ...(noteZh?.trim() ? { noteZh: noteZh.trim() } : {}) }))
  const byUnion = claim.progress.state === 'UNION_CHECK'
  return moveClaim(context, claim, { type: byUnion ? 'return' : 'requestMore', items }, byUnion ? UNION_OFFICER : FIRST_REVIEWER)
}

/**
 * The appeal is right (T31): with what is put right, or without the waiting period where that was the reason. The rules work it out;
 * only the difference is paid. @throws VALIDATION_FAILED where it would not be more than what was decided, AMOUNTS_MISMATCH
 */
export async function overturn(context: FlowContext, claim: ClaimRecord, { reasonZh = OVERTURNED, ...corrected }: Corrected & Pick<Decide, 'reasonZh'>): Promise<ClaimRecord> {
  const claimant = await readClaimantOf(context.tx, claim)
  const right = withCorrections(claim, corrected, context.now)
  const benefit = benefitOf(right, isCorrected(corrected) ? claimant : withoutWaiting(claimant))
  const found = correctionsAt(right, context.now).map(({ code }) => code)
  const cut = benefit?.reasons.map(({ code }) => code).filter((code) => hasKind(code, 'adjust') && !hasKind(code, 'reject')) ?? []
  const event: ClaimEvent = { type: 'overturn', amountFen: benefit?.totalFen ?? 0, reasonCodes: [...new Set([...found, ...cut])], reasonZh }
  const moved = await moveClaim(context, saidBy(context, right, 'overturn', reasonZh), event, APPEAL_REVIEWER)
  return payOut(context, await decided(context, moved, benefit, null, claim.decision?.amountFen))
}

/** The decision stays (T32); where a payout has come back meanwhile it goes on (T41), or another one in the place of one that finance has cancelled. */
export async function uphold(context: FlowContext, claim: ClaimRecord, { reasonZh = UPHELD }: Pick<Decide, 'reasonZh'>): Promise<ClaimRecord> {
  const dueFen = dueAgainFen(claim.progress)
  const type = claim.progress.openFen + dueFen > 0 ? 'upholdUnpaid' : 'uphold'
  const upheld = await moveClaim(context, saidBy(context, claim, type, reasonZh), { type, reasonZh, reasonCodes: [] }, APPEAL_REVIEWER)
  if (dueFen > 0) await payAgain(context, upheld, dueFen)
  return upheld
}

/** @throws VALIDATION_FAILED: a list is needed for it */
export function listOf({ items }: Decide): NonNullable<Decide['items']> {
  if (!items) throw new Refusal('VALIDATION_FAILED', undefined, { '/items': '请列出需要补充的材料。' })
  return items
}

const withoutWaiting = (claimant: Claimant): Claimant => ({ ...claimant, coverages: claimant.coverages.map((cover) => ({ ...cover, first: false, waitingEndsOn: null, benefitsFrom: cover.effectiveOn })) })

/** The claim with what somebody wrote down for the step that follows. */
export const saidBy = ({ now }: FlowContext, claim: ClaimRecord, event: StatementRecord['event'], textZh: string): ClaimRecord => ({
  ...claim,
  statements: [...(claim.statements ?? []), { event, at: now, doc: null, textZh }],
})

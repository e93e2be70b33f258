import type { Instant } from '@/domain/dates'
import { systemActor } from '../../rules/actors'
import { isSampled } from '../../rules/auto-claim'
import type { ClaimRecord } from '../../store/entities'
import { matchedView } from '../views/calculation-view'
import { matchedNoteZh } from '../words/benefit-words'
import { benefitOf, type ClaimBenefit } from './claim-benefit'
import { moveClaim, payOut } from './claim-flow'
import { readClaimant } from './claim-reader'
import { memberActor, type FlowContext } from './context'

type AutoMatch = NonNullable<ClaimRecord['auto']>

/** The claim with what was worked out from its settlement: later claims of the period must not change what the member was asked (T02). */
export const withMatch = (claim: ClaimRecord, benefit: ClaimBenefit, dataAsOf: Instant): ClaimRecord => ({
  ...claim,
  auto: { dataAsOf, perPlanFen: benefit.perPlanFen, calculation: matchedView(claim, benefit) },
})

/**
 * The member takes the amount (T04): decided as it was frozen, and the payout exists in the same run (T33). Five in a hundred go to a
 * person instead (T05), the same ones however often they are asked about.
 * @throws CLAIM_STATE_CONFLICT
 */
export async function takeMatch(context: FlowContext, claim: ClaimRecord): Promise<ClaimRecord> {
  const sampled = isSampled(claim.id)
  if (sampled) return moveClaim(context, claim, { type: 'sample', sampled }, systemActor)
  const confirmed = await moveClaim(context, claim, { type: 'confirm', sampled }, memberActor(claim.ownerId))
  const { perPlanFen, calculation } = await matchOf(context, claim)
  const decision: ClaimRecord['decision'] = { amountFen: calculation.amountFen, perPlanFen, decidedAt: context.now, reasonCode: null, calculation: { ...calculation, noteZh: matchedNoteZh(context.now) } }
  const record = { ...confirmed, decision }
  await context.tx.put('claim', record)
  return payOut(context, record)
}

/** Records of before the freezing are worked out now. */
async function matchOf({ tx }: FlowContext, claim: ClaimRecord): Promise<AutoMatch> {
  if (claim.auto) return claim.auto
  const benefit = benefitOf(claim, await readClaimant(tx, claim.ownerId))
  const { auto } = benefit ? withMatch(claim, benefit, claim.createdAt) : claim
  if (!auto) throw new Error(`${claim.id} was matched without a stay`)
  return auto
}

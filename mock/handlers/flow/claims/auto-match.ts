import type { Instant } from '@/domain/dates'
import { systemActor } from '../../../rules/actors'
import { isSampled } from '../../../rules/auto-claim'
import { lowerMatch } from '../../../rules/claim-machine'
import { Refusal } from '../../../rules/refusal'
import type { ClaimRecord } from '../../../store/entities'
import { matchedView } from '../../views/calculation-view'
import { matchedNoteZh, matchLoweredZh } from '../../words/benefit-words'
import { benefitOf, type ClaimBenefit } from './claim-benefit'
import { moveClaim, payOut, precheck } from './claim-flow'
import { readClaimantOf } from '../papers/claim-reader'
import { letterOfDecision } from '../papers/letters'
import { memberActor, ruleContext, type FlowContext } from '../context'

type AutoMatch = NonNullable<ClaimRecord['auto']>

/** The claim with what was worked out from its settlement: later claims of the period must not change what the member was asked (T02). */
export const withMatch = (claim: ClaimRecord, benefit: ClaimBenefit, dataAsOf: Instant): ClaimRecord => ({
  ...claim,
  auto: { dataAsOf, perPlanFen: benefit.perPlanFen, calculation: matchedView(claim, benefit) },
})

/**
 * The member takes the amount (T04): decided as it was frozen, and the payout exists in the same run (T33). Five in a hundred go to a
 * person instead (T05), the same ones however often they are asked about. What another claim of the period has used since is looked at
 * here once more, in the same transaction: a lower amount is asked about anew, and where nothing is left a person looks (T06).
 * @returns the claim, or the refusal that says that the amount is another one now: to be answered as `kept`
 * @throws CLAIM_STATE_CONFLICT
 */
export async function takeMatch(context: FlowContext, claim: ClaimRecord): Promise<ClaimRecord | Refusal> {
  const sampled = isSampled(claim.id)
  // Anything else has no matched amount to look at: the machine says what stands in the way.
  if (claim.progress.state !== 'AUTO_MATCHED') return moveClaim(context, claim, { type: 'confirm', sampled }, memberActor(claim.ownerId))
  if (sampled) return moveClaim(context, claim, { type: 'sample', sampled }, systemActor)
  const frozen = await matchOf(context, claim)
  const left = benefitOf(claim, await readClaimantOf(context.tx, claim))
  if (left && left.totalFen === 0) return precheck(context, await moveClaim(context, claim, { type: 'dispute', choice: 'AUTO_RULE_DOUBT' }, memberActor(claim.ownerId)))
  if (left && left.totalFen < frozen.calculation.amountFen) return askAgain(context, claim, left, frozen.dataAsOf)

  const confirmed = await moveClaim(context, claim, { type: 'confirm', sampled }, memberActor(claim.ownerId))
  const { perPlanFen, calculation } = frozen
  const decision: ClaimRecord['decision'] = { amountFen: calculation.amountFen, perPlanFen, decidedAt: context.now, reasonCode: null, calculation: { ...calculation, noteZh: matchedNoteZh(context.now) } }
  const record = { ...confirmed, decision }
  await context.tx.put('claim', record)
  await letterOfDecision(context, record)
  return payOut(context, record)
}

async function askAgain(context: FlowContext, claim: ClaimRecord, left: ClaimBenefit, dataAsOf: Instant): Promise<Refusal> {
  const progress = lowerMatch(claim.progress, left.totalFen, ruleContext(context, systemActor))
  await context.tx.put('claim', { ...withMatch(claim, left, dataAsOf), progress, version: progress.version, updatedAt: context.now })
  return new Refusal('CLAIM_STATE_CONFLICT', matchLoweredZh(left.totalFen), {}, { state: progress.state, version: progress.version })
}

/** Records of before the freezing are worked out now. */
async function matchOf({ tx }: FlowContext, claim: ClaimRecord): Promise<AutoMatch> {
  if (claim.auto) return claim.auto
  const benefit = benefitOf(claim, await readClaimantOf(tx, claim))
  const { auto } = benefit ? withMatch(claim, benefit, claim.createdAt) : claim
  if (!auto) throw new Error(`${claim.id} was matched without a stay`)
  return auto
}

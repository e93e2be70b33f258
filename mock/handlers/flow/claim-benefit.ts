import type { BillSplit } from '@/contract/schemas/common'
import { daysBetween } from '@/domain/dates'
import { billSplit, computeBenefits } from '../../rules/benefit'
import type { BenefitCoverage, BenefitEvent, BenefitResult, PriorUse } from '../../rules/benefit-types'
import { hasKind } from '../../rules/reasons'
import type { Account, ClaimRecord, CoverageRecord } from '../../store/entities'
import { usesOf } from '../views/usage'
import { coversOf } from './claim-covers'

export interface ClaimBenefit extends BenefitResult {
  covers: CoverageRecord[]
  split: BillSplit
}

/** The part of a claim that the benefit rules look at. */
export type ClaimSubject = Pick<ClaimRecord, 'id' | 'cause' | 'accidentOn' | 'stay' | 'amounts' | 'diagnosis'>

/** What the claimant has besides the claim itself. */
export interface Claimant {
  account: Account
  coverages: readonly CoverageRecord[]
  /** All claims of the person; approved ones have used their part of the covers. */
  claims: readonly ClaimRecord[]
}

/** What a claim pays by the rules; null while stay and amounts (or the diagnosis) are not filled in. */
export function benefitOf(claim: ClaimSubject, { account, coverages, claims }: Claimant): ClaimBenefit | null {
  const event = eventOf(claim)
  if (!event) return null
  const covers = coversOf(claim, coverages)
  const earlier = claims.filter(({ id }) => id !== claim.id)
  const result = computeBenefits({ coverages: covers.map((cover) => benefitCoverage(cover, earlier)), events: [event], sex: account.sex ?? undefined })
  return { ...result, covers, split: event.type === 'ADMISSION' ? billSplit(event, result.expenseFen) : noBill }
}

/** A critical-illness claim has no bill to split. */
const noBill: BillSplit = { totalFen: 0, pooledFen: 0, selfPayFen: 0, outOfScopeFen: 0, mutualAidFen: 0, memberFinalFen: 0 }

function eventOf({ id, cause, accidentOn, stay, amounts, diagnosis }: ClaimSubject): BenefitEvent | null {
  if (diagnosis) return { id, type: 'DIAGNOSIS', ...diagnosis }
  if (!stay || !amounts) return null
  return { id, type: 'ADMISSION', cause, accidentOn, admittedOn: stay.admittedOn, dischargedOn: stay.dischargedOn, ...amounts }
}

const benefitCoverage = (cover: CoverageRecord, claims: readonly ClaimRecord[]): BenefitCoverage => ({
  planId: cover.planId,
  effectiveOn: cover.effectiveOn,
  first: cover.first,
  city: cover.cityCode,
  shares: cover.shares,
  prior: priorUse(cover, claims),
})

/** What the approved claims of the period have used: their slots, days and money stay used (rule source A). */
function priorUse(cover: CoverageRecord, claims: readonly ClaimRecord[]): PriorUse {
  const uses = usesOf(cover, claims)
  const paidFen = uses.reduce((sum, { fen }) => sum + fen, 0)
  return {
    paidFen,
    admissionsUsed: uses.length,
    daysUsed: uses.reduce((sum, { claim }) => sum + daysOf(claim), 0),
    // Only stays can be claimed so far, so all that G7 has paid is medical.
    medicalPaidFen: cover.planId === 'G7' ? paidFen : 0,
    categories: uses.flatMap(({ claim }) => (claim.diagnosis ? [claim.diagnosis.category] : [])),
  }
}

const daysOf = ({ stay }: ClaimRecord): number => (stay ? Math.max(1, daysBetween(stay.admittedOn, stay.dischargedOn)) : 0)

/** The reason for which the rules pay nothing at all; null where they pay. */
export function objectionFor(benefit: ClaimBenefit | null): string | null {
  if (!benefit || benefit.covers.length === 0) return 'NOT_COVERED'
  if (benefit.totalFen > 0) return null
  return benefit.reasons.map(({ code }) => code).find((code) => hasKind(code, 'reject')) ?? 'FULLY_REIMBURSED'
}

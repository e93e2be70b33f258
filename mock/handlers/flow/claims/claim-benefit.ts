import type { BillSplit } from '@/contract/schemas/common'
import { daysBetween } from '@/domain/dates'
import { billSplit, computeBenefits } from '../../../rules/benefit'
import type { BenefitCoverage, BenefitEvent, BenefitResult, BillEvent, PriorUse } from '../../../rules/benefit-types'
import { hasKind } from '../../../rules/reasons'
import type { Account, ClaimRecord, CoverageRecord } from '../../../store/entities'
import { usesOf } from '../../views/usage'
import { coversOf } from './claim-covers'

export interface ClaimBenefit extends BenefitResult {
  covers: CoverageRecord[]
  /** What other claims had used of each cover, by its id. */
  priors: Readonly<Record<string, PriorUse>>
  split: BillSplit
}

/** The part of a claim that the benefit rules look at. */
export type ClaimSubject = Pick<ClaimRecord, 'id' | 'cause' | 'accidentOn' | 'accident' | 'stay' | 'amounts' | 'diagnosis' | 'death'>

/** What the person whose covers they are has besides the claim itself. */
export interface Claimant {
  account: Account
  coverages: readonly CoverageRecord[]
  /** All claims on the covers of the person; approved ones have used their part of them. */
  claims: readonly ClaimRecord[]
}

/** What a claim pays by the rules; null while what happened is not filled in. */
export function benefitOf(claim: ClaimSubject, { account, coverages, claims }: Claimant): ClaimBenefit | null {
  const events = eventsOf(claim)
  if (events.length === 0) return null
  const covers = coversOf(claim, coverages)
  const earlier = claims.filter(({ id }) => id !== claim.id)
  const priors = Object.fromEntries(covers.map((cover) => [cover.id, priorUse(cover, earlier)]))
  const result = computeBenefits({ coverages: covers.map((cover) => benefitCoverage(cover, priors[cover.id])), events, sex: account.sex ?? undefined })
  const bill = events.find(isBill)
  return { ...result, covers, priors, split: bill ? billSplit(bill, result.expenseFen) : noBill }
}

/** A claim without a bill has nothing to split. */
const noBill: BillSplit = { totalFen: 0, pooledFen: 0, selfPayFen: 0, outOfScopeFen: 0, mutualAidFen: 0, memberFinalFen: 0 }
const isBill = (event: BenefitEvent): event is BillEvent => event.type === 'ADMISSION' || event.type === 'OUTPATIENT'

/** What the rules work through for a claim: its bill, the lasting harm of its accident, its diagnosis, a death. Empty while nothing is complete. */
function eventsOf({ id, cause, accidentOn, accident, stay, amounts, diagnosis, death }: ClaimSubject): BenefitEvent[] {
  switch (cause) {
    case 'CRITICAL':
    case 'FEMALE':
      return diagnosis ? [{ id, type: 'DIAGNOSIS', family: cause === 'CRITICAL' ? 'P5' : 'P6', category: diagnosis.category, diagnosedOn: diagnosis.diagnosedOn }] : []
    case 'DEATH':
      return accidentOn !== null && death ? [{ id, type: 'DEATH', accidentOn }] : []
    case 'ILLNESS':
    case 'ACCIDENT': {
      const treatment = accident?.treatment ?? 'ADMITTED'
      const type = cause === 'ACCIDENT' && treatment === 'OUTPATIENT' ? 'OUTPATIENT' : 'ADMISSION'
      const bill: BenefitEvent[] = stay && amounts && treatment !== 'NONE' ? [{ id, type, cause, accidentOn, admittedOn: stay.admittedOn, dischargedOn: stay.dischargedOn, ...amounts }] : []
      // A claim that asks for both is worked out when both are known: half an amount would be read as the whole.
      if (treatment !== 'NONE' && bill.length === 0) return []
      const grade = cause === 'ACCIDENT' ? (accident?.disabilityGrade ?? null) : null
      return grade === null || accidentOn === null ? bill : [...bill, { id, type: 'DISABILITY', accidentOn, grade }]
    }
    default:
      return cause satisfies never
  }
}

const benefitCoverage = (cover: CoverageRecord, prior: PriorUse): BenefitCoverage => ({
  planId: cover.planId,
  effectiveOn: cover.effectiveOn,
  first: cover.first,
  city: cover.cityCode,
  shares: cover.shares,
  prior,
})

/** What the approved claims of the period have used: their slots, days and money stay used (rule source A). */
function priorUse(cover: CoverageRecord, claims: readonly ClaimRecord[]): PriorUse {
  const uses = usesOf(cover, claims)
  const { planId } = cover
  const sums = uses.map(({ claim }) => ({ claim, fen: itemFen(claim, planId, 'SUM') }))
  return {
    paidFen: uses.reduce((sum, { fen }) => sum + fen, 0),
    admissionsUsed: uses.length,
    daysUsed: uses.reduce((sum, { claim }) => sum + (itemFen(claim, planId, 'ALLOWANCE') > 0 ? daysOf(claim) : 0), 0),
    sumPaidFen: sums.reduce((sum, { fen }) => sum + fen, 0),
    medicalPaidFen: uses.reduce((sum, { claim }) => sum + itemFen(claim, planId, 'MEDICAL'), 0),
    disabilityPaidFen: sums.reduce<Record<string, number>>((paid, { claim, fen }) => {
      const on = claim.accidentOn
      return on === null || fen === 0 || claim.cause === 'DEATH' ? paid : { ...paid, [on]: (paid[on] ?? 0) + fen }
    }, {}),
    categories: uses.flatMap(({ claim }) => (claim.diagnosis ? [claim.diagnosis.category] : [])),
  }
}

/** Decisions of before say only what each plan paid, and then each plan had one way of paying. */
function itemFen({ decision }: ClaimRecord, planId: CoverageRecord['planId'], item: 'SUM' | 'MEDICAL' | 'ALLOWANCE'): number {
  if (decision?.perItemFen) return decision.perItemFen[`${planId}:${item}`] ?? 0
  const only = planId === 'G7' ? 'MEDICAL' : planId === 'P3' || planId === 'P4' ? 'ALLOWANCE' : null
  return item === only ? (decision?.perPlanFen[planId] ?? 0) : 0
}

/** `G7:MEDICAL` -> fen, as a decision keeps it. */
export const perItemFen = ({ lines }: Pick<BenefitResult, 'lines'>): Record<string, number> =>
  lines.reduce<Record<string, number>>((sums, { planId, item, amountFen }) => ({ ...sums, [`${planId}:${item}`]: (sums[`${planId}:${item}`] ?? 0) + amountFen }), {})

const daysOf = ({ stay }: ClaimRecord): number => (stay ? Math.max(1, daysBetween(stay.admittedOn, stay.dischargedOn)) : 0)

/** The reason for which the rules pay nothing at all; null where they pay. */
export function objectionFor(benefit: ClaimBenefit | null): string | null {
  if (!benefit || benefit.covers.length === 0) return 'NOT_COVERED'
  if (benefit.totalFen > 0) return null
  return benefit.reasons.map(({ code }) => code).find((code) => hasKind(code, 'reject')) ?? 'FULLY_REIMBURSED'
}

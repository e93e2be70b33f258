import type { LocalDate } from '@/contract/schemas/common'
import type { ClaimRecord, CoverageRecord } from '../../store/entities'

/** The day that decides which cover a claim belongs to: the accident for P4 and G7, the admission for the rest (rule source A). */
export const decidingDay = (claim: Pick<ClaimRecord, 'stay' | 'accidentOn'>, planId: CoverageRecord['planId']): LocalDate | null =>
  planId === 'P4' || planId === 'G7' ? claim.accidentOn : (claim.stay?.admittedOn ?? null)

/** A decision that stands: refused, withdrawn and expired claims use nothing of a cover. */
export const isApproved = ({ decision }: ClaimRecord): boolean => decision !== null && decision.amountFen > 0

/** What approved claims have used of a cover's cap, in fen. */
export const usedFenOf = (coverage: CoverageRecord, claims: readonly ClaimRecord[]): number =>
  claims.filter((claim) => isApproved(claim) && covers(coverage, decidingDay(claim, coverage.planId))).reduce((sum, claim) => sum + (claim.decision?.perPlanFen[coverage.planId] ?? 0), 0)

export const covers = ({ effectiveOn, endsOn }: Pick<CoverageRecord, 'effectiveOn' | 'endsOn'>, day: LocalDate | null): boolean => day !== null && effectiveOn <= day && day <= endsOn

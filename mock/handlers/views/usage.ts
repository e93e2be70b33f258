import type { ClaimRecord, CoverageRecord } from '../../store/entities'
import { decidingDay, holdsOn } from '../flow/claims/claim-covers'

/** A decision that stands: refused, withdrawn and expired claims use nothing of a cover. */
export const isApproved = ({ decision }: ClaimRecord): boolean => decision !== null && decision.amountFen > 0

/** Approved claims that belong to a cover, and what each used of it. */
export const usesOf = (coverage: CoverageRecord, claims: readonly ClaimRecord[]): { claim: ClaimRecord; fen: number }[] =>
  claims
    .filter((claim) => isApproved(claim) && holdsOn(coverage, decidingDay(claim, coverage.planId)))
    .map((claim) => ({ claim, fen: claim.decision?.perPlanFen[coverage.planId] ?? 0 }))
    .filter(({ fen }) => fen > 0)

/** What approved claims have used of a cover's cap, in fen. */
export const usedFenOf = (coverage: CoverageRecord, claims: readonly ClaimRecord[]): number => usesOf(coverage, claims).reduce((sum, { fen }) => sum + fen, 0)

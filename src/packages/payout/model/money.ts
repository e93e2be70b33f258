import { useQuery } from '@tanstack/react-query'
import { claimsQuery } from '@/api/claims'
import { usePageQuery } from '@/api/page-query'
import { payoutsQuery } from '@/api/payouts'
import type { ClaimSummary, Payout } from '@/contract/schemas/claim'
import type { PageQuery } from '@/ui'

export interface Money {
  year: number
  yearPaidFen: number
  payouts: Payout[]
  /** Claims whose money has not come to a payout yet: the page answers «where is my money» for these too. */
  open: ClaimSummary[]
}

/** Payouts and the claims before them as one answer: half of it would be a wrong one. */
export function useMoney(): PageQuery<Money> {
  const payouts = usePageQuery(payoutsQuery())
  const claims = useQuery({ ...claimsQuery(), enabled: payouts.isEnabled })
  return {
    data: payouts.data && claims.data && { year: payouts.data.year, yearPaidFen: payouts.data.yearPaidFen, payouts: payouts.data.items, open: openClaims(claims.data.items, payouts.data.items) },
    error: payouts.error ?? claims.error,
    isPending: payouts.isPending || claims.isPending,
    isFetching: payouts.isFetching || claims.isFetching,
    fetchStatus: payouts.fetchStatus === 'paused' || claims.fetchStatus === 'paused' ? 'paused' : payouts.fetchStatus,
    dataUpdatedAt: Math.min(payouts.dataUpdatedAt, claims.dataUpdatedAt),
    refetch: () => Promise.all([payouts.refetch(), claims.refetch()]),
  }
}

/** Still on the way (a place among the steps), not closed, and without a payout. */
export function openClaims(claims: readonly ClaimSummary[], payouts: readonly Pick<Payout, 'claimId'>[]): ClaimSummary[] {
  const paid = new Set(payouts.map(({ claimId }) => claimId))
  return claims.filter(({ claimId, status }) => !paid.has(claimId) && status.step !== null && status.state !== 'CLOSED')
}

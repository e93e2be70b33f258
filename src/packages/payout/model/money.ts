import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { claimsQuery } from '@/api/claims'
import { usePageQuery } from '@/api/page-query'
import { payoutsQuery, payoutSummaryQuery } from '@/api/payouts'
import type { ClaimSummary, Payout, PayoutSummary } from '@/contract/schemas/claim'
import type { PageQuery } from '@/ui'

export interface Money {
  /** Sums of the chosen year. */
  summary: PayoutSummary
  payouts: Payout[]
  /** There are more than the list shows. */
  more: boolean
  /** Claims whose money has not come to a payout yet: the page answers «where is my money» for these too. */
  open: ClaimSummary[]
}

/**
 * Sums, payouts and the claims before them as one answer: a part of it would be a wrong one.
 * @param year null: the present one
 */
export function useMoney(year: number | null): PageQuery<Money> {
  const payouts = usePageQuery(payoutsQuery())
  const claims = useQuery({ ...claimsQuery(), enabled: payouts.isEnabled })
  // Another year keeps what is on the screen until it is there.
  const summary = useQuery({ ...payoutSummaryQuery(year), enabled: payouts.isEnabled, placeholderData: keepPreviousData })
  const all = [payouts, claims, summary]
  return {
    data: payouts.data && claims.data && summary.data && { summary: summary.data, payouts: payouts.data.items, more: payouts.data.nextCursor !== null, open: openClaims(claims.data.items, payouts.data.items) },
    error: payouts.error ?? claims.error ?? summary.error,
    isPending: all.some(({ isPending }) => isPending),
    isFetching: all.some(({ isFetching }) => isFetching),
    fetchStatus: all.some(({ fetchStatus }) => fetchStatus === 'paused') ? 'paused' : payouts.fetchStatus,
    dataUpdatedAt: Math.min(...all.map(({ dataUpdatedAt }) => dataUpdatedAt)),
    refetch: (how) => Promise.all(all.map(({ refetch }) => refetch(how))),
  }
}

/** Still on the way (a place among the steps), not closed, and without a payout. */
export function openClaims(claims: readonly ClaimSummary[], payouts: readonly Pick<Payout, 'claimId'>[]): ClaimSummary[] {
  const paid = new Set(payouts.map(({ claimId }) => claimId))
  return claims.filter(({ claimId, status }) => !paid.has(claimId) && status.step !== null && status.state !== 'CLOSED')
}

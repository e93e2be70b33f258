import type { PlanId } from './plans'

/** A payout whose money has arrived; `perPlanFen`: what the decision gave for each plan. Integer fen. */
export interface PaidPayout {
  amountFen: number
  /** Month of the arrival, 1 to 12. */
  month: number
  perPlanFen: Readonly<Record<string, number>>
}

/** Money by month, January first. */
export const byMonth = (paid: readonly PaidPayout[]): number[] =>
  paid.reduce((months, { amountFen, month }) => months.map((fen, at) => (at === month - 1 ? fen + amountFen : fen)), Array.from({ length: 12 }, () => 0))

/** Money by plan, most first; the parts add up to the payouts. */
export function byPlan(paid: readonly PaidPayout[], planIds: readonly PlanId[]): { planId: PlanId; amountFen: number }[] {
  const shares = paid.map((payout) => shareOut(payout, planIds))
  return planIds
    .map((planId) => ({ planId, amountFen: shares.reduce((sum, share) => sum + (share.get(planId) ?? 0), 0) }))
    .filter(({ amountFen }) => amountFen > 0)
    .sort((a, b) => b.amountFen - a.amountFen)
}

/**
 * A payout shared out in the proportions of its decision. It pays the whole of it, save the difference after an appeal: there the fen that
 * the proportions leave over go to the plans in their order, so that no fen is lost or made.
 */
function shareOut({ amountFen, perPlanFen }: PaidPayout, planIds: readonly PlanId[]): Map<PlanId, number> {
  const parts = planIds.map((planId) => ({ planId, fen: perPlanFen[planId] ?? 0 })).filter(({ fen }) => fen > 0)
  const total = parts.reduce((sum, { fen }) => sum + fen, 0)
  if (total === 0) return new Map()
  const shares = parts.map(({ planId, fen }) => ({ planId, fen: Math.floor((amountFen * fen) / total) }))
  let left = amountFen - shares.reduce((sum, { fen }) => sum + fen, 0)
  return new Map(shares.map(({ planId, fen }) => [planId, left-- > 0 ? fen + 1 : fen]))
}

import type { Payout } from '@/contract/schemas/claim'
import type { Handler } from '../core'
import { byMonth, byPlan, type PaidPayout } from '../rules/payout-sums'
import { planIds, planInfo } from '../rules/plans'
import { Refusal } from '../rules/refusal'
import type { PayoutRecord } from '../store/entities'
import type { Tx } from '../store/store'
import { own } from './guards'
import { newestFirst, pageOf } from './paging'
import { payoutView } from './views/payout-view'

export const listPayouts: Handler<'listPayouts'> = async ({ account, query, tx, today }) => {
  const payouts = await tx.list('payout', account.id)
  const { items, nextCursor } = pageOf(newestFirst(payouts, ({ createdAt }) => createdAt), query)
  const views: Payout[] = []
  for (const payout of items) views.push(await viewOf(tx, payout))
  const year = today.slice(0, 4)
  const paid = payouts.filter(({ progress }) => progress.state === 'SUCCESS' && progress.paidAt?.startsWith(year))
  return { items: views, nextCursor, year: Number(year), yearPaidFen: paid.reduce((sum, { amountFen }) => sum + amountFen, 0) }
}

/** What arrived and stayed; returned money is on its way again. */
export const getPayoutSummary: Handler<'getPayoutSummary'> = async ({ account, query, tx, today }) => {
  const present = Number(today.slice(0, 4))
  const year = query.year === undefined ? present : Number(query.year)
  const payouts = await tx.list('payout', account.id)
  const arrived = payouts.flatMap(({ amountFen, claimId, progress: { paidAt, state } }) => (state === 'SUCCESS' && paidAt !== null ? [{ amountFen, claimId, paidAt }] : []))
  const paid: PaidPayout[] = []
  for (const { amountFen, claimId, paidAt } of arrived.filter((payout) => yearOf(payout.paidAt) === year)) {
    paid.push({ amountFen, month: Number(paidAt.slice(5, 7)), perPlanFen: (await tx.get('claim', claimId))?.decision?.perPlanFen ?? {} })
  }
  const underWay = payouts.filter(({ progress: { state } }) => state !== 'SUCCESS' && state !== 'CANCELLED')
  return {
    year,
    years: [...new Set([present, ...arrived.map((payout) => yearOf(payout.paidAt))])].sort((a, b) => b - a),
    totalFen: sumOf(paid),
    count: paid.length,
    underWayFen: sumOf(underWay),
    underWayCount: underWay.length,
    months: byMonth(paid),
    plans: byPlan(paid, planIds).map(({ planId, amountFen }) => ({ planId, nameZh: planInfo(planId).nameZh, amountFen })),
  }
}

const yearOf = (instant: string): number => Number(instant.slice(0, 4))
const sumOf = (payouts: readonly { amountFen: number }[]): number => payouts.reduce((sum, { amountFen }) => sum + amountFen, 0)

export const getPayout: Handler<'getPayout'> = async ({ account, params, tx }) => viewOf(tx, own(await tx.get('payout', params.payoutId), account.id))

async function viewOf(tx: Tx, payout: PayoutRecord): Promise<Payout> {
  const claim = await tx.get('claim', payout.claimId)
  if (!claim) throw new Refusal('NOT_FOUND')
  return payoutView(payout, claim)
}

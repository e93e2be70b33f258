import type { Payout } from '@/contract/schemas/claim'
import type { Handler } from '../core'
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

export const getPayout: Handler<'getPayout'> = async ({ account, params, tx }) => viewOf(tx, own(await tx.get('payout', params.payoutId), account.id))

async function viewOf(tx: Tx, payout: PayoutRecord): Promise<Payout> {
  const claim = await tx.get('claim', payout.claimId)
  if (!claim) throw new Refusal('NOT_FOUND')
  return payoutView(payout, claim)
}

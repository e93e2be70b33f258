import type { Handler } from '../core'
import { readClaimant } from './flow/claim-reader'
import { own } from './guards'
import { newestFirst, pageOf } from './paging'
import { claimOptionsView } from './views/claim-options-view'
import { claimSummary, claimView } from './views/claim-view'

export const getClaimOptions: Handler<'getClaimOptions'> = async ({ account, query, tx, today }) => claimOptionsView(await readClaimant(tx, account.id), today, query.on)

export const listClaims: Handler<'listClaims'> = async (context) => {
  const { account, query, tx } = context
  const { items, nextCursor } = pageOf(newestFirst(await tx.list('claim', account.id), ({ createdAt }) => createdAt), query)
  const summaries = []
  for (const claim of items) summaries.push(await claimSummary(context, claim))
  return { items: summaries, nextCursor }
}

export const getClaim: Handler<'getClaim'> = async (context) => claimView(context, own(await context.tx.get('claim', context.params.claimId), context.account.id))

import type { ClaimOptions } from '@/contract/schemas/claim'
import type { Handler, HandlerContext } from '../core'
import { claimFor, principalOf } from './flow/people/access'
import { readClaimant } from './flow/papers/claim-reader'
import { newestFirst, pageOf } from './paging'
import { claimOptionsView } from './views/claim-options-view'
import { claimSummary } from './views/claim-view'
import { claimViewFor, summaryForAgent } from './views/agent-view'

/** For oneself, for the member who has died, or (with an authorisation) for whoever gave it. */
export const getClaimOptions: Handler<'getClaimOptions'> = async (context) => {
  const { account, query, tx, today } = context
  const optionsOf = async (personId: string, byAgent = false): Promise<ClaimOptions['options']> => claimOptionsView(await readClaimant(tx, personId), today, query.on, byAgent).options
  if (query.authorisationId !== undefined) return { options: await optionsOf((await principalOf(context, query.authorisationId)).ownerId, true) }
  const own = account.roles.includes('MEMBER') ? await optionsOf(account.id) : []
  return { options: [...own, ...(account.beneficiaryOf ? await optionsOf(account.beneficiaryOf.memberId) : [])] }
}

export const listClaims: Handler<'listClaims'> = async (context) => {
  const { query } = context
  const { claims, asAgent } = await claimsFor(context)
  const { items, nextCursor } = pageOf(newestFirst(claims, ({ createdAt }) => createdAt), query)
  const summaries = []
  for (const claim of items) {
    const summary = await claimSummary(context, claim)
    summaries.push(asAgent ? summaryForAgent(summary) : summary)
  }
  return { items: summaries, nextCursor }
}

async function claimsFor(context: HandlerContext<'listClaims'>) {
  const { account, query, tx } = context
  if (query.authorisationId === undefined) return { claims: await tx.list('claim', account.id), asAgent: false }
  const { ownerId } = await principalOf(context, query.authorisationId)
  return { claims: (await tx.list('claim', ownerId)).filter(({ progress }) => progress.agentRef === account.id), asAgent: true }
}

export const getClaim: Handler<'getClaim'> = async (context) => {
  const { claim, actor } = await claimFor(context, context.params.claimId)
  return claimViewFor(context, claim, actor)
}


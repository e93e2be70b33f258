import { kept, requireVersion, type Handler, type HandlerContext } from '../core'
import { Refusal } from '../rules/refusal'
import type { ClaimRecord, StatementRecord } from '../store/entities'
import { claimFor, ownClaimOf } from './flow/people/access'
import { requireRoom } from './claim-drafts'
import { takeMatch } from './flow/claims/auto-match'
import { moveClaim, precheck } from './flow/claims/claim-flow'
import { memberActor, type FlowContext } from './flow/context'
import { holdInvoice } from './flow/claims/invoice-hold'
import { claimViewFor } from './views/agent-view'
import { claimView } from './views/claim-view'
import { sayingWhy } from './words/action-words'

/** What a member does with a claim after it was handed in, or after the system has worked it out: T04 to T07, T26, T28, T30. */

export const resubmitClaim: Handler<'resubmitClaim'> = async (context) => {
  const { body, params, version, tx, now } = context
  const { claim, actor } = await claimFor(context, params.claimId)
  requireVersion({ version }, claim.version)
  const items = claim.progress.supplement?.items ?? []
  const unknown = body.reasons.findIndex(({ itemId }) => !items.some(({ id }) => id === itemId))
  if (claim.progress.state === 'SUPPLEMENT' && unknown >= 0) throw new Refusal('VALIDATION_FAILED', undefined, { [`/reasons/${unknown}/itemId`]: '清单上没有这一项。' })

  const received = (await tx.list('document', claim.ownerId)).filter(({ claimId, state }) => claimId === claim.id && state === 'RECEIVED').map(({ supplementItemId }) => supplementItemId)
  const reasons = new Map(body.reasons.map(({ itemId, reasonZh }) => [itemId, reasonZh.trim()]))
  const said = items.flatMap(({ id, doc }): StatementRecord[] => {
    const textZh = reasons.get(id)
    return textZh === undefined ? [] : [{ event: 'resubmit', at: now, doc, textZh }]
  })
  const answered = items.map(({ id }) => id).filter((id) => reasons.has(id) || received.includes(id))
  const moved = await moveClaim(context, writtenOn(claim, said), { type: 'resubmit', answered }, actor)
  return claimViewFor(context, await goOn(context, moved), actor)
}

export const confirmAutoClaim: Handler<'confirmAutoClaim'> = async (context) => {
  const taken = await takeMatch(context, await ownClaim(context))
  return taken instanceof Refusal ? kept(taken) : claimView(context, taken)
}

export const disputeAutoClaim: Handler<'disputeAutoClaim'> = async (context) => {
  const { account, body } = context
  const choice = body.choice === 'DATA_WRONG' ? 'AUTO_DISPUTED' : 'AUTO_HUMAN_REQUESTED'
  const moved = await moveClaim(context, await ownClaim(context), { type: 'dispute', choice }, memberActor(account.id))
  return claimView(context, await goOn(context, moved))
}

export const declineAutoClaim: Handler<'declineAutoClaim'> = async (context) =>
  claimView(context, await moveClaim(context, await ownClaim(context), { type: 'decline' }, memberActor(context.account.id)))

export const appealClaim: Handler<'appealClaim'> = async (context) => {
  const { account, body, now } = context
  const claim = await ownClaim(context)
  const groundsZh = body.reasonZh.trim()
  const appealed = writtenOn(claim, [{ event: 'appeal', at: now, doc: null, textZh: groundsZh }])
  return claimView(context, await sayingWhy(claim.progress, () => moveClaim(context, appealed, { type: 'appeal', groundsZh }, memberActor(account.id))))
}

export const reopenClaim: Handler<'reopenClaim'> = async (context) => {
  const { account, tx } = context
  const claim = await ownClaim(context)
  const moved = await sayingWhy(claim.progress, () => moveClaim(context, claim, { type: 'reopen' }, memberActor(account.id)))
  // A draft is not handed in, whatever it was before.
  const reopened = { ...moved, receipt: null }
  await tx.put('claim', reopened)
  await requireRoom(tx, claim.ownerId, claim.id)
  // It was given back when the claim expired; meanwhile another claim may have taken it.
  await holdInvoice(tx, { invoice: null }, reopened)
  return claimView(context, reopened)
}

async function ownClaim(context: Pick<HandlerContext<'appealClaim'>, 'account' | 'params' | 'version' | 'tx' | 'now'>): Promise<ClaimRecord> {
  const claim = await ownClaimOf(context, context.params.claimId)
  requireVersion(context, claim.version)
  return claim
}

const writtenOn = (claim: ClaimRecord, said: StatementRecord[]): ClaimRecord => ({ ...claim, statements: [...(claim.statements ?? []), ...said] })

/** The system's check takes no time of its own. */
const goOn = (context: FlowContext, claim: ClaimRecord): Promise<ClaimRecord> => (claim.progress.state === 'PRECHECK' ? precheck(context, claim) : Promise.resolve(claim))

import { requireVersion, type Handler } from '../core'
import { Refusal } from '../rules/refusal'
import type { ClaimRecord } from '../store/entities'
import { ownClaimOf } from './flow/people/access'
import { takesFeedback } from './views/afterwards-view'
import { claimView } from './views/claim-view'

/** What a member says when a claim is over, or when money is to come back. */

export const answerRecovery: Handler<'answerRecovery'> = async (context) => {
  const { body, params, version, tx, now } = context
  const claim = await ownClaimOf(context, params.claimId)
  requireVersion({ version }, claim.version)
  if (claim.progress.state !== 'RECOVERING') throw conflict(claim, '这笔申领现在没有要退回的款项。')
  const objectionZh = body.objectionZh?.trim()
  if (body.choice === undefined && objectionZh === undefined) throw new Refusal('VALIDATION_FAILED', undefined, { '/choice': '请选择退回方式，或写明您的异议。' })
  const answered = changed(claim, {
    ...(body.choice ? { recoveryChoice: body.choice } : {}),
    ...(objectionZh ? { statements: [...(claim.statements ?? []), { event: 'objection' as const, at: now, doc: null, textZh: objectionZh }] } : {}),
    updatedAt: now,
  })
  await tx.put('claim', answered)
  return claimView(context, answered)
}

export const giveFeedback: Handler<'giveFeedback'> = async (context) => {
  const { body, params, tx, now } = context
  const claim = await ownClaimOf(context, params.claimId)
  if (!takesFeedback(claim, now)) throw conflict(claim, claim.feedback ? '您已经评价过这笔申领，谢谢。' : '这笔申领还没有办完，办完后可以评价。')
  const words = body.wordsZh?.trim()
  const rated: ClaimRecord = { ...claim, feedback: { score: body.score, wordsZh: words ? words : null, at: now } }
  await tx.put('claim', rated)
  return claimView(context, rated)
}

/** A change that is no step of the machine, but of which others must know. */
function changed(claim: ClaimRecord, change: Partial<ClaimRecord>): ClaimRecord {
  const version = claim.version + 1
  return { ...claim, ...change, version, progress: { ...claim.progress, version } }
}

const conflict = ({ progress: { state, version } }: ClaimRecord, wordsZh: string): Refusal => new Refusal('CLAIM_STATE_CONFLICT', wordsZh, {}, { state, version })

import type { Decide } from '@/contract/schemas/tester'
import type { Actor } from '../../../rules/actors'
import type { ClaimEvent } from '../../../rules/claim-types'
import { clauseZh } from '../../../rules/plans'
import { hasKind, isReasonCode, reasonsOf, reasonTitle } from '../../../rules/reasons'
import { Refusal } from '../../../rules/refusal'
import type { ClaimRecord } from '../../../store/entities'
import { decisionView } from '../../views/calculation-view'
import { clauseAbout } from '../../words/benefit-words'
import { benefitOf, objectionFor, perItemFen, type ClaimBenefit } from './claim-benefit'
import { isDiagnosed } from './claim-covers'
import { moveClaim, payOut, precheck } from './claim-flow'
import { readClaimantOf } from '../papers/claim-reader'
import { endRecordQueries } from './record-query'
import type { FlowContext } from '../context'
import { correctionsAt, withCorrections, type Corrected } from '../people/corrections'
import { letterOfDecision } from '../papers/letters'
import { investigate, recover } from './decide-after'
import { listOf, overturn, requestMore, saidBy, uphold } from './decide-more'

/** The people of the seed who decide; two of them, because refusals and larger sums take two. */
export const FIRST_REVIEWER: Actor = { role: 'REVIEWER', ref: 'reviewer-1' }
export const SECOND_REVIEWER = 'reviewer-2'
export const UNION_OFFICER: Actor = { role: 'UNION', ref: 'union-officer-2' }

/** Decides a claim as the people of the office would. */
export async function decide(context: FlowContext, claim: ClaimRecord, order: Decide): Promise<ClaimRecord> {
  const { decision } = order
  switch (decision) {
    case 'APPROVE':
    case 'REJECT':
      return review(context, claim, order)
    case 'REQUEST_MORE':
      return requestMore(context, claim, listOf(order))
    case 'OVERTURN':
      return overturn(context, claim, order)
    case 'UPHOLD':
      return uphold(context, claim, order)
    case 'ENDORSE':
      return precheck(context, await moveClaim(context, claim, { type: 'endorse', opinionZh: '情况属实。' }, UNION_OFFICER))
    case 'INVESTIGATE':
    case 'INVESTIGATED':
      return investigate(context, claim, order)
    case 'RECOVER':
    case 'RECOVERED':
      return recover(context, claim, order)
    default:
      return decision satisfies never
  }
}

/** The two reviewers; a claim that still lies with the unit union is endorsed first. */
async function review(context: FlowContext, claim: ClaimRecord, order: Decide): Promise<ClaimRecord> {
  const open = claim.progress.state === 'UNION_CHECK' ? await precheck(context, await moveClaim(context, claim, { type: 'endorse', opinionZh: '情况属实。' }, UNION_OFFICER)) : claim
  const benefit = benefitOf(open, await readClaimantOf(context.tx, open))
  return order.decision === 'APPROVE' ? approve(context, open, benefit, { corrected: order }) : reject(context, open, benefit, order)
}

/**
 * Approved as filed, or with what the reviewer puts right: more or less than was filed for, never another amount than the rules give.
 * @param filed what the claim as it was filed pays. @param options `payoutNo`: a given number (seed)
 */
export async function approve(context: FlowContext, claim: ClaimRecord, filed: ClaimBenefit | null, { corrected = {}, payoutNo }: { corrected?: Corrected; payoutNo?: string } = {}): Promise<ClaimRecord> {
  const right = withCorrections(claim, corrected, context.now)
  const benefit = right === claim ? filed : benefitOf(right, await readClaimantOf(context.tx, claim))
  if (!benefit || benefit.totalFen === 0) {
    const reasonCode = objectionFor(benefit) ?? 'NOT_COVERED'
    throw new Refusal('VALIDATION_FAILED', undefined, { '/decision': `按规则这笔申领的互助金是0元（${reasonTitle(reasonCode)}），不能通过；请选择不通过。` }, { proposedReasonCode: reasonCode })
  }
  const found = correctionsAt(right, context.now).map(({ code }) => code)
  const cut = benefit.reasons.map(({ code }) => code).filter((code) => hasKind(code, 'adjust'))
  const filedFen = filed?.totalFen ?? 0
  const outcome = benefit.totalFen > filedFen ? 'UP' : benefit.totalFen < filedFen || cut.length > 0 ? 'DOWN' : 'FULL'
  const event: ClaimEvent = { type: 'approve', outcome, amountFen: benefit.totalFen, reasonCodes: [...new Set([...found, ...cut])], secondRef: SECOND_REVIEWER, criticalIllness: isDiagnosed(claim.cause) }
  const approved = await moveClaim(context, right, event, FIRST_REVIEWER)
  return payOut(context, await decided(context, approved, benefit, null, filedFen), payoutNo)
}

async function reject(context: FlowContext, claim: ClaimRecord, benefit: ClaimBenefit | null, { reasonCode: given, reasonZh }: Decide): Promise<ClaimRecord> {
  const reasonCode = given ?? claim.progress.proposedReasonCode
  if (reasonCode === null || !isReasonCode(reasonCode) || !hasKind(reasonCode, 'reject')) {
    throw new Refusal('VALIDATION_FAILED', undefined, { '/reasonCode': `不通过必须写明原因，可用的代码：${reasonsOf('reject').join('、')}。` })
  }
  const cover = benefit?.covers[0]
  const clause = clauseAbout(reasonCode, claim, cover) ?? clauseZh('C-6') ?? ''
  const said = reasonZh?.trim() ? saidBy(context, claim, 'reject', reasonZh.trim()) : claim
  const rejected = await moveClaim(context, said, { type: 'reject', reasonCode, clause, reasonZh: reasonZh ?? reasonTitle(reasonCode), secondRef: SECOND_REVIEWER }, FIRST_REVIEWER)
  return decided(context, rejected, benefit, reasonCode)
}

/** Freezes the arithmetic with the decision: later claims of the period must not change what was decided. `noteZh`: by whom, where it was no reviewer. */
export async function decided(context: FlowContext, claim: ClaimRecord, benefit: ClaimBenefit | null, reasonCode: string | null, filedFen?: number, noteZh?: string): Promise<ClaimRecord> {
  if (!benefit) throw new Refusal('CLAIM_STATE_CONFLICT', '申领还没有填写完整，不能作出决定。')
  const calculation = { ...decisionView(claim, benefit, reasonCode, context.now, filedFen), ...(noteZh === undefined ? {} : { noteZh }) }
  const paid = reasonCode === null ? { perPlanFen: benefit.perPlanFen, perItemFen: perItemFen(benefit) } : { perPlanFen: {} }
  const record: ClaimRecord = { ...claim, decision: { amountFen: calculation.amountFen, ...paid, decidedAt: context.now, reasonCode, calculation } }
  await context.tx.put('claim', record)
  await endRecordQueries(context.tx, claim.ownerId, context.now, claim.id)
  await letterOfDecision(context, record)
  return record
}

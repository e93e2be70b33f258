import { maskName } from '@/domain/masking'
import { notificationFor } from '../../rules/notifications'
import type { PayoutProgress } from '../../rules/payout-types'
import type { ClaimRecord, MessageRecord } from '../../store/entities'
import { randomId } from '../random'
import { authorised } from './people/access'
import type { FlowContext } from './context'
import { leadsToOf } from './notify'

/**
 * What an agent is told of the claims that they filed: the way of the papers, in the member's words (null) or in words without what is the
 * member's alone. Of money they learn how far it is, never how much or to which card; what only the member can do is named as that.
 */
const told: Readonly<Record<string, string | null>> = {
  'claim.submitted': null,
  'claim.unionCheck': null,
  'claim.unionNoReply': null,
  'claim.reviewing': null,
  'claim.supplement': null,
  'claim.resubmitted': null,
  'claim.investigating': null,
  'claim.investigated': null,
  'claim.withdrawn': '申领已由会员撤回。',
  'claim.expired': '申领未在期限内处理，已停止。',
  'claim.approved': '申领已核定，正在安排拨付。金额和到账情况由会员本人查看。',
  'claim.rejected': '申领未通过。原因和怎么申请复核，由会员本人查看。',
  'claim.draftReminder': null,
  'claim.supplementReminder': null,
  'claim.fileFailed': null,
  'claim.overdue': null,
  'claim.appealReminder': '申领未通过，复核申请期快到了，请提醒会员本人决定。',
  'payout.created': '互助金正在安排拨付，会发到会员本人的银行卡。',
  'payout.paid': '互助金已发到会员本人的银行卡。',
  'payout.accountRequired': '互助金等待发放：会员需要绑定本人的银行卡，请提醒会员本人办理。',
  'payout.c5Required': '互助金等待发放：会员需要本人同意提供收款账户，请提醒会员本人办理。',
  'payout.accountReminder': '互助金还在等待发放，请提醒会员本人更新银行卡或完成同意。',
  'payout.returned': '互助金被银行退回，请提醒会员本人更新银行卡。',
  'payout.manual': '互助金的拨付已转人工处理，工作人员会联系会员本人。',
  'payout.reissued': '互助金已重新安排拨付。',
  'payout.voided': '这笔拨付已取消，原因由会员本人查看。',
}

/**
 * Tells the agent who filed a claim, while the authorisation runs, without amounts; the member is named by the masked name. Never by WeChat.
 * @param key of a transition, flag or reminder, as for `notify`
 * @param payout that it is about, where it is about one
 */
export async function notifyAgent(context: FlowContext, { id, ownerId, claimNo, progress }: ClaimRecord, key: string, payout?: PayoutProgress): Promise<void> {
  const { tx, env, now } = context
  const agent = progress.agentRef === null ? undefined : await tx.get('account', progress.agentRef)
  if (!agent || !(await authorised({ tx, account: agent, now }, ownerId))) return
  // The words «X has filed for you» are the member's.
  const notification = notificationFor(key, { now, claim: { progress, claimNo }, payout, byAgent: false, toAgent: true, values: { count: '1', causeZh: '' } })
  const own = notification ? told[notification.id] : undefined
  if (!notification || own === undefined) return
  const member = await tx.get('account', ownerId)
  const textZh = `您代${maskName(member?.name ?? '')}办理的申领：${own ?? notification.textZh}`
  // Whatever it is about, the claim is what an agent may open.
  const leadsTo = leadsToOf(notification.leadsTo === 'supplement' || notification.leadsTo === 'draft' ? notification.leadsTo : 'claimDetail', { claimId: id })
  const message: MessageRecord = { id: randomId(env, 'msg'), ownerId: agent.id, titleZh: notification.titleZh, textZh, at: now, read: false, leadsTo }
  await tx.put('message', message)
}

import { maskName } from '@/domain/masking'
import { notificationFor } from '../../rules/notifications'
import type { ClaimRecord, MessageRecord } from '../../store/entities'
import { randomId } from '../random'
import { authorised } from './access'
import type { FlowContext } from './context'
import { leadsToOf } from './notify'

/** What an agent is told of the claims that they filed: the way of the papers. Confirmations, appeals and money are the member's. */
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
  'claim.expired': '申领未在期限内处理,已停止。',
  'claim.approved': '申领已核定,正在安排拨付。金额和到账情况由会员本人查看。',
  'claim.rejected': '申领未通过。原因和怎么申请复核,由会员本人查看。',
}

/** Tells the agent who filed a claim, while the authorisation runs, without amounts; the member is named by the masked name. Never by WeChat. */
export async function notifyAgent(context: FlowContext, { id, ownerId, claimNo, progress }: ClaimRecord, transition: string): Promise<void> {
  const { tx, env, now } = context
  const agent = progress.agentRef === null ? undefined : await tx.get('account', progress.agentRef)
  if (!agent || !(await authorised({ tx, account: agent, now }, ownerId))) return
  // The words «X has filed for you» are the member's.
  const notification = notificationFor(transition, { now, claim: { progress, claimNo }, byAgent: false, toAgent: true })
  const own = notification ? told[notification.id] : undefined
  if (!notification || own === undefined) return
  const member = await tx.get('account', ownerId)
  const textZh = `您代${maskName(member?.name ?? '')}办理的申领:${own ?? notification.textZh}`
  const message: MessageRecord = { id: randomId(env, 'msg'), ownerId: agent.id, titleZh: notification.titleZh, textZh, at: now, read: false, leadsTo: leadsToOf(notification.leadsTo, { claimId: id }) }
  await tx.put('message', message)
}

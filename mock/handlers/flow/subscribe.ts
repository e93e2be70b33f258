import { formatInstantZh } from '@/domain/dates'
import { formatFen } from '@/domain/money'
import type { MessageTemplate, SubscriptionAnswer } from '@/contract/schemas/session'
import type { Notification, NotificationFacts } from '../../rules/notifications'
import { templateIn } from '../../rules/subscriptions'
import type { MessageRecord } from '../../store/entities'
import type { Tx } from '../../store/store'
import { isGranted } from '../guards'
import { randomId } from '../random'
import type { FlowContext } from './context'

const idOf = (ownerId: string, template: MessageTemplate): string => `${ownerId}-${template}`

/** One accept is one message; any answer is remembered, so that a refusal is not asked about again. */
export async function noteAnswer({ tx, now }: Pick<FlowContext, 'tx' | 'now'>, ownerId: string, template: MessageTemplate, answer: SubscriptionAnswer): Promise<void> {
  const id = idOf(ownerId, template)
  const before = await tx.get('subscription', id)
  const left = (before?.left ?? 0) + (answer === 'accept' ? 1 : 0)
  await tx.put('subscription', { id, ownerId, template, left, sent: before?.sent ?? 0, lastAnswer: answer, answeredAt: now })
}

/**
 * The message also goes to WeChat, where notifications.json says so, C7 is granted and one is left; it is used up then. The inbox has it
 * in any case.
 */
export async function alsoToWechat({ tx, env, now }: FlowContext, notification: Notification, message: MessageRecord, { claim, payout, toAgent }: Omit<NotificationFacts, 'now'>): Promise<void> {
  const template = notification.subscribe ? templateIn(notification.template) : null
  if (template === null || !(await take(tx, message.ownerId, template))) return
  await tx.put('wechatMessage', {
    id: randomId(env, 'wx'),
    ownerId: message.ownerId,
    template,
    titleZh: notification.titleZh,
    dateZh: formatInstantZh(now),
    amountZh: payout && toAgent !== true ? `${formatFen(payout.amountFen)}元` : null,
    number: claim?.claimNo ?? payout?.payoutNo ?? null,
    leadsTo: message.leadsTo,
    at: now,
  })
}

async function take(tx: Tx, ownerId: string, template: MessageTemplate): Promise<boolean> {
  const ledger = await tx.get('subscription', idOf(ownerId, template))
  if (!ledger || ledger.left === 0 || !(await isGranted(tx, ownerId, 'C7'))) return false
  await tx.put('subscription', { ...ledger, left: ledger.left - 1, sent: ledger.sent + 1 })
  return true
}

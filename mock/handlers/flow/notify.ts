import type { LeadsTo } from '@/contract/schemas/common'
import { notificationFor, type NotificationFacts } from '../../rules/notifications'
import type { MessageRecord } from '../../store/entities'
import { randomId } from '../random'
import type { FlowContext } from './context'
import { alsoToWechat } from './subscribe'

/** Page of the app behind each target of notifications.json, and which record it shows there. */
const pages: Readonly<Record<string, { page: LeadsTo['page']; record: Exclude<keyof Records, 'page'> | null }>> = {
  claimDetail: { page: 'claimDetail', record: 'claimId' },
  draft: { page: 'claimDraft', record: 'claimId' },
  supplement: { page: 'claimSupplement', record: 'claimId' },
  payoutDetail: { page: 'payoutDetail', record: 'payoutId' },
  bankCard: { page: 'bankCard', record: null },
  consents: { page: 'consents', record: null },
  giftTicket: { page: 'gift', record: 'campaignId' },
  campaign: { page: 'gifts', record: null },
  coverage: { page: 'certificate', record: 'enrolmentId' },
  renewal: { page: 'plan', record: 'planId' },
  memberCard: { page: 'card', record: null },
  membership: { page: 'join', record: null },
  profile: { page: 'profile', record: null },
  claimList: { page: 'claims', record: null },
}

interface Records {
  claimId?: string
  payoutId?: string
  enrolmentId?: string
  campaignId?: string
  planId?: string
  /** Where what is to be done is done somewhere else than the message usually says. */
  page?: LeadsTo['page']
}

/** Page that a message leads to; null where the record that it shows is not known. */
export function leadsToOf(leadsTo: string, records: Records): LeadsTo | null {
  const target = pages[leadsTo]
  const id = target?.record ? (records[target.record] ?? null) : null
  if (records.page !== undefined) return { page: records.page, id }
  // A cover that came without a certificate stands in 我的.
  if (leadsTo === 'coverage' && id === null) return { page: 'mine', id }
  return target && (target.record === null || id !== null) ? { page: target.page, id } : null
}

/**
 * Puts the message of a transition, flag or reminder into the inbox, where notifications.json has one, and
 * hands it to WeChat where that is allowed.
 * @param key as for `notificationFor`
 * @param records ids of what the message is about; it leads to the one that its page shows
 */
export async function notify(context: FlowContext, ownerId: string, key: string, facts: Omit<NotificationFacts, 'now'>, records: Records = {}): Promise<void> {
  const { tx, env, now } = context
  const notification = notificationFor(key, { ...facts, now })
  if (!notification) return
  const leadsTo = leadsToOf(notification.leadsTo, records)
  const message: MessageRecord = { id: randomId(env, 'msg'), ownerId, titleZh: notification.titleZh, textZh: notification.textZh, at: now, read: false, leadsTo }
  await tx.put('message', message)
  await alsoToWechat(context, notification, message, facts)
}

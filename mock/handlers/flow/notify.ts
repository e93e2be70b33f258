import type { LeadsTo } from '@/contract/schemas/common'
import type { Instant } from '@/domain/dates'
import type { Env } from '../../core/types'
import notifications from '../../rules/data/notifications.json'
import { fill, type TemplateValues } from '../../rules/template'
import type { Tx } from '../../store/store'
import { randomId } from '../random'

/** What a flow needs of the request (or of the timer) that runs it. */
export interface FlowContext {
  tx: Tx
  env: Env
  now: Instant
}

/** Page of the app behind each target of notifications.json. */
const pages: Readonly<Record<string, LeadsTo['page']>> = {
  claimDetail: 'claimDetail',
  draft: 'claimDraft',
  supplement: 'claimDetail',
  payoutDetail: 'payoutDetail',
  bankCard: 'bankCard',
  consents: 'consents',
  giftTicket: 'certificate',
  campaign: 'gifts',
  coverage: 'certificate',
  renewal: 'home',
  memberCard: 'card',
  membership: 'home',
}
const withoutRecord: ReadonlySet<LeadsTo['page']> = new Set<LeadsTo['page']>(['bankCard', 'consents', 'gifts', 'home', 'card'])

/**
 * Puts the message of notifications.json into the inbox (subscribe messages need a real WeChat and are not sent).
 * @param recordId the record that the message leads to; ignored for pages without one
 */
export async function notify({ tx, env, now }: FlowContext, ownerId: string, notificationId: string, values: TemplateValues, recordId: string | null): Promise<void> {
  const notification = notifications.notifications.find(({ id }) => id === notificationId)
  if (!notification) throw new Error(`notifications.json: no ${notificationId}`)
  const page = pages[notification.leadsTo]
  await tx.put('message', {
    id: randomId(env, 'msg'),
    ownerId,
    titleZh: notification.titleZh,
    textZh: fill(notification.textZh, values),
    at: now,
    read: false,
    leadsTo: page === undefined ? null : { page, id: withoutRecord.has(page) ? null : recordId },
  })
}

import type { Handler } from '../core/types'
import type { MessageRecord } from '../store/entities'
import { own } from './guards'
import { newestFirst, pageOf } from './paging'

export const listMessages: Handler<'listMessages'> = async ({ account, query, tx }) => {
  const messages = await tx.list('message', account.id)
  const { items, nextCursor } = pageOf(newestFirst(messages, ({ at }) => at), query)
  return {
    items: items.map(({ id, titleZh, textZh, at, read, leadsTo }: MessageRecord) => ({ messageId: id, titleZh, textZh, at, read, leadsTo })),
    nextCursor,
    unread: messages.filter(({ read }) => !read).length,
  }
}

export const readMessage: Handler<'readMessage'> = async ({ account, params, tx }) => {
  const message = own(await tx.get('message', params.messageId), account.id)
  await tx.put('message', { ...message, read: true })
  return undefined
}

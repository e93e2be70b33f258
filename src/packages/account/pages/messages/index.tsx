import { View } from '@tarojs/components'
import { messagesQuery, useReadMessage } from '@/api/messages'
import { useNotices } from '@/api/notices'
import { usePageQuery } from '@/api/page-query'
import { serverNow } from '@/api/server-time'
import { relativeTimeZh } from '@/domain/relative-time'
import { back, go } from '@/platform/navigation'
import { addressOf, routes } from '@/routes'
import { Badge, Card, Page } from '@/ui'
import type { Message } from '@/contract/schemas/session'
import { messageTexts as t } from '../../texts'

export default function AccountMessagesPage() {
  const query = usePageQuery(messagesQuery())
  const read = useReadMessage()
  const open = ({ messageId, read: known, leadsTo }: Message): unknown => {
    const marked = known ? undefined : read.mutateAsync(messageId).catch(() => undefined)
    return leadsTo ? go(addressOf(leadsTo)) : marked
  }
  return (
    <Page title={t.title} query={query} notices={useNotices('messages')} onBack={() => back(routes.home)} isEmpty={({ items }) => items.length === 0} empty={{ icon: 'bell', title: t.empty, detail: t.emptyDetail }}>
      {({ items, nextCursor }) => (
        <>
          {items.map((message) => (
            <Card key={message.messageId} title={message.titleZh} extra={message.read ? null : <Badge tone="action">{t.unread}</Badge>} onPress={message.leadsTo || !message.read ? () => open(message) : undefined}>
              <View>{message.textZh}</View>
              <View className="z-small">{t.when(relativeTimeZh(message.at, serverNow()), message.at)}</View>
            </Card>
          ))}
          {nextCursor ? <View className="z-small z-center">{t.more}</View> : null}
        </>
      )}
    </Page>
  )
}

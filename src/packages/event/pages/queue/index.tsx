import { useState } from 'react'
import { View } from '@tarojs/components'
import { messageOf } from '@/api/api-error'
import { retryScan } from '@/api/scan-delivery'
import { isDeviceError } from '@/platform/device-error'
import { confirm } from '@/platform/dialogs'
import { useNotices } from '@/api/notices'
import { back, useRouteParam, withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { useSignedIn } from '@/state/guard'
import { useOutbox } from '@/state/outbox-store'
import { Button, Empty, Notice, Page } from '@/ui'
import { exportQueue } from '../../model/files'
import { peopleIn, useQueue } from '../../model/queue'
import { QueueItem } from '../../parts/queue-item'
import { queueTexts as t } from '../../texts'
import '../../event.scss'

export default function EventQueuePage() {
  const notices = useNotices()
  useSignedIn()
  const eventId = useRouteParam('eventId')
  const { items, open, conflicts } = useQueue(eventId)
  const [said, setSaid] = useState<string | null>(null)
  const summary = t.summary(peopleIn(open), peopleIn(conflicts))
  const save = async (): Promise<void> => {
    try {
      await exportQueue(eventId, items)
      setSaid(t.exported)
    } catch (error) {
      if (!isDeviceError(error, 'CANCELLED')) setSaid(messageOf(error))
    }
  }
  const read = async (id: string): Promise<void> => {
    if (await confirm(t.readAsk)) useOutbox.getState().remove(id)
  }
  return (
    <Page title={t.title} notices={notices} announce={summary} onBack={() => back(withParams(routes.repDesk, { eventId }))} footer={open.length > 0 ? <Button icon="retry" onPress={() => open.forEach(({ id, state }) => state !== 'SENDING' && retryScan(id))}>{t.retryAll}</Button> : undefined}>
      {said ? <Notice announce="polite">{said}</Notice> : null}
      {items.length === 0 ? <Empty icon="check" title={t.empty} detail={t.emptyDetail} /> : (
        <>
          <View className="z-strong z-stack">{summary}</View>
          {[...conflicts, ...open].map((item) => <QueueItem key={item.id} item={item} no={items.indexOf(item) + 1} onRetry={() => retryScan(item.id)} onRead={() => read(item.id)} />)}
          <Button kind="secondary" icon="file" onPress={() => save()}>{t.export}</Button>
        </>
      )}
    </Page>
  )
}

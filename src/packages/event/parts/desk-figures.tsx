import { View } from '@tarojs/components'
import type { RepEventDetail } from '@/contract/schemas/event'
import { Card, Facts, Notice } from '@/ui'
import { deskTexts as t } from '../texts'

/** How the event stands, in figures that are read in passing. `queued`: scans that wait on this phone. */
export function DeskFigures({ detail: { event, quota, share, unconfirmed, waiting, hintZh }, queued }: { detail: RepEventDetail; queued: number }) {
  const figures = [[t.done, event.doneToday], [t.unconfirmed, unconfirmed], [t.waiting, waiting], [t.queue, queued]] as const
  return (
    <Card title={event.nameZh} icon="gift" kind="accent">
      <View className="event-figures">
        {figures.map(([label, count]) => (
          <View key={label} className="event-figure">
            <View className="event-figure-count">{count}</View>
            <View>{label}</View>
          </View>
        ))}
      </View>
      <Facts items={[{ label: t.quota, value: t.quotaOf(quota.leftZh, quota.total) }, { label: t.share, value: t.shareOf(share.leased, share.max) }]} />
      <Notice>{hintZh}</Notice>
    </Card>
  )
}

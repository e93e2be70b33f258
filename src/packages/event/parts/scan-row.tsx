import { View } from '@tarojs/components'
import type { ScanResult } from '@/contract/schemas/event'
import { Badge } from '@/ui'
import { lightTone } from '../model/lights'
import { lightZh, listTexts as t } from '../texts'

/** One scan: masked name, verdict, reason, when. */
export function ScanRow({ scan: { nameMasked, light, repZh, at, offline } }: { scan: ScanResult }) {
  return (
    <>
      <View className="z-grow">
        <View className="event-row-name">{nameMasked ?? t.unknown}</View>
        <View className="event-row-words">{repZh}</View>
        <View className="event-row-when">{offline ? `${t.offline} · ` : ''}{t.at(at)}</View>
      </View>
      <Badge tone={lightTone[light]}>{lightZh[light]}</Badge>
    </>
  )
}

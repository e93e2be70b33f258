import { View } from '@tarojs/components'
import { aria } from './a11y'
import { Icon } from './icon'
import { TONE_ICON } from './notice'
import type { Tone } from './tone'

export interface TimelineItem {
  /** Stable key. */
  id: string
  titleZh: string
  /** When, or by when: '11月23日 10:00', '预计 12月1日'. */
  atZh?: string
  /** Who acts or acted. */
  whoZh?: string
  detailZh?: string
  tone: Tone
  /** The step things stand at now: drawn strong, spoken as the current step. */
  current?: boolean
}

export interface TimelineProps {
  items: readonly TimelineItem[]
  /** Spoken name of the list. */
  label: string
}

/** What happened, what is going on, what comes next; in the order given. */
export function Timeline({ items, label }: TimelineProps) {
  return (
    <View className="z-timeline" {...aria({ role: 'list', label })}>
      {items.map((item) => (
        <View key={item.id} className={`z-event z-event--${item.tone}${item.current ? ' z-event--current' : ''}`} {...aria({ role: 'listitem', current: item.current ? 'step' : undefined })}>
          <View className={`z-event-dot z-tone-${item.tone}`}><Icon name={item.tone === 'neutral' ? 'check' : TONE_ICON[item.tone]} size="s" /></View>
          <View className="z-event-body">
            <View className="z-event-title">{item.titleZh}</View>
            {item.atZh || item.whoZh ? <View className="z-event-meta">{item.atZh ? <View>{item.atZh}</View> : null}{item.whoZh ? <View>{item.whoZh}</View> : null}</View> : null}
            {item.detailZh ? <View className="z-event-detail">{item.detailZh}</View> : null}
          </View>
        </View>
      ))}
    </View>
  )
}

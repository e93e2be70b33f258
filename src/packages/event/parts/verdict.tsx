import { View } from '@tarojs/components'
import { aria, Button, Icon, Said } from '@/ui'
import type { Shown } from '../model/hand-in'
import { lightIcon } from '../model/lights'
import { lightZh, scanTexts as t } from '../texts'

export interface VerdictProps {
  /** Anchor of the result: a page that asks from further down scrolls back to it. */
  id?: string
  shown: Shown
  onDrop: () => void
  /** While a scanner goes on by itself: a tap on what has to be read says that it was. */
  onSeen?: () => void
}

/** One result, readable at arm's length: icon, word, reason, what to do. Spoken at once. The way on from «lost» is the page's footer. */
export function Verdict({ id, shown, onDrop, onSeen }: VerdictProps) {
  switch (shown.kind) {
    case 'idle':
      return <View {...aria({ id })} className="event-light"><Icon name="scan" size="xl" /><View className="event-light-text">{t.idle}</View></View>
    case 'checking':
      return <Said id={id} className="event-light"><Icon name="clock" size="xl" /><View className="event-light-text">{t.checking}</View></Said>
    case 'signing':
      return null
    case 'lost':
      return (
        <View className="event-light event-light--lost" {...aria({ id, role: 'alert' })}>
          <Icon name="warn" size="xl" />
          <View className="event-light-word">{t.lost}</View>
          <View className="event-light-text">{t.lostDetail}</View>
          <Button kind="text" onPress={onDrop}>{t.drop}</Button>
        </View>
      )
    case 'verdict':
      return (
        <View className={`event-light event-light--${shown.light}`} {...aria({ id, role: 'alert' })} onClick={onSeen}>
          <Icon name={lightIcon[shown.light]} size="xl" />
          <View className="event-light-word">{lightZh[shown.light]}{shown.name ? ` ${shown.name}` : ''}</View>
          <View className="event-light-text">{shown.words}</View>
          {shown.next ? <View className="event-light-next">{shown.next}</View> : null}
        </View>
      )
    default:
      return shown satisfies never
  }
}

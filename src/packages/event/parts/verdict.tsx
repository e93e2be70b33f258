import { View } from '@tarojs/components'
import { aria, Button, Icon } from '@/ui'
import { lightIcon, lightTone } from '../model/lights'
import type { Shown } from '../model/hand-in'
import { lightZh, scanTexts as t } from '../texts'

export interface VerdictProps {
  shown: Shown
  onRetry: () => void
  onDrop: () => void
}

/** One result, readable at arm's length: icon, word, reason, what to do. Spoken at once. */
export function Verdict({ shown, onRetry, onDrop }: VerdictProps) {
  switch (shown.kind) {
    case 'idle':
      return <View className="event-light z-tone-neutral"><Icon name="scan" size="xl" /><View className="event-light-text">{t.idle}</View></View>
    case 'checking':
      return <View className="event-light z-tone-neutral" {...aria({ role: 'status' })}><Icon name="clock" size="xl" /><View className="event-light-text">{t.checking}</View></View>
    case 'signing':
      return null
    case 'lost':
      return (
        <View className="event-light z-tone-warn" {...aria({ role: 'alert' })}>
          <Icon name="warn" size="xl" />
          <View className="event-light-word">{t.lost}</View>
          <View className="event-light-text">{shown.detail}</View>
          <Button icon="retry" onPress={onRetry}>{t.retry}</Button>
          <Button kind="text" onPress={onDrop}>{t.drop}</Button>
        </View>
      )
    case 'verdict':
      return (
        <View className={`event-light z-tone-${lightTone[shown.light]}`} {...aria({ role: 'alert' })}>
          <Icon name={lightIcon[shown.light]} size="xl" />
          <View className="event-light-word">{lightZh[shown.light]}{shown.name ? ` ${shown.name}` : ''}</View>
          <View className="event-light-text">{shown.words}</View>
          {shown.next ? <View className="z-small">{shown.next}</View> : null}
        </View>
      )
    default:
      return shown satisfies never
  }
}

import { View } from '@tarojs/components'
import type { ScanItem } from '@/state/outbox-store'
import { Badge, Button, Card, type Tone } from '@/ui'
import { queueTexts as t } from '../texts'

const tones: Record<ScanItem['state'], Tone> = { WAITING: 'warn', SENDING: 'info', REFUSED: 'action', ANSWERED: 'action' }

export interface QueueItemProps {
  item: ScanItem
  no: number
  onRetry: () => void
  /** Hands its promise back: see `Act`. */
  onRead: () => unknown
}

/** One scan that this phone holds: how it stands, why, and what the rep can do. */
export function QueueItem({ item: { state, payload, reasonZh, attempts }, no, onRetry, onRead }: QueueItemProps) {
  return (
    <Card title={payload.answer?.nameMasked ?? t.item(no)} extra={<Badge tone={tones[state]}>{t.states[state]}</Badge>}>
      <View className="z-small">{t.scannedAt(payload.scannedAt)}</View>
      {payload.entered ? <View className="z-small">{t.entered}</View> : null}
      {payload.signed ? <View className="z-small">{t.signed}</View> : null}
      {attempts > 0 && state !== 'ANSWERED' ? <View className="z-small">{t.tried(attempts)}</View> : null}
      {reasonZh ? <View className="z-stack">{reasonZh}</View> : null}
      {state === 'ANSWERED' ? <Button kind="secondary" inline onPress={onRead}>{t.read}</Button> : state === 'SENDING' ? null : <Button kind="text" inline onPress={onRetry}>{t.retry}</Button>}
    </Card>
  )
}

import { View } from '@tarojs/components'
import { Button } from './button'
import { Card } from './card'
import type { Act } from './once'

export interface OfferProps {
  title: string
  detail: string
  yes: string
  no: string
  onYes: Act
  onNo: Act
  busy?: boolean
}

/** Something the member may take or leave; both are one tap, and leaving it costs nothing. */
export function Offer({ title, detail, yes, no, onYes, onNo, busy = false }: OfferProps) {
  return (
    <Card title={title} icon="bell">
      <View className="z-stack">{detail}</View>
      <Button kind="secondary" loading={busy} onPress={onYes}>{yes}</Button>
      <Button kind="text" disabled={busy} onPress={onNo}>{no}</Button>
    </Card>
  )
}

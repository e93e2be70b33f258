import { View } from '@tarojs/components'
import { Button } from './button'
import { Card } from './card'

export interface OfferProps {
  title: string
  detail: string
  yes: string
  no: string
  onYes: () => void
  onNo: () => void
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

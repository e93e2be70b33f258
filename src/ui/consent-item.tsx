import { View } from '@tarojs/components'
import { Badge } from './badge'
import { Card } from './card'
import { Check } from './check'

export interface ConsentItemProps {
  id: string
  title: string
  /** The text that is agreed to, paragraph by paragraph. */
  paragraphs: readonly string[]
  /** «同意»: what the tick says. */
  label: string
  checked: boolean
  onChange: (checked: boolean) => void
  /** Beside the title: 必需, 自愿. */
  extra?: string
  /** Below the title, a sentence: why it is asked for here. */
  why?: string
  error?: string
}

/** One consent with its whole text above its own box. */
export function ConsentItem({ id, title, paragraphs, label, checked, onChange, extra, why, error }: ConsentItemProps) {
  return (
    <Card title={title} icon="lock" extra={extra ? <Badge>{extra}</Badge> : undefined}>
      {why ? <View className="z-strong z-stack">{why}</View> : null}
      {paragraphs.map((paragraph) => <View key={paragraph} className="z-stack">{paragraph}</View>)}
      <Check id={id} label={label} checked={checked} onChange={onChange} error={error} />
    </Card>
  )
}

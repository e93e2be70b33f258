import { Text } from '@tarojs/components'
import type { Tone } from './tone'

export interface BadgeProps {
  children: string
  tone?: Tone
}

/** A short state word. The words carry the meaning; the colour only helps to find it. */
export function Badge({ children, tone = 'neutral' }: BadgeProps) {
  return <Text className={`z-badge z-tone-${tone}`}>{children}</Text>
}

/** Marks figures and clauses that the scheme has not published (source labels other than R). */
export function SampleBadge() {
  return <Badge>示例数据</Badge>
}

import { View } from '@tarojs/components'
import { aria } from './a11y'

export interface SkeletonProps {
  /** Number of grey sheets; about as many as the page will have. */
  cards?: number
}

/** Grey sheets where the content will be. Silent: the page's live region says 加载中. */
export function Skeleton({ cards = 3 }: SkeletonProps) {
  return (
    <View className="z-skeleton" {...aria({ hidden: true })}>
      {Array.from({ length: cards }, (_, i) => (
        <View key={i} className="z-card">
          <View className="z-bone z-bone--title" />
          <View className="z-bone" />
          <View className="z-bone z-bone--short" />
        </View>
      ))}
    </View>
  )
}

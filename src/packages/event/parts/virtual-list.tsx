import { useState, type ReactNode } from 'react'
import { ScrollView, View } from '@tarojs/components'
import { aria } from '@/ui'
import { spanAt } from '../model/windowing'

export interface VirtualListProps<T> {
  items: readonly T[]
  keyOf: (item: T) => string
  /** px; every row has exactly this height. */
  rowHeight: number
  label: string
  children: (item: T) => ReactNode
  /** The end is near. */
  onNearEnd?: () => void
}

/** Rows before the end at which more are asked for. */
const NEAR = 100

/** Thousands of rows of one height, of which at most 50 are mounted. Space above and below stands for the rest. */
export function VirtualList<T>({ items, keyOf, rowHeight, label, children, onNearEnd }: VirtualListProps<T>) {
  const [span, setSpan] = useState(() => spanAt(0, rowHeight, items.length))
  const { from, until } = span.until > items.length || span.until - span.from < Math.min(items.length, 50) ? spanAt(span.from * rowHeight, rowHeight, items.length) : span
  const onScroll = (event: { detail: { scrollTop: number } }): void => {
    const next = spanAt(event.detail.scrollTop, rowHeight, items.length)
    if (next.from !== from || next.until !== until) setSpan(next)
    if (next.until > items.length - NEAR) onNearEnd?.()
  }
  return (
    <ScrollView className="event-rows" scrollY onScroll={onScroll} {...aria({ role: 'list', label })}>
      <View style={{ height: `${from * rowHeight}px` }} />
      {items.slice(from, until).map((item) => (
        <View key={keyOf(item)} className="event-row" style={{ height: `${rowHeight}px` }} {...aria({ role: 'listitem' })}>{children(item)}</View>
      ))}
      <View style={{ height: `${(items.length - until) * rowHeight}px` }} />
    </ScrollView>
  )
}

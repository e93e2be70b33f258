import { useEffect, useRef, useState, type ReactNode } from 'react'
import { ScrollView, View } from '@tarojs/components'
import { aria, scrolls } from '@/ui'
import { BLOCK, spanAt } from '../model/windowing'

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
  // Where the list is scrolled to, in whole blocks: within one nothing is drawn anew.
  const [top, setTop] = useState(0)
  const { from, until } = spanAt(top, rowHeight, items.length)
  const block = BLOCK * rowHeight
  const onScroll = (event: { detail: { scrollTop: number } }): void => setTop(Math.floor(event.detail.scrollTop / block) * block)
  const near = until > items.length - NEAR
  // A new onNearEnd is no reason to ask: a failing request would be sent for ever.
  const ask = useRef(onNearEnd)
  useEffect(() => {
    ask.current = onNearEnd
  })
  // Asked again when rows arrive: who has scrolled on meanwhile is at the new end already, and no scroll follows.
  useEffect(() => {
    if (near) ask.current?.()
  }, [near, until, items.length])
  return (
    <ScrollView className="event-rows" scrollY onScroll={onScroll} {...scrolls(label)} {...aria({ role: 'list', label })}>
      <View style={{ height: `${from * rowHeight}px` }} />
      {items.slice(from, until).map((item) => (
        <View key={keyOf(item)} className="event-row" style={{ height: `${rowHeight}px` }} {...aria({ role: 'listitem' })}>{children(item)}</View>
      ))}
      <View style={{ height: `${(items.length - until) * rowHeight}px` }} />
    </ScrollView>
  )
}

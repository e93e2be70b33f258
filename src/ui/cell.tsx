import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from './a11y'
import { Icon, type IconName } from './icon'
import { useOnce, type Act } from './once'

export interface CellProps {
  title: string
  /** Second line under the title, or several, one below the other. */
  detail?: string | readonly string[]
  /** Right end: text or a Badge. */
  value?: ReactNode
  icon?: IconName
  /** With it the row is a button and shows an arrow. */
  onPress?: Act
  /** Spoken name of a row that acts; without it the words inside are read. */
  label?: string
}

/** A row of a list; alone or inside CellGroup. */
export function Cell({ title, detail, value, icon, onPress, label }: CellProps) {
  const { busy, press } = useOnce(() => onPress?.())
  const acts = onPress ? { ...aria({ role: 'button', label, busy: busy || undefined }), ...press } : {}
  return (
    <View className={`z-cell${onPress ? ' z-cell--acts' : ''}`} {...acts}>
      {icon ? <Icon name={icon} tone="red" /> : null}
      <View className="z-cell-main">
        <View className="z-cell-words">
          <View className="z-cell-title">{title}</View>
          {(typeof detail === 'string' ? [detail] : detail ?? []).map((line) => (line ? <View key={line} className="z-cell-detail">{line}</View> : null))}
        </View>
        {value === undefined ? null : <View className="z-cell-value">{value}</View>}
      </View>
      {onPress ? <Icon name="arrow" size="s" tone="soft" /> : null}
    </View>
  )
}

export interface CellGroupProps {
  title?: string
  children: ReactNode
}

/** Rows on one sheet, with an optional heading above. */
export function CellGroup({ title, children }: CellGroupProps) {
  return (
    <View className="z-cells">
      {title ? <View className="z-cells-title" {...aria({ role: 'heading', level: 2 })}>{title}</View> : null}
      <View className="z-cells-body">{children}</View>
    </View>
  )
}

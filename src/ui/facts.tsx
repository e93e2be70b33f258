import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from './a11y'
import { useOnce, type Act } from './once'

export interface Fact {
  /** Stable key and, with onChange, part of the spoken name. */
  label: string
  value: ReactNode
  /** Where a value that nobody typed comes from; `ask`: it has to be compared. */
  mark?: { text: string; ask: boolean }
  /** Leads to where it is filled in: draws 修改. */
  onChange?: Act
}

/** Label and value in rows: receipts, certificates, and the answers before they are sent. `ends`: long labels and short values, amounts below each other. */
export function Facts({ items, ends = false }: { items: readonly Fact[]; ends?: boolean }) {
  return (
    <View className={`z-facts${ends ? ' z-facts--ends' : ''}`}>
      {items.map(({ label, value, mark, onChange }) => (
        <View key={label} className="z-fact">
          <View className="z-fact-label">{label}</View>
          <View className="z-fact-value">
            {value}
            {mark ? <View className={`z-field-mark${mark.ask ? ' z-field-mark--ask' : ''}`}>{mark.text}</View> : null}
          </View>
          {onChange ? <Change label={label} onChange={onChange} /> : null}
        </View>
      ))}
    </View>
  )
}

function Change({ label, onChange }: { label: string; onChange: Act }) {
  const { press } = useOnce(onChange)
  return <View className="z-fact-change" {...aria({ role: 'button', label: `修改 ${label}` })} {...press}>修改</View>
}

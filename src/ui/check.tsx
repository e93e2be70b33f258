import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { aria, press } from './a11y'
import { Icon } from './icon'
import { useOnce } from './once'
import { useIdsOfPage, usePageId } from './page-instance'

export interface CheckProps {
  id: string
  /** Spoken name and, without children, the visible words. */
  label: string
  /** Richer words in place of the label. No buttons or links inside: put them below. */
  children?: ReactNode
  checked: boolean
  onChange: (checked: boolean) => void
  error?: string
}

/** One consent or one yes. Starts unticked; a tap anywhere on the row changes it. */
export function Check({ id: given, label, children, checked, onChange, error }: CheckProps) {
  const id = usePageId(given)
  return (
    <View className={`z-field${error ? ' z-field--error' : ''}`}>
      {error ? <View id={`${id}-error`} className="z-field-error"><Text className="z-spoken">错误：</Text>{error}</View> : null}
      <View id={id} className="z-check" {...aria({ role: 'checkbox', label, checked, describedBy: error ? `${id}-error` : undefined, invalid: error ? true : undefined })} {...press(() => onChange(!checked))}>
        <View className={`z-box${checked ? ' z-box--on' : ''}`}>{checked ? <Icon name="check" size="s" tone="white" /> : null}</View>
        <View className="z-grow">{children ?? label}</View>
      </View>
    </View>
  )
}

export interface SwitchRowProps {
  label: string
  detail?: string
  checked: boolean
  /** Hands its promise back: see `Act`. */
  onChange: (checked: boolean) => unknown
  id?: string
}

/** A setting that takes effect at once (长辈版, a withdrawn consent). The word 开 or 关 stands beside the knob. */
export function SwitchRow({ label, detail, checked, onChange, id: given }: SwitchRowProps) {
  const own = useIdsOfPage()
  const id = given && own(given)
  const once = useOnce(() => onChange(!checked))
  return (
    <View className="z-cell z-cell--acts" {...aria({ id, role: 'switch', label: detail ? `${label}，${detail}` : label, checked, busy: once.busy || undefined })} {...once.press}>
      <View className="z-grow">
        <View className="z-cell-title">{label}</View>
        {detail ? <View className="z-cell-detail">{detail}</View> : null}
      </View>
      <Text className="z-cell-value">{checked ? '开' : '关'}</Text>
      <View className={`z-switch${checked ? ' z-switch--on' : ''}`}><View className="z-switch-knob" /></View>
    </View>
  )
}

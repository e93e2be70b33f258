import { View } from '@tarojs/components'
import { aria } from './a11y'
import { Button } from './button'
import { Icon, type IconName } from './icon'
import type { Act } from './once'

export interface EmptyProps {
  title: string
  detail?: string
  icon?: IconName
  action?: { label: string; onPress: Act; kind?: 'primary' | 'secondary' }
}

/** Nothing here, and what to do about it. */
export function Empty({ title, detail, icon = 'file', action }: EmptyProps) {
  return (
    <View className="z-empty">
      <Icon name={icon} size="xl" tone="soft" />
      <View className="z-empty-title" {...aria({ role: 'heading', level: 2 })}>{title}</View>
      {detail ? <View className="z-empty-detail">{detail}</View> : null}
      {action ? <Button kind={action.kind ?? 'secondary'} inline onPress={action.onPress}>{action.label}</Button> : null}
    </View>
  )
}

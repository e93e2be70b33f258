import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from './a11y'
import { Icon, type IconName } from './icon'
import { useOnce, type Act } from './once'

export interface CardProps {
  children: ReactNode
  title?: string
  icon?: IconName
  /** Right end of the title line: a Badge, say. */
  extra?: ReactNode
  /** accent draws the red edge: at most one a screen. */
  kind?: 'plain' | 'accent'
  /** Makes the whole card one button, named by its words. Put no other button inside then. */
  onPress?: Act
}

/** A sheet of paper on the desk: one subject, optionally titled. */
export function Card({ children, title, icon, extra, kind = 'plain', onPress }: CardProps) {
  const { busy, press } = useOnce(() => onPress?.())
  const acts = onPress ? { ...aria({ role: 'button', busy: busy || undefined }), ...press } : {}
  return (
    <View className={`z-card z-card--${kind}`} {...acts}>
      {title ? (
        <View className="z-card-head">
          {icon ? <Icon name={icon} tone="red" /> : null}
          <View className="z-card-title" {...(onPress ? {} : aria({ role: 'heading', level: 2 }))}>{title}</View>
          {extra}
          {onPress ? <Icon name="arrow" size="s" tone="soft" /> : null}
        </View>
      ) : null}
      {children}
    </View>
  )
}

import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria } from './a11y'
import { Button } from './button'
import { Icon, type IconName } from './icon'
import type { Act } from './once'
import { useSpoken, wordsIn } from './spoken'
import type { Tone } from './tone'

export interface NoticeProps {
  tone?: Tone
  title?: string
  children?: ReactNode
  action?: { label: string; onPress: Act }
  /** A lesser answer beside the action: «不用了». */
  further?: { label: string; onPress: Act }
  /** Speak it when it appears: 'polite' after what is being read, 'assertive' at once. Default: not announced. */
  announce?: 'polite' | 'assertive'
}

/** Icon of each tone, so that colour is never the only sign. */
export const TONE_ICON: Record<Tone, IconName> = { info: 'info', success: 'check', warn: 'warn', action: 'bell', neutral: 'clock' }

/** A message in the flow of the page. There are no toasts: what matters stays until it is dealt with. */
export function Notice({ tone = 'info', title, children, action, further, announce }: NoticeProps) {
  useSpoken(announce === 'polite' ? [title, wordsIn(children)].filter(Boolean).join('。') : '')
  // The one role that is heard also as it comes.
  const spoken = announce === 'assertive' ? aria({ role: 'alert', live: announce }) : {}
  return (
    <View className={`z-notice z-tone-${tone}`} {...spoken}>
      <Icon name={TONE_ICON[tone]} size="m" />
      <View className="z-grow">
        {title ? <View className="z-notice-title">{title}</View> : null}
        {children ? <View className="z-notice-body">{children}</View> : null}
        {action ? <Button kind="text" inline onPress={action.onPress}>{action.label}</Button> : null}
        {further ? <Button kind="text" inline onPress={further.onPress}>{further.label}</Button> : null}
      </View>
    </View>
  )
}

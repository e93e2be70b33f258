import { View } from '@tarojs/components'
import { aria } from './a11y'

export type IconName =
  | 'home' | 'card' | 'claim' | 'mine' | 'scan' | 'gift' | 'progress' | 'camera' | 'album' | 'file' | 'check' | 'warn' | 'info' | 'arrow'
  | 'back' | 'phone' | 'bank' | 'bell' | 'shield' | 'elder' | 'close' | 'retry' | 'clock' | 'hospital' | 'edit' | 'lock'

export interface IconProps {
  name: IconName
  /** 'm' is 1.5 times the text around it. */
  size?: 's' | 'm' | 'l' | 'xl'
  /** Colour token, e.g. 'red'; without it the icon takes the colour of the text around it. */
  tone?: 'red' | 'ink' | 'soft' | 'green' | 'amber' | 'blue' | 'white'
}

/**
 * A line icon, drawn by a CSS mask (styles/icons.scss), so it costs a class name in setData and follows the tokens.
 * Always decoration: the text beside it, or the label of its button, says the same.
 */
export function Icon({ name, size = 'm', tone }: IconProps) {
  return <View className={`z-icon z-icon-${name} z-icon--${size}${tone ? ` z-ink-${tone}` : ''}`} {...aria({ hidden: true })} />
}

import { View } from '@tarojs/components'
import { aria, press } from './a11y'
import { Icon, type IconName } from './icon'

export interface Entry {
  icon: IconName
  label: string
  onPress: () => void
}

/** Ways in, four in a row; two in 长辈版. */
export function Entries({ items }: { items: readonly Entry[] }) {
  return (
    <View className="z-entries">
      {items.map(({ icon, label, onPress }) => (
        <View key={label} className="z-entry" {...aria({ role: 'button' })} {...press(onPress)}>
          <Icon name={icon} size="l" tone="red" />
          <View className="z-entry-name">{label}</View>
        </View>
      ))}
    </View>
  )
}

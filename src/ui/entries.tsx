import { View } from '@tarojs/components'
import { aria } from './a11y'
import { Icon, type IconName } from './icon'
import { useOnce, type Act } from './once'

export interface Entry {
  icon: IconName
  label: string
  onPress: Act
}

/** Ways in, four in a row; two in 长辈版. */
export function Entries({ items }: { items: readonly Entry[] }) {
  return (
    <View className="z-entries">
      {items.map((entry) => <WayIn key={entry.label} {...entry} />)}
    </View>
  )
}

function WayIn({ icon, label, onPress }: Entry) {
  const { press } = useOnce(onPress)
  return (
    <View className="z-entry" {...aria({ role: 'button' })} {...press}>
      <Icon name={icon} size="l" tone="red" />
      <View className="z-entry-name">{label}</View>
    </View>
  )
}

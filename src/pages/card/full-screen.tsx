import { useEffect, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useDidHide } from '@/platform/lifecycle'
import { brighten } from '@/platform/screen'
import { hideTabs } from '@/platform/tab-bar'
import { aria, Button } from '@/ui'
import { holdFocus } from '@/ui/a11y'
import { texts } from './texts'

const ID = 'card-full'

export interface FullScreenProps {
  onClose: () => void
  children: ReactNode
}

/** Over everything, bright and awake as long as it stands; all restored when it goes or the app does. */
export function FullScreen({ onClose, children }: FullScreenProps) {
  useDidHide(onClose)
  useEffect(() => {
    const restore = [brighten(), hideTabs(), holdFocus(ID, onClose)]
    return () => restore.forEach((undo) => undo())
  }, []) // eslint-disable-line react-hooks/exhaustive-deps -- once for as long as it stands: a new onClose must not blink the screen
  return (
    <View id={ID} className="card-full" {...aria({ role: 'dialog', modal: true, label: texts.fullTitle })}>
      <View className="card-full-title" {...aria({ role: 'heading', level: 2 })}>{texts.fullTitle}</View>
      {children}
      <View className="z-small z-center z-stack">{texts.bright}</View>
      <Button kind="secondary" onPress={onClose}>{texts.close}</Button>
    </View>
  )
}

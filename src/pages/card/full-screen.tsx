import { useEffect, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { useDidHide } from '@/platform/lifecycle'
import { brighten } from '@/platform/screen'
import { hideTabs } from '@/platform/tab-bar'
import { aria, Button, useOverlay, usePageId } from '@/ui'
import { texts } from './texts'

export interface FullScreenProps {
  onClose: () => void
  children: ReactNode
}

/** Over everything, bright and awake as long as it stands; all restored when it goes or the app does. */
export function FullScreen({ onClose, children }: FullScreenProps) {
  const id = usePageId('card-full')
  useDidHide(onClose)
  useOverlay(true, id, onClose)
  useEffect(() => {
    const restore = [brighten(), hideTabs()]
    return () => restore.forEach((undo) => undo())
  }, [])
  return (
    <View id={id} className="card-full" {...aria({ role: 'dialog', modal: true, label: texts.fullTitle })}>
      <View className="card-full-title" {...aria({ role: 'heading', level: 2 })}>{texts.fullTitle}</View>
      {children}
      <View className="z-small z-center z-stack">{texts.bright}</View>
      <Button kind="secondary" onPress={onClose}>{texts.close}</Button>
    </View>
  )
}

import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { aria, press, scrolls } from './a11y'
import { Asking } from './asking'
import { Icon } from './icon'
import { useOverlay } from './overlay'
import { usePageId } from './page-instance'

export interface SheetProps {
  /** Unique on its page. */
  id: string
  open: boolean
  title: string
  onClose: () => void
  children: ReactNode
  /** Bar at the bottom: one primary action. */
  footer?: ReactNode
}

/**
 * A sheet from the bottom over the page. Closes by its cross, by the shade behind it, by Escape and by the way back; the focus comes back
 * to where it was. Use it inside Page (tokens) and not on tab pages: H5's tab bar would lie over it.
 */
export function Sheet({ id, open, title, onClose, children, footer }: SheetProps) {
  const boxId = usePageId(id)
  useOverlay(open, boxId, onClose)
  if (!open) return null
  return (
    <View className="z-sheet">
      <View className="z-sheet-shade" onClick={onClose} {...aria({ hidden: true })} />
      <View id={boxId} className="z-sheet-paper" {...aria({ role: 'dialog', modal: true, label: title })}>
        <View className="z-sheet-head">
          <View className="z-sheet-title" {...aria({ role: 'heading', level: 2 })}>{title}</View>
          <View className="z-sheet-close" {...aria({ role: 'button', label: '关闭' })} {...press(onClose)}><Icon name="close" /></View>
        </View>
        <View className="z-sheet-body" {...scrolls(title)}>{children}</View>
        {footer ? <View className="z-sheet-foot"><Asking />{footer}</View> : null}
      </View>
    </View>
  )
}

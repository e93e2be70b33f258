import type { ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { aria } from './a11y'
import { Icon, type IconName } from './icon'
import { useOnce, type Act } from './once'
import { useIdsOfPage, useSubmission } from './page-instance'

export interface ButtonProps {
  /** The words on the button; also its spoken name. */
  children: string
  /** Hands its promise back: see `Act`. */
  onPress: Act
  /** primary: the one main action of the screen. text: an inline link-like action. */
  kind?: 'primary' | 'secondary' | 'text' | 'danger'
  icon?: IconName
  /** Work that something else has begun: keeps the label, shows and announces it, and ignores presses. What `onPress` begins shows itself. */
  loading?: boolean
  disabled?: boolean
  /** Why it is disabled, shown below the button. A disabled button without a reason is a riddle. */
  disabledReason?: string
  /** Fits its words instead of the whole line. */
  inline?: boolean
  /** Spoken name where the words alone do not say enough: «修改 住院日期». It must begin with the visible words. */
  label?: string
  id?: string
  /** Whether it hands in what stands on the page: an error summary then takes the focus. Default: the primary one does. */
  submits?: boolean
}

/**
 * A button that taps, clicks and keys reach on both targets (see a11y.ts for why it is not Taro's Button). By its class `z-btn--primary`
 * tests find every primary action of every page, and tap it twice (tests/builders/twice.ts).
 */
export function Button({ children, onPress, kind = 'primary', icon, loading: elsewhere = false, disabled = false, disabledReason, inline = false, label, id: given, submits = kind === 'primary' }: ButtonProps) {
  const own = useIdsOfPage()
  const id = given && own(given)
  const submit = useSubmission()
  const once = useOnce(() => {
    if (disabled || elsewhere) return undefined
    if (submits) submit()
    return onPress()
  })
  const loading = elsewhere || once.busy
  const off = disabled || loading
  const reasonId = id && disabledReason ? `${id}-reason` : undefined
  const className = ['z-btn', `z-btn--${kind}`, inline ? 'z-btn--inline' : '', off ? 'z-btn--off' : ''].filter(Boolean).join(' ')
  // aria-disabled instead of leaving the tab order: focus must not jump away while a request runs.
  const spoken = aria({ id, role: 'button', label: loading ? `${label ?? children}，处理中` : label, disabled: off || undefined, busy: loading || undefined, describedBy: reasonId })
  let reason: ReactNode = null
  if (disabled && disabledReason) reason = <View className="z-btn-reason" {...aria({ id: reasonId })}>{disabledReason}</View>
  return (
    <>
      <View className={className} {...spoken} {...once.press}>
        {icon ? <Icon name={icon} size="s" /> : null}
        <Text>{children}</Text>
        {loading ? <View className="z-btn-dots" {...aria({ hidden: true })} /> : null}
      </View>
      {reason}
    </>
  )
}

/**
 * Roles and names in the mini-program: twin of a11y.ts, where the words are explained.
 * WeChat reads aria-role and aria-* attributes; they reach the screen because config/aria-plugin.ts adds them to Taro's templates.
 */
import { scrollToId } from '@/platform/scroll'
import type { A11y, A11yProps, InputA11y, InputProps, PressProps, ScrollProps } from './a11y'

export type { A11y, A11yProps, InputA11y, InputProps, PressProps } from './a11y'

/** What says nothing (not busy, not modal) is left out to keep setData small. */
export function aria(a11y: A11y): A11yProps {
  const props: A11yProps = {}
  if (a11y.id) props.id = a11y.id
  if (a11y.role) props['aria-role'] = a11y.role
  if (a11y.label !== undefined) props['aria-label'] = a11y.label
  if (a11y.hidden) props['aria-hidden'] = 'true'
  if (a11y.live && a11y.live !== 'off') props['aria-live'] = a11y.live
  if (a11y.checked !== undefined) props['aria-checked'] = String(a11y.checked)
  if (a11y.disabled) props['aria-disabled'] = 'true'
  if (a11y.describedBy) props['aria-describedby'] = a11y.describedBy
  if (a11y.level) props['aria-level'] = String(a11y.level)
  if (a11y.modal) props['aria-modal'] = 'true'
  if (a11y.busy) props['aria-busy'] = 'true'
  if (a11y.current) props['aria-current'] = a11y.current
  if (a11y.invalid) props['aria-invalid'] = 'true'
  if (a11y.required) props['aria-required'] = 'true'
  return props
}

export function press(onPress: () => void): PressProps {
  return { onClick: onPress, hoverClass: 'z-pressed' }
}

export const pressRadio = (onPress: () => void, _stop: boolean): PressProps => press(onPress)

export const scrolls = (_label: string): ScrollProps => ({})

/** px left free between cursor and keyboard: the rest of the field, and the words below it. */
const ABOVE_KEYBOARD = 96

export function inputProps(field: InputA11y): InputProps & A11yProps {
  const type = field.keyboard === 'decimal' ? 'digit' : field.keyboard === 'number' || field.keyboard === 'tel' ? 'number' : 'text'
  return Object.assign({ type, cursorSpacing: ABOVE_KEYBOARD } as const, aria({ label: field.label, describedBy: field.describedBy, invalid: field.invalid, required: field.required }))
}

export function imageProps(label: string): A11yProps {
  return label ? { 'aria-role': 'img', 'aria-label': label } : { 'aria-hidden': 'true' }
}

/** A mini-program moves no focus to a View; it scrolls there. */
export const focusOn: (id: string) => void = scrollToId

/** No keyboard focus to take in a mini-program. */
export const takeFocus = (_id: string): void => undefined

/** WeChat's navigation bar has the back arrow. */
export const drawsBack = false

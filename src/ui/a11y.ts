/**
 * Roles, names and key handling on H5 (and in jest, which renders plain DOM). Twin: a11y.weapp.ts.
 * Taro's types know only ariaRole and ariaLabel, and on H5 ariaRole becomes the meaningless attribute
 * `aria-role`; so attributes are built here and spread onto the component.
 */
import { takeUp } from '@/platform/focus'

/** What a screen reader should know about a component; every field is optional. */
export interface A11y {
  /** Given here and not as `id={…}`: on H5 an undefined id would become the text «undefined». */
  id?: string
  role?: string
  /** Spoken name. */
  label?: string
  /** Ids of elements that describe this one, separated by spaces. */
  describedBy?: string
  /** Decoration: not spoken. */
  hidden?: boolean
  live?: 'polite' | 'assertive' | 'off'
  /** Heading level 1 to 6. */
  level?: number
  checked?: boolean
  disabled?: boolean
  busy?: boolean
  modal?: boolean
  invalid?: boolean
  required?: boolean
  current?: 'step' | 'page'
}

/** Attributes to spread onto a View, Text or Image. */
export interface A11yProps {
  [attribute: string]: string
}

/** Attributes of `a11y` for this target; absent fields give no attribute at all. */
export function aria(a11y: A11y): A11yProps {
  const values = {
    id: a11y.id, role: a11y.role, 'aria-label': a11y.label, 'aria-describedby': a11y.describedBy, 'aria-hidden': a11y.hidden, 'aria-live': a11y.live, 'aria-level': a11y.level,
    'aria-checked': a11y.checked, 'aria-disabled': a11y.disabled, 'aria-busy': a11y.busy, 'aria-modal': a11y.modal, 'aria-current': a11y.current, 'aria-invalid': a11y.invalid, 'aria-required': a11y.required,
  }
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])))
}

interface KeyEvent {
  key?: string
  target?: unknown
  currentTarget?: unknown
  preventDefault(): void
}

/** Props that make a View act when it is tapped, clicked, or Enter or Space is pressed on it. */
export interface PressProps {
  onClick: () => void
  hoverClass: string
  tabIndex?: number
  onKeyDown?: (event: KeyEvent) => void
}

/** `taro-button-core` takes no keyboard focus and submits only on touchend, so what acts is a View with these props. */
export function press(onPress: () => void): PressProps {
  return {
    onClick: onPress,
    hoverClass: 'z-pressed',
    tabIndex: 0,
    onKeyDown: (event) => {
      // A key pressed on an inner control bubbles up to here and is not meant for this one.
      if (event.target !== event.currentTarget || (event.key !== 'Enter' && event.key !== ' ')) return
      event.preventDefault()
      onPress()
    },
  }
}

/**
 * Props of one of several radios: the group is one stop of the Tab key, `stop` is where it stands, and the arrows choose the next or the one
 * before, as they do between a browser's own.
 */
export function pressRadio(onPress: () => void, stop: boolean): PressProps {
  const pressed = press(onPress)
  return {
    ...pressed,
    tabIndex: stop ? 0 : -1,
    onKeyDown: (event) => {
      const step = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 }[event.key ?? '']
      const radio = event.currentTarget
      if (!step || !(radio instanceof HTMLElement)) return pressed.onKeyDown?.(event)
      event.preventDefault()
      const all = [...(radio.parentElement?.querySelectorAll<HTMLElement>('[role="radio"]') ?? [])]
      const next = all[(all.indexOf(radio) + step + all.length) % all.length]
      next?.focus()
      next?.click()
    },
  }
}

export interface ScrollProps {
  role?: string
  'aria-label'?: string
  tabIndex?: number
}

/** Props of what scrolls inside a page: a stop of the Tab key, so that the arrows scroll it. */
export const scrolls = (label: string): ScrollProps => ({ role: 'region', 'aria-label': label, tabIndex: 0 })

/** Name and state of a text field. */
export interface InputA11y {
  id: string
  label: string
  describedBy?: string
  invalid?: boolean
  required?: boolean
  /** Which keyboard: digits, digits with a point, phone, or text. */
  keyboard?: 'text' | 'number' | 'decimal' | 'tel'
  /** Name of its kind of value. */
  kind?: string
  autoComplete?: string
}

/** Props for Input or Textarea: the host element hides the real input, only nativeProps reach it. */
export interface InputProps {
  nativeProps?: Record<string, string>
  type?: 'text' | 'number' | 'digit'
  cursorSpacing?: number
}

/** `type` stays text on H5: a number input loses «12.» while it is typed. */
export function inputProps(field: InputA11y): InputProps {
  const native: Record<string, string> = aria({ id: field.id, label: field.label, describedBy: field.describedBy, invalid: field.invalid || undefined, required: field.required || undefined })
  const mode = { text: undefined, number: 'numeric', decimal: 'decimal', tel: 'tel' }[field.keyboard ?? 'text']
  if (mode) native.inputMode = mode
  if (field.autoComplete) native.autoComplete = field.autoComplete
  if (field.kind) native['data-kind'] = field.kind
  return { nativeProps: native, type: 'text' }
}

/** Props for an Image that shows something (`label`) or only decorates (''). */
export function imageProps(label: string): { nativeProps: Record<string, string> } {
  return { nativeProps: { alt: label } }
}

const REACHABLE = 'input, textarea, [tabindex="0"]'

/** Puts the keyboard on the element itself. In a mini-program nothing happens: there it would only scroll. */
export const takeFocus = (id: string): void => focusOn(id, true)

/** Scrolls to the element and puts the keyboard on it: on the first control inside, or, where `itself` is asked for, on the element. */
export function focusOn(id: string, itself = false): void {
  const element = document.getElementById(id)
  if (!element) return
  const target = itself || element.matches(REACHABLE) ? element : (element.querySelector<HTMLElement>(REACHABLE) ?? element)
  if (!target.matches(REACHABLE)) target.tabIndex = -1
  // scrollIntoView is missing in jsdom.
  element.scrollIntoView?.({ block: 'center' })
  takeUp(target)
}

/** The browser shows no title bar of ours, so pages draw their own way back. */
export const drawsBack = true

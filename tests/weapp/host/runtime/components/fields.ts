// input, textarea
import { define, isOn, textOf } from './define'

const PROPS = ['value', 'type', 'password', 'placeholder-style', 'placeholder-class', 'disabled', 'maxlength', 'focus', 'cursor', 'confirm-type',
  'confirm-hold', 'auto-height', 'auto-focus', 'always-embed', 'cursor-spacing', 'selection-start', 'selection-end', 'adjust-position',
  'hold-keyboard', 'fixed', 'show-confirm-bar', 'disable-default-padding']

/** What the phone's keyboard of that type cannot enter. */
const NOT_ON_KEYBOARD: Record<string, RegExp> = { number: /[^0-9]/g, digit: /[^0-9.]/g, idcard: /[^0-9Xx]/g }
const INPUT_MODE: Record<string, string> = { number: 'numeric', digit: 'decimal', tel: 'tel' }
/** WeChat's own limit where the app sets none; -1 = unlimited. */
const MAX_LENGTH = 140

function defineField(tag: 'input' | 'textarea'): void {
  define(tag, {
    props: PROPS,
    attrs: ['placeholder'],
    init(self) {
      const field = document.createElement(tag)
      self.dom.append(field)
      const allowed = (typed: string): string => {
        const limit = Number(self.data.maxlength ?? MAX_LENGTH)
        const foreign = tag === 'input' ? NOT_ON_KEYBOARD[textOf(self.data.type)] : undefined
        const value = foreign ? typed.replace(foreign, '') : typed
        return limit >= 0 ? value.slice(0, limit) : value
      }
      field.addEventListener('input', () => {
        const value = allowed(field.value)
        if (value !== field.value) field.value = value
        self.set({ value })
        self.fire('input', { value, cursor: value.length, keyCode: 0 })
      })
      field.addEventListener('focus', () => self.fire('focus', { value: field.value, height: 0 }))
      field.addEventListener('blur', () => self.fire('blur', { value: field.value, cursor: field.value.length }))
      field.addEventListener('keydown', (event) => {
        if (event instanceof KeyboardEvent && event.key === 'Enter' && tag === 'input') self.fire('confirm', { value: field.value })
      })
      if (isOn(self.data.autoFocus)) window.setTimeout(() => field.focus())
      let wantedFocus: unknown = undefined
      return {
        formValue: () => field.value,
        reset() {
          self.set({ value: '' })
          field.value = ''
        },
        sync() {
          const { data } = self
          if (data.value !== undefined && data.value !== null && field.value !== String(data.value)) field.value = String(data.value)
          field.placeholder = textOf(data.placeholder)
          field.disabled = isOn(data.disabled)
          field.setAttribute('aria-label', textOf(data.ariaLabel))
          if (field instanceof HTMLInputElement) {
            field.type = isOn(data.password) || data.type === 'safe-password' ? 'password' : 'text'
            field.inputMode = INPUT_MODE[textOf(data.type)] ?? 'text'
          }
          if (wantedFocus === data.focus) return
          wantedFocus = data.focus
          if (isOn(data.focus)) field.focus()
          else if (document.activeElement === field) field.blur()
        },
      }
    },
  })
}

export function defineFields(): void {
  defineField('input')
  defineField('textarea')
}

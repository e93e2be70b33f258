// switch, checkbox, radio and their groups, label, form
import { builtinOf, builtinsIn, byId } from '../dom'
import { define, isOn, textOf, type Builtin } from './define'

function defineTick(tag: 'switch' | 'checkbox' | 'radio', changed: (self: Builtin) => void): void {
  define(tag, {
    props: ['checked', 'disabled', 'value', 'type', 'color'],
    init(self) {
      const box = document.createElement('input')
      box.type = 'checkbox'
      self.dom.append(box)
      box.addEventListener('change', () => {
        // A radio that is on stays on when it is tapped again.
        if (tag === 'radio') box.checked = true
        self.set({ checked: box.checked })
        changed(self)
      })
      const setChecked = (on: boolean) => {
        box.checked = on
        self.set({ checked: on })
      }
      return {
        activate: () => box.click(),
        isChecked: () => box.checked,
        setChecked,
        reset: () => setChecked(false),
        formValue: tag === 'switch' ? () => box.checked : undefined,
        sync() {
          box.checked = isOn(self.data.checked)
          box.disabled = isOn(self.data.disabled)
        },
      }
    },
  })
}

const groupOf = (self: Builtin, tag: string): Builtin | undefined => builtinOf(self.dom.closest(`wx-${tag}`))

function radioChosen(self: Builtin): void {
  const group = groupOf(self, 'radio-group')
  if (!group) return
  for (const other of builtinsIn(group.dom, 'radio')) if (other !== self) other.can.setChecked?.(false)
  group.fire('change', { value: self.data.value ?? '' })
}

function checkboxChanged(self: Builtin): void {
  const group = groupOf(self, 'checkbox-group')
  group?.fire('change', { value: group.can.formValue?.() })
}

const checkedValues = (group: Builtin, tag: string): unknown[] =>
  builtinsIn(group.dom, tag).filter((member) => member.can.isChecked?.()).map((member) => member.data.value ?? '')

const CONTROLS = 'wx-checkbox,wx-radio,wx-switch,wx-button,wx-input,wx-textarea'

function defineLabel(): void {
  define('label', {
    props: ['for'],
    init(self) {
      self.dom.addEventListener('click', (event) => {
        if (event.target instanceof Element && event.target.closest(CONTROLS)) return
        const id = textOf(self.data.for)
        const control = id ? document.querySelector(byId(id)) : self.dom.querySelector(CONTROLS)
        const activate = builtinOf(control)?.can.activate
        if (activate) activate()
        else control?.querySelector<HTMLElement>('input,textarea')?.focus()
      })
      return {}
    },
  })
}

const membersOf = (form: Element): Builtin[] => [...form.querySelectorAll('*')].flatMap((dom) => builtinOf(dom) ?? [])

export function submitForm(form: Element, submitter: Builtin): void {
  const named = membersOf(form).filter((member) => member.can.formValue && member.data.name)
  const value = Object.fromEntries(named.map((member) => [String(member.data.name), member.can.formValue?.()]))
  builtinOf(form)?.fire('submit', { value, target: { id: submitter.dom.id, dataset: { ...submitter.dataset } } })
}

export function resetForm(form: Element): void {
  for (const member of membersOf(form)) member.can.reset?.()
  builtinOf(form)?.fire('reset')
}

export function defineChoices(): void {
  defineTick('switch', (self) => self.fire('change', { value: self.can.isChecked?.() }))
  defineTick('checkbox', checkboxChanged)
  defineTick('radio', radioChosen)
  define('radio-group', { init: (self) => ({ formValue: () => checkedValues(self, 'radio')[0] ?? '' }) })
  define('checkbox-group', { init: (self) => ({ formValue: () => checkedValues(self, 'checkbox') }) })
  defineLabel()
  define('form', { props: ['report-submit'] })
}

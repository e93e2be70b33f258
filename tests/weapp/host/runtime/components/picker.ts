// picker: selector, multiSelector, date, time, region. choose() is what the drawn sheet and the driver's pick() end in.
import { showPanel, showSheet } from '../chrome'
import { guarded } from '../state'
import { define, isOn, textOf, type Builtin } from './define'

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [])

function labels(self: Builtin, list: unknown): string[] {
  const key = textOf(self.data.rangeKey)
  return listOf(list).map((item) => String(key && typeof item === 'object' && item !== null ? Reflect.get(item, key) : item))
}

function indexIn(self: Builtin, list: unknown, wanted: unknown): number {
  const options = labels(self, list)
  const index = typeof wanted === 'number' ? wanted : options.indexOf(String(wanted))
  if (index < 0 || index >= options.length) throw new Error(`picker has no option ${JSON.stringify(wanted)}, it has: ${options.join(' | ')}`)
  return index
}

const FORMS: Record<string, RegExp> = { year: /^\d{4}$/, month: /^\d{4}-\d{2}$/, day: /^\d{4}-\d{2}-\d{2}$/, time: /^([01]\d|2[0-3]):[0-5]\d$/ }

function checkedText(self: Builtin, form: string, wanted: string): string {
  const { start, end } = self.data
  if (!FORMS[form]?.test(wanted)) throw new Error(`picker takes no ${form} like ${JSON.stringify(wanted)}`)
  if (start && wanted < String(start)) throw new Error(`picker value ${wanted} is before start ${start}`)
  if (end && wanted > String(end)) throw new Error(`picker value ${wanted} is after end ${end}`)
  return wanted
}

function valueFor(self: Builtin, mode: string, wanted: unknown): unknown {
  if (mode === 'selector') return indexIn(self, self.data.range, wanted)
  if (mode === 'time') return checkedText(self, 'time', String(wanted))
  if (mode === 'date') return checkedText(self, textOf(self.data.fields) || 'day', String(wanted))
  if (mode === 'region') {
    const names = Array.isArray(wanted) ? wanted : String(wanted).split(/[,，\s]+/)
    if (names.length !== 3) throw new Error('a region is three names')
    return names
  }
  return listOf(wanted).map((want, column) => {
    // An earlier columnchange may have replaced the lists after it.
    const index = indexIn(self, listOf(self.data.range)[column], want)
    self.fire('columnchange', { column, value: index })
    return index
  })
}

/** Chooses as a member would; throws for what a member could not choose. */
function choose(self: Builtin, wanted: unknown): void {
  if (isOn(self.data.disabled)) throw new Error('picker is disabled')
  const mode = textOf(self.data.mode) || 'selector'
  const value = valueFor(self, mode, wanted)
  self.set({ value })
  self.fire('change', { value: mode === 'selector' ? String(value) : value })
}

async function openSelector(self: Builtin): Promise<void> {
  const index = await showSheet(labels(self, self.data.range), textOf(self.data.headerText))
  if (index < 0) self.fire('cancel')
  else choose(self, index)
}

/** The wheels of a phone are a text field here: one line, columns parted by commas. */
async function openText(self: Builtin): Promise<void> {
  const field = document.createElement('input')
  field.className = 'wx-picker-input'
  field.value = Array.isArray(self.data.value) ? self.data.value.join(',') : textOf(self.data.value)
  if (!(await showPanel(field))) return self.fire('cancel')
  guarded('picker', () => choose(self, self.data.mode === 'multiSelector' ? field.value.split(/[,，]/) : field.value))
}

export function definePickers(): void {
  define('picker', {
    props: ['mode', 'range', 'range-key', 'value', 'start', 'end', 'fields', 'disabled', 'header-text', 'level', 'custom-item'],
    init(self) {
      self.dom.addEventListener('click', () => {
        if (isOn(self.data.disabled)) return
        void ((textOf(self.data.mode) || 'selector') === 'selector' ? openSelector(self) : openText(self))
      })
      return { choose: (wanted) => choose(self, wanted), formValue: () => self.data.value, reset: () => self.set({ value: undefined }) }
    },
  })
}

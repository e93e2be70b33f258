import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import attributes from '@/ui/aria-attributes.json'
import { aria, inputProps } from '@/ui/a11y.weapp'

// Taro's templates drop what they do not list: each attribute that the twin for WeChat writes must stand there.
const all = aria({ id: 'x', role: 'button', label: 'x', describedBy: 'y', hidden: true, live: 'polite', level: 1, checked: true, disabled: true, busy: true, modal: true, current: 'step', invalid: true, required: true })

test('every attribute of a View reaches the compiled templates', () => {
  const missing = Object.keys(all).filter((name) => name.startsWith('aria-') && !(name in attributes.View))
  expect(missing).toEqual([])
  expect(Object.keys(all)).toEqual(expect.arrayContaining(['aria-describedby', 'aria-invalid', 'aria-required', 'aria-modal', 'aria-current', 'aria-level', 'aria-busy']))
})

test.each(['Input', 'Textarea'] as const)('every attribute of a field reaches %s', (component) => {
  const names = Object.keys(inputProps({ id: 'x', label: 'x', describedBy: 'y', invalid: true, required: true })).filter((name) => name.startsWith('aria-'))
  expect(names).toEqual(['aria-label', 'aria-describedby', 'aria-invalid', 'aria-required'])
  expect(names.filter((name) => !(name in attributes[component]))).toEqual([])
})

// WeChat's reader stops at these itself, and finds no words in them.
test.each(['ScrollView', 'Picker'] as const)('every %s has a name, which reaches the compiled templates', (component) => {
  const src = path.resolve(__dirname, '../../src')
  const tags = (readdirSync(src, { recursive: true }) as string[])
    .filter((file) => file.endsWith('.tsx'))
    .flatMap((file) => readFileSync(path.join(src, file), 'utf8').split('\n'))
    .filter((line) => line.includes(`<${component} `))
  expect(tags.length).toBeGreaterThan(0)
  expect(tags.filter((line) => !/aria\(\{[^}]*\blabel\b/.test(line))).toEqual([])
  expect(attributes[component]).toHaveProperty('aria-label')
})

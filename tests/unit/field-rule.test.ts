import { lint, type Case } from '@tests/builders/lint'

const bare: Case[] = [
  ['src/packages/claim/parts/x.tsx', "import { Input } from '@tarojs/components'"],
  ['src/packages/claim/parts/x.tsx', "import { View, Textarea as Words } from '@tarojs/components'"],
  ['src/pages/home/x.tsx', 'export const x = <input maxLength={11} />'],
  ['src/pages/home/x.tsx', 'export const x = <textarea />'],
  ['src/ui/x.tsx', "import { Editor } from '@tarojs/components'"],
]
const kept: Case[] = [
  ['src/packages/claim/parts/x.tsx', "import { View } from '@tarojs/components'"],
  ['src/packages/claim/parts/x.tsx', "import { Field } from '@/ui'"],
  ['src/ui/field.tsx', "import { Input } from '@tarojs/components'"],
  ['src/ui/lines-input.tsx', 'export const x = <textarea />'],
  ['src/ui/date-input.tsx', 'export const x = <input type="date" />'],
]

test('a text field of no kind is refused outside the fields of ui', async () => {
  const found = await lint(bare)
  expect(found.map((messages) => messages.filter((message) => message.startsWith('Use Field with a kind')).length)).toEqual(bare.map(() => 1))
}, 30_000)

test('and nothing else is', async () => expect(await lint(kept)).toEqual(kept.map(() => [])), 30_000)

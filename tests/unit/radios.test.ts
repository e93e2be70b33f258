import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

const SRC = path.resolve(__dirname, '../../src')
const lines = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx')).flatMap((file) => readFileSync(path.join(SRC, file), 'utf8').split('\n').map((line) => ({ file, line })))

// One stop of the Tab key, and the arrows choose: pressRadio (ui/a11y) does that, and nothing else.
test('every radio follows the arrow keys', () => {
  const radios = lines.filter(({ line }) => /role: 'radio'/.test(line))
  expect(radios.length).toBeGreaterThan(3)
  expect(radios.filter(({ line }) => !line.includes('{...pressRadio(')).map(({ file }) => file)).toEqual([])
})

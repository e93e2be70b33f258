import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const SRC = path.resolve(__dirname, '../../src')
const files = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name)
    return statSync(file).isDirectory() ? files(file) : [file]
  })
const all = files(SRC)
const sources = all.filter((file) => /\.tsx?$/.test(file)).map((file) => ({ file: path.relative(SRC, file), text: readFileSync(file, 'utf8') }))
const styles = all.filter((file) => file.endsWith('.scss')).map((file) => readFileSync(file, 'utf8').replace(/\/\/.*$/gm, ''))

/** Classes that cover the whole screen. */
const covering = styles.flatMap((text) => [...text.matchAll(/\.([\w-]+)\s*\{([^{}]*)\}/g)].filter(([, , rules = '']) => /position:\s*fixed/.test(rules) && /top:\s*0/.test(rules) && /bottom:\s*0/.test(rules)).map(([, name = '']) => name))
const opens = (text: string): boolean => /\b(useOverlay|openOverlay)\(/.test(text)

test('the classes that cover the screen are found', () => {
  expect(covering.sort()).toEqual(['card-full', 'claim-camera', 'event-full', 'z-dialog', 'z-sheet'])
})

// What lies over a page has to be closed by Back and to give the focus back: platform/overlays does that, and nothing else.
test.each([
  ['says that it is a dialog', (text: string) => /role: '(alert)?dialog'|'role', '(alert)?dialog'|modal: true/.test(text)],
  ['covers the whole screen', (text: string) => /position:\s*fixed[^'"`]*top:\s*0[^'"`]*bottom:\s*0/.test(text) || covering.some((name) => new RegExp(`["'\`][^"'\`]*\\b${name}(?![\\w-])`).test(text))],
])('whatever %s opens as an overlay', (_what, lies) => {
  const found = sources.filter(({ text }) => lies(text))
  expect(found.length).toBeGreaterThan(4)
  expect(found.filter(({ text }) => !opens(text)).map(({ file }) => file)).toEqual([])
})

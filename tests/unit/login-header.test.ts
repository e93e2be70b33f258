import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

const SRC = path.resolve(__dirname, '../../src')

function* sources(folder: string): Generator<string> {
  for (const name of readdirSync(folder)) {
    const file = path.join(folder, name)
    if (statSync(file).isDirectory()) yield* sources(file)
    else if (/\.tsx?$/.test(name)) yield file
  }
}

/** A request with a login header of its own fails after fifteen minutes, and the member is told of a fault that is none. */
test('who writes the login header also renews the token behind it', () => {
  const writers = [...sources(SRC)].map((file) => ({ file: path.relative(SRC, file), text: readFileSync(file, 'utf8') })).filter(({ text }) => /Bearer \$\{/.test(text))
  // Every other sender goes through one of these.
  expect(writers.map(({ file }) => file)).toEqual(expect.arrayContaining([path.join('api', 'call.ts'), path.join('api', 'line.ts')]))
  expect(writers.filter(({ text }) => !/\brenew\(/.test(text) || !/\bheldToken\b/.test(text)).map(({ file }) => file)).toEqual([])
})

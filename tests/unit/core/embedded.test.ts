import path from 'node:path'
import { buildSync } from 'esbuild'
import { createEmbeddedCore } from '@mock/embedded'
import { request } from '@tests/builders/core'

const root = path.resolve(__dirname, '../../..')

test('the embedded core needs no Node: it bundles for a browser, without the PDF library', () => {
  const { metafile, errors } = buildSync({ absWorkingDir: root, entryPoints: ['mock/embedded/index.ts'], bundle: true, write: false, metafile: true, platform: 'browser', format: 'esm', minify: true, logLevel: 'silent' })
  expect(errors).toEqual([])
  const inputs = Object.keys(metafile.inputs)
  expect(inputs).toContain('mock/core/core.ts')
  expect(inputs.filter((input) => /^mock\/node\/|node_modules\/(pdf-lib|busboy|node-sqlite3-wasm)\//.test(input))).toEqual([])
  expect(Object.values(metafile.outputs).flatMap(({ imports }) => imports)).toEqual([])
})

test('it answers with the real handlers on the seed', async () => {
  const { core } = await createEmbeddedCore()
  const { status, text, headers } = await core.handle(request('GET', '/test/personas'))
  expect([status, (JSON.parse(text) as { items: unknown[] }).items.length > 5, headers['x-server-time']?.slice(0, 10)]).toEqual([200, true, '2026-11-23'])
})

test('two of them share nothing', async () => {
  const [one, two] = [await createEmbeddedCore(), await createEmbeddedCore()]
  await one.store.clear()
  expect(await two.store.transact((tx) => tx.get('meta', 'meta'))).toBeDefined()
})

import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import path from 'node:path'
import { build } from 'esbuild'
import type { Browser, Page } from 'playwright-core'
import { launchBrowser } from './kit/browser'
import type { QrPage, Shot } from './kit/qr-page'

declare const window: { qrPage: QrPage }

/** Drawn anew in each run from the same seeds; several pages, because one page reads on one core. */
const PAGES = 2
const EACH = 14
const CODELESS = 120
/** Least share of each kind that must be read. A lamp's reflection may hide a corner mark, and then nothing helps. */
const LEAST: Record<string, number> = { glare: 0.5 }

let browser: Browser
let pages: Page[]

before(async () => {
  const { outputFiles } = await build({
    entryPoints: [path.join(__dirname, 'kit/qr-page.ts')], tsconfig: path.join(__dirname, '../../tsconfig.json'),
    bundle: true, write: false, format: 'iife', target: 'es2018',
  })
  browser = await launchBrowser()
  pages = await Promise.all(
    Array.from({ length: PAGES }, async () => {
      // A context of its own is a process of its own.
      const page = await (await browser.newContext()).newPage()
      for (const { text } of outputFiles) await page.addScriptTag({ content: text })
      return page
    }),
  )
})
after(() => browser.close())

/** All jobs, each on the page that is free first; answers in the order of the jobs. */
async function spread(jobs: readonly ((page: Page) => Promise<Shot>)[]): Promise<Shot[]> {
  const shots: Shot[] = []
  let next = 0
  await Promise.all(
    pages.map(async (page) => {
      while (next < jobs.length) {
        const at = next
        next += 1
        const shot = await jobs[at]?.(page)
        if (shot) shots[at] = shot
      }
    }),
  )
  return shots
}
const middle = (numbers: number[]): number => Math.round([...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0)

describe('QR codes on photo-like pictures, read by the production decoder', () => {
  const table: Record<string, object> = {}
  after(() => console.table(table))

  for (const kind of ['turned', 'tilted', 'dark', 'glare', 'small in 12 megapixels', 'two codes', 'photographed screen', 'low light']) {
    test(kind, async () => {
      const shots = await spread(Array.from({ length: EACH }, (_, at) => (page: Page) => page.evaluate(([name, seed]) => window.qrPage.read(name, seed), [kind, at + 1] as const)))
      const right = shots.filter((shot) => shot.right).length
      table[kind] = { pictures: EACH, read: right, 'false': shots.flatMap(({ wrong }) => wrong).length, 'median ms': middle(shots.map(({ ms }) => ms)) }
      assert.deepEqual(shots.flatMap(({ wrong }) => wrong), [])
      assert.ok(right >= EACH * (LEAST[kind] ?? 0.9), `${right} of ${EACH} read`)
    })
  }

  test('no code: nothing is read', async () => {
    const shots = await spread(
      Array.from({ length: CODELESS }, (_, at) => (page: Page) => {
        // Small ones mostly: large ones take minutes, and what looks like a code looks so at each size.
        const size = at % 40 === 0 ? ([2000, 1500] as const) : ([640, 480] as const)
        return page.evaluate(([seed, width, height]) => window.qrPage.readCodeless(seed, width, height), [at + 1, ...size] as const)
      }),
    )
    table['no code'] = { pictures: CODELESS, read: '', 'false': shots.flatMap(({ wrong }) => wrong).length, 'median ms': middle(shots.map(({ ms }) => ms)) }
    assert.equal(shots.length, CODELESS)
    assert.deepEqual(shots.flatMap(({ wrong }) => wrong), [])
  })
})

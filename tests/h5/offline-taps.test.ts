import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { dayOf, makePages, pageTable, type Days, type Made, type PageName, type Row } from './page-table'
import { startBackend, type Backend } from './kit/backend'
import { installed, keptApp, openInside, type KeptApp } from './kit/installed'
import { inChromium } from './kit/stage'
import { until } from './kit/until'

/** Without a network, after the installation has finished: every way to another page that stands on any page, tapped as a finger does it. */

const on = inChromium()
/** Rows of lists, entries, tabs, the arrow back: what leads somewhere. Answers, papers and acts are none of it. */
const WAYS = '.z-cell--acts, .z-entry, .z-page-back'
/** They open what lies outside of the app. */
const OUTSIDE = /12351|拨打/

interface Way {
  at: number
  name: string
}
/** The page on top, and its ways that can be seen, marked with their number. */
const waysOf = (page: Page): Promise<Way[]> =>
  page.evaluate((selector) => {
    const top = [...document.querySelectorAll<HTMLElement>('.taro_page')].filter((one) => one.offsetParent !== null || one.getClientRects().length > 0).pop()
    document.querySelectorAll('[data-way]').forEach((one) => one.removeAttribute('data-way'))
    return [...(top?.querySelectorAll<HTMLElement>(selector) ?? [])].filter((one) => one.getClientRects().length > 0).map((one, at) => {
      one.setAttribute('data-way', String(at))
      return { at, name: (one.getAttribute('aria-label') ?? one.innerText).split('\n')[0] ?? '' }
    })
  }, WAYS)
/** What can be read, and where the page is. */
const looks = (page: Page): Promise<string> => page.evaluate(() => location.href + document.body.innerText)
const address = (page: Page): string => new URL(page.url()).pathname

/** Rows that show something of their own to somebody, one of each page. */
const rowsOf = (as: string): Row[] => pageTable.filter((row, at) => row.as === as && !row.then && pageTable.findIndex((other) => other.page === row.page && other.as === as && !other.then) === at)

describe('without a network', () => {
  let days: Promise<Days<Backend>> | undefined
  const made = async (): Promise<{ days: Days<Backend>; made: Made }> => {
    days ??= Promise.all([startBackend(), startBackend()]).then(([seeded, paid]) => ({ seeded, paid }))
    const both = await days
    return { days: both, made: await (pages ??= makePages(both)) }
  }
  let pages: Promise<Made> | undefined
  after(async () => {
    const both = await days
    await both?.seeded.close()
    await both?.paid.close()
  })

  for (const persona of ['courier', 'rep']) {
    it(`${persona}: no way is dead, and the way back from each leads to its page`, async () => {
      const all = await made()
      const phone: KeptApp = await keptApp(on.browser, dayOf(persona, all.days), persona)
      const { app } = phone
      app.expectComplaint(/./)
      await installed(app)
      const rows = rowsOf(persona)
      const open = async ({ page, title, params }: Row): Promise<void> => {
        await openInside(app, routes[page], params?.(all.made) ?? {})
        await app.onPage(title)
      }
      for (const row of rows) await open(row)
      await phone.cut()
      const dead: string[] = []
      const astray: string[] = []
      const tapped = new Set<string>()
      for (const row of rows) {
        await app.open(withParams(routes[row.page], row.params?.(all.made) ?? {}))
        await app.onPage(row.title)
        const ways = await waysOf(app.page)
        for (const { name } of ways) {
          const what = `${row.page}: ${name}`
          if (OUTSIDE.test(name) || tapped.has(what)) continue
          tapped.add(what)
          const way = (await waysOf(app.page)).find((one) => one.name === name)
          if (!way) continue
          const [before, from] = [await looks(app.page), address(app.page)]
          await app.page.locator(`[data-way="${way.at}"]`).click()
          await until(what, async () => (await looks(app.page)) !== before, 4_000).catch(() => void dead.push(what))
          if (dead.includes(what)) continue
          if (address(app.page) !== from && name !== '返回') {
            await app.page.getByRole('heading', { level: 1 }).filter({ visible: true }).first().waitFor()
            await app.page.goBack()
            await until('the way back', async () => address(app.page) === from, 4_000).catch(() => void astray.push(what))
          } else await app.open(withParams(routes[row.page], row.params?.(all.made) ?? {}))
          await app.onPage(row.title).catch(() => astray.push(`${what}, back on another page`))
          if (address(app.page) !== routes[row.page as PageName]) await app.open(withParams(routes[row.page], row.params?.(all.made) ?? {}))
        }
      }
      console.info(`${persona}: ${tapped.size} ways on ${rows.length} pages`)
      assert.deepEqual({ dead, astray }, { dead: [], astray: [] })
      assert.ok(tapped.size > 20, `${tapped.size} ways`)
      await phone.line.close()
      await app.page.context().close()
    })
  }
})

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser, Locator } from 'playwright-core'
import { aboutTexts } from '@/packages/account/texts'
import { texts as home } from '@/pages/home/texts'
import { texts as mine } from '@/pages/mine/texts'
import { texts as signIn } from '@/pages/sign-in/texts'
import { withParams } from '@/platform/address'
import { routes, tabRoutes } from '@/routes'
import { hasSignedIn, newPhone, signInAs, type App } from './kit/app'
import { startBackend, type Backend } from './kit/backend'
import { launchBrowser } from './kit/browser'
import { settled } from './kit/checks'
import { goTo } from './kit/go'
import { until } from './kit/until'
import { dayOf, makePages, pageTable, type Days, type Made, type PageName } from './page-table'

/** A page as one meets it on the way. */
interface Stop {
  page: PageName
  title: string
  address: string
}

/** Rows that need no sign-in are met by whoever comes first. */
const [FIRST] = pageTable.flatMap(({ as }) => as ?? [])
const people = [...new Set(pageTable.map(({ as }) => as ?? FIRST ?? ''))]
const HOME: Stop = { page: 'home', title: home.title, address: routes.home }
const ABOUT: Stop = { page: 'about', title: aboutTexts.title, address: routes.about }
/** A focus that does not come is told after this, ms. */
const PATIENCE_MS = 3_000

describe('focus after every change of page', { concurrency: 4 }, () => {
  let browser: Browser
  let days: Days<Backend>
  let made: Made
  before(async () => {
    browser = await launchBrowser()
    days = { seeded: await startBackend(), paid: await startBackend() }
    made = await makePages(days)
  })
  after(async () => {
    await browser.close()
    await days.seeded.close()
    await days.paid.close()
  })

  /** Every address of the table that this persona meets, once. */
  const stopsOf = (persona: string): Stop[] => {
    const stops = pageTable
      .filter(({ as }) => (as ?? FIRST) === persona)
      .map(({ page, title, params }) => ({ page, title, address: withParams(routes[page], params?.(made) ?? {}) }))
    return stops.filter(({ address }, at) => stops.findIndex((stop) => stop.address === address) === at)
  }

  for (const persona of people) {
    it(`the pages of ${persona}`, async () => {
      const app = await newPhone(browser, dayOf(persona, days))
      const wrong: string[] = []
      const holds = async (where: string, title: string, expected: string): Promise<void> => {
        const met = async (): Promise<boolean> => (await focusOf(app)) === expected && (await app.page.title()) === title
        await until('focus', met, PATIENCE_MS).catch(async () => void wrong.push(`${where}: the focus is on ${await focusOf(app)}, not on ${expected}; the document is called ${await app.page.title()}`))
      }
      const arrived = async (stop: Stop): Promise<void> => {
        await app.onPage(stop.title)
        await settled(app.page)
        if (await over(app).count()) {
          // What opens by itself has the focus, and is closed before the page is left.
          await until('the focus is inside', () => over(app).evaluate((box) => box.contains(document.activeElement)))
          await app.page.goBack()
          await over(app).waitFor({ state: 'detached' })
        }
        await holds(`to ${stop.page}`, stop.title, HEADING)
      }
      /** One page upon the other, each left by what stands last on it; then all the way back. */
      const walk = async (from: Stop, stops: readonly Stop[]): Promise<void> => {
        const left: [Stop, string][] = []
        let below = from
        for (const stop of stops) {
          left.unshift([below, await takeHold(app)])
          await goTo(app, stop.address)
          await arrived(stop)
          below = stop
        }
        for (const [stop, hold] of left) {
          await app.page.goBack()
          await app.onPage(stop.title)
          await settled(app.page)
          await holds(`back to ${stop.page}`, stop.title, hold)
        }
      }

      if (persona === FIRST) await signInAs(app, persona)
      else {
        await hasSignedIn(app, persona)
        await app.open(routes.home)
      }
      await arrived(HOME)
      const stops = stopsOf(persona)
      const inside = stops.filter(({ page }) => !tabRoutes.includes(routes[page]) && page !== 'signIn')
      for (let rest = inside; rest.length > 0; ) {
        // The router takes one page with other parameters for the one below.
        const chain = rest.filter(({ page }, at) => rest.findIndex((stop) => stop.page === page) === at)
        await walk(HOME, chain)
        rest = rest.filter((stop) => !chain.includes(stop))
      }
      for (const stop of stops.filter(({ page }) => page !== 'home' && tabRoutes.includes(routes[page]))) {
        await app.tab(stop.title)
        await arrived(stop)
        await walk(stop, [ABOUT])
      }
      if (stops.some(({ page }) => page === 'signIn')) {
        await app.tab(mine.title)
        await app.press(mine.signOut)
        await app.press(mine.signOutOk)
        await app.onPage(signIn.welcome)
        await holds('to signIn', signIn.welcome, HEADING)
      }
      assert.deepEqual(wrong, [])
      await app.page.context().close()
    })
  }
})

const HEADING = 'its heading'
const over = ({ page }: App): Locator => page.locator('[role=dialog], [role=alertdialog]').filter({ visible: true })

/** What has the focus, by its words. */
const focusOf = ({ page }: App): Promise<string> =>
  page.evaluate((heading) => {
    const now = document.activeElement
    const top = [...document.querySelectorAll('[role="heading"][aria-level="1"]')].filter((one) => one.getClientRects().length > 0).pop()
    if (!now || now === document.body) return 'BODY'
    return now === top ? heading : `«${now.getAttribute('aria-label') ?? now.textContent ?? ''}»`
  }, HEADING)

/** The focus goes to what stands last on the page: to a row, to its main action; where nothing acts it stays on the heading. */
async function takeHold(app: App): Promise<string> {
  const acting = app.page.locator('[role="main"]').filter({ visible: true }).last().locator('[tabindex="0"]:not(.z-page-back), input, textarea').filter({ visible: true })
  if (await acting.count()) await acting.last().focus()
  return focusOf(app)
}

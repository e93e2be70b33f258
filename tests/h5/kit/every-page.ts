import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { texts as home } from '@/pages/home/texts'
import { texts as mine } from '@/pages/mine/texts'
import { texts as signIn } from '@/pages/sign-in/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { dayOf, makePages, pageTable, type Days, type Made, type Row } from '../page-table'
import { newPhone, signInAs, type App } from './app'
import { startBackend, type Backend } from './backend'
import { launchBrowser, phone, smallPhone } from './browser'
import { axeViolations, emptyParts, lost, overflowing, settled, smallTargets, smallText } from './checks'

/** How a member has set the app, and the smallest targets (dp) and letters (px) it then promises. */
export interface Look {
  name: string
  elder: boolean
  target: number
  text: number
}

/** Every row of the table in one look: a file for each look, since files run beside each other. */
export function everyPage(look: Look): void {
  describe(`every page, ${look.name}`, () => {
    let browser: Browser
    let days: Days<Backend>
    let made: Made
    const apps = new Map<string | null, Promise<App>>()

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

    const appOf = (as: string | null): Promise<App> => {
      const app = apps.get(as) ?? openFor(browser, days, as, look.elder)
      apps.set(as, app)
      return app
    }
    for (const row of pageTable) {
      it(`${row.page}: ${row.state}`, async () => {
        const app = await appOf(row.as)
        await show(app, row, made)
        const wrong = [...(await axeViolations(app.page)), ...(await overflowing(app.page)), ...(await smallTargets(app.page, look.target)), ...(await smallText(app.page, look.text)), ...(await emptyParts(app.page)), ...(await lost(app.page))]
        await app.page.setViewportSize(smallPhone)
        await settled(app.page)
        wrong.push(...(await overflowing(app.page)).map((line) => `320×568 ${line}`))
        assert.deepEqual(wrong, [])
        app.assertQuiet()
      })
    }
  })
}

async function openFor(browser: Browser, days: Days<Backend>, as: string | null, elder: boolean): Promise<App> {
  const app = await newPhone(browser, dayOf(as, days))
  // A claim and a certificate that are not there, and an event on a phone that is not bound to it, are asked for on purpose.
  app.expectComplaint(/404 .*\/claims\/none/)
  app.expectComplaint(/404 .*\/receipt$/)
  app.expectComplaint(/404 .*\/certificate-checks\/A+/)
  app.expectComplaint(/403 .*\/kit\?/)
  if (!as && !elder) return app
  await signInAs(app, as ?? 'courier')
  // It follows the member from phone to phone: a row before may have left it on.
  await app.flip(home.elder, elder)
  if (as) return app
  // The phone remembers 长辈版 for whoever signs in next.
  await app.tab('我的')
  await app.press(mine.signOut)
  await app.press(mine.signOutOk)
  await app.onPage(signIn.welcome)
  return app
}

async function show(app: App, { page, title, params, then }: Row, made: Made): Promise<void> {
  await app.page.setViewportSize(phone.viewport)
  await app.open(withParams(routes[page], params?.(made) ?? {}))
  await app.onPage(title)
  await settled(app.page)
  await then?.(app)
  await settled(app.page)
}

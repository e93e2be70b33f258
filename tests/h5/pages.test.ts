import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { texts as home } from '@/pages/home/texts'
import { texts as mine } from '@/pages/mine/texts'
import { texts as signIn } from '@/pages/sign-in/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { newPhone, signInAs, type App } from './kit/app'
import { startBackend } from './kit/backend'
import { launchBrowser, phone, smallPhone } from './kit/browser'
import { axeViolations, emptyParts, overflowing, settled, smallTargets, smallText } from './kit/checks'
import { dayOf, makePages, pageTable, type Days, type Made, type Row } from './page-table'

let browser: Browser
let days: Days
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

it('every page of the app has a row', () => {
  const missing = Object.keys(routes).filter((name) => !pageTable.some(({ page }) => page === name))
  assert.deepEqual(missing, [])
})

const looks = [
  { look: 'normal', elder: false, target: 44, text: 12 },
  { look: '长辈版', elder: true, target: 60, text: 18 },
] as const

for (const { look, elder, target, text } of looks) {
  describe(`every page, ${look}`, () => {
    const apps = new Map<string | null, Promise<App>>()
    const appOf = (as: string | null): Promise<App> => {
      const app = apps.get(as) ?? openFor(as, elder)
      apps.set(as, app)
      return app
    }
    for (const row of pageTable) {
      it(`${row.page}: ${row.state}`, async () => {
        const app = await appOf(row.as)
        await show(app, row)
        const wrong = [...(await axeViolations(app.page)), ...(await overflowing(app.page)), ...(await smallTargets(app.page, target)), ...(await smallText(app.page, text)), ...(await emptyParts(app.page))]
        await app.page.setViewportSize(smallPhone)
        await settled(app.page)
        wrong.push(...(await overflowing(app.page)).map((line) => `320×568 ${line}`))
        assert.deepEqual(wrong, [])
        app.assertQuiet()
      })
    }
  })
}

async function openFor(as: string | null, elder: boolean): Promise<App> {
  const app = await newPhone(browser, dayOf(as, days))
  // A claim and a certificate that are not there, and an event on a phone that is not bound to it, are asked for on purpose.
  app.expectComplaint(/404 .*\/claims\/none/)
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

async function show(app: App, { page, title, params, then }: Row): Promise<void> {
  await app.page.setViewportSize(phone.viewport)
  await app.open(withParams(routes[page], params?.(made) ?? {}))
  await app.onPage(title)
  await settled(app.page)
  await then?.(app)
  await settled(app.page)
}

it('signs in with the keyboard alone', async () => {
  const app = await newPhone(browser, days.seeded)
  await app.open('/')
  await app.onPage(signIn.welcome)
  const keys = app.page.keyboard
  const to = async (name: string): Promise<void> => {
    for (let tabs = 0; tabs < 40; tabs += 1) {
      await keys.press('Tab')
      const words = await app.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent)
      if (words === name) return
    }
    assert.fail(`Tab never reaches «${name}»`)
  }
  await to(signIn.phone)
  await keys.type('10000000001')
  await to(signIn.agree)
  await keys.press('Space')
  await keys.press('Shift+Tab')
  await keys.press('Enter')
  await app.sees(signIn.codeSent('100****0001'))
  await keys.press('Shift+Tab')
  await keys.type('202507')
  await to(signIn.signIn)
  await keys.press('Enter')
  await app.sees(home.greeting('陈**'))
})

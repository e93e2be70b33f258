import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { dayOf, pageTable } from '../page-table'
import { newPhone, signInAs, type App } from './app'
import type { Backend } from './backend'
import { launchBrowser, phone, smallPhone } from './browser'
import { axeViolations, emptyParts, lost, overflowing, settled, smallTargets, smallText } from './checks'
import { openDays, showRow, takeLook } from './days'

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
    let table: Awaited<ReturnType<typeof openDays>>
    const apps = new Map<string | null, Promise<App>>()

    before(async () => {
      browser = await launchBrowser()
      table = await openDays()
    })
    after(async () => {
      await browser.close()
      await table.close()
    })

    const appOf = (as: string | null): Promise<App> => {
      const app = apps.get(as) ?? openFor(browser, dayOf(as, table.days), as, look.elder)
      apps.set(as, app)
      return app
    }
    for (const row of pageTable) {
      it(`${row.page}: ${row.state}`, async () => {
        const app = await appOf(row.as)
        await app.page.setViewportSize(phone.viewport)
        await showRow(app, row, table.made, () => settled(app.page))
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

async function openFor(browser: Browser, backend: Backend, as: string | null, elder: boolean): Promise<App> {
  const app = await newPhone(browser, backend)
  // A claim and a certificate that are not there, and an event on a phone that is not bound to it, are asked for on purpose.
  app.expectComplaint(/404 .*\/claims\/none/)
  app.expectComplaint(/404 .*\/receipt$/)
  app.expectComplaint(/404 .*\/certificate-checks\/A+/)
  app.expectComplaint(/403 .*\/kit\?/)
  if (!as && !elder) return app
  await signInAs(app, as ?? 'courier')
  await takeLook(app, as, elder)
  return app
}

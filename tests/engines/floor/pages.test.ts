import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { openDays, showRow, takeLook } from '../../h5/kit/days'
import { dayOf, pageTable } from '../../h5/page-table'
import { chromium73, type Chromium73 } from '../kit/chromium-73'
import { PHONE } from '../kit/engine'
import { handsOn, signInAs, withScreen, type Hands } from '../kit/hands'
import { layout, still } from '../kit/layout'

const SMALL = { width: 320, height: 568 }

/** The oldest Chromium knows no `gap` of flex boxes: margins stand in, and hold apart what must not touch. */
describe('every page on the floor of browserslist', () => {
  let browser: Chromium73
  let table: Awaited<ReturnType<typeof openDays>>
  let app: Hands
  let look: string

  before(async () => {
    browser = await chromium73('kept')
    table = await openDays()
  })
  after(async () => {
    await browser.close()
    await table.close()
  })

  /** Signed in as somebody, in a look; each time on a phone that knows nothing of the one before. */
  async function ready(as: string | null, elder: boolean): Promise<void> {
    if (look === `${as} ${elder}`) return
    app = handsOn(browser, dayOf(as, table.days))
    await browser.forget(app.base)
    await signInAs(app, as ?? 'courier', '/')
    await app.sees(/，您好$/)
    await takeLook(app, as, elder)
    look = `${as} ${elder}`
  }

  const atRest = async (): Promise<void> => assert.ok(await browser.ask<boolean>(still), 'never at rest')

  const persons = [...new Set(pageTable.map(({ as }) => as))]
  for (const as of persons) {
    for (const elder of [false, true]) {
      for (const row of pageTable.filter((one) => one.as === as)) {
        it(`${row.page}: ${row.state}${elder ? ', 长辈版' : ''}`, () =>
          withScreen(() => app, async () => {
            await browser.resize(PHONE)
            await ready(as, elder)
            await showRow(app, row, table.made, atRest)
            const wrong = (await browser.ask<string[]>(layout)).map((line) => `${PHONE.width}: ${line}`)
            await browser.resize(SMALL)
            await atRest()
            wrong.push(...(await browser.ask<string[]>(layout)).map((line) => `${SMALL.width}: ${line}`))
            assert.deepEqual(wrong, [])
          }))
      }
    }
  }
})

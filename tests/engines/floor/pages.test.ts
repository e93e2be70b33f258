import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { texts as home } from '@/pages/home/texts'
import { texts as mine } from '@/pages/mine/texts'
import { texts as signIn } from '@/pages/sign-in/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { startBackend, type Backend } from '../../h5/kit/backend'
import { dayOf, makePages, pageTable, type Days, type Made, type Row } from '../../h5/page-table'
import { chromium73, type Chromium73 } from '../kit/chromium-73'
import { PHONE } from '../kit/engine'
import { handsOn, signInAs, type Hands } from '../kit/hands'
import { layout, still } from '../kit/layout'

const SMALL = { width: 320, height: 568 }

/** The oldest Chromium knows no `gap` of flex boxes: margins stand in, and hold apart what must not touch. */
describe('every page on the floor of browserslist', () => {
  let browser: Chromium73
  let days: Days<Backend>
  let made: Made
  let app: Hands
  let now = ''

  before(async () => {
    browser = await chromium73('kept')
    days = { seeded: await startBackend(), paid: await startBackend() }
    made = await makePages(days)
  })
  after(async () => {
    await browser.close()
    await days.seeded.close()
    await days.paid.close()
  })

  /** Signed in as somebody, in a look; each time on a phone that knows nothing of the one before. */
  async function ready(as: string | null, elder: boolean): Promise<void> {
    const wanted = `${as} ${elder}`
    if (now === wanted) return
    app = handsOn(browser, dayOf(as, days))
    await app.open('/')
    await browser.ask('localStorage.clear()')
    await signInAs(app, as ?? 'courier', '/')
    await app.sees(/，您好$/)
    await app.flip(home.elder, elder)
    if (as === null) {
      // The phone remembers 长辈版 for whoever signs in next.
      await app.tab('我的')
      await app.press(mine.signOut)
      await app.press(mine.signOutOk)
      await app.onPage(signIn.welcome)
    }
    now = wanted
  }

  const atRest = async (): Promise<void> => assert.ok(await browser.ask<boolean>(still), `never at rest: ${await app.screen()}`)

  async function show({ page, title, params, then }: Row): Promise<void> {
    await browser.resize(PHONE)
    await app.open(withParams(routes[page], params?.(made) ?? {}))
    await app.onPage(title)
    if (!then) return
    await atRest()
    await then(app)
  }

  const persons = [...new Set(pageTable.map(({ as }) => as))]
  for (const as of persons) {
    for (const elder of [false, true]) {
      for (const row of pageTable.filter((one) => one.as === as)) {
        it(`${row.page}: ${row.state}${elder ? ', 长辈版' : ''}`, async () => {
          await ready(as, elder)
          await show(row)
          const wrong: string[] = []
          for (const size of [PHONE, SMALL]) {
            if (size !== PHONE) await browser.resize(size)
            await atRest()
            wrong.push(...(await browser.ask<string[]>(layout)).map((line) => `${size.width}: ${line}`))
          }
          assert.deepEqual(wrong, [])
        })
      }
    }
  }
})

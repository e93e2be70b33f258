import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import assert from 'node:assert/strict'
import { after, before, beforeEach, afterEach, describe } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { certificateTexts, joinTexts, offerTexts, scanTexts } from '@/packages/gift/texts'
import { texts as home } from '@/pages/home/texts'
import { texts as signIn } from '@/pages/sign-in/texts'
import { POSTER } from '@tests/builders/events'
import { keptAtEvent, MINUTE, onScreen } from '@tests/builders/screen-code'
import { drive, newPhone, signInAs, type App } from './kit/app'
import { startBackend, type TimedBackend } from './kit/backend'
import { launchBrowser } from './kit/browser'
import { filmOf } from './kit/film'
import { countHands } from './kit/hands'
import { onOwnPhones } from './kit/way'

let browser: Browser
let backend: TimedBackend
let folder: string

before(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'zsb-film-'))
  const film = path.join(folder, 'poster.y4m')
  await writeFile(film, filmOf([[`https://zsb.example.cn/g/${POSTER}`, 2]]))
  browser = await launchBrowser(['--use-fake-device-for-media-stream', `--use-file-for-fake-video-capture=${film}`])
})
after(async () => {
  await browser.close()
  await rm(folder, { recursive: true, force: true })
})
beforeEach(async () => {
  backend = await startBackend()
})
afterEach(() => backend.close())

const certificateStands = async (app: App): Promise<void> => {
  await app.onPage(certificateTexts.title)
  await app.sees(certificateTexts.done)
}

describe('from the poster to the certificate', () => {
  onOwnPhones('a returning member, from home: two taps, nothing typed', async () => {
    const app = await newPhone(browser, backend, { permissions: ['camera'] })
    await signInAs(app, 'courier')
    const hands = await countHands(app)
    await app.press(home.scan)
    await app.onPage(offerTexts.title)
    await app.press(offerTexts.confirm)
    await certificateStands(app)
    const { taps, typed } = await hands()
    assert.deepEqual({ taps, typed }, { taps: 2, typed: 0 })
    assert.ok(taps <= 4, 'the promise')
    app.assertQuiet()
  })

  onOwnPhones('a returning member, by the link, from cold: one tap', async () => {
    const app = await newPhone(browser, backend)
    await signInAs(app, 'courier')
    const hands = await countHands(app)
    await app.open(`/g/${POSTER}`)
    await app.onPage(offerTexts.title)
    await app.press(offerTexts.confirm)
    await certificateStands(app)
    assert.deepEqual(await hands(), { taps: 1, typed: 0 })
  })

  onOwnPhones('by the link, through sign-in: three taps', async () => {
    const app = await newPhone(browser, backend)
    const hands = await countHands(app)
    await app.open(`/g/${POSTER}`)
    await app.tick(signIn.agree)
    await app.press(/^陈速达/)
    await app.onPage(offerTexts.title)
    await app.press(offerTexts.confirm)
    await certificateStands(app)
    assert.deepEqual(await hands(), { taps: 3, typed: 0 })
  })

  onOwnPhones('by the link, killed at sign-in: opened again at home, it still leads to the offer', async () => {
    const app = await newPhone(browser, backend)
    await app.open(`/g/${POSTER}`)
    await app.onPage(signIn.welcome)
    const again = await killed(app)
    await again.open('/')
    await again.onPage(signIn.welcome)
    await again.tick(signIn.agree)
    await again.press(/^陈速达/)
    await again.onPage(offerTexts.title)
    await again.button(offerTexts.confirm).waitFor()
  })

  onOwnPhones('killed with a place kept: home leads back to it, and the same place is confirmed', async () => {
    const app = await newPhone(browser, backend)
    await signInAs(app, 'courier')
    await app.open(`/g/${POSTER}`)
    await app.sees(offerTexts.reserved)
    const again = await killed(app)
    await again.open('/')
    await again.press(/^请确认领取/)
    await again.sees(offerTexts.reserved)
    await again.press(offerTexts.confirm)
    await certificateStands(again)
    const { items } = (await (await backend.as('courier'))('listEnrolments')).ok()
    assert.equal(items.filter(({ campaignId }) => campaignId !== null && campaignId.startsWith('CP-')).length, 1)
  })
})

describe('a code of the screen, by somebody new', () => {
  const C1 = '身份与参保状态核验'
  async function joins(app: App): Promise<void> {
    await app.press(scanTexts.joinUnion)
    await app.onPage(joinTexts.title)
    backend.wall.aheadMs += 5 * MINUTE
    await app.choose(/^美团/)
    await app.tick(joinTexts.agree(C1))
    await app.press(joinTexts.submit)
    await app.press(joinTexts.goOn)
    await app.onPage(offerTexts.title)
    await app.sees(offerTexts.reserved)
    assert.equal(await keptAtEvent(backend), 1)
    await app.press(offerTexts.confirm)
    await certificateStands(app)
  }

  onOwnPhones('joins for five minutes after the scan, and it still leads to the certificate', async () => {
    const app = await newPhone(browser, backend)
    // Whoever is no member yet is told so by a refusal, which the browser mentions.
    app.expectComplaint(/403/)
    await signInAs(app, 'newcomer')
    await app.open(`/g/${await onScreen(backend)}`)
    await app.sees(scanTexts.outsider)
    await joins(app)
    app.assertQuiet()
  })

  onOwnPhones('signs in for three minutes first, killed in between', async () => {
    const app = await newPhone(browser, backend)
    const code = await onScreen(backend)
    const handedIn = app.page.waitForResponse(/\/gift-visits$/)
    await app.open(`/g/${code}`)
    await app.onPage(signIn.welcome)
    await handedIn
    // What came back for the code is by now where to return to.
    await app.page.waitForFunction((handed) => Object.values(localStorage).some((kept) => kept.includes('scan/index?code=')) && !Object.values(localStorage).some((kept) => kept.includes(handed)), code)
    const again = await killed(app)
    backend.wall.aheadMs += 3 * MINUTE
    await again.open('/')
    await again.onPage(signIn.welcome)
    await again.tick(signIn.agree)
    await again.press(/^谢启程/)
    await again.sees(scanTexts.outsider)
    await joins(again)
  })

  onOwnPhones('a picture of it that a friend opens after two minutes leads nowhere', async () => {
    const app = await newPhone(browser, backend)
    app.expectComplaint(/410/)
    const code = await onScreen(backend)
    backend.wall.aheadMs += 2 * MINUTE
    await app.open(`/g/${code}`)
    await app.tick(signIn.agree)
    await app.press(/^谢启程/)
    await app.sees(scanTexts.expired)
  })
})

/** The tab goes without a farewell; what the phone has stored stays. */
async function killed({ page }: App): Promise<App> {
  const context = page.context()
  await crash(page)
  return drive(await context.newPage(), backend)
}
const crash = (page: Page): Promise<void> => page.close({ runBeforeUnload: false })

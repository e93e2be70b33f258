import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { aboutTexts, consentTexts } from '@/packages/account/texts'
import { texts as claim } from '@/packages/claim/texts'
import { certificateTexts } from '@/packages/gift/texts'
import { texts as home } from '@/pages/home/texts'
import { texts as mine } from '@/pages/mine/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { CLAIMANT, claimAt } from '@tests/builders/golden-claims'
import { hasSignedIn, newPhone, type App } from './kit/app'
import { startBackend, type Backend } from './kit/backend'
import { launchBrowser, phone } from './kit/browser'
import { settled } from './kit/checks'
import { goTo } from './kit/go'

interface Long {
  name: string
  title: string
  address: () => string
  /** Words that come last on it. */
  sees?: string
}

let claimId = ''
let enrolmentId = ''
const long: readonly Long[] = [
  { name: 'a claim', title: claim.detail.title, address: () => withParams(routes.claimDetail, { claimId }) },
  { name: 'a certificate', title: certificateTexts.title, address: () => withParams(routes.certificate, { enrolmentId }) },
  { name: 'what the app is about', title: aboutTexts.title, address: () => routes.about },
  { name: 'the text of a consent, which lies over its page', title: consentTexts.title, address: () => withParams(routes.consents, { consentId: 'C2' }), sees: consentTexts.standing },
]

describe('a printer, and who wants nothing to move', () => {
  let browser: Browser
  let backend: Backend
  let app: App
  before(async () => {
    browser = await launchBrowser()
    backend = await startBackend()
    claimId = (await claimAt(backend, 'PAID')).claimId
    enrolmentId = (await (await backend.as(CLAIMANT))('listEnrolments')).ok().items.find(({ coverage }) => coverage.planId === 'P1')?.enrolmentId ?? ''
    app = await newPhone(browser, backend)
    await hasSignedIn(app, CLAIMANT)
  })
  after(async () => {
    await browser.close()
    await backend.close()
  })

  for (const { name, title, address, sees } of long) {
    it(`${name} is printed whole, and nothing else`, async () => {
      await app.page.emulateMedia({ media: 'screen' })
      await app.open(routes.home)
      await app.onPage(home.title)
      await goTo(app, address())
      await app.onPage(title)
      if (sees) await app.sees(sees)
      await settled(app.page)
      await app.page.emulateMedia({ media: 'print' })
      assert.deepEqual(await lostInPrint(app), [])
      const height = await app.page.evaluate(() => [...document.querySelectorAll('[role="main"]')].filter((page) => page.getClientRects().length > 0).pop()?.getBoundingClientRect().height ?? 0)
      const { width, height: sheet } = phone.viewport
      const pdf = (await app.page.pdf({ width: `${width}px`, height: `${sheet}px`, printBackground: true })).toString('latin1')
      const sheets = pdf.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0
      assert.ok(sheets >= Math.ceil(height / sheet), `${sheets} sheets of ${sheet} for ${height}`)
    })
  }

  it('no page slides and nothing of ours moves where less motion is wished for', async () => {
    await app.page.emulateMedia({ media: 'screen', reducedMotion: 'reduce' })
    await app.open(routes.home)
    await app.onPage(home.title)
    // The browser tells of every motion that begins.
    await app.page.evaluate(() => {
      const moved: string[] = []
      Reflect.set(window, 'moved', moved)
      for (const kind of ['transitionrun', 'animationstart']) addEventListener(kind, ({ type, target }) => target instanceof Element && moved.push(`${type} ${target.className}`), true)
    })
    for (const { title, address } of long.slice(0, 3)) {
      await goTo(app, address())
      await app.onPage(title)
      await settled(app.page)
      await app.page.goBack()
      await app.onPage(home.title)
    }
    await app.tab(mine.title)
    await app.press(mine.signOut)
    await app.sees(mine.signOutTitle)
    await settled(app.page)
    await app.page.goBack()
    assert.deepEqual(await app.page.evaluate('moved'), [])
  })
})

/** What a printer would leave out, cut off, or put over the words. */
const lostInPrint = ({ page }: App): Promise<string[]> =>
  page.evaluate(() => {
    const found: string[] = []
    const pages = [...document.querySelectorAll<HTMLElement>('[role="main"]')]
    const shown = pages.filter((one) => one.getClientRects().length > 0)
    if (shown.length !== 1) found.push(`${shown.length} pages of ${pages.length}`)
    const top = shown[shown.length - 1]
    for (let box = top?.parentElement ?? null; box; box = box.parentElement) {
      const { overflowY, position } = getComputedStyle(box)
      if (box.scrollHeight > box.clientHeight + 1 && overflowY !== 'visible' && box !== document.documentElement) found.push(`cut: ${box.tagName}.${box.className} ${box.scrollHeight} in ${box.clientHeight}`)
      if (position === 'fixed') found.push(`on every sheet: ${box.className}`)
    }
    for (const element of document.body.querySelectorAll<HTMLElement>('*')) {
      if (element.getClientRects().length === 0 || element.closest('.z-spoken') || getComputedStyle(element).visibility === 'hidden') continue
      const { overflowY, position } = getComputedStyle(element)
      if (position === 'fixed' || position === 'sticky') found.push(`over the words: ${element.className}`)
      if (overflowY !== 'visible' && element.scrollHeight > element.clientHeight + 1) found.push(`cut: ${element.tagName}.${element.className} ${element.scrollHeight} in ${element.clientHeight}`)
    }
    return [...new Set(found)]
  })

import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import type { Browser } from 'playwright-core'
import { aboutTexts, consentTexts } from '@/packages/account/texts'
import { kindTexts } from '@/packages/claim/kind-texts'
import { texts as claim } from '@/packages/claim/texts'
import { posterTexts } from '@/packages/event/texts'
import { texts as card } from '@/pages/card/texts'
import { texts as home } from '@/pages/home/texts'
import { texts as mine } from '@/pages/mine/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { aDraft } from '@tests/builders/driver-claims'
import { overlayFiles } from '@tests/builders/overlay-files'
import { newPhone, signInAs, type App } from './kit/app'
import { startBackend, type Backend } from './kit/backend'
import { launchBrowser } from './kit/browser'
import { settled } from './kit/checks'
import { until } from './kit/until'

interface Row {
  name: string
  /** Where in src it is laid over the page. */
  file: string
  as: string
  address: () => string
  /** The page that it lies over. */
  title: string
  /** What opens it. */
  opener: string | RegExp
}

/** Everything that lies over a page of H5. */
const rows: readonly Row[] = [
  { name: 'the card over the whole screen', file: 'pages/card/full-screen.tsx', as: 'driver', address: () => routes.card, title: card.title, opener: card.enlarge },
  { name: 'a question', file: 'platform/confirm.ts', as: 'driver', address: () => routes.mine, title: mine.title, opener: mine.signOut },
  { name: 'the text of a consent', file: 'packages/account/pages/consents/index.tsx', as: 'driver', address: () => routes.consents, title: consentTexts.title, opener: new RegExp(`^${consentTexts.read} `) },
  { name: 'the sample of a paper that is handed in', file: 'packages/claim/parts/paper-sample.tsx', as: 'driver', address: () => withParams(routes.claimPapers, { claimId: draft }), title: claim.papers.title, opener: new RegExp(`^${kindTexts.sample.see} `) },
  { name: 'the working of an estimate', file: 'packages/claim/parts/estimate-line.tsx', as: 'driver', address: () => withParams(routes.claimPapers, { claimId: draft }), title: claim.papers.title, opener: new RegExp(`^${claim.estimate.title}`) },
  { name: 'the app’s own camera', file: 'packages/claim/parts/paper-camera.tsx', as: 'driver', address: () => withParams(routes.claimPapers, { claimId: draft }), title: claim.papers.title, opener: new RegExp(`^${claim.papers.camera} `) },
  { name: 'a photo', file: 'platform/pictures.ts', as: 'driver', address: () => withParams(routes.claimPapers, { claimId: draft }), title: claim.papers.title, opener: /^查看 / },
  { name: 'the poster over the whole screen', file: 'packages/event/parts/poster-code.tsx', as: 'rep', address: () => withParams(routes.repPoster, { eventId: 'EV-2026-01' }), title: posterTexts.title, opener: posterTexts.full },
]
let draft = ''

it('nothing that lies over a page is missing here', () => assert.deepEqual(rows.map(({ file }) => file).sort(), overlayFiles('h5')))

describe('what lies over a page', () => {
  let browser: Browser
  let backend: Backend
  const apps = new Map<string, App>()
  before(async () => {
    backend = await startBackend()
    browser = await launchBrowser(['--use-fake-device-for-media-stream'])
    draft = (await aDraft(backend.core, { papers: 2 }, 'driver')).claimId
  })
  after(async () => {
    await browser.close()
    await backend.close()
  })

  const appOf = async (as: string): Promise<App> => {
    const app = apps.get(as) ?? (await newPhone(browser, backend, { permissions: ['camera'] }))
    if (!apps.has(as)) await signInAs(app, as)
    apps.set(as, app)
    return app
  }
  const over = (app: App) => app.page.locator('[role=dialog], [role=alertdialog]').filter({ visible: true })
  const gone = (app: App): Promise<void> => until('closed', async () => (await over(app).count()) === 0)
  /** The words of what has the focus; `opener` the same element that opened it. */
  const focused = (app: App) => app.page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '')

  for (const row of rows) {
    it(`${row.name}: the way back closes it and not the page, by hand and by key; the focus comes back`, async () => {
      const app = await appOf(row.as)
      await app.open('/')
      await app.sees(home.elder)
      await app.open(row.address())
      await app.onPage(row.title)
      await settled(app.page)
      const opener = app.page.getByRole('button', { name: row.opener }).filter({ visible: true }).first()
      await opener.waitFor()
      const words = await opener.evaluate((element) => element.getAttribute('aria-label') ?? element.textContent ?? '')
      const address = app.page.url()
      const ways: [string, () => Promise<unknown>][] = [['the way back', () => app.page.goBack()], ['Escape', () => app.page.keyboard.press('Escape')]]
      for (const [way, close] of ways) {
        // By key as by hand: both must have the focus back.
        if (way === 'Escape') {
          await opener.focus()
          await app.page.keyboard.press('Enter')
        } else await opener.click()
        await over(app).waitFor()
        await until('the focus is inside', () => over(app).evaluate((box) => box.contains(document.activeElement)))
        for (let tabs = 0; tabs < 6; tabs += 1) {
          await app.page.keyboard.press('Tab')
          assert.ok(await over(app).evaluate((box) => box.contains(document.activeElement)), `${way}: Tab leaves it`)
        }
        await close()
        await gone(app)
        await until(`${way}: the focus is back on «${words}»`, async () => (await focused(app)) === words)
        assert.equal(app.page.url(), address)
        await app.onPage(row.title)
        await until('no entry of the history is left over', () => app.page.evaluate(() => !(history.state as { over?: number } | null)?.over))
      }
      // The page itself is left by the next one.
      await app.page.goBack()
      await app.onPage(home.title)
      app.assertQuiet()
    })
  }

  it('a reload with something open leaves one way back', async () => {
    const app = await appOf('driver')
    await app.open('/')
    await app.sees(home.elder)
    await app.tab(mine.title)
    await app.press(mine.about)
    await app.onPage(aboutTexts.title)
    await app.page.goBack()
    await app.onPage(mine.title)
    await app.press(mine.signOut)
    await over(app).waitFor()
    await app.page.reload()
    await app.onPage(mine.title)
    await until('its entry is gone', () => app.page.evaluate(() => !(history.state as { over?: number } | null)?.over))
    assert.equal(await over(app).count(), 0)
    await app.press(mine.about)
    await app.onPage(aboutTexts.title)
    await app.page.goBack()
    await app.onPage(mine.title)
    app.assertQuiet()
  })

  it('two ways back, one right after the other: the sheet, then the page', async () => {
    const app = await appOf('driver')
    await app.open(withParams(routes.claimPapers, { claimId: draft }))
    await app.onPage(claim.papers.title)
    await app.press(new RegExp(`^${kindTexts.sample.see} `))
    await over(app).waitFor()
    // Two ways back, one right after the other: the sheet, then the page.
    await app.page.evaluate(() => {
      history.back()
      setTimeout(() => history.back(), 60)
    })
    await app.onPage(mine.title)
    app.assertQuiet()
  })
})

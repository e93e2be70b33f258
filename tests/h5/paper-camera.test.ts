import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Browser } from 'playwright-core'
import type { Claim } from '@/contract/schemas/claim'
import { cameraTexts as t } from '@/packages/claim/camera-texts'
import { texts as claim } from '@/packages/claim/texts'
import { texts as home } from '@/pages/home/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { aDraft } from '@tests/builders/driver-claims'
import { photo } from '@tests/builders/photo'
import { newPhone, signInAs, type App } from './kit/app'
import { startBackend, type Backend } from './kit/backend'
import { launchBrowser, smallPhone } from './kit/browser'
import { axeViolations, overflowing, settled, smallTargets, smallText } from './kit/checks'
import { until } from './kit/until'
import { onOwnPhones } from './kit/way'

const PAPER = '医疗收费票据'
const START = claim.papers.buttonFor(claim.papers.camera, PAPER)

describe('the app’s own camera', () => {
  let browser: Browser
  let backend: Backend
  before(async () => {
    backend = await startBackend()
    browser = await launchBrowser(['--use-fake-device-for-media-stream'])
  })
  after(async () => {
    await browser.close()
    await backend.close()
  })

  /** The papers of a fresh draft, open on a phone with or without the permission. */
  async function openPapers({ allowed = true, elder = false } = {}): Promise<{ app: App; now(): Promise<Claim['documents']> }> {
    const { claimId } = await aDraft(backend.core, { papers: 0 })
    const app = await newPhone(browser, backend, { permissions: allowed ? ['camera'] : [] })
    await signInAs(app, 'driver')
    await app.flip(home.elder, elder)
    if (elder) await app.page.setViewportSize(smallPhone)
    await app.open(withParams(routes.claimPapers, { claimId }))
    await app.onPage(claim.papers.title)
    const driver = await backend.as('driver')
    return { app, now: async () => (await driver('getClaim', { params: { claimId } })).ok().documents.filter(({ state }) => state === 'RECEIVED') }
  }
  const lit = (app: App): Promise<number> => app.page.evaluate(() => [...document.querySelectorAll('video')].filter(({ srcObject }) => srcObject instanceof MediaStream && srcObject.active).length)
  const ready = (app: App): Promise<unknown> => app.page.locator('[id$=paper-camera-shutter]:not([aria-disabled=true])').waitFor()

  onOwnPhones('shutter, once more, use it, done: the photo has what the box showed, the server has it, the camera is off', async () => {
    const { app, now } = await openPapers()
    await app.press(START)
    await ready(app)
    await settled(app.page)
    assert.equal(await lit(app), 1)
    const box = await app.page.evaluate(() => document.querySelector('.claim-camera-view')?.getBoundingClientRect().toJSON() as { width: number; height: number })
    await app.press(t.shutter)
    await app.press(t.again)
    await app.press(t.shutter)
    const shown = await app.page.locator('.claim-camera-shot img').evaluate(async (image: HTMLImageElement) => {
      await image.decode()
      return { ratio: image.naturalWidth / image.naturalHeight, pixels: Math.max(image.naturalWidth, image.naturalHeight) }
    })
    assert.ok(Math.abs(shown.ratio / (box.width / box.height) - 1) < 0.02, JSON.stringify({ ...shown, box }))
    assert.ok(shown.pixels >= 480, JSON.stringify(shown))
    await app.press(t.use)
    // A test pattern is no paper: where the phone finds it unreadable, the member has the last word.
    const question = app.page.getByRole('button', { name: claim.papers.useIt })
    await Promise.race([question.waitFor().then(() => question.click()), app.sees(t.taken(1))])
    await app.sees(t.taken(1))
    await app.press(t.done)
    await until('the camera is off', async () => (await lit(app)) === 0 && (await app.page.locator('video').count()) === 0)
    await until('one photo on the server', async () => (await now()).length === 1)
    app.assertQuiet()
  })

  onOwnPhones('in 长辈版 on the smallest screen nothing is too small, too pale or cut off, at each stage', async () => {
    const { app } = await openPapers({ elder: true })
    await app.press(START)
    await ready(app)
    const look = async (stage: string): Promise<void> => {
      await settled(app.page)
      const page = [...(await axeViolations(app.page)), ...(await overflowing(app.page)), ...(await smallTargets(app.page, 60)), ...(await smallText(app.page, 18))]
      const [width, height, bottom] = await app.page.evaluate(() => {
        const acts = document.querySelector('.claim-camera-acts')?.getBoundingClientRect()
        return [acts?.width ?? 0, innerHeight, acts?.bottom ?? Infinity]
      })
      assert.deepEqual(page, [], stage)
      assert.ok(width > 0 && bottom <= height + 1, `${stage}: the buttons end at ${bottom} of ${height}`)
    }
    await look('live')
    await app.press(t.shutter)
    await app.button(t.use).waitFor()
    await look('shot')
    await app.page.keyboard.press('Escape')
    await until('closed', async () => (await app.page.locator('[id$=paper-camera]').count()) === 0)
    await until('the focus is back on the button', () => app.page.evaluate((start) => document.activeElement?.getAttribute('aria-label') === start, START))
    await until('the camera is off', async () => (await lit(app)) === 0)
    app.assertQuiet()
  })

  onOwnPhones('refused: words at once, and the phone’s own camera in the same tap', async () => {
    const { app, now } = await openPapers({ allowed: false })
    await app.press(START)
    await app.sees(t.problem.denied)
    await settled(app.page)
    assert.deepEqual(await axeViolations(app.page), [])
    const [chooser] = await Promise.all([app.page.waitForEvent('filechooser'), app.press(t.system)])
    assert.equal(await chooser.element().getAttribute('capture'), 'environment')
    await chooser.setFiles([{ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from(photo('system')) }])
    await until('one photo on the server', async () => (await now()).length === 1)
    app.assertQuiet()
  })
})

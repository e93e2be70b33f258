import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe } from 'node:test'
import type { Browser, Route } from 'playwright-core'
import { posterTexts as poster } from '@/packages/event/texts'
import { texts as claim } from '@/packages/claim/texts'
import { scanTexts as scan } from '@/packages/gift/texts'
import { texts as payout } from '@/packages/payout/texts'
import { texts as card } from '@/pages/card/texts'
import { texts as claims } from '@/pages/claims/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { aDraft } from '@tests/builders/driver-claims'
import { phonePhoto } from '@tests/builders/photos'
import { newPhone, signInAs, type App } from './kit/app'
import { WEB_DIR } from './kit/backend'
import { launchBrowser } from './kit/browser'
import { settled } from './kit/checks'
import { atEvent } from './kit/rep'
import { inChromium } from './kit/stage'
import { until } from './kit/until'
import { onOwnPhones } from './kit/way'

/** Without the service worker: code that is asked for and does not come, of a page and of what a page does. */

const on = inChromium()
const NOT_OPENED = '这一页没有打开'
const NOT_LOADED = /没有下载完整/
const SCRIPTS = '**/js/*.js'

async function member(persona: string, browser: Browser = on.browser): Promise<App> {
  const app = await newPhone(browser, on.backend)
  app.expectComplaint(/./)
  await signInAs(app, persona)
  return app
}
/** To its last byte: whatever draws it has got it. */
async function comes(route: Route): Promise<void> {
  await route.continue()
  await (await route.request().response())?.finished()
}
const at = ({ page }: App): string => new URL(page.url()).pathname

describe('a page whose code does not come', () => {
  onOwnPhones('words under its own address, twice; Back is in step, and 重试 opens it', async () => {
    const app = await member('courier')
    await app.tab('申领')
    await app.button(claims.start).waitFor()
    await app.page.route(SCRIPTS, (route) => route.abort())
    for (const back of [() => app.press('返回'), () => app.page.goBack()]) {
      await app.press(claims.start)
      await app.onPage(NOT_OPENED)
      assert.equal(at(app), routes.claimStart)
      await back()
      await app.onPage(claims.title)
      assert.equal(at(app), routes.claims)
    }
    await app.press(claims.start)
    await app.onPage(NOT_OPENED)
    await app.page.unroute(SCRIPTS)
    await app.press('重试')
    await app.onPage(claim.start.title)
    assert.equal(at(app), routes.claimStart)
    await app.page.goBack()
    await app.onPage(claims.title)
    assert.equal(at(app), routes.claims)
  })

  onOwnPhones('a network that comes back opens it by itself', async () => {
    const app = await member('courier')
    await app.tab('申领')
    await app.button(claims.start).waitFor()
    await settled(app.page)
    const line = async (cut: boolean): Promise<void> => {
      if (cut) await app.page.route(SCRIPTS, (route) => route.abort())
      else await app.page.unroute(SCRIPTS)
      await app.page.context().setOffline(cut)
    }
    await line(true)
    await app.press(claims.start)
    await app.onPage(NOT_OPENED)
    await line(false)
    await app.onPage(claim.start.title)
    assert.equal(at(app), routes.claimStart)
    await app.page.goBack()
    await app.onPage(claims.title)
  })

  for (const [what, end] of [['comes after all', comes], ['does not come in the end', (route: Route) => route.abort()]] as const) {
    onOwnPhones(`Back while it is on its way; it ${what}: page and address stay together, and the next tap opens it`, async () => {
      const app = await member('courier')
      await app.tab('申领')
      await app.button(claims.start).waitFor()
      const held: Route[] = []
      let holds = true
      await app.page.route(SCRIPTS, (route) => (holds ? void held.push(route) : route.continue()))
      await app.press(claims.start)
      await until('it has been asked for', async () => held.length > 0 && at(app) === routes.claimStart)
      await app.page.goBack()
      await until('the address is that of the page before', async () => at(app) === routes.claims)
      holds = false
      await Promise.all(held.map(end))
      await settled(app.page)
      await app.onPage(claims.title)
      assert.equal(at(app), routes.claims)
      assert.equal(await app.page.getByRole('heading', { name: claim.start.title, level: 1 }).filter({ visible: true }).count(), 0)
      await app.press(claims.start)
      await app.onPage(claim.start.title)
      assert.equal(at(app), routes.claimStart)
      await app.page.goBack()
      await app.onPage(claims.title)
    })
  }
})

/** Names of the scripts that hold this text; the first one, which everything is in that all need, is not among them. */
const scriptsWith = (text: string): string[] => readdirSync(path.join(WEB_DIR, 'js')).filter((name) => !name.startsWith('app.') && readFileSync(path.join(WEB_DIR, 'js', name), 'utf8').includes(text))

/** What is missing from now on; the returned function brings it back. */
async function without(app: App, text: string): Promise<() => Promise<void>> {
  const missing = scriptsWith(text)
  assert.equal(missing.length, 1, `one script has «${text}»: ${missing.join(' ')}`)
  const pattern = `**/js/${missing[0]}`
  await app.page.route(pattern, (route) => route.abort())
  return () => app.page.unroute(pattern)
}

describe('code that a page loads when it is needed', () => {
  let filming: Browser
  before(async () => void (filming = await launchBrowser(['--use-fake-device-for-media-stream', '--use-fake-ui-for-media-stream'])))
  after(() => filming.close())

  for (const [what, marker] of [['the picture of the code', 'createSvgTag'], ['the signing', 'bad secret key size']] as const) {
    onOwnPhones(`the card, ${what}`, async () => {
      const app = await member('courier')
      const back = await without(app, marker)
      await app.tab('会员卡')
      await app.sees(card.noCode)
      await app.sees(NOT_LOADED)
      await back()
      await app.press(card.retry)
      await app.page.getByRole('img', { name: card.codeLabel }).filter({ visible: true }).waitFor()
    })
  }

  onOwnPhones('the poster, its code', async () => {
    const app = await member('rep')
    const back = await without(app, 'createSvgTag')
    await app.open(atEvent(routes.repPoster))
    await app.sees(poster.notDrawn)
    await app.sees(NOT_LOADED)
    await back()
    await app.press(poster.retry)
    await app.page.getByRole('img', { name: poster.label }).filter({ visible: true }).waitFor()
  })

  onOwnPhones('the scanner, with a photo', async () => {
    const app = await member('courier')
    await without(app, 'inversionAttempts')
    await app.open(routes.scan)
    await app.onPage(scan.title)
    await app.pick(scan.album, [{ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto(app.page) }])
    await app.sees(NOT_LOADED)
  })

  onOwnPhones('the scanner, with the camera: it goes off and says why', async () => {
    const app = await member('courier', filming)
    await app.page.context().grantPermissions(['camera'])
    await without(app, 'inversionAttempts')
    await app.open(routes.scan)
    await app.sees(scan.noCamera)
    await app.sees(NOT_LOADED)
    await app.button(scan.scan).waitFor()
  })

  onOwnPhones('the sending of photos: it waits, says so, and goes on', async () => {
    const app = await member('driver')
    const { claimId, checklist } = await aDraft(on.backend.core, { papers: 0 }, 'driver')
    const back = await without(app, '"registerDocument",{params')
    await app.open(withParams(routes.claimPapers, { claimId }))
    await app.pick(claim.papers.buttonFor(claim.papers.album, checklist[0]?.titleZh ?? ''), [{ name: 'IMG_1.jpg', mimeType: 'image/jpeg', buffer: await phonePhoto(app.page) }])
    await app.sees(claim.papers.stuck(1))
    await back()
    await app.press(claim.papers.tryNow)
    await app.sees(claim.papers.received(1))
  })

  onOwnPhones('the table that answers are looked at by: the page says so, and 重试 opens it', async () => {
    const app = await member('courier')
    const back = await without(app, 'answersLater')
    await app.open(routes.payouts)
    await app.sees('没有打开')
    await back()
    await app.press('重试')
    await app.sees(payout.list.none)
  })
})

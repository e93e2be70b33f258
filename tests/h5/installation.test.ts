import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { after, before, describe } from 'node:test'
import type { BrowserContext, Page } from 'playwright-core'
import { texts as claim } from '@/packages/claim/texts'
import { messageTexts } from '@/packages/account/texts'
import { texts as claims } from '@/pages/claims/texts'
import { texts as home } from '@/pages/home/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { aDraft } from '@tests/builders/driver-claims'
import { drive, newPhone, signInAs, type App } from './kit/app'
import { startBackend, type TimedBackend } from './kit/backend'
import { installed, keptApp, missingFiles, NO_NETWORK, type KeptApp } from './kit/installed'
import { PORTAL } from './kit/line'
import { inChromium } from './kit/stage'
import { until } from './kit/until'
import { deploy, type Deployment } from './kit/versions'
import { onOwnPhones } from './kit/way'

/** What can come between the app and its place on the phone: portals, cuts, full storage, the next version. */

const on = inChromium()
const MEMBER = 'driver'
const isFile = (path: string): boolean => /^\/(js|css|static|icons)\//.test(path)

/** A phone in front of an app that is not kept yet; a line of its own. */
async function newcomer(): Promise<KeptApp> {
  const phone = await keptApp(on.browser, on.backend, MEMBER)
  phone.app.expectComplaint(/./)
  return phone
}
/** Whether any cache or stored value of this page's origin holds these words. */
const keeps = ({ page }: App, words: string): Promise<boolean> =>
  page.evaluate(async (wanted) => {
    for (const name of await caches.keys()) {
      const cache = await caches.open(name)
      for (const key of await cache.keys()) if ((await (await cache.match(key))?.text())?.includes(wanted)) return true
    }
    return JSON.stringify({ ...localStorage, ...sessionStorage }).includes(wanted)
  }, words)
/** An installation has begun and come to an end: `active` or not. */
const ended = ({ page }: App): Promise<'active' | 'none' | 'going on'> =>
  page.evaluate(async () => {
    const registration = await navigator.serviceWorker.getRegistration()
    return registration?.installing || registration?.waiting ? 'going on' : registration?.active ? 'active' : 'none'
  })
const works = async (app: App): Promise<void> => {
  await app.tab('申领')
  await app.onPage(claims.title)
  await app.button(claims.start).waitFor()
  await app.tab('首页')
  await app.sees(/，您好$/)
}
/** The first script of the page: which version it is. */
const runs = ({ page }: App): Promise<string> => page.evaluate(() => [...document.scripts].map(({ src }) => new URL(src, location.href).pathname).find((path) => path.startsWith('/js/app.')) ?? '')

/** What this page has asked for. */
const fetchedBy = ({ page }: App): Promise<string[]> => page.evaluate(() => performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname))

describe('a Wi-Fi portal that answers everything with its own page', () => {
  onOwnPhones('with the app on the phone: pages open and say so, nothing of it is kept, and afterwards all is well', async () => {
    const { app, line } = await newcomer()
    await installed(app)
    line.meet(() => 'portal')
    await app.press(home.messages)
    await app.onPage(messageTexts.title)
    await app.sees(/Wi-Fi 需要先登录/)
    assert.equal(await keeps(app, PORTAL), false)
    // Whoever reloads gets to see the portal, and can log in there.
    await app.open('/')
    await app.sees(PORTAL)
    line.meet()
    await app.open('/')
    await works(app)
    assert.deepEqual([await keeps(app, PORTAL), await missingFiles(app)], [false, 0])
    await line.close()
  })

  onOwnPhones('in place of the worker, then of its files: nothing is installed and nothing kept, and the next start behind it installs', async () => {
    const { app, line } = await newcomer()
    for (const behind of [(path: string) => path === '/sw.js', (path: string) => isFile(path)]) {
      line.asked.splice(0)
      line.meet((path) => (behind(path) ? 'portal' : 'passes'))
      await app.open('/')
      await app.sees(/，您好$/)
      await until('the portal has answered', async () => line.asked.some(({ path }) => behind(path)))
      await until('the installation is given up', async () => (await ended(app)) === 'none')
      assert.equal(await keeps(app, PORTAL), false)
      line.meet()
      await works(app)
    }
    await app.open('/')
    await installed(app)
    assert.equal(await keeps(app, PORTAL), false)
    await line.close()
  })
})

describe('an installation that does not get to its end', () => {
  onOwnPhones('cut half-way: the app works, and the next start fetches the rest and nothing twice', async () => {
    const { app, line } = await newcomer()
    const half = 40
    const files = (): string[] => line.asked.map(({ path }) => path).filter(isFile)
    line.asked.splice(0)
    line.meet((path) => (isFile(path) && files().length > half ? 'cut' : 'passes'))
    await until('it is cut', async () => files().length > half, 60_000)
    await until('it is given up', async () => (await ended(app)) === 'none')
    line.meet()
    await works(app)
    const first = new Set(files())
    line.asked.splice(0)
    await app.open('/')
    await installed(app)
    // Pictures without a hash in their names are asked for by every page anew.
    const twice = files().filter((path) => /^\/(js|css)\//.test(path) && first.has(path))
    assert.ok(twice.length <= 2, `only what was cut is fetched again: ${twice.join(' ')}`)
    await line.close()
  })

  onOwnPhones('a storage that is full: the app works, and installs once there is room', async () => {
    const { app, line } = await newcomer()
    const devtools = await app.page.context().newCDPSession(app.page)
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: line.base, quotaSize: 200_000 })
    line.asked.splice(0)
    await app.open('/')
    await until('the installation has begun', async () => line.asked.some(({ path }) => path === '/sw.js'))
    await until('it is given up', async () => (await ended(app)) === 'none', 60_000)
    await works(app)
    await devtools.send('Storage.overrideQuotaForOrigin', { origin: line.base })
    await app.open('/')
    await installed(app)
    await line.close()
  })
})

describe('a new version', () => {
  let backend: TimedBackend
  let web: Deployment
  before(async () => {
    web = deploy()
    backend = await startBackend({ webDir: web.webDir })
  })
  after(async () => {
    await backend.close()
    web.remove()
  })
  const context = ({ page }: App): BrowserContext => page.context()
  /** A phone that has this version whole, or with `worker: false` one that keeps none. */
  async function phoneOf(worker = true): Promise<KeptApp & { loads(): number }> {
    let kept: KeptApp
    if (worker) {
      kept = await keptApp(on.browser, backend, MEMBER)
      await installed(kept.app)
    } else {
      const app = await newPhone(on.browser, backend)
      await signInAs(app, MEMBER)
      kept = { app, line: undefined as never, cut: async () => undefined, mend: async () => undefined }
    }
    kept.app.expectComplaint(/./)
    let loads = 0
    kept.app.page.on('domcontentloaded', () => (loads += 1))
    return { ...kept, loads: () => loads }
  }
  const looksForIt = ({ page }: App): Promise<unknown> => page.evaluate(async () => void (await (await navigator.serviceWorker.getRegistration())?.update()))
  /** The next version is whole on the phone by then. */
  const offered = async (app: App): Promise<void> => (await looksForIt(app), app.page.getByText('有新版本').filter({ visible: true }).first().waitFor({ timeout: 60_000 }))

  onOwnPhones('is taken at the next start, even where there is no network then', async () => {
    const { app, line, cut } = await phoneOf()
    const before = await runs(app)
    web.renew()
    await offered(app)
    assert.equal(await runs(app), before, 'an open app goes on')
    await cut()
    const phone = context(app)
    // The last page of the app is closed, and another one is opened.
    const next: Page = await phone.newPage()
    await app.page.close()
    const again = drive(next, { ...backend, base: line.base })
    again.expectComplaint(NO_NETWORK)
    await until('the new version', async () => {
      // Closed for a moment: as long as a page of the old version stands, the old version serves.
      await next.goto('about:blank')
      await next.waitForTimeout(500)
      await again.open('/')
      await again.sees(/，您好$/)
      return (await runs(again)) === web.script()
    })
    await line.close()
  })

  onOwnPhones('comes at once by 立即更新, and what was typed is there', async () => {
    const { app, line } = await phoneOf()
    const { claimId } = await aDraft(backend.core, { papers: 0 }, MEMBER)
    await app.open(withParams(routes.claimStay, { claimId }))
    await app.onPage(claim.stay.title)
    await app.type(claim.stay.hospital, '写到一半的医院')
    web.renew()
    await offered(app)
    await app.press('立即更新')
    await until('the new version', async () => (await runs(app).catch(() => '')) === web.script())
    await app.onPage(claim.stay.title)
    assert.equal(await app.field(claim.stay.hospital).inputValue(), '写到一半的医院')
    await line.close()
  })

  onOwnPhones('that came with the page is the one that is kept from then on, and nothing of the one before', async () => {
    const { app, line, cut } = await phoneOf()
    const old = await runs(app)
    web.renew()
    await app.open('/')
    assert.equal(await runs(app), web.script())
    await until('the old version has gone from the phone', async () => !(await app.page.evaluate(async (script) => Boolean(await caches.match(script)), old)), 60_000)
    await installed(app)
    await cut()
    await app.open('/')
    await app.sees(/，您好$/)
    assert.equal(await runs(app), web.script())
    await line.close()
  })

  onOwnPhones('an old page whose code is gone loads anew once, at the page that was wanted; what was typed is there', async () => {
    const { app, loads } = await phoneOf(false)
    const { claimId } = await aDraft(backend.core, { papers: 0 }, MEMBER)
    const stay = withParams(routes.claimStay, { claimId })
    await app.open(stay)
    await app.type(claim.stay.hospital, '写到一半的医院')
    await app.open('/')
    await app.sees(/，您好$/)
    const before = loads()
    web.renew()
    await app.press(home.messages)
    await app.onPage(messageTexts.title)
    assert.deepEqual([loads() - before, await runs(app), new URL(app.page.url()).pathname], [1, web.script(), routes.messages])
    await app.open(stay)
    await app.onPage(claim.stay.title)
    assert.equal(await app.field(claim.stay.hospital).inputValue(), '写到一半的医院')
  })

  onOwnPhones('behind a cache that hands the old page out again: loaded anew once, then words', async () => {
    const { app, loads } = await phoneOf(false)
    const cached = new Map(['/index.html', ...(await fetchedBy(app)).filter((at) => at.startsWith('/js/'))].map((at) => [at, readFileSync(path.join(web.webDir, at))]))
    web.renew()
    await app.page.route('**', (route) => {
      const request = route.request()
      const body = cached.get(request.isNavigationRequest() ? '/index.html' : new URL(request.url()).pathname)
      return body ? route.fulfill({ body, contentType: request.isNavigationRequest() ? 'text/html' : 'text/javascript' }) : route.continue()
    })
    const before = loads()
    await app.press(home.messages)
    await app.onPage('这一页没有打开')
    await app.press('重试')
    await app.onPage('这一页没有打开')
    assert.deepEqual([loads() - before, new URL(app.page.url()).pathname], [1, routes.messages])
  })

  onOwnPhones('that has lost the code as well: words, and no second loading anew', async () => {
    const { app, loads } = await phoneOf(false)
    const there = await fetchedBy(app)
    const before = loads()
    web.renew()
    // Everything that home does not need.
    const ids = new Set(there.map((path) => path.split('/').pop()?.split('.')[0]))
    web.lose((name) => !ids.has(name.split('.')[0]))
    await app.press(home.messages)
    await app.onPage('这一页没有打开')
    await app.press('重试')
    await app.onPage('这一页没有打开')
    assert.equal(loads() - before, 1)
    assert.equal(new URL(app.page.url()).pathname, routes.messages)
    await app.press('返回')
    await app.sees(/，您好$/)
  })
})

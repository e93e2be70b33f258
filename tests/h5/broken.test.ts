import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { texts as claim } from '@/packages/claim/texts'
import { texts as payout } from '@/packages/payout/texts'
import { texts as card } from '@/pages/card/texts'
import { texts as claims } from '@/pages/claims/texts'
import { texts as home } from '@/pages/home/texts'
import { texts as mine } from '@/pages/mine/texts'
import { texts as signIn } from '@/pages/sign-in/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { endpoints, type EndpointName } from '@/contract/endpoints'
import { breaksOf, objects, shapeOf, type Break } from '@tests/builders/examples'
import { CLAIMANT, claimAt } from '@tests/builders/golden-claims'
import { unchecked } from '@tests/builders/unchecked'
import { signInAs, type App } from './kit/app'
import { until } from './kit/until'
import { inChromium } from './kit/stage'

const on = inChromium({ prepare: async (backend) => void (claimId = (await claimAt(backend, 'PAID')).claimId) })
let claimId = ''

const FAILED = '这里没能显示出来'
/** Chinese letters that can be read on the screen now. */
const readable = (page: Page): Promise<number> => page.evaluate(() => (document.body.innerText.match(/[\u4e00-\u9fff]/g) ?? []).length)
const isFor = (name: EndpointName): RegExp => new RegExp(`/api/v1${endpoints[name].path.replace(/:\w+/g, '[^/]+')}(\\?|$)`)

describe('the page itself speaks where the app cannot', () => {
  it('without JavaScript', async () => {
    const app = await on.phone({ javaScriptEnabled: false })
    await app.open('/')
    assert.match(await app.page.locator('body').innerText(), /JavaScript/)
  })
  it('a first script that does not come: words, and 重试 loads the page again', async () => {
    const app = await on.phone()
    app.expectComplaint(/./)
    await app.page.route('**/js/app.*.js', (route) => route.abort())
    await app.open('/')
    await app.sees('没有加载完整')
    await app.page.unroute('**/js/app.*.js')
    await app.page.getByRole('link', { name: '重试' }).click()
    await app.onPage(signIn.welcome)
    assert.equal(await app.page.locator('#no-app').isVisible(), false)
  })
  it('a script that the browser does not understand', async () => {
    const app = await on.phone()
    app.expectComplaint(/./)
    await app.page.route('**/js/app.*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'a ?? ?? b' }))
    await app.open('/')
    await app.sees('您的浏览器版本太旧')
  })
  it('a browser below the floor is told, also where the app still starts', async () => {
    const app = await on.phone()
    await app.page.addInitScript({ content: 'delete Object.fromEntries' })
    app.expectComplaint(/./)
    await app.open('/')
    await app.sees('您的浏览器版本太旧')
  })
  it('says nothing where all is well', async () => {
    const app = await on.phone()
    await app.open('/')
    await app.onPage(signIn.welcome)
    assert.equal(await app.page.locator('#no-app').isVisible(), false)
    app.assertQuiet()
  })
})

/** A phone whose app looks at no answer, with what its server sends in place of single answers. */
async function uncheckedPhone(): Promise<{ app: App; answers: Map<EndpointName, (text: string) => string>; shapes(): number }> {
  const app = await on.phone()
  app.expectComplaint(/./)
  const answers = new Map<EndpointName, (text: string) => string>()
  const found = new Map<string, number>()
  await app.page.route('**/js/*.js', async (route) => {
    const answer = await route.fetch()
    const { script, shapes } = unchecked(await answer.text())
    found.set(route.request().url(), shapes)
    await route.fulfill({ response: answer, body: script })
  })
  await app.page.route('**/api/v1/**', async (route) => {
    const name = [...answers.keys()].find((one) => route.request().method() === endpoints[one].method && isFor(one).test(route.request().url()))
    const change = name && answers.get(name)
    if (!change) return route.fallback()
    const answer = await route.fetch()
    await route.fulfill({ response: answer, body: change(await answer.text()) })
  })
  return { app, answers, shapes: () => [...found.values()].reduce((sum, one) => sum + one, 0) }
}

const pages: readonly [title: string, address: () => string, answers: readonly EndpointName[], sign: RegExp | string][] = [
  [home.title, () => routes.home, ['getHome', 'getConfig'], home.more],
  [card.title, () => routes.card, ['getCard'], card.enlarge],
  [claims.title, () => routes.claims, ['listClaims'], claims.title],
  [mine.title, () => routes.mine, ['getMe', 'listCoverages'], mine.signOut],
  [claim.detail.title, () => withParams(routes.claimDetail, { claimId }), ['getClaim'], claim.detail.title],
  [payout.list.title, () => routes.payouts, ['listPayouts', 'getPayoutSummary'], payout.list.title],
]

describe('with the check switched off, the boundary alone: each property of each answer of the main pages', () => {
  for (const [title, address, names, sign] of pages) {
    it(title, async () => {
      const { app, answers, shapes } = await uncheckedPhone()
      await signInAs(app, CLAIMANT)
      let caught = 0
      for (const name of names) {
        await app.open(address())
        await app.sees(sign)
        const whole = await goodAnswer(app, name)
        const breaks = breaksOf(shapeOf(name), whole).filter(({ allowed, at }) => !allowed && at !== '')
        assert.ok(breaks.length > 3, `${name}: ${breaks.length} breaks`)
        for (const one of breaks) caught += await shown(app, answers, name, one)
        // The last of them was kept: the next start with a healthy server stands.
        answers.clear()
        await app.open(address())
        await app.sees(sign)
        await until(`${title} without the words of the boundary`, async () => (await app.page.getByText(FAILED).filter({ visible: true }).count()) === 0)
      }
      assert.ok(caught > 0, 'the check was on: the boundary had nothing to do')
      assert.ok(shapes() > 5 && shapes() <= objects.length * 4, `${shapes()} shapes taken out`)
    })
  }
})

/** What the server says when it is asked in the app's own name. */
async function goodAnswer(app: App, name: EndpointName): Promise<unknown> {
  const [answer] = await Promise.all([app.page.waitForResponse((response) => isFor(name).test(response.url()) && response.request().method() === 'GET'), app.page.reload()])
  return answer.json()
}

/** Away and back: what is stale is asked for again. */
const BACK_TO_FRONT = `for (const state of ['hidden', 'visible']) {
  Object.defineProperty(document, 'visibilityState', { value: state, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}`

/** Lets the answer come broken when the app comes back to the front, or at the next start where it is not asked for then. @returns 1 where the boundary had to speak */
async function shown({ page }: App, answers: Map<EndpointName, (text: string) => string>, name: EndpointName, { at, how, value }: Break): Promise<number> {
  answers.set(name, () => JSON.stringify(value))
  const again = page.getByRole('button', { name: '重试' }).filter({ visible: true })
  const failed = page.getByText(FAILED).filter({ visible: true })
  // Where content has thrown, its parts are not there to ask: the member does.
  const ask = async (): Promise<unknown> => (name === 'getConfig' ? page.reload() : (await failed.count()) > 0 ? again.last().click() : page.evaluate(BACK_TO_FRONT))
  await Promise.all([page.waitForResponse((response) => isFor(name).test(response.url())), ask()])
  await until(`${name} ${at} ${how}: nothing at work`, async () => (await page.locator('.z-btn[aria-busy="true"]').filter({ visible: true }).count()) === 0)
  // Two frames: the answer is parsed, and drawn.
  await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(resolve)), 20)))
  assert.ok((await readable(page)) > 8, `${name} ${at} ${how}: nothing to read`)
  return (await failed.count()) > 0 ? 1 : 0
}

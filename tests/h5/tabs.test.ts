import assert from 'node:assert/strict'
import type { BrowserContext, Page, Route } from 'playwright-core'
import { texts as signIn } from '@/pages/sign-in/texts'
import { routes } from '@/routes'
import { drive, signInAs, type App } from './kit/app'
import { inChromium } from './kit/stage'
import { onOwnPhones } from './kit/way'

const on = inChromium()
const TIMES = 20
const SPENT_MS = 16 * 60_000
const REFRESH = '**/session/refresh'
const DELAY_MS = 400

/** Stored on the phone: null once somebody has been signed out. */
const account = (page: Page): Promise<unknown> => page.evaluate(() => JSON.parse(JSON.parse(localStorage.getItem('zsb:session') ?? '{"data":"{}"}').data ?? '{}')?.state?.account?.accountId ?? null)
const homeComes = (page: Page): Promise<unknown> => page.waitForResponse((response) => response.url().endsWith('/me/home') && response.status() === 200)

/** A member's phone with 首页 open in so many tabs. */
async function tabs(count: number, { locks = true } = {}): Promise<{ pages: Page[]; context: BrowserContext }> {
  const first: App = await on.phone({ serviceWorkers: 'block' })
  const context = first.page.context()
  if (!locks) await context.addInitScript({ content: "Object.defineProperty(Navigator.prototype, 'locks', { value: undefined })" })
  await signInAs(first, 'courier')
  const others = await Promise.all(Array.from({ length: count - 1 }, async () => drive(await context.newPage(), on.backend).page))
  await Promise.all(others.map((page) => Promise.all([homeComes(page), page.goto(on.backend.base + routes.home)])))
  return { pages: [first.page, ...others], context }
}

/** The access token runs out, every tab asks at once. */
async function askTogether(pages: Page[]): Promise<void> {
  on.backend.wall.aheadMs += SPENT_MS
  await Promise.all(pages.map((page) => Promise.all([homeComes(page), page.reload()])))
}

/** Nobody stands at the sign-in page, and the phone still knows who is signed in. */
async function allSignedIn(pages: Page[]): Promise<void> {
  for (const page of pages) {
    assert.equal(await account(page), 'courier')
    assert.equal(await page.getByRole('heading', { name: signIn.welcome }).count(), 0)
  }
}

for (const locks of [true, false]) {
  onOwnPhones(`two tabs with a spent token, ${locks ? 'one after the other' : 'in a browser without locks'}: ${TIMES} times, and nobody is signed out`, async () => {
    const { pages, context } = await tabs(2, { locks })
    let renewals = 0
    await context.route(REFRESH, async (route: Route) => {
      renewals += 1
      await new Promise((resolve) => setTimeout(resolve, DELAY_MS))
      await route.continue()
    })
    for (let time = 0; time < TIMES; time += 1) {
      await askTogether(pages)
      await allSignedIn(pages)
    }
    if (locks) assert.equal(renewals, TIMES)
    else assert.ok(renewals >= TIMES, `${renewals} renewals`)
  })
}

onOwnPhones(`the answer of a renewal is lost: ${TIMES} times, and nobody is signed out`, async () => {
  const { pages, context } = await tabs(1)
  let lost = 0
  let answered = true
  await context.route(REFRESH, async (route: Route) => {
    answered = !answered
    if (answered) return route.continue()
    lost += 1
    await route.fetch()
    return route.abort()
  })
  for (let time = 0; time < TIMES; time += 1) {
    await askTogether(pages)
    await allSignedIn(pages)
  }
  assert.equal(lost, TIMES)
})

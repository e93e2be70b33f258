import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { certificateTexts, joinTexts, offerTexts, scanTexts } from '@/packages/gift/texts'
import { texts as home } from '@/pages/home/texts'
import { texts as signIn } from '@/pages/sign-in/texts'
import { POSTER } from '@tests/builders/events'
import { keptAtEvent, MINUTE, onScreen } from '@tests/builders/screen-code'
import { startBackend, type TimedBackend } from '@tests/h5/kit/backend'
import type { MiniProgram } from './host'
import { openPhone } from './phone'
import type { LaunchOptions } from './host/protocol'

const LINK = `https://zsb.example.cn/g/${POSTER}`
let backend: TimedBackend
let app: MiniProgram
/** Taps of the member so far. */
let taps: number

beforeEach(async () => {
  backend = await startBackend()
  taps = 0
})
afterEach(async () => {
  await app.close()
  await backend.close()
})

const tap = (words: string): Promise<void> => ((taps += 1), app.tapText(words))
const tick = (words: string): Promise<void> => ((taps += 1), app.check(words))
async function open(launch?: LaunchOptions, who = 'courier'): Promise<void> {
  app = await openPhone(backend, who, { launch, mocks: { scanCode: { result: LINK } } })
}
async function signedIn(): Promise<void> {
  await open()
  await app.check(signIn.agree)
  await app.tapText(signIn.wechat)
  await app.waitRoute('pages/home/index')
  await app.waitText(home.scan)
}
async function confirmed(): Promise<void> {
  await app.waitRoute('packages/gift/pages/offer/index')
  await app.waitText(offerTexts.confirm)
  await tap(offerTexts.confirm)
  await app.waitText(certificateTexts.done)
  const { items } = (await (await backend.as('courier'))('listEnrolments')).ok()
  assert.equal(items.filter(({ coverage }) => coverage.planId === 'P1').length, 1)
  await app.assertNoErrors()
}

test('a returning member, from home: WeChat’s scanner opens by itself; two taps, nothing typed', async () => {
  await signedIn()
  await tap(home.scan)
  await confirmed()
  assert.equal((await app.apiCalls('scanCode')).length, 1)
  assert.equal(taps, 2)
  assert.ok(taps <= 4, 'the promise')
})

test('a scanner that was closed stays closed, and the page has what is left', async () => {
  await signedIn()
  await app.mock('scanCode', { fail: 'scanCode:fail cancel' })
  await tap(home.scan)
  await app.waitText(scanTexts.scan)
  await app.waitFor('the scanner', async () => (await app.apiCalls('scanCode')).length === 1)
  await app.wait(300)
  assert.equal((await app.apiCalls('scanCode')).length, 1)
  await app.waitText(scanTexts.byHand)
  await app.mock('scanCode', { result: LINK })
  await app.tapText(scanTexts.scan)
  await confirmed()
})

for (const [how, query] of [
  ['scene', { scene: encodeURIComponent(POSTER) }],
  ['link', { q: encodeURIComponent(LINK) }],
] as const) {
  test(`by ${how} from cold, signed in: one tap`, async () => {
    await signedIn()
    await app.relaunch({ path: 'pages/home/index', query, scene: 1011 })
    await confirmed()
    assert.equal(taps, 1)
  })

  test(`by ${how} from cold, through sign-in: three taps`, async () => {
    await open({ path: 'pages/home/index', query, scene: 1011 })
    await tick(signIn.agree)
    await tap(signIn.wechat)
    await confirmed()
    assert.equal(taps, 3)
  })

  test(`by ${how}, killed at sign-in and opened from the desktop: it still leads to the offer`, async () => {
    await open({ path: 'pages/home/index', query, scene: 1011 })
    await app.waitText(signIn.wechat)
    await app.relaunch()
    await app.check(signIn.agree)
    await app.tapText(signIn.wechat)
    await confirmed()
  })
}

test('killed with a place kept: home leads back to it', async () => {
  await signedIn()
  await app.tapText(home.scan)
  await app.waitText(offerTexts.reserved)
  await app.relaunch()
  await app.tapText('请确认领取')
  await app.waitText(offerTexts.reserved)
  await confirmed()
})

test('a code of the screen, by somebody new: three minutes at sign-in with a kill, five of joining, and it still leads to the certificate', async () => {
  const code = await onScreen(backend)
  await open({ path: 'pages/home/index', query: { scene: encodeURIComponent(code) }, scene: 1047 }, 'newcomer')
  await app.waitText(signIn.wechat)
  await app.waitFor('the answer to the code', async () => (await app.stats()).requests.some(({ url, status }) => url.endsWith('/gift-visits') && status === 201))
  await app.waitFor('the visit kept in place of the code', () => app.isKept('scan/index?code=') && !app.isKept(code))
  backend.wall.aheadMs += 3 * MINUTE
  await app.relaunch()
  await app.check(signIn.agree)
  await app.tapText(signIn.wechat)
  await app.waitText(scanTexts.outsider)
  await app.tapText(scanTexts.joinUnion)
  await app.waitText(joinTexts.submit)
  backend.wall.aheadMs += 5 * MINUTE
  await app.tapText('美团')
  await app.check(joinTexts.agree('身份与参保状态核验'))
  await app.tapText(joinTexts.submit)
  await app.waitText(joinTexts.goOn)
  await app.tapText(joinTexts.goOn)
  await app.waitRoute('packages/gift/pages/offer/index')
  await app.waitText(offerTexts.reserved)
  assert.equal(await keptAtEvent(backend), 1)
  await app.tapText(offerTexts.confirm)
  await app.waitText(certificateTexts.done)
  await app.assertNoErrors()
})

test('a picture of it that is opened two minutes later leads nowhere', async () => {
  const code = await onScreen(backend)
  backend.wall.aheadMs += 2 * MINUTE
  await open({ path: 'pages/home/index', query: { scene: encodeURIComponent(code) }, scene: 1047 }, 'newcomer')
  await app.check(signIn.agree)
  await app.tapText(signIn.wechat)
  await app.waitText(scanTexts.expired)
})

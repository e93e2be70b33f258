import assert from 'node:assert/strict'
import { test } from 'node:test'
import { offerTexts } from '@/packages/gift/texts'
import { texts as claim } from '@/packages/claim/texts'
import { texts as card } from '@/pages/card/texts'
import { texts as home } from '@/pages/home/texts'
import { texts as notFound } from '@/pages/not-found/texts'
import { claimAt } from '@tests/builders/golden-claims'
import { writePhotos } from '@tests/builders/photo-files'
import type { MiniProgram } from './host'
import { enter } from './phone'
import { onPhones } from './stage'
import type { LaunchOptions } from './host/protocol'

const POSTER = 'Ev1aB3dE5fG7hJ9kL1mN2p'
const on = onPhones({ each: true, photos: 2 })
let app: MiniProgram


async function opened(launch?: LaunchOptions): Promise<void> {
  app = await on.phone('courier', { launch, mocks: { chooseMedia: { files: on.photos } } })
  await enter(app)
}

test('photos chosen without a network survive a kill and go up by themselves, once each', async () => {
  const { claimId } = await claimAt(on.backend, 'FILLED')
  await opened()
  await app.waitText(home.gifts)
  await app.goto(`/packages/claim/pages/papers/index?claimId=${claimId}`, 'navigateTo')
  await app.waitText(claim.papers.counter(0, 4))
  await app.setOffline(true)
  await app.tap(`[aria-label="${claim.papers.buttonFor(claim.papers.album, '出院小结或出院记录')}"]`)
  await app.waitText(claim.papers.offline(2))
  await app.assertNoErrors()
  await app.relaunch()
  await app.goto(`/packages/claim/pages/papers/index?claimId=${claimId}`)
  await app.waitText(claim.papers.offline(2))
  await app.setOffline(false)
  await app.waitText(claim.papers.counter(1, 4))
  const received = async (): Promise<number> => (await (await on.backend.as('courier'))('getClaim', { params: { claimId } })).ok().documents.filter(({ state }) => state === 'RECEIVED').length
  await app.waitFor('both photos on the server', async () => (await received()) === 2)
  await app.wait(300)
  assert.equal(await received(), 2)
  await app.assertNoErrors()
})

test('the card opens without a network, with the last data and its age', async () => {
  await opened()
  await app.waitText(home.gifts)
  await app.tapTab('会员卡')
  await app.waitText('GD-0000-0001')
  await app.waitFor('a countdown', async () => (await app.texts()).some((text) => /\d+秒后更新/.test(text)))
  await app.waitFor('card and certificate on the phone', () => ['GD-0000-0001', '"certificate":'].every((words) => app.isKept(words)))
  await app.relaunch()
  await app.setOffline(true)
  await app.tapTab('会员卡')
  await app.waitText('GD-0000-0001')
  await app.waitText('数据更新于')
  await app.waitText(card.title)
})

test('full screen turns the brightness up and keeps the screen awake; leaving restores both', async () => {
  await opened()
  await app.waitText(home.gifts)
  await app.tapTab('会员卡')
  await app.waitFor('a countdown', async () => (await app.texts()).some((text) => /\d+秒后更新/.test(text)))
  const before = await app.phone()
  await app.tap(`[aria-label="${card.enlarge}"]`)
  await app.waitFor('a bright screen that stays on', async () => (await app.phone()).brightness === 1 && (await app.phone()).keepScreenOn)
  await app.tapText(card.close)
  await app.waitFor('the brightness of before', async () => (await app.phone()).brightness === before.brightness && !(await app.phone()).keepScreenOn)
})

test('a poster code opens its offer from cold, through sign-in', async () => {
  await opened({ path: 'pages/home/index', query: { scene: encodeURIComponent(POSTER) }, scene: 1047 })
  await app.waitRoute('packages/gift/pages/offer/index')
  await app.waitText(offerTexts.confirm)
  await app.assertNoErrors()
})

test('a foreign code is named and never opened', async () => {
  await opened()
  await app.waitText(home.scan)
  await app.mock('scanCode', { result: 'https://evil.example/login?x=1' })
  await app.tapText(home.scan)
  await app.tapText('扫二维码')
  await app.waitText('这是网址，不是活动码')
  assert.ok((await app.route()).includes('packages/gift/pages/scan'))
})

const SUMMARY = '出院小结或出院记录'
const album = `[aria-label="${claim.papers.buttonFor(claim.papers.album, SUMMARY)}"]`
async function atPapers(): Promise<() => Promise<number>> {
  const { claimId } = await claimAt(on.backend, 'FILLED')
  await opened()
  await app.waitText(home.gifts)
  await app.goto(`/packages/claim/pages/papers/index?claimId=${claimId}`, 'navigateTo')
  await app.waitText(claim.papers.counter(0, 4))
  return async () => (await (await on.backend.as('courier'))('getClaim', { params: { claimId } })).ok().documents.filter(({ state }) => state === 'RECEIVED').length
}

test('five seconds in the background break the upload: it goes on by itself when the app comes back, each photo once', async () => {
  const received = await atPapers()
  const heavy = await writePhotos(2, 'x'.repeat(60_000))
  await app.mock('chooseMedia', { files: heavy.files })
  app.setNetwork({ uploadBytesPerSecond: 100 })
  await app.tap(album)
  await app.waitFor('a photo on its way', async () => (await app.texts()).some((text) => /^上传中/.test(text)))
  // The words may be there before anything is on the line: in a real browser the photo is still being made small.
  await app.waitFor('an upload on the line', async () => (await app.stats()).requests.some(({ url }) => url.includes('/parts/')))
  await app.backgroundForLong()
  await app.waitFor('a broken upload', async () => (await app.apiCalls('request')).some(({ failed }) => failed?.includes('interrupted')))
  assert.equal(await received(), 0)
  app.setNetwork({})
  await app.foreground()
  await app.waitText(claim.papers.counter(1, 4))
  await app.waitFor('both photos on the server', async () => (await received()) === 2)
  await app.wait(300)
  assert.equal(await received(), 2)
  await heavy.remove()
})

test('a phone without room says how many photos were not added; with room again they are', async () => {
  const received = await atPapers()
  app.setRoom(1)
  await app.tap(album)
  await app.waitText(claim.papers.storageFull(2))
  assert.equal(await received(), 0)
  app.setRoom()
  await app.tap(album)
  await app.waitFor('both photos on the server', async () => (await received()) === 2)
})

test('the same photo chosen again is recognised on the phone', async () => {
  const received = await atPapers()
  await app.tap(album)
  await app.waitFor('both photos on the server', async () => (await received()) === 2)
  await app.tap(album)
  await app.waitFor('words about it', async () => (await app.texts()).some((text) => text.includes('这张已经添加过')))
  await app.wait(300)
  assert.equal(await received(), 2)
  await app.assertNoErrors()
})

test('a link to a page that is no more: words and a way home, to somebody signed out too', async () => {
  app = await on.phone('courier', { launch: { path: 'packages/old/pages/gone/index', query: { id: '1' }, scene: 1007 } })
  await app.waitRoute('pages/not-found/index')
  await app.waitText(notFound.detail)
  await app.tapText(notFound.home)
  await enter(app)
  await app.waitText(home.gifts)
})

import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { deskTexts as desk, lightZh, queueTexts as queue, scanTexts as t } from '@/packages/event/texts'
import { certificateTexts, offerTexts } from '@/packages/gift/texts'
import { texts as mine } from '@/pages/mine/texts'
import { CAMPAIGN, EVENT, SEED_LEASE } from '@tests/builders/events'
import { crowdOf, forged, type Crowd } from '@tests/builders/rep-phone'
import type { MiniProgram } from './host'
import { onPhones } from './stage'

const at = (page: string): string => `/packages/event/pages/${page}/index?eventId=${EVENT}`
const on = onPhones({ each: true })
let crowd: Crowd
let app: MiniProgram
/** What WeChat's scanner reads next; with nothing left the rep closes it. */
let inView: string[]

beforeEach(async () => {
  crowd = crowdOf(on.backend)
  inView = []
})

const scanner = (): unknown => (inView.length > 0 ? { result: inView.shift() } : { fail: 'scanCode:fail cancel' })

async function opened(as: string): Promise<void> {
  app = await on.signedIn(as, { mocks: { scanCode: scanner } })
}

/** Signed in, bound, with the kit and its lease on the phone. */
async function atTheDesk(): Promise<void> {
  await opened('rep')
  await app.tapTab('我的')
  await app.tapText(mine.events)
  await app.waitRoute('packages/event/pages/events')
  await app.tapText('新就业形态劳动者二次医保赠送(示例)')
  await app.waitRoute('packages/event/pages/desk')
  await app.tapText(desk.bind)
  await app.waitText(desk.leaseLeft)
  await app.waitText(desk.people(50))
  await app.waitFor('kit and lease on the phone', () => app.isKept(SEED_LEASE))
}

test('a queue of people in a basement: offline, killed, back online, conflicts told; the worker confirms on their own phone', async () => {
  await atTheDesk()
  const people = [await crowd.code('courier'), await crowd.code('over60'), await crowd.code('woman-p6')]
  const fake = forged(await crowd.code('driver'))
  await app.tapText(desk.scan)
  await app.waitRoute('packages/event/pages/scan')
  await app.setOffline(true)
  await app.check(t.offline)
  await app.waitText(t.offlineOn)

  // Amber is read, and one tap says so: the scanner opens again by itself.
  inView = [...people]
  await app.tapText(t.scan)
  for (const count of [1, 2, 3]) {
    await app.waitText(t.offlineOnDetail(50 - count, count))
    await app.waitText(lightZh.amber)
    await app.tapText(t.seen)
  }
  inView = [fake]
  await app.tapText(t.next)
  await app.waitText(lightZh.red)
  await app.waitText('无效二维码,请勿登记')
  await app.assertNoErrors()

  await app.relaunch()
  await app.goto(at('queue'))
  await app.waitText(queue.summary(3, 0))
  await app.setOffline(false)
  await app.waitText(queue.summary(0, 2))
  await app.waitText(queue.states.ANSWERED)
  const scans = (await (await crowd.as('rep'))('listScans', { params: { eventId: EVENT }, query: {} })).ok()
  assert.deepEqual(scans.items.map(({ offline, light }) => [offline, light]).sort(), [[true, 'amber'], [true, 'red'], [true, 'red']])
  await on.putAway()

  await opened('courier')
  await app.goto(`/packages/gift/pages/offer/index?campaignId=${CAMPAIGN}`, 'navigateTo')
  await app.waitText(offerTexts.reserved)
  await app.tapText(offerTexts.confirm)
  await app.waitText(certificateTexts.done)
  const offer = (await (await crowd.as('courier'))('getGiftOffer', { params: { campaignId: CAMPAIGN } })).ok()
  assert.equal(offer.ticket?.state, 'ACTIVATED')
})

test('online the server decides, and an old picture of a card is refused on the phone', async () => {
  await atTheDesk()
  await app.goto(at('scan'))
  await app.waitText(t.idle)
  inView = [await crowd.code('courier')]
  await app.tapText(t.scan)
  await app.waitText('陈**')
  inView = [await crowd.code('driver', Date.now() - 6 * 60_000)]
  await app.tapText(t.seen)
  await app.waitText('校准手机时间')
  await app.assertNoErrors()
})

test('poster and list open', async () => {
  await atTheDesk()
  await app.goto(at('poster'), 'navigateTo')
  await app.waitFor('a countdown', async () => (await app.texts()).some((text) => /\d+秒后更换/.test(text)))
  const { brightness } = await app.phone()
  assert.equal(brightness, 1)
  await app.goto(at('list'))
  await app.waitText('没有符合的记录')
  await app.assertNoErrors()
})

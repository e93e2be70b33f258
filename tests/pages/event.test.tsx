import { fireEvent, screen, waitFor } from '@testing-library/react'
import { wordsOf } from '@/contract/errors'
import type { EventKit } from '@/contract/schemas/event'
import { deskTexts as desk, eventsTexts as list, lightZh, listTexts, posterTexts, queueTexts as queue, scanTexts as t, signTexts as sign } from '@/packages/event/texts'
import { texts as mine } from '@/pages/mine/texts'
import { canScanLive, scanLive } from '@/platform/scan-live'
import { routes } from '@/routes'
import { isScan, useOutbox, type ScanItem } from '@/state/outbox-store'
import { CAMPAIGN, EVENT, POSTER } from '@tests/builders/events'
import { crowdOf, forged, type Crowd } from '@tests/builders/rep-phone'
import { answer, dialog } from '@tests/setup/dialog'
import { button, renderApp, type App } from '@tests/setup/render-app'
import { atEvent as at, repAt, reopened, sending, writesName } from '@tests/builders/rep-app'
import Taro, { __calls } from '@tests/setup/taro'

jest.mock('@/platform/scan-live', () => ({ canScanLive: jest.fn(() => false), scanLive: jest.fn() }))
const live = { canScanLive: jest.mocked(canScanLive), scanLive: jest.mocked(scanLive) }

const scans = (): ScanItem[] => useOutbox.getState().items.filter(isScan)
const light = (words: keyof typeof lightZh): Promise<HTMLElement> => waitFor(() => {
  const alert = screen.getByRole('alert')
  expect(alert).toHaveTextContent(lightZh[words])
  return alert
})
const paste = async (code: string): Promise<void> => {
  fireEvent.change(await screen.findByRole('textbox', { name: t.code }), { target: { value: code } })
  fireEvent.click(await button(t.check))
}
const toggle = async (label: RegExp): Promise<void> => void fireEvent.click(await screen.findByRole('switch', { name: label }))

/** The rep's phone, bound, on the page of scanning. */
async function atWork(): Promise<{ app: App; crowd: Crowd }> {
  const work = await repAt(routes.repScan)
  await screen.findByText(t.idle)
  return work
}

test('a rep finds the events under 我的, and the desk says how things stand', async () => {
  const app = await renderApp({ as: 'rep', at: routes.mine })
  fireEvent.click(await button(new RegExp(mine.events)))
  fireEvent.click(await button(/新就业/))
  expect(app.route()).toEqual({ path: routes.repDesk, params: { eventId: EVENT } })
  for (const words of [desk.quota, desk.share, desk.queue, desk.unconfirmed, desk.waiting]) expect(await screen.findByText(words)).toBeVisible()
  expect(screen.getByRole('heading', { name: desk.figures })).toBeVisible()
})

test('nobody else sees the entry, and the page tells them where to go', async () => {
  const app = await renderApp({ as: 'courier', at: routes.mine })
  await button(new RegExp(mine.consents))
  expect(screen.queryByText(mine.events)).toBeNull()
  await app.relaunch(routes.repEvents)
  expect(await screen.findByText(list.notRep)).toBeVisible()
})

test('a rep who is not assigned reads whom to ask', async () => {
  await renderApp({ as: 'rep', at: at(routes.repDesk), prepare: async ({ store }) => store.transact(async (tx) => {
    const event = await tx.get('event', EVENT)
    if (event) await tx.put('event', { ...event, repIds: [] })
  }) })
  expect(await screen.findByText(wordsOf('REP_NOT_ASSIGNED'))).toBeVisible()
})

test('another phone is bound: words, and no lease', async () => {
  await renderApp({ as: 'rep', at: at(routes.repDesk), prepare: async (backend) => void (await (await crowdOf(backend).as('rep'))('bindRepDevice', { params: { deviceId: 'another-phone' }, body: {} })).ok() })
  expect(await screen.findByText(wordsOf('REP_DEVICE_MISMATCH'))).toBeVisible()
  expect(screen.queryByText(desk.leaseLeft)).toBeNull()
})

test('gives back what is not used, and takes places again', async () => {
  const app = await renderApp({ as: 'rep', at: at(routes.repDesk) })
  const leased = async (): Promise<number> => (await (await crowdOf(app.backend).as('rep'))('getRepEvent', { params: { eventId: EVENT } })).ok().share.leased
  fireEvent.click(await button(desk.bind))
  expect(await screen.findByText(desk.people(50))).toBeVisible()
  fireEvent.click(await button(desk.give))
  fireEvent.click(await button('确定'))
  expect(await screen.findByText(desk.givenBack)).toBeVisible()
  expect(screen.queryByText(desk.leaseLeft)).toBeNull()
  expect(await leased()).toBe(0)
  fireEvent.click(await button(desk.draw(50)))
  expect(await screen.findByText(desk.drawn(50))).toBeVisible()
  expect(await leased()).toBe(50)
})

test('online: the place is reserved, the worker confirms, and a second scan is green', async () => {
  const { crowd } = await atWork()
  await paste(await crowd.code('courier'))
  const amber = await light('amber')
  expect(amber).toHaveTextContent('陈**')
  expect(__calls('vibrateShort').length).toBeGreaterThan(0)
  const courier = await crowd.as('courier')
  ;(await courier('createEnrolment', { body: { campaignId: CAMPAIGN, consents: [] } })).ok()
  await paste(await crowd.code('courier'))
  expect(await light('green')).toHaveTextContent('陈**')
})

test('one person scanned three times is one: on the page, on the desk and on the list', async () => {
  const { app, crowd } = await atWork()
  for (let time = 0; time < 3; time += 1) {
    const asked = app.server.asked.filter((name) => name === 'submitScan').length
    await paste(await crowd.code('courier'))
    await waitFor(() => expect(app.server.asked.filter((name) => name === 'submitScan')).toHaveLength(asked + 1))
    await light('amber')
  }
  expect(screen.getByText(t.tally('amber', 1))).toBeVisible()
  await app.relaunch(at(routes.repDesk))
  for (const words of [desk.unconfirmed, lightZh.amber]) await waitFor(() => expect(screen.getByText(words).previousElementSibling).toHaveTextContent(/^1$/))
  await app.relaunch(at(routes.repList))
  expect(await screen.findByText(listTexts.total(1))).toBeVisible()
})

test('a code pasted while the one before has no answer stays, through a kill too, and is read afterwards', async () => {
  const { app, crowd } = await atWork()
  app.server.cut(true)
  await paste(await crowd.code('courier'))
  expect(await screen.findByText(t.lost)).toBeVisible()
  const second = await crowd.code('over60')
  await paste(second)
  expect(await screen.findByText(t.codeWaits)).toBeVisible()
  expect(await screen.findByRole('textbox', { name: t.code })).toHaveValue(second)
  app.server.cut(false)
  await app.relaunch(at(routes.repScan))
  expect(await screen.findByRole('textbox', { name: t.code })).toHaveValue(second)
  fireEvent.click(await button(t.check))
  // Whatever the verdict is: it was read.
  await screen.findByRole('alert')
  expect(await screen.findByRole('textbox', { name: t.code })).toHaveValue('')
})

/** What a rep may be shown in place of a card, and the words for it. */
const BAD: [what: string, code: (crowd: Crowd) => Promise<string> | string, words: RegExp][] = [
  ['forged', async (crowd) => forged(await crowd.code('courier')), /无效二维码/],
  ['an old screenshot', (crowd) => crowd.code('courier', Date.now() - 6 * 60_000), /校准手机时间/],
  ['of a certificate that has run out', (crowd) => crowd.code('courier', Date.now() + 8 * 86_400_000), /二维码过期/],
  ['truncated', async (crowd) => (await crowd.code('courier')).slice(0, 150), /会员码不完整/],
  ['of a later version', async (crowd) => (await crowd.code('courier')).replace(/^v1/, 'v2'), /更新到最新版/],
  ['my own card', (crowd) => crowd.code('rep'), /不能给自己办理/],
  ['a poster', () => POSTER, new RegExp(t.gift)],
  ['half a poster', () => `https://zsb.example/g/${POSTER.slice(0, 12)}`, /活动海报码，而且不完整/],
  ['a web address', () => 'https://example.org/x', /这是网址/],
  ['a purse', () => '134567890123456789', /这是(微信)?付款码/],
  ['a wireless network', () => 'WIFI:S:guest;T:WPA;P:12345678;;', /这是无线网络码/],
  ['four kilobytes', () => 'x'.repeat(4096), /内容太长/],
  ['no UTF-8', () => 'v1.\ufffd\ufffd\ufffd', /乱码/],
]
test.each(BAD)('%s is red, with its own words, and goes nowhere', async (what, code, words) => {
  const { app, crowd } = await atWork()
  await paste(await code(crowd))
  const red = await light('red')
  expect(red).toHaveTextContent(words)
  for (const [other, , theirs] of BAD) if (other !== what) expect(red).not.toHaveTextContent(theirs)
  expect(app.server.asked.includes('submitScan')).toBe(what === 'my own card')
  expect(scans()).toEqual([])
})

test('the same code within three seconds is told, another one never waits', async () => {
  const { app, crowd } = await atWork()
  const [first, second] = [await crowd.code('courier'), await crowd.code('driver')]
  await paste(first)
  await light('amber')
  await paste(first)
  expect(await light('red')).toHaveTextContent(/3秒后再试/)
  await paste(second)
  await waitFor(() => expect(app.server.asked.filter((name) => name === 'submitScan')).toHaveLength(2))
})

test('the line breaks while scanning: nothing is claimed, and 重试 asks with the same key', async () => {
  const { app, crowd } = await atWork()
  const code = await crowd.code('courier')
  app.server.loseAnswer('submitScan')
  await paste(code)
  expect(await screen.findByText(t.lost)).toBeVisible()
  const keys = app.server.keys.length
  fireEvent.click(await button(t.retry))
  await light('amber')
  expect(app.server.keys.slice(keys - 1)).toEqual([app.server.keys[keys - 1], app.server.keys[keys - 1]])
})

test('offline: on disk before amber, through a kill, in order with its keys; the refused one is told', async () => {
  const { app, crowd } = await atWork()
  const codes = [await crowd.code('courier'), await crowd.code('over60'), await crowd.code('trade')]
  app.goOffline()
  await toggle(new RegExp(t.offline))
  for (const [index, code] of codes.entries()) {
    await paste(code)
    expect(await light('amber')).toHaveTextContent(t.pending)
    expect(await light('amber')).toHaveTextContent(t.pendingDetail)
    expect(scans()).toHaveLength(index + 1)
  }
  await paste(codes[0] ?? '')
  await screen.findByText(t.again)
  expect(scans()).toHaveLength(3)
  // Nothing of a member can be read off the phone.
  for (const code of codes) expect(JSON.stringify(Taro.getStorageInfoSync().keys.map(Taro.getStorageSync))).not.toContain(code.slice(10, 60))
  const keys = scans().map(({ idempotencyKey }) => idempotencyKey)
  const outbox = await reopened(app, routes.repQueue)
  expect((await screen.findAllByText(queue.summary(3, 0)))[0]).toBeVisible()
  app.server.keys.length = 0
  app.goOnline()
  outbox.kick()
  await waitFor(() => expect(scans().filter(({ state }) => state !== 'ANSWERED')).toEqual([]), { timeout: 15_000 })
  expect(app.server.keys).toEqual(keys)
  const refused = scans()
  expect(refused.length).toBeGreaterThan(0)
  for (const { payload } of refused) expect([payload.sealed, payload.member]).toEqual(['', ''])
  expect((await screen.findAllByText(queue.summary(0, refused.length)))[0]).toBeVisible()
  for (const { reasonZh } of refused) expect(screen.getAllByText(reasonZh ?? '—').length).toBeGreaterThan(0)
  const courier = await crowd.as('courier')
  expect((await courier('getGiftOffer', { params: { campaignId: CAMPAIGN } })).ok().ticket?.state).toBe('RESERVED')
  for (const [left] of refused.entries()) {
    expect(screen.getAllByRole('button', { name: queue.read })).toHaveLength(refused.length - left)
    fireEvent.click(screen.getAllByRole('button', { name: queue.read })[0] as HTMLElement)
    expect(await dialog()).toHaveTextContent(queue.readAsk.text)
    await answer(true)
    await waitFor(() => expect(screen.queryAllByRole('button', { name: queue.read })).toHaveLength(refused.length - left - 1))
  }
  expect(await screen.findByText(queue.empty)).toBeVisible()
})

test('offline without a place left: red, and nothing is promised', async () => {
  const { app, crowd } = await atWork()
  const code = await crowd.code('courier')
  app.client.setQueriesData({ predicate: ({ queryKey }) => queryKey[1] === 'rep-kit' }, (kit: object | undefined) => kit && { ...kit, lease: null })
  app.goOffline()
  await toggle(new RegExp(t.offline))
  await paste(code)
  expect(await light('red')).toHaveTextContent(/离线名额已用完/)
  expect(scans()).toEqual([])
})

test('the last place of the lease goes to one person, whatever the server still counts', async () => {
  const { app, crowd } = await atWork()
  const codes = [await crowd.code('courier'), await crowd.code('driver')]
  app.client.setQueriesData<EventKit>({ predicate: ({ queryKey }) => queryKey[1] === 'rep-kit' }, (kit) => (kit?.lease ? { ...kit, lease: { ...kit.lease, left: 1 } } : kit))
  app.goOffline()
  await toggle(new RegExp(t.offline))
  await paste(codes[0] ?? '')
  await light('amber')
  await paste(codes[1] ?? '')
  expect(await light('red')).toHaveTextContent(/离线名额已用完/)
  expect(scans()).toHaveLength(1)
})

test('scans of one event go up one by one: the next waits for the answer to the one before', async () => {
  const { app, crowd } = await atWork()
  const codes = [await crowd.code('courier'), await crowd.code('driver'), await crowd.code('trade')]
  app.goOffline()
  await toggle(new RegExp(t.offline))
  for (const [index, code] of codes.entries()) {
    await paste(code)
    await waitFor(() => expect(scans()).toHaveLength(index + 1))
  }
  const answer = app.server.hold('submitScan')
  app.server.asked.length = 0
  app.goOnline()
  sending(app)
  await waitFor(() => expect(app.server.asked).toContain('submitScan'))
  await new Promise((resolve) => setTimeout(resolve, 100))
  expect(scans().map(({ state }) => state)).toEqual(['SENDING', 'WAITING', 'WAITING'])
  answer()
  await waitFor(() => expect(scans().filter(({ state }) => state !== 'ANSWERED')).toEqual([]))
  expect(app.server.asked.filter((name) => name === 'submitScan')).toHaveLength(3)
})

test('no room on the phone: red, never amber', async () => {
  const { app, crowd } = await atWork()
  const code = await crowd.code('courier')
  app.goOffline()
  await toggle(new RegExp(t.offline))
  const add = jest.spyOn(useOutbox.getState(), 'add').mockImplementation(() => {
    throw new Error('full')
  })
  await paste(code)
  expect(await light('red')).toHaveTextContent(t.notKept)
  add.mockRestore()
})

test('a member without a phone signs on this screen, and is covered', async () => {
  const { crowd } = await atWork()
  await toggle(new RegExp(sign.toggle))
  await paste(await crowd.code('courier'))
  await screen.findByRole('img', { name: sign.pad })
  fireEvent.click(await button(sign.done))
  expect(await screen.findByText(sign.missing)).toBeVisible()
  await writesName()
  fireEvent.click(await button(sign.done))
  expect(await light('green')).toHaveTextContent('陈**')
  const enrolments = (await (await crowd.as('courier'))('listEnrolments')).ok().items
  expect(enrolments.some(({ campaignId }) => campaignId === CAMPAIGN)).toBe(true)
})

test('who cannot draw types the name; of another name the server says that nobody has agreed', async () => {
  const { crowd } = await atWork()
  await toggle(new RegExp(sign.toggle))
  for (const [name, verdict] of [['陈', 'red'], ['陈速达', 'green']] as const) {
    await paste(await crowd.code('courier'))
    fireEvent.click(await screen.findByRole('checkbox', { name: sign.byName }))
    fireEvent.change(await screen.findByRole('textbox', { name: sign.name }), { target: { value: name } })
    fireEvent.click(await button(sign.done))
    await light(verdict)
  }
  expect((await (await crowd.as('courier'))('listEnrolments')).ok().items.some(({ campaignId }) => campaignId === CAMPAIGN)).toBe(true)
})

test('with a camera in the browser: each person once, without a tap, and it goes off behind another page', async () => {
  const { app, crowd } = await atWork()
  const seen: { onCodes?: (codes: { text: string; x: number; y: number }[]) => void } = {}
  const stop = jest.fn()
  live.canScanLive.mockReturnValue(true)
  live.scanLive.mockImplementation(async ({ onCodes }) => {
    seen.onCodes = onCodes
    return stop
  })
  await app.relaunch(at(routes.repScan))
  fireEvent.click(await button(t.scan))
  await waitFor(() => expect(seen.onCodes).toBeDefined())
  const show = (text: string): void => seen.onCodes?.([{ text, x: 0.5, y: 0.5 }])
  const submitted = (): number => app.server.asked.filter((name) => name === 'submitScan').length
  const [first, second] = [await crowd.code('courier'), await crowd.code('driver')]
  show(first)
  await light('amber')
  show(first)
  show(first)
  show(second)
  // Amber is read first: nothing that is in view meanwhile takes its place.
  expect(submitted()).toBe(1)
  fireEvent.click(await button(t.seen))
  show(second)
  await waitFor(() => expect(submitted()).toBe(2))
  seen.onCodes?.([{ text: first, x: 0.2, y: 0.5 }, { text: second, x: 0.8, y: 0.5 }])
  expect(await screen.findByText(t.several)).toBeVisible()
  expect(submitted()).toBe(2)
  fireEvent.click(screen.getByRole('button', { name: new RegExp(t.queue(0, 0)) }))
  await waitFor(() => expect(stop).toHaveBeenCalled())
  live.canScanLive.mockReturnValue(false)
})

test('the poster turns each minute, fills the screen, and keeps it bright', async () => {
  await renderApp({ as: 'rep', at: at(routes.repPoster) })
  expect(await screen.findByText(/^\d+秒后更换$/)).toBeVisible()
  expect(await screen.findByAltText(posterTexts.label)).toBeVisible()
  fireEvent.click(await button(posterTexts.full))
  expect(await button(posterTexts.close)).toBeVisible()
})

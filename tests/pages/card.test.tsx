import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { deviceQuery } from '@/api/device'
import * as signing from '@/domain/card-code-sign'
import { verifyCardCode } from '@/domain/card-code-verify'
import { clockIsOff } from '@/pages/card/clock'
import { qrUrl } from '@/platform/qr-picture'
import { texts as t } from '@/pages/card/texts'
import { DeviceError } from '@/platform/device-error'
import { routes } from '@/routes'
import { META_ID } from '@mock/core'
import { __calls } from '@tests/setup/taro'
import { button, renderApp, type App } from '@tests/setup/render-app'

const code = () => screen.findByRole('img', { name: t.codeLabel })
const openCard = (as = 'courier') => renderApp({ as, at: routes.card })

/** The device's clock this much later, for whoever asks from now on. */
const later = (ms: number) => jest.spyOn(Date, 'now').mockImplementation(() => Number(new Date()) + ms)
afterEach(() => jest.restoreAllMocks())

test('shows every field that the card may show, masked, and no other', async () => {
  await openCard()
  await code()
  const main = screen.getByRole('main')
  for (const words of ['陈**', 'GD-0000-0001', '海珠区外卖配送行业工会联合会(示例)', '广东省总工会 › 广州市总工会 › 海珠区总工会', '美团', '正常', '居民医保']) {
    expect(within(main).getAllByText(words)[0]).toBeVisible()
  }
  for (const label of [t.name, t.union, t.memberType, t.platform, t.joinedOn, t.status, t.insurance, t.dataAsOf]) expect(within(main).getByText(label)).toBeVisible()
  expect(main).not.toHaveTextContent(/陈速达|4499|1000000|困难/)
})

test('a hardship worker has a card like everybody', async () => {
  await openCard('hardship')
  await code()
  expect(screen.getByRole('main')).not.toHaveTextContent('困难')
  expect(screen.queryByText(t.platform)).toBeNull()
})

test('the code changes when its minute is over, and the countdown is visible', async () => {
  await openCard()
  const first = (await code()).getAttribute('src')
  expect(first).toMatch(/^data:image\/gif/)
  expect(screen.getByRole('timer')).toHaveTextContent(/^\d+秒后更新$/)
  later(61_000)
  await waitFor(async () => expect((await code()).getAttribute('src')).not.toBe(first))
  expect(screen.getByRole('timer')).toHaveTextContent(/^(60|59|58|57)秒后更新$/)
})

test('a tap enlarges it: tabs away, focus inside; closing restores', async () => {
  await openCard()
  await code()
  fireEvent.click(await button(t.enlarge))
  const dialog = await screen.findByRole('dialog', { name: t.fullTitle })
  expect(within(dialog).getByText('GD-0000-0001')).toBeVisible()
  expect(await within(dialog).findByRole('img', { name: t.codeLabel })).toBeVisible()
  expect(__calls('hideTabBar')).toHaveLength(1)
  fireEvent.click(await button(t.close))
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(__calls('showTabBar')).toHaveLength(1)
})

test('the screen is kept awake while it is enlarged, and not longer', async () => {
  const release = jest.fn(() => Promise.resolve())
  const request = jest.fn(() => Promise.resolve({ release }))
  Object.defineProperty(navigator, 'wakeLock', { value: { request }, configurable: true })
  await openCard()
  await code()
  expect(request).not.toHaveBeenCalled()
  fireEvent.click(await button(t.enlarge))
  await waitFor(() => expect(request).toHaveBeenCalledTimes(1))
  fireEvent.keyDown(document, { key: 'Escape' })
  await waitFor(() => expect(release).toHaveBeenCalledTimes(1))
  Reflect.deleteProperty(navigator, 'wakeLock')
})

async function keptOffline(): Promise<App> {
  const app = await openCard()
  await code()
  // Written a moment after the answer.
  await new Promise((resolve) => setTimeout(resolve, 500))
  app.goOffline()
  return app
}

test('opens without a network: last data with its date, and a code that still turns', async () => {
  const app = await keptOffline()
  await app.relaunch(routes.card)
  expect(await code()).toBeVisible()
  expect(await screen.findByText(/^数据更新于 /)).toBeVisible()
  expect(screen.getByText('GD-0000-0001')).toBeVisible()
})

const DAY = 24 * 3_600_000

test('six days later, still without a network, it turns', async () => {
  const app = await keptOffline()
  later(6 * DAY)
  await app.relaunch(routes.card)
  const first = (await code()).getAttribute('src')
  later(6 * DAY + 61_000)
  await waitFor(async () => expect((await code()).getAttribute('src')).not.toBe(first))
})

test('after seven days without a network it says what to do; the number stays', async () => {
  const app = await keptOffline()
  later(7 * DAY + 1_000)
  await app.relaunch(routes.card)
  expect(await screen.findByText(t.codesOut)).toBeVisible()
  expect(screen.getByText(t.codesOutDetail)).toBeVisible()
  expect(screen.getByText('GD-0000-0001')).toBeVisible()
  app.goOnline()
  fireEvent.click((await screen.findAllByRole('button', { name: t.retry })).at(-1) ?? document.body)
  expect(await code()).toBeVisible()
})

test('a code is what any rep can check: by the server key alone, fresh, and each another', async () => {
  const made = jest.spyOn(signing, 'encodeCardCode')
  const app = await openCard()
  await code()
  later(61_000)
  await waitFor(() => expect(made).toHaveBeenCalledTimes(2))
  const texts = made.mock.results.map(({ value }) => String(value))
  const keyPair = await app.backend.store.transact(async (tx) => (await tx.get('meta', META_ID))?.keyPair)
  const serverPublicKeys = [keyPair?.split('.')[0] ?? '']
  const reads = texts.map((text) => verifyCardCode(text, { serverPublicKeys, nowMs: Date.now() }))
  expect(reads.map((read) => read.ok && read.light)).toEqual(['green', 'green'])
  expect(new Set(reads.map((read) => read.ok && read.nonce)).size).toBe(2)
  for (const text of texts) expect(Buffer.from(text, 'base64url').toString('latin1')).not.toMatch(/courier|GD-0000/)
})

test('the phone is registered once, not at each code', async () => {
  const app = await openCard()
  await code()
  later(61_000)
  await waitFor(() => expect(screen.getByRole('timer')).toHaveTextContent(/^(60|59|58|57)秒后更新$/))
  expect(app.server.asked.filter((name) => name === 'registerDevice')).toHaveLength(1)
})

describe('a phone whose clock is off', () => {
  test.each([
    ['slow', 6 * 60_000],
    ['fast', -6 * 60_000],
  ])('%s: says 请校准手机时间 and shows no code; put right and asked again, it does', async (_which, ahead) => {
    const app = await openCard()
    await code()
    const { queryKey } = deviceQuery()
    app.client.setQueryData(queryKey, (device) => device && { ...device, serverMs: device.serverMs + ahead })
    expect(await screen.findByText(t.clockOff)).toBeVisible()
    expect(screen.getByText(t.clockOffDetail)).toBeVisible()
    expect(screen.queryByRole('img', { name: t.codeLabel })).toBeNull()
    fireEvent.click(await button(t.retry))
    expect(await code()).toBeVisible()
  })

  test('set back without a network', async () => {
    const app = await keptOffline()
    later(-10 * 60_000)
    await app.relaunch(routes.card)
    expect(await screen.findByText(t.clockOff)).toBeVisible()
  })

  test.each([
    ['exactly five minutes fast', 300_000, 0, false],
    ['more', 300_001, 0, true],
    ['more, put back since', 300_001, -1, false],
    ['exactly five minutes slow', -300_000, 0, false],
    ['slower', -300_001, 0, true],
    ['right then, five minutes before that now', 0, -300_001, true],
  ])('%s', (_what, fastMs, sinceMs, off) => {
    expect(clockIsOff({ serverMs: 1e12, deviceMs: 1e12 + fastMs }, 1e12 + fastMs + sinceMs)).toBe(off)
  })
})

test('a phone without randomness says so, and shows the number', async () => {
  const real = globalThis.crypto
  Object.defineProperty(globalThis, 'crypto', { value: undefined, configurable: true, writable: true })
  await openCard()
  expect(await screen.findByText(t.noCodeDetail(new DeviceError('UNSUPPORTED').messageZh))).toBeVisible()
  expect(screen.getByText('GD-0000-0001')).toBeVisible()
  Object.defineProperty(globalThis, 'crypto', { value: real, configurable: true, writable: true })
})

test('the first time without a network: why there is no code', async () => {
  const app = await renderApp({ as: 'courier', at: routes.mine })
  app.server.spoil('registerDevice', 'INTERNAL')
  await app.relaunch(routes.card)
  expect(await screen.findByText(t.noCode)).toBeVisible()
  app.server.mend()
  fireEvent.click((await screen.findAllByRole('button', { name: t.retry })).at(-1) ?? document.body)
  expect(await code()).toBeVisible()
})

test('without C1 the consent is asked for in place, unticked, and then the card is there', async () => {
  await renderApp({
    as: 'courier',
    at: routes.card,
    prepare: async ({ store }) => {
      await store.transact(async (tx) => {
        const consent = (await tx.list('consent', 'courier')).find(({ consentId }) => consentId === 'C1')
        if (consent) await tx.put('consent', { ...consent, granted: false })
      })
    },
  })
  const box = await screen.findByRole('checkbox', { name: t.consentLabel })
  expect(box).toHaveAttribute('aria-checked', 'false')
  expect(screen.getByRole('heading', { name: '身份与参保状态核验' })).toBeVisible()
  fireEvent.click(await button(t.consentSubmit))
  expect(box).toHaveAccessibleDescription(expect.stringContaining(t.consentFirst))
  fireEvent.click(box)
  fireEvent.click(await button(t.consentSubmit))
  expect(await code()).toBeVisible()
})

test('an error has 重试', async () => {
  const app = await renderApp({ as: 'courier', at: routes.mine })
  app.server.spoil('getCard', 'INTERNAL')
  await app.relaunch(routes.card)
  const retry = await button(t.retry)
  app.server.mend()
  fireEvent.click(retry)
  expect(await code()).toBeVisible()
})

test('who is no member reads how to become one', async () => {
  const app = await openCard('minor')
  expect(await screen.findByText(t.notMember)).toBeVisible()
  fireEvent.click(await button(t.join))
  expect(app.route().path).toBe(routes.join)
})

test('another text is another picture', async () => {
  const look = { cell: 6, level: 'L' } as const
  expect(await qrUrl('v1.a', look)).not.toBe(await qrUrl('v1.b', look))
})

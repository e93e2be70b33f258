import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { texts as t } from '@/pages/card/texts'
import { qrUrl } from '@/pages/card/qr'
import { routes } from '@/routes'
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
  expect(screen.getByRole('timer')).toHaveTextContent(/^(59|58|57)秒后更新$/)
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

test('when the kept codes have run out it says what to do; the number stays', async () => {
  const app = await keptOffline()
  later(11 * 60_000)
  await app.relaunch(routes.card)
  expect(await screen.findByText(t.codesOut)).toBeVisible()
  expect(screen.getByText(t.codesOutDetail)).toBeVisible()
  expect(screen.getByText('GD-0000-0001')).toBeVisible()
  app.goOnline()
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
  await openCard('minor')
  expect(await screen.findByText(t.notMember)).toBeVisible()
})

test('another text is another picture', async () => {
  expect(await qrUrl('v1.a')).not.toBe(await qrUrl('v1.b'))
})

import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import { configQuery } from '@/api/config'
import { texts as t } from '@/pages/home/texts'
import { routes } from '@/routes'
import { useSettings } from '@/state/settings-store'
import { __calls, __happen, getStorageSync } from '@tests/setup/taro'
import { signIn } from '@tests/builders/people'
import { button, renderApp, type App } from '@tests/setup/render-app'

/** Size of the letters in WeChat; a browser has none to tell. */
let mockScale = 1
jest.mock('@/platform/font-scale', () => ({ fontScale: () => mockScale }))

test('says who I am, what covers me until when, and has the four entries', async () => {
  await renderApp({ as: 'courier', at: routes.home })
  expect(await screen.findByText(t.greeting('陈**'))).toBeVisible()
  expect(screen.getByText('海珠区外卖配送行业工会联合会(示例)')).toBeVisible()
  expect(screen.getByText(t.memberNo('GD-0000-0001'))).toBeVisible()
  expect(screen.getByRole('img', { name: /还有\d+天$/ })).toBeVisible()
  expect(screen.getByText(/^保障至 \d{4}年\d+月\d+日$/)).toBeVisible()
})

test.each([
  [t.scan, routes.scan],
  [t.gifts, routes.gifts],
  [t.claim, routes.claimStart],
  [t.payouts, routes.payouts],
  [t.messages, routes.messages],
  [t.tester, routes.tester],
])('%s leads on', async (entry, path) => {
  const app = await renderApp({ as: 'courier', at: routes.home })
  fireEvent.click(await button(new RegExp(`^${entry}`)))
  expect(app.route().path).toBe(path)
})

test.each([
  ['courier', '有一份保障可以领取', routes.gift],
  ['driver', /等您绑定银行卡$/, routes.bankCard],
])('what waits for %s stands there and leads to where it is done', async (persona, words, path) => {
  const app = await renderApp({ as: persona, at: routes.home })
  expect(await screen.findByRole('heading', { name: t.todoTitle })).toBeVisible()
  fireEvent.click(await screen.findByText(words))
  expect(app.route().path).toBe(path)
})

test('what others do stands apart from what waits for the member', async () => {
  await renderApp({ as: 'model', at: routes.home })
  const group = async (title: string) => within((await screen.findByRole('heading', { name: title })).parentElement ?? document.body)
  expect((await group(t.newsTitle)).getByText(/：人工审核$/)).toBeVisible()
  expect((await group(t.todoTitle)).queryByText(/：人工审核$/)).toBeNull()
  expect((await group(t.todoTitle)).getByText('有一笔互助金等您确认')).toBeVisible()
})

test('a cover in its waiting period says so, and from when it pays', async () => {
  await renderApp({
    as: 'courier',
    at: routes.home,
    prepare: async ({ store }) => {
      await store.transact(async (tx) => {
        const [cover] = await tx.list('coverage', 'courier')
        if (!cover) throw new Error('the courier has a cover')
        await tx.put('coverage', { ...cover, effectiveOn: '2026-11-20', endsOn: '2027-11-19', waitingEndsOn: '2026-12-19', benefitsFrom: '2026-12-20' })
      })
    },
  })
  expect(await screen.findByText('免责期内')).toBeVisible()
  expect(screen.getByText(t.waiting('2026-12-19', '2026-12-20'))).toBeVisible()
})

test('without a cover it leads to the gifts', async () => {
  const app = await renderApp({
    as: 'courier',
    at: routes.home,
    prepare: async ({ store }) => {
      await store.transact(async (tx) => {
        for (const { id } of await tx.list('coverage', 'courier')) await tx.delete('coverage', id)
      })
    },
  })
  expect(await screen.findByRole('heading', { name: t.noCover })).toBeVisible()
  fireEvent.click(await button(t.seeGifts))
  expect(app.route().path).toBe(routes.gifts)
})

test('长辈版 turns on at once, on the page and for the account', async () => {
  const app = await renderApp({ as: 'courier', at: routes.home })
  const toggle = await screen.findByRole('switch', { name: new RegExp(`^${t.elder}`) })
  expect(toggle).toHaveAttribute('aria-checked', 'false')
  fireEvent.click(toggle)
  expect(document.querySelector('.page-root')).toHaveClass('elder')
  expect(useSettings.getState().elderMode).toBe(true)
  await waitFor(async () => expect(await app.backend.store.transact(async (tx) => (await tx.get('account', 'courier'))?.elderMode)).toBe(true))
})

describe('who reads large letters in WeChat', () => {
  const open = (scale: number): Promise<App> => {
    mockScale = scale
    return renderApp({ as: 'courier', at: routes.home })
  }
  afterEach(() => void (mockScale = 1))

  test('is offered 长辈版 on the page: one tap opens it', async () => {
    await open(1.3)
    fireEvent.click(await button(t.elderAccept))
    expect(document.querySelector('.page-root')).toHaveClass('elder')
    expect(screen.queryByText(t.elderOffer)).toBeNull()
    // Turned off again by hand: that is an answer too.
    fireEvent.click(await screen.findByRole('switch', { name: new RegExp(`^${t.elder}`) }))
    expect(document.querySelector('.page-root')).not.toHaveClass('elder')
    expect(screen.queryByText(t.elderOffer)).toBeNull()
  })

  test('can turn it down, once and for all', async () => {
    const app = await open(1.4)
    fireEvent.click(await button(t.elderDecline))
    expect(screen.queryByText(t.elderOffer)).toBeNull()
    expect(document.querySelector('.page-root')).not.toHaveClass('elder')
    await app.relaunch(routes.home)
    await screen.findByText(t.greeting('陈**'))
    expect(screen.queryByText(t.elderOffer)).toBeNull()
    expect(String(getStorageSync('zsb:settings'))).toContain('"elderOfferAnswered":true')
  })

  test('nobody else is asked', async () => {
    await open(1.29)
    await screen.findByText(t.greeting('陈**'))
    expect(screen.queryByText(t.elderOffer)).toBeNull()
  })
})

test('免审即享 is offered to who was never asked; «不用了» is an answer for good', async () => {
  const app = await renderApp({ as: 'trade', at: routes.home })
  expect(await screen.findByText(t.auto.title)).toBeVisible()
  fireEvent.click(await button(t.auto.no))
  await waitFor(() => expect(screen.queryByText(t.auto.title)).toBeNull())
  await app.relaunch(routes.home)
  await screen.findByText(t.coverTitle)
  // What the phone has kept may be older than the answer, until the server has spoken.
  await waitFor(() => expect(screen.queryByText(t.auto.title)).toBeNull())
  const { items } = (await (await signIn(app.backend.core, 'trade'))('listConsents')).ok()
  expect(items.find(({ consentId }) => consentId === 'C2')).toMatchObject({ granted: false, at: expect.any(String) as string })
})

test.each(['model', 'woman-p6', 'minor'])('免审即享 is not offered to %s: answered before, or no cover', async (persona) => {
  await renderApp({ as: persona, at: routes.home })
  await screen.findByText(t.more)
  expect(screen.queryByText(t.auto.title)).toBeNull()
})

test('the offer opens the text of 免审即享 at once, with 自动到账 off', async () => {
  const app = await renderApp({ as: 'trade', at: routes.home })
  fireEvent.click(await button(t.auto.see))
  expect(app.route()).toEqual({ path: routes.consents, params: { consentId: 'C2' } })
})

test('长辈版 holds without a network too', async () => {
  const app = await renderApp({ as: 'courier', at: routes.home })
  const toggle = await screen.findByRole('switch', { name: new RegExp(`^${t.elder}`) })
  app.goOffline()
  fireEvent.click(toggle)
  expect(document.querySelector('.page-root')).toHaveClass('elder')
})

test('kept data opens without a network, with its date', async () => {
  const app = await renderApp({ as: 'courier', at: routes.home })
  await screen.findByText(t.greeting('陈**'))
  await new Promise((resolve) => setTimeout(resolve, 400))
  app.goOffline()
  await app.relaunch(routes.home)
  expect(await screen.findByText(t.greeting('陈**'))).toBeVisible()
  expect(await screen.findByText(/^数据更新于 /)).toBeVisible()
})

test('an error has its words and 重试', async () => {
  const app = await renderApp({ as: 'courier', at: routes.mine })
  app.server.spoil('getHome', 'INTERNAL')
  await app.relaunch(routes.home)
  const retry = await button('重试')
  expect(screen.getByText(/服务出了点问题/)).toBeVisible()
  app.server.mend()
  fireEvent.click(retry)
  expect(await screen.findByText(t.greeting('陈**'))).toBeVisible()
})

test('asks again when the page comes back to the front', async () => {
  const app = await renderApp({ as: 'courier', at: routes.home })
  await screen.findByText(t.greeting('陈**'))
  const before = app.server.asked.filter((name) => name === 'getHome').length
  act(() => void __happen('show'))
  await waitFor(() => expect(app.server.asked.filter((name) => name === 'getHome').length).toBeGreaterThan(before))
})

test.each([
  ['minor', t.notMember.title],
  ['beneficiary', t.beneficiary.title],
  ['union-officer', t.agent.title],
])('%s is no member: words instead of doors that are shut', async (persona, title) => {
  await renderApp({ as: persona, at: routes.home })
  const notice = await screen.findByText(title)
  expect(notice).toBeVisible()
  expect(await button(t.call('12351'))).toBeVisible()
  expect(screen.queryByRole('button', { name: t.claim })).toBeNull()
  expect(within(document.body).queryByText(t.coverTitle)).toBeNull()
})

test('an outage stands in place of the page, with the number that helps', async () => {
  const app = await renderApp({ as: 'courier', at: routes.home })
  await screen.findByText(t.greeting('陈**'))
  const outage = { page: 'all', titleZh: '系统维护', textZh: '今晚22时恢复。', phone: '12351', blocking: true }
  act(() => void app.client.setQueryData(configQuery().queryKey, (config) => config && { ...config, notices: [outage] }))
  expect(await screen.findByRole('alert')).toHaveTextContent('今晚22时恢复')
  expect(screen.queryByText(t.greeting('陈**'))).toBeNull()
  fireEvent.click(await button('拨打 12351'))
  expect(__calls('makePhoneCall')).toHaveLength(1)
})

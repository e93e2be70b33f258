import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { homeQuery } from '@/api/me'
import { fits } from '@/api/fits'
import { texts as payout } from '@/packages/payout/texts'
import { texts as home } from '@/pages/home/texts'
import { texts as mine } from '@/pages/mine/texts'
import { routes } from '@/routes'
import { storedKeys, writeStored } from '@/platform/storage'
import { useDrafts } from '@/state/draft-store'
import { useSession } from '@/state/session-store'
import { button, renderApp, type App } from '@tests/setup/render-app'

/** With the check switched off, the boundary alone: what throws while it is drawn becomes words and ways out. */
jest.mock('@/api/fits', () => ({ fits: jest.fn(() => true) }))

const FAILED = '这里没能显示出来'
const broken = (what: object) => (answer: string): string => JSON.stringify({ ...JSON.parse(answer), ...what })

beforeEach(() => {
  jest.mocked(fits).mockReturnValue(true)
  // React and jsdom say what a boundary has caught.
  jest.spyOn(console, 'error').mockImplementation(() => undefined)
})
afterEach(() => jest.restoreAllMocks())

/** A member before a home page that cannot be drawn. */
async function atBrokenHome(): Promise<App> {
  const app = await renderApp({ as: 'courier', at: routes.about })
  app.server.garble('getHome', broken({ todos: null }))
  await app.relaunch(routes.home)
  expect(await screen.findByText(FAILED)).toBeVisible()
  return app
}

test('the title of the page stays, words say what happened and what stays', async () => {
  await atBrokenHome()
  expect(screen.getByRole('heading', { level: 1, name: home.title })).toBeInTheDocument()
  expect(screen.getByRole('alert')).toHaveTextContent('您填写的和等着上传、登记的都在。清除本机缓存后也在')
  // All ways out are there at once: none waits for code that may not be to be had.
  expect(within(screen.getByRole('alert')).getAllByRole('button').map(({ textContent }) => textContent)).toEqual(['重试', '回首页', '清除本机缓存'])
})

test('重试 asks again, and stays as long as the answer is what it was', async () => {
  const app = await atBrokenHome()
  app.server.asked.length = 0
  fireEvent.click(await button('重试'))
  await waitFor(() => {
    expect(app.server.asked).toContain('getHome')
    expect(screen.getByText(FAILED)).toBeVisible()
    expect(screen.getByRole('button', { name: '重试' })).toBeVisible()
  })
  app.server.mend()
  fireEvent.click(await button('重试'))
  expect(await screen.findByText(home.more)).toBeVisible()
  expect(screen.queryByText(FAILED)).toBeNull()
  expect(app.server.asked.filter((name) => name === 'getHome').length).toBeGreaterThan(1)
})

test('a part of the page whose own answer threw is asked for again as well', async () => {
  const app = await renderApp({ as: 'courier', at: routes.about })
  app.server.garble('listCoverages', broken({ items: [null] }))
  await app.relaunch(routes.mine)
  expect(await screen.findByText(FAILED)).toBeVisible()
  app.server.mend()
  fireEvent.click(await button('重试'))
  expect(await button(mine.signOut)).toBeVisible()
  expect(screen.queryByText(FAILED)).toBeNull()
})

test('data that come by themselves are drawn by themselves', async () => {
  const app = await atBrokenHome()
  app.server.mend()
  await app.client.refetchQueries({ queryKey: homeQuery().queryKey })
  expect(await screen.findByText(home.more)).toBeVisible()
})

test('清除本机缓存 throws kept answers away and nothing else, and home stands again', async () => {
  const app = await atBrokenHome()
  useDrafts.getState().set('stay:c1', { hospital: '广州市第一人民医院' })
  writeStored('outbox.x1', 1, { id: 'x1' })
  const kept = storedKeys().filter((key) => !key.startsWith('cache.')).sort()
  app.server.mend()
  fireEvent.click(await button('清除本机缓存'))
  expect(await screen.findByText(home.more)).toBeVisible()
  expect(useSession.getState().account?.accountId).toBeTruthy()
  expect(useDrafts.getState().forms['stay:c1']).toEqual({ hospital: '广州市第一人民医院' })
  expect(storedKeys().filter((key) => !key.startsWith('cache.')).sort()).toEqual(kept)
})

test('a page that throws before it has a shell is caught as well', async () => {
  const app = await renderApp({ as: 'courier', at: routes.about })
  app.server.garble('getConfig', broken({ notices: null }))
  await app.relaunch(routes.payouts)
  expect(await screen.findByText(FAILED)).toBeVisible()
  expect(screen.getByRole('heading', { level: 1 })).toBeVisible()
  app.server.mend()
  fireEvent.click(await button('重试'))
  expect(await screen.findByRole('heading', { level: 1, name: payout.list.title })).toBeVisible()
  expect(screen.queryByText(FAILED)).toBeNull()
})

test('回首页 leads home', async () => {
  const app = await renderApp({ as: 'courier', at: routes.about })
  app.server.garble('listPayouts', broken({ items: null }))
  await app.relaunch(routes.payouts)
  expect(await screen.findByText(FAILED)).toBeVisible()
  fireEvent.click(await button('回首页'))
  expect(await screen.findByText(home.more)).toBeVisible()
  expect(app.route().path).toBe(routes.home)
})

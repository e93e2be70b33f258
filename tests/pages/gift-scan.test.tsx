import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { wordsOf } from '@/contract/errors'
import { scanTexts as t } from '@/packages/gift/texts'
import { texts as signInTexts } from '@/pages/sign-in/texts'
import { DeviceError } from '@/platform/device-error'
import { withParams } from '@/platform/navigation'
import { scanCode } from '@/platform/scan'
import { routes } from '@/routes'
import { button, renderApp } from '@tests/setup/render-app'

jest.mock('@/platform/scan', () => ({ scanCode: jest.fn() }))
const scanner = jest.mocked(scanCode)

const POSTER = 'Ev1aB3dE5fG7hJ9kL1mN2p'
const OFFER = { path: routes.gift, params: { campaignId: 'CP-2026-01' } }
const enter = async (text: string) => {
  await userEvent.type(await screen.findByRole('textbox', { name: t.code }), text)
  fireEvent.click(await button(t.read))
}

test('a link that brings its code along leads to the offer at once', async () => {
  const app = await renderApp({ as: 'courier', at: withParams(routes.scan, { code: POSTER }) })
  await waitFor(() => expect(app.route()).toEqual(OFFER))
})

test('the same link before sign-in leads there after it', async () => {
  const app = await renderApp({ at: withParams(routes.scan, { code: POSTER }) })
  fireEvent.click(await screen.findByRole('checkbox', { name: signInTexts.agree }))
  expect(app.server.asked).not.toContain('resolveGiftCode')
  fireEvent.click(await button(/陈速达/))
  await waitFor(() => expect(app.route()).toEqual(OFFER))
})

test.each([POSTER, `https://example.org/g/${POSTER}`])('typed by hand: %s', async (text) => {
  const app = await renderApp({ as: 'courier', at: routes.scan })
  await enter(text)
  await waitFor(() => expect(app.route()).toEqual(OFFER))
})

test.each([
  ['a card code', `v1.${'a'.repeat(43)}`, t.card],
  ['an address', 'https://example.org/pay', t.foreign('网址')],
  ['a purse', '134567890123456789', t.foreign('付款码')],
  ['some text', '你好', t.foreign('文字')],
])('%s is named, not opened', async (_what, text, words) => {
  const app = await renderApp({ as: 'courier', at: routes.scan })
  await enter(text)
  expect(await screen.findByText(words)).toBeVisible()
  expect(app.server.asked).not.toContain('resolveGiftCode')
  expect(screen.getByRole('textbox', { name: t.code })).toHaveValue(text)
})

test('an unknown code: the words of the server, and 重试', async () => {
  const app = await renderApp({ as: 'courier', at: routes.scan })
  await enter('x'.repeat(22))
  expect(await screen.findByText(wordsOf('CODE_INVALID'))).toBeVisible()
  fireEvent.click(await button(t.retry))
  await waitFor(() => expect(app.server.asked.filter((name) => name === 'resolveGiftCode')).toHaveLength(2))
})

test('without a network the code waits, and 重试 goes on', async () => {
  const app = await renderApp({ as: 'courier', at: routes.scan })
  app.goOffline()
  await enter(POSTER)
  expect(await screen.findByText(/网络没有连上/)).toBeVisible()
  app.goOnline()
  fireEvent.click(await button(t.retry))
  await waitFor(() => expect(app.route()).toEqual(OFFER))
})

test('nothing typed: says so', async () => {
  await renderApp({ as: 'courier', at: routes.scan })
  fireEvent.click(await button(t.read))
  expect(await screen.findByRole('textbox', { name: t.code })).toHaveAccessibleDescription(expect.stringContaining(t.codeMissing))
})

test('who is no member reads why', async () => {
  await renderApp({ as: 'minor', at: withParams(routes.scan, { code: POSTER }) })
  expect(await screen.findByText(wordsOf('NOT_MEMBER'))).toBeVisible()
})

test('what the scanner reads leads to the offer', async () => {
  scanner.mockResolvedValueOnce(`https://example.org/g/${POSTER}`)
  const app = await renderApp({ as: 'courier', at: routes.scan })
  fireEvent.click(await button(t.scan))
  await waitFor(() => expect(app.route()).toEqual(OFFER))
})

test('a photo without a code says what to do; a closed scanner says nothing', async () => {
  const unreadable = new DeviceError('UNREADABLE')
  scanner.mockRejectedValueOnce(unreadable).mockRejectedValueOnce(new DeviceError('CANCELLED'))
  await renderApp({ as: 'courier', at: routes.scan })
  fireEvent.click(await button(t.scan))
  expect(await screen.findByText(unreadable.messageZh)).toBeVisible()
  fireEvent.click(await button(t.scan))
  await waitFor(() => expect(scanner).toHaveBeenCalledTimes(3))
  expect(screen.queryByText('已取消')).toBeNull()
})

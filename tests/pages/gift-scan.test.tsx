import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { wordsOf } from '@/contract/errors'
import { scanTexts as t } from '@/packages/gift/texts'
import { texts as signInTexts } from '@/pages/sign-in/texts'
import { DeviceError } from '@/platform/device-error'
import { go, withParams } from '@/platform/navigation'
import { scanCodes, type FoundCode } from '@/platform/scan'
import { canScanLive, scanLive, type LiveScan } from '@/platform/scan-live'
import { routes } from '@/routes'
import { button, renderApp } from '@tests/setup/render-app'

jest.mock('@/platform/scan', () => ({ scanCodes: jest.fn() }))
jest.mock('@/platform/scan-live', () => ({ canScanLive: jest.fn(() => false), scanLive: jest.fn() }))
const scanner = jest.mocked(scanCodes)
const camera = jest.mocked(scanLive)
/** A code in the middle of the picture. */
const seen = (text: string, x = 0.5, y = 0.5): FoundCode => ({ text, x, y })

const POSTER = 'Ev1aB3dE5fG7hJ9kL1mN2p'
const CARD = `v1.${'a'.repeat(160)}.${'b'.repeat(24)}.${'c'.repeat(86)}`
const OFFER = { path: routes.gift, params: { campaignId: 'CP-2026-01', code: POSTER } }
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
  ['a card code', CARD, t.card],
  ['a card code that is cut off', CARD.slice(0, 200), t.cardCutOff],
  ['a card code of a later version', CARD.replace('v1', 'v2'), t.newer],
  ['an address that is cut off', `https://example.org/g/${POSTER.slice(0, 15)}`, t.cutOff],
  ['a code with a sign too few', POSTER.slice(1), t.cutOff],
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
  scanner.mockResolvedValueOnce([seen(`https://example.org/g/${POSTER}`)])
  const app = await renderApp({ as: 'courier', at: routes.scan })
  fireEvent.click(await button(t.album))
  await waitFor(() => expect(app.route()).toEqual(OFFER))
})

test.each([
  ['4 KB', 'a'.repeat(4096), t.tooLong],
  ['bytes that are no text', '\ufffd', t.garbled],
])('a photo of %s is named', async (_what, text, words) => {
  scanner.mockResolvedValueOnce([seen(text)])
  const app = await renderApp({ as: 'courier', at: routes.scan })
  fireEvent.click(await button(t.album))
  expect(await screen.findByText(words)).toBeVisible()
  expect(app.server.asked).not.toContain('resolveGiftCode')
})

test.each([
  ['beside each other', [seen(CARD, 0.2), seen(POSTER, 0.8)], [`左边:${t.kinds.card}`, `右边:${t.kinds.gift}`]],
  ['above each other', [seen('https://example.org', 0.5, 0.2), seen(POSTER, 0.6, 0.8)], ['上面:网址', `下面:${t.kinds.gift}`]],
  ['three', [seen('WIFI:x', 0.1), seen('tel:1', 0.5), seen(POSTER, 0.9)], ['第1个:无线网络码', '第2个:电话号码', `第3个:${t.kinds.gift}`]],
])('two codes and more on a photo, %s: asks which', async (_how, codes, labels) => {
  scanner.mockResolvedValueOnce(codes)
  const app = await renderApp({ as: 'courier', at: routes.scan })
  fireEvent.click(await button(t.album))
  expect(await screen.findByText(t.several(codes.length))).toBeVisible()
  expect(app.server.asked).not.toContain('resolveGiftCode')
  for (const label of labels) expect(await button(label)).toBeVisible()
  fireEvent.click(await button(labels.at(-1) ?? ''))
  await waitFor(() => expect(app.route()).toEqual(OFFER))
})

test('a photo without a code says what to do; a closed scanner says nothing', async () => {
  const unreadable = new DeviceError('UNREADABLE')
  scanner.mockRejectedValueOnce(unreadable).mockRejectedValueOnce(new DeviceError('CANCELLED'))
  await renderApp({ as: 'courier', at: routes.scan })
  const before = scanner.mock.calls.length
  fireEvent.click(await button(t.album))
  expect(await screen.findByText(unreadable.messageZh)).toBeVisible()
  fireEvent.click(await button(t.album))
  await waitFor(() => expect(scanner).toHaveBeenCalledTimes(before + 2))
  expect(screen.queryByText('已取消')).toBeNull()
})

test('a photo that takes long: says that it is being read', async () => {
  let answer = (_codes: FoundCode[]): void => undefined
  scanner.mockImplementationOnce(({ onPicked } = {}) => {
    onPicked?.()
    return new Promise((resolve) => (answer = resolve))
  })
  const app = await renderApp({ as: 'courier', at: routes.scan })
  fireEvent.click(await button(t.album))
  expect(await screen.findByText(t.reading)).toBeVisible()
  answer([seen(POSTER)])
  await waitFor(() => expect(app.route()).toEqual(OFFER))
})

describe('a browser with a camera', () => {
  const stop = jest.fn()
  let live: LiveScan
  beforeEach(() => {
    stop.mockClear()
    jest.mocked(canScanLive).mockReturnValue(true)
    camera.mockImplementation((scan) => {
      live = scan
      return Promise.resolve(stop)
    })
  })
  afterEach(() => jest.mocked(canScanLive).mockReturnValue(false))

  const opened = async () => {
    const app = await renderApp({ as: 'courier', at: routes.scan })
    fireEvent.click(await button(t.scan))
    expect(await screen.findByText(t.aim)).toBeVisible()
    return app
  }

  test('shows the picture, stops at the first code and goes to the offer', async () => {
    const app = await opened()
    expect(document.getElementById(live.containerId)).not.toBeNull()
    live.onCodes([seen(POSTER)])
    live.onCodes([seen(POSTER)])
    await waitFor(() => expect(app.route()).toEqual(OFFER))
    expect(stop).toHaveBeenCalled()
    expect(app.server.asked.filter((name) => name === 'resolveGiftCode')).toHaveLength(1)
  })

  test('a foreign code ends it with words, two ask which', async () => {
    await opened()
    live.onCodes([seen('WIFI:S:guest;;')])
    expect(await screen.findByText(t.foreign('无线网络码'))).toBeVisible()
    fireEvent.click(await button(t.scan))
    await screen.findByText(t.aim)
    expect(screen.queryByText(t.foreign('无线网络码'))).toBeNull()
    live.onCodes([seen(POSTER, 0.2), seen(CARD, 0.8)])
    expect(await screen.findByText(t.several(2))).toBeVisible()
  })

  test('is closed by the member, by leaving and by a call', async () => {
    const app = await opened()
    fireEvent.click(await button(t.closeCamera))
    await waitFor(() => expect(stop).toHaveBeenCalledTimes(1))
    fireEvent.click(await button(t.scan))
    await screen.findByText(t.aim)
    live.onLost()
    await waitFor(() => expect(screen.queryByText(t.aim)).toBeNull())
    fireEvent.click(await button(t.scan))
    await screen.findByText(t.aim)
    stop.mockClear()
    await app.relaunch(routes.mine)
    expect(stop).toHaveBeenCalledTimes(1)
  })

  test('does not stay on behind another page', async () => {
    await opened()
    await go(routes.consents)
    await waitFor(() => expect(stop).toHaveBeenCalledTimes(1))
  })

  test('left while the browser still asks for permission: the camera does not stay on', async () => {
    let allow = (_stop: () => void): void => undefined
    camera.mockImplementationOnce(() => new Promise((resolve) => (allow = resolve)))
    const app = await renderApp({ as: 'courier', at: routes.scan })
    fireEvent.click(await button(t.scan))
    expect(await screen.findByText(t.opening)).toBeVisible()
    await app.relaunch(routes.mine)
    allow(stop)
    await waitFor(() => expect(stop).toHaveBeenCalledTimes(1))
  })

  test('refused: says why and which ways are left', async () => {
    const denied = new DeviceError('DENIED')
    camera.mockRejectedValueOnce(denied)
    await renderApp({ as: 'courier', at: routes.scan })
    fireEvent.click(await button(t.scan))
    expect(await screen.findByText(t.noCameraDetail(denied.messageZh))).toBeVisible()
    expect(await button(t.album)).toBeVisible()
    expect(await button(t.read)).toBeVisible()
  })
})

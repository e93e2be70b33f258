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

const SAFE = '为了安全，掌上办没有打开它。请扫活动海报上的码。'
const FOR_REPS = '会员卡由工会工作人员扫描。领取赠送的保障，请扫活动海报上的码。'
const OTHER = '它不是活动码。请扫活动海报上的码。'

/** Whatever people hold before a scanner: [what it is, its text, title, what to do]. Word for word: these are for people in a queue. */
const refusals: readonly (readonly [what: string, text: string, title: string, detail: string])[] = [
  ['a WeChat purse', '134567890123456789', '这是微信付款码，不是活动码', SAFE],
  ['an Alipay purse', '281234567890123456', '这是支付宝付款码，不是活动码', SAFE],
  ['a WeChat shop', 'wxp://f2f0abcdefGHIJ', '这是收款码，不是活动码', SAFE],
  ['an Alipay shop', 'https://qr.alipay.com/fkx01234', '这是收款码，不是活动码', SAFE],
  ['a UnionPay shop', 'https://qr.95516.com/00010000/6212', '这是收款码，不是活动码', SAFE],
  ['another address', 'https://example.org/pay', '这是网址，不是活动码', SAFE],
  ['an address that pretends', `https://evil.example/login?g=${POSTER}`, '这是网址，不是活动码', SAFE],
  ['a script', `javascript:location='https://evil.example/g/${POSTER}'`, '这是文字，不是活动码', SAFE],
  ['a phone number', '13800138000', '这是电话号码，不是活动码', SAFE],
  ['a number to dial', 'tel:02012351', '这是电话号码，不是活动码', SAFE],
  ['a network', 'WIFI:S:guest;T:WPA;P:12345678;;', '这是无线网络码，不是活动码', SAFE],
  ['a visiting card', 'BEGIN:VCARD\nFN：陈\nEND:VCARD', '这是名片，不是活动码', SAFE],
  ['an invoice', '01,10,044001900111,12345678,100.00,20260101,1234', '这是发票码，不是活动码', SAFE],
  ['goods', '6901234567892', '这是商品条码，不是活动码', SAFE],
  ['some text', '你好', '这是文字，不是活动码', SAFE],
  ['nothing', ' ', '这是空白内容，不是活动码', SAFE],
  ['a colleague’s card', CARD, '这是会员卡动态码', FOR_REPS],
  ['half a card', CARD.slice(0, 200), '会员卡动态码不完整', FOR_REPS],
  ['a card of a later version', CARD.replace('v1', 'v2'), '这是新版会员码', '请更新掌上办后再试。'],
  ['half a poster', `https://example.org/g/${POSTER.slice(0, 15)}`, '活动码不完整', '请把整个二维码放进画面再扫一次；手动输入时，请核对22位字符是否都在。'],
  ['a sign too few', POSTER.slice(1), '活动码不完整', '请把整个二维码放进画面再扫一次；手动输入时，请核对22位字符是否都在。'],
  ['4 KB', 'a'.repeat(4096), '二维码里的内容太长', OTHER],
  ['4 KB of an address', `https://example.org/g/${'a'.repeat(4096)}`, '二维码里的内容太长', OTHER],
  ['bytes that are no text', '\ufffd\ufffdA', '二维码里的文字读不出来', OTHER],
]

test.each(refusals)('%s is named and never opened', async (_what, text, title, detail) => {
  const opened = jest.spyOn(window, 'open').mockReturnValue(null)
  scanner.mockResolvedValueOnce([seen(text)])
  const app = await renderApp({ as: 'courier', at: routes.scan })
  fireEvent.click(await button(t.album))
  expect(await screen.findByRole('alert')).toHaveTextContent(`${title}${detail}`)
  expect(app.server.asked).not.toContain('resolveGiftCode')
  expect(opened).not.toHaveBeenCalled()
  expect(app.route().path).toBe(routes.scan)
  expect(screen.queryByText(/evil\.example/)).toBeNull()
})

test('a foreign text that was typed stays in the field', async () => {
  await renderApp({ as: 'courier', at: routes.scan })
  await enter('13800138000')
  expect(await screen.findByText(t.foreign('电话号码'))).toBeVisible()
  expect(screen.getByRole('textbox', { name: t.code })).toHaveValue('13800138000')
})

test.each([
  ['forged', 'CODE_INVALID', '没有找到活动'],
  ['of a screen that has turned', 'CODE_EXPIRED', '这个二维码已过期'],
  ['come too early', 'CAMPAIGN_NOT_STARTED', '活动还没开始'],
] as const)('a poster %s: its own words, and no 重试 that cannot help', async (_what, code, title) => {
  const app = await renderApp({ as: 'courier', at: routes.scan })
  app.server.spoil('resolveGiftCode', code)
  await enter(POSTER)
  expect(await screen.findByRole('alert')).toHaveTextContent(`${title}${wordsOf(code)}`)
  expect(screen.queryByRole('button', { name: t.retry })).toBeNull()
})

test('the printed poster of an event that is over says so', async () => {
  const app = await renderApp({ as: 'courier', at: routes.scan })
  await app.moveClock({ advanceDays: 40 })
  await enter(POSTER)
  expect(await screen.findByRole('alert')).toHaveTextContent('这个二维码已过期活动已结束，这个二维码不再有效。')
})

test('without a network the code waits, also one that a link has brought and through a kill, and goes on', async () => {
  const app = await renderApp({ as: 'courier', at: routes.mine })
  app.goOffline()
  await app.relaunch(withParams(routes.scan, { code: POSTER }))
  expect(await screen.findByRole('alert')).toHaveTextContent(t.notAsked)
  await app.relaunch(routes.scan)
  expect(await screen.findByRole('textbox', { name: t.code })).toHaveValue(POSTER)
  fireEvent.click(await button(t.read))
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
  ['beside each other', [seen(CARD, 0.2), seen(POSTER, 0.8)], [`左边：${t.kinds.card}`, `右边：${t.kinds.gift}`]],
  ['above each other', [seen('https://example.org', 0.5, 0.2), seen(POSTER, 0.6, 0.8)], ['上面：网址', `下面：${t.kinds.gift}`]],
  ['three', [seen('WIFI:x', 0.1), seen('tel:1', 0.5), seen(POSTER, 0.9)], ['第1个：无线网络码', '第2个：电话号码', `第3个：${t.kinds.gift}`]],
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
    camera.mockClear()
    jest.mocked(canScanLive).mockReturnValue(true)
    camera.mockImplementation((scan) => {
      live = scan
      return Promise.resolve(stop)
    })
  })
  afterEach(() => jest.mocked(canScanLive).mockReturnValue(false))

  const opened = async () => {
    const app = await renderApp({ as: 'courier', at: routes.scan })
    // By itself: who comes here wants to scan.
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

  test('does not open for a code that a link has brought along, nor before sign-in', async () => {
    camera.mockClear()
    const app = await renderApp({ as: 'courier', at: withParams(routes.scan, { code: POSTER }) })
    await waitFor(() => expect(app.route()).toEqual(OFFER))
    await renderApp({ at: routes.scan })
    await screen.findByRole('checkbox', { name: signInTexts.agree })
    expect(camera).not.toHaveBeenCalled()
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
    expect(await screen.findByText(t.opening)).toBeVisible()
    await app.relaunch(routes.mine)
    allow(stop)
    await waitFor(() => expect(stop).toHaveBeenCalledTimes(1))
  })

  test('refused: says why and which ways are left', async () => {
    const denied = new DeviceError('DENIED')
    camera.mockRejectedValueOnce(denied)
    await renderApp({ as: 'courier', at: routes.scan })
    expect(await screen.findByText(t.noCameraDetail(denied.messageZh))).toBeVisible()
    expect(camera).toHaveBeenCalledTimes(1)
    expect(await button(t.album)).toBeVisible()
    expect(await button(t.read)).toBeVisible()
  })
})

import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { certificateTexts, scanTexts, verifyTexts as t } from '@/packages/gift/texts'
import { DeviceError } from '@/platform/device-error'
import { withParams } from '@/platform/navigation'
import * as sharing from '@/platform/share'
import { routes } from '@/routes'
import { press } from '@tests/builders/claim-app'
import { button, renderApp, type App } from '@tests/setup/render-app'

jest.mock('@/platform/scan', () => ({ scanCodes: jest.fn() }))
afterEach(() => jest.restoreAllMocks())

const ENROLMENT = 'EN-0001'
const certificate = () => renderApp({ as: 'courier', at: withParams(routes.certificate, { enrolmentId: ENROLMENT }) })
/** The link as it was handed on from the certificate's page. */
async function passedOn(): Promise<{ app: App; url: string; code: string }> {
  const share = jest.spyOn(sharing, 'shareLink').mockResolvedValue('shared')
  const app = await certificate()
  await press(certificateTexts.share)
  const url = share.mock.calls[0]?.[0].url ?? ''
  return { app, url, code: url.slice(-22) }
}

test('whoever has the link reads what stands on the certificate, without signing in', async () => {
  const { app, code } = await passedOn()
  const number = (await screen.findByText(/./, { selector: '.z-digits' })).textContent ?? ''
  expect(number).not.toBe('')
  for (const [name, value] of Object.entries({ code, q: encodeURIComponent(`https://zsb.example/v/${code}`) })) {
    await app.relaunch(withParams(routes.verify, { [name]: value }))
    expect(await screen.findByText(t.found)).toBeVisible()
    expect(screen.getByText(number)).toBeVisible()
    expect(screen.getByText('陈**')).toBeVisible()
    expect(app.route().path).toBe(routes.verify)
  }
})

test('nobody is asked to sign in', async () => {
  const app = await renderApp({ at: withParams(routes.verify, { code: 'A'.repeat(22) }) })
  expect(await screen.findByText(t.unknown)).toBeVisible()
  expect(app.route().path).toBe(routes.verify)
})

test.each(['', 'short', `${'A'.repeat(22)}x`])('a code that cannot be one (%j) is said to be unknown, and nobody is asked', async (code) => {
  const app = await renderApp({ at: withParams(routes.verify, { code }) })
  expect(await screen.findByText(t.unknown)).toBeVisible()
  expect(app.server.asked).not.toContain('checkCertificate')
})

test('without a network it says so, and not that the certificate is unknown', async () => {
  const { app, code } = await passedOn()
  app.goOffline()
  await app.relaunch(withParams(routes.verify, { code }))
  expect(await screen.findByRole('button', { name: /重试/ })).toBeVisible()
  expect(screen.queryByText(t.unknown)).toBeNull()
})

test('the scanner knows the code and opens what it stands for', async () => {
  const { app, url, code } = await passedOn()
  await app.relaunch(routes.scan)
  await userEvent.type(await screen.findByRole('textbox', { name: scanTexts.code }), url)
  fireEvent.click(await button(scanTexts.read))
  await waitFor(() => expect(app.route()).toEqual({ path: routes.verify, params: { code } }))
  expect(app.server.asked).not.toContain('resolveGiftCode')
})

test('the link that is passed on holds nothing of the person', async () => {
  const { url } = await passedOn()
  expect(url).toMatch(/^https:\/\/[^/]+\/v\/[\w-]{22}$/)
  expect(url).not.toContain(ENROLMENT)
})

test('copied where nothing shares; a refusal has words', async () => {
  const share = jest.spyOn(sharing, 'shareLink').mockResolvedValueOnce('copied').mockRejectedValueOnce(new DeviceError('DENIED'))
  await certificate()
  await press(certificateTexts.share)
  expect(await screen.findByText(certificateTexts.copied)).toBeVisible()
  await press(certificateTexts.share)
  expect(await screen.findByText(/^没有分享成功。没有得到允许/)).toBeVisible()
  expect(share).toHaveBeenCalledTimes(2)
})

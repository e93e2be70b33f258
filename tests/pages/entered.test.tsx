import { fireEvent, screen, waitFor } from '@testing-library/react'
import { scanTexts, verifyTexts } from '@/packages/gift/texts'
import { texts as signInTexts } from '@/pages/sign-in/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { button, renderApp } from '@tests/setup/render-app'

jest.mock('@/platform/scan', () => ({ scanCodes: jest.fn() }))
jest.mock('@/platform/scan-live', () => ({ canScanLive: jest.fn(() => false), scanLive: jest.fn() }))

/** Pages that WeChat's link rules, own codes and links may open, each with whatever they bring along. */
const POSTER = 'Ev1aB3dE5fG7hJ9kL1mN2p'
const gift = `https://zsb.example/g/${POSTER}`
const certificate = `https://zsb.example/v/${'A'.repeat(22)}`
const OFFER = { path: routes.gift, params: { campaignId: 'CP-2026-01', code: POSTER } }

/** As it stands in the address: once encoded by whoever made it, and once more where nobody has decoded it (iOS). */
const forms: readonly (readonly [name: string, params: Record<string, string>])[] = [
  ['q of a link rule', { q: gift }],
  ['q still encoded', { q: encodeURIComponent(gift) }],
  ['q encoded twice', { q: encodeURIComponent(encodeURIComponent(gift)) }],
  ['scene', { scene: POSTER }],
  ['a named scene', { scene: `g=${POSTER}` }],
  ['a named scene still encoded', { scene: `g%3D${POSTER}` }],
  ['q with WeChat’s time of the scan', { q: encodeURIComponent(gift), scancode_time: '1700000000' }],
  ['code', { code: POSTER }],
]

test.each(forms)('scan page, %s: to the offer', async (_name, params) => {
  const app = await renderApp({ as: 'courier', at: withParams(routes.scan, params) })
  await waitFor(() => expect(app.route()).toEqual(OFFER))
})

test.each(forms)('scan page before sign-in, %s: to the offer after it', async (_name, params) => {
  const app = await renderApp({ at: withParams(routes.scan, params) })
  fireEvent.click(await screen.findByRole('checkbox', { name: signInTexts.agree }))
  fireEvent.click(await button(/陈速达/))
  await waitFor(() => expect(app.route().path).toBe(routes.gift))
  expect(app.route().params.campaignId).toBe('CP-2026-01')
})

test.each(['q', 'scene', 'code'])('scan page, a certificate in %s: looked up, and nobody signs in', async (name) => {
  const app = await renderApp({ at: withParams(routes.scan, { [name]: encodeURIComponent(certificate) }) })
  expect(await screen.findByText(verifyTexts.unknown)).toBeVisible()
  expect(app.route().path).toBe(routes.verify)
})

test.each(['q', 'scene'])('verify page, an event’s link in %s: on to where it belongs', async (name) => {
  const app = await renderApp({ as: 'courier', at: withParams(routes.verify, { [name]: gift }) })
  await waitFor(() => expect(app.route()).toEqual(OFFER))
})

test('a link that is cut off is said to be so', async () => {
  await renderApp({ as: 'courier', at: withParams(routes.scan, { q: encodeURIComponent(gift.slice(0, -3)) }) })
  expect(await screen.findByText(scanTexts.cutOff)).toBeVisible()
})

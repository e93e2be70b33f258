import axe from 'axe-core'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { texts as card } from '@/pages/card/texts'
import { routes } from '@/routes'
import { withParams } from '@/platform/navigation'
import { button, renderApp } from '@tests/setup/render-app'

/** These need a layout or a canvas, which jsdom has not: the browser tests check them. */
const NEEDS_LAYOUT = { 'color-contrast': { enabled: false }, 'target-size': { enabled: false }, 'label-content-name-mismatch': { enabled: false }, region: { enabled: false } }

async function violations(): Promise<string[]> {
  const found = await axe.run(document.body, { rules: NEEDS_LAYOUT })
  return found.violations.map((violation) => `${violation.id}: ${violation.nodes.map(({ html }) => html).join(' ')}`)
}
const settled = () => waitFor(() => expect(screen.queryByText('加载中')).toBeNull())

test.each([
  ['home', routes.home], ['card', routes.card], ['claims', routes.claims], ['mine', routes.mine],
  ['gifts', routes.gifts], ['gift', withParams(routes.gift, { campaignId: 'CP-2026-01' })], ['scan', routes.scan],
  ['claimDetail', withParams(routes.claimDetail, { claimId: 'CLM-2026-000022' })], ['claimSupplement', withParams(routes.claimSupplement, { claimId: 'CLM-2026-000022' })],
  ['claimAppeal', withParams(routes.claimAppeal, { claimId: 'CLM-2026-000022' })],
  ['bankCard', routes.bankCard], ['consents', routes.consents], ['messages', routes.messages], ['about', routes.about], ['tester', routes.tester],
])('axe finds nothing on %s', async (_name, at) => {
  await renderApp({ as: 'trade', at })
  await screen.findByRole('heading', { level: 1 })
  await settled()
  expect(await violations()).toEqual([])
})

test('axe finds nothing on sign-in, also with its problems shown', async () => {
  await renderApp({ at: routes.signIn })
  fireEvent.click(await button('登录'))
  await screen.findByRole('alert')
  expect(await violations()).toEqual([])
})

test('axe finds nothing on the enlarged card', async () => {
  await renderApp({ as: 'courier', at: routes.card })
  fireEvent.click(await button(card.enlarge))
  await screen.findByRole('img', { name: card.codeLabel })
  expect(await violations()).toEqual([])
})

import { act, fireEvent, screen, waitFor } from '@testing-library/react'
import { configQuery } from '@/api/config'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import type { Notice } from '@/contract/schemas/session'
import { __calls } from '@tests/setup/taro'
import { button, renderApp, type App } from '@tests/setup/render-app'

const outage: Notice = { page: 'all', titleZh: '系统维护', textZh: '今晚22时恢复。', phone: '12351', blocking: true }

/** Opens a page and lets the server say this about it. */
async function openWith(at: string, notice: Notice, as: string | undefined = 'trade'): Promise<App> {
  const app = await renderApp({ as, at })
  const { queryKey } = configQuery()
  await waitFor(() => expect(app.client.getQueryData(queryKey)).toBeDefined())
  act(() => void app.client.setQueryData(queryKey, (config) => config && { ...config, notices: [notice] }))
  return app
}

const one = { claimId: 'c1', payoutId: 'p1', campaignId: 'CP-2026-01', enrolmentId: 'e1' }
test.each([
  ['home', routes.home], ['card', routes.card], ['claims', routes.claims], ['mine', routes.mine],
  ['gifts', routes.gifts], ['gift', routes.gift], ['gift', routes.scan], ['certificate', routes.certificate],
  ['claimDraft', routes.claimStart], ['claimDraft', routes.claimStay], ['claimDraft', routes.claimAmounts], ['claimDraft', routes.claimPapers], ['claimDraft', routes.claimCheck],
  ['claimDetail', routes.claimReceipt], ['claimDetail', routes.claimDetail],
  ['payouts', routes.payouts], ['payoutDetail', routes.payoutDetail],
  ['bankCard', routes.bankCard], ['consents', routes.consents], ['messages', routes.messages],
])('an outage of «%s» stands in place of %s, with the number that helps', async (page, path) => {
  await openWith(withParams(path, one), { ...outage, page })
  await screen.findByText(outage.textZh)
  expect(screen.getByRole('alert')).toHaveTextContent('系统维护今晚22时恢复。')
  expect(screen.getByRole('heading', { level: 1 })).toBeVisible()
  expect(document.querySelector('.z-page-footer')).toBeNull()
  expect(document.querySelector('.z-page-body')?.textContent).toBe('系统维护今晚22时恢复。拨打 12351')
  fireEvent.click(await button('拨打 12351'))
  expect(__calls('makePhoneCall')).toHaveLength(1)
})

test('before sign-in too', async () => {
  await openWith(routes.signIn, outage, undefined)
  expect(await screen.findByText(outage.textZh)).toBeVisible()
  expect(document.querySelector('.z-page-footer')).toBeNull()
})

test('the outage of another page is none of this one', async () => {
  await openWith(routes.messages, { ...outage, page: 'bankCard' })
  expect((await screen.findAllByRole('button', { name: /未读/ }))[0]).toBeVisible()
  expect(screen.queryByText(outage.titleZh)).toBeNull()
  expect(screen.queryByRole('alert')).toBeNull()
})

test('an announcement stands above the content', async () => {
  await openWith(routes.messages, { ...outage, blocking: false })
  expect(await screen.findByText(outage.titleZh)).toBeVisible()
  expect((await screen.findAllByRole('button', { name: /未读/ }))[0]).toBeVisible()
})

test('who has withdrawn C1 hears of an outage of the card, not of the consent', async () => {
  const app = await openWith(routes.card, { ...outage, page: 'card' })
  app.server.spoil('getCard', 'CONSENT_REQUIRED')
  act(() => void app.client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[1] === 'card' }))
  await waitFor(() => expect(app.server.asked.filter((name) => name === 'getCard').length).toBeGreaterThan(1))
  expect(await screen.findByText(outage.textZh)).toBeVisible()
  expect(document.querySelector('.z-page-footer')).toBeNull()
})

import { screen, waitFor } from '@testing-library/react'
import { texts } from '@/packages/claim/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import type { SubscriptionResult } from '@/platform/subscribe'
import { askingWords } from '@/ui'
import { press } from '@tests/builders/claim-app'
import { aSubmittedClaim } from '@tests/builders/driver-claims'
import { grant } from '@tests/builders/golden-claims'
import { peopleOf, signIn } from '@tests/builders/people'
import { renderApp, type App } from '@tests/setup/render-app'

/** WeChat's side of the question. */
const wechat: { asked: string[][]; says: (ids: string[]) => SubscriptionResult | Promise<SubscriptionResult> } = { asked: [], says: () => ({}) }
jest.mock('@/platform/subscribe', () => ({
  canSubscribe: () => true,
  askSubscription: async (ids: string[]) => {
    wechat.asked.push(ids)
    return wechat.says(ids)
  },
}))

const t = texts.subscribe
const all = (answer: 'accept' | 'reject') => (ids: string[]): SubscriptionResult => Object.fromEntries(ids.map((id) => [id, answer]))

/** The receipt of a claim that persona driver has just handed in. */
async function receipt(c7 = true): Promise<App> {
  wechat.asked = []
  const app = await renderApp({ as: 'driver', at: routes.about })
  await grant(peopleOf(app.backend.core), 'driver', 'C7', c7)
  const { claimId } = await aSubmittedClaim(app.backend.core)
  await app.relaunch(withParams(routes.claimReceipt, { claimId }))
  await screen.findByText(texts.receipt.headline)
  return app
}
const ledger = async ({ backend }: App) => (await (await signIn(backend.core, 'driver'))('listSubscriptions', { query: { after: 'SUBMIT' } })).ok().items
const left = async (app: App): Promise<number> => (await ledger(app)).reduce((sum, item) => sum + item.left, 0)

test('asked by a tap, three kinds at most; what WeChat answers stands in the ledger', async () => {
  wechat.says = (ids) => Object.fromEntries(ids.map((id, at) => [id, at === 1 ? 'reject' : 'accept']))
  const app = await receipt()
  expect(await screen.findByText(t.title)).toBeVisible()
  expect(wechat.asked).toEqual([])
  await press(t.yes)
  expect(await screen.findByText(t.saved)).toBeVisible()
  expect(wechat.asked).toHaveLength(1)
  expect(wechat.asked[0]).toHaveLength(3)
  expect((await ledger(app)).filter((item) => item.left > 0).map(({ template }) => template)).toEqual(['ACTION_NEEDED', 'PAYOUT_RESULT'])
})

test.each([
  ['不用了', async () => press(t.no), 0],
  ['in WeChat', async () => press(t.yes), 1],
])('refused (%s): said once, and not asked again after the next claim', async (_, refuse, asked) => {
  wechat.says = all('reject')
  const app = await receipt()
  await screen.findByText(t.title)
  await refuse()
  expect(await screen.findByText(t.refused)).toBeVisible()
  expect(wechat.asked).toHaveLength(asked)
  expect((await ledger(app)).some(({ offered }) => offered)).toBe(false)
  const { path, params } = app.route()
  await app.relaunch(withParams(path, params))
  await screen.findByText(texts.receipt.headline)
  await waitFor(() => expect(app.server.asked).toContain('listSubscriptions'))
  expect(screen.queryByText(t.title)).toBeNull()
})

test('WeChat fails (switched off, no tap): nothing is claimed to be on', async () => {
  wechat.says = () => Promise.reject(new Error('switched off'))
  const app = await receipt()
  await press(t.yes)
  expect(await screen.findByText(t.refused)).toBeVisible()
  expect(await left(app)).toBe(0)
})

test('the answer does not reach the server: says so, and the same answer goes again by itself, without a second question', async () => {
  wechat.says = all('accept')
  const app = await receipt()
  await screen.findByText(t.title)
  app.server.loseAnswer('answerSubscriptions')
  await press(t.yes)
  expect(await screen.findByText(askingWords.title)).toBeVisible()
  expect(await screen.findByText(t.saved)).toBeVisible()
  expect(wechat.asked).toHaveLength(1)
  // The lost answer had been handled: its key kept it from counting twice.
  expect(await left(app)).toBe(3)
})

test('without C7: no question', async () => {
  const app = await receipt(false)
  await waitFor(() => expect(app.server.asked).toContain('listSubscriptions'))
  expect(screen.queryByText(t.title)).toBeNull()
})

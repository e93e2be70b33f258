import { fireEvent, screen, waitFor } from '@testing-library/react'
import { endpoints, type Endpoint, type EndpointName } from '@/contract/endpoints'
import { scanTexts } from '@/packages/event/texts'
import { orderTexts } from '@/packages/gift/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { askingWords } from '@/ui'
import { goOn, inHand, quiet, readyTo } from '@tests/builders/act-app'
import { acts, titleOf } from '@tests/builders/acts'
import { renderApp } from '@tests/setup/render-app'

/** Every act whose answer is lost once: nobody is told that it failed, the truth is asked for, and it is done once. */

/** Signed out, there is nothing to ask for: words say what may have happened, and it is done again by hand. */
const byHand: Partial<Record<EndpointName, string>> = { signIn: '可能已经登录成功', sendSmsCode: '短信可能已经发出' }
/** What nobody waits for (tests/unit/acts-through-act.test.ts has the reason). */
const quietly: readonly EndpointName[] = ['endSession']
const UNSURE = '现在还不知道是否成功'
const hasKey = (name: EndpointName): boolean => (endpoints[name] as Endpoint).idempotent === true
const wordsOf = (name: EndpointName): string => (name === 'submitScan' || name === 'submitEntry' ? scanTexts.lost : askingWords.title)

test.each(acts.filter(({ sends }) => sends in byHand).map((act) => [titleOf(act), act] as const))('%s, by hand', async (_, act) => {
  const { app: { server }, button } = await readyTo(act)
  server.loseAnswer(act.sends)
  fireEvent.click(button)
  expect(await screen.findByText(new RegExp(byHand[act.sends] ?? '无'))).toBeVisible()
  expect([server.asked.filter((name) => name === act.sends).length, screen.queryByText(/网络没有连上/)]).toEqual([1, null])
}, 30_000)

test.each(acts.filter(({ sends }) => !quietly.includes(sends) && !(sends in byHand)).map((act) => [titleOf(act), act] as const))('%s', async (_, act) => {
  const { app, button } = await readyTo(act)
  const { server } = app
  server.loseAnswer(act.sends)
  fireEvent.click(button)
  await goOn(act)
  await inHand.sees(wordsOf(act.sends))
  const sent = (): number => server.asked.filter((name) => name === act.sends).length
  if (hasKey(act.sends)) await waitFor(() => expect(sent()).toBe(2))
  await waitFor(() => expect(screen.queryByText(wordsOf(act.sends))).toBeNull())
  await quiet(app)
  // Without a key nothing is sent twice: the page is asked for anew, and shows what became of it.
  if (!hasKey(act.sends)) return expect(sent()).toBe(1)
  expect([sent(), new Set(server.keys.slice(0, 2)).size, screen.queryByText(UNSURE)]).toEqual([2, 1, null])
}, 30_000)

test('paid, and nobody knows whether: the order says so until it has been asked for', async () => {
  const app = await renderApp({ as: 'industrial', at: withParams(routes.plan, { planId: 'P4' }) })
  await inHand.choose(orderTexts.self)
  await inHand.choose('微信支付')
  app.server.spoil('payOrder', 'INTERNAL')
  const answer = app.server.hold('getOrder')
  await inHand.press(orderTexts.buy(3_000))
  expect(await screen.findByText(orderTexts.unsure)).toBeVisible()
  answer()
  await waitFor(() => expect(screen.queryByText(orderTexts.unsure)).toBeNull())
  expect(await screen.findByText(orderTexts.pay(3_000))).toBeVisible()
})

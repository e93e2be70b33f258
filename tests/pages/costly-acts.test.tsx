import { fireEvent, screen, waitFor } from '@testing-library/react'
import { routes as endpoints } from '@/contract/routes'
import type { EndpointName } from '@/contract/endpoints'
import { agentTexts } from '@/packages/account/agent-texts'
import { profileTexts } from '@/packages/account/profile-texts'
import { consentTexts } from '@/packages/account/texts'
import { afterTexts } from '@/packages/claim/after-texts'
import { texts as claim } from '@/packages/claim/texts'
import { deskTexts, scanTexts } from '@/packages/event/texts'
import { joinTexts, orderTexts } from '@/packages/gift/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { goOn, inHand, quiet, readyTo } from '@tests/builders/act-app'
import { acts, titleOf } from '@tests/builders/acts'
import { matchedAll, UNSAMPLED_NO } from '@tests/builders/after-submission'
import { createWorld } from '@tests/builders/world'
import { repAt } from '@tests/builders/rep-app'
import { answer, dialog } from '@tests/setup/dialog'
import { renderApp, type App } from '@tests/setup/render-app'

/**
 * What costs the member or the rep something is asked about with words that name it, or those words stand beside the button, or it is undone
 * as easily. Every act of the contract is in one of the three; what asks is marked in `builders/acts.ts` (`yes`).
 */
const unasked: Partial<Record<EndpointName, { says: string } | { free: string }>> = {
  sendSmsCode: { free: 'a code runs out by itself' },
  signIn: { free: 'signed out again at any time' },
  changePhone: { says: profileTexts.phoneWhy },
  setConsent: { free: 'given under its own open text, withdrawn at any time in 授权与同意' },
  createAuthorisation: { says: agentTexts.intro },
  applyForMembership: { says: joinTexts.intro },
  joinWaitlist: { free: 'left again at any time' },
  createEnrolment: { free: 'a present' },
  createOrder: { says: orderTexts.buy(3_000) },
  payOrder: { says: orderTexts.pay(3_000) },
  bindRepDevice: { says: deskTexts.bindDetail },
  drawLease: { free: 'given back by the button that then stands there' },
  submitScan: { free: 'the work itself; the member confirms or signs' },
  submitEntry: { free: 'the work itself; the member signs' },
  createClaim: { free: 'a draft, deleted at any time' },
  updateClaim: { free: 'a draft, changed at any time' },
  submitClaim: { says: claim.check.declare },
  resubmitClaim: { says: claim.supplement.leave },
  confirmAutoClaim: { says: claim.answer.decline },
  answerRecovery: { free: `changed by ${afterTexts.recovery.again}` },
  giveFeedback: { free: 'an opinion' },
  putBankAccount: { free: 'another card takes its place at any time' },
}

const asking = acts.filter(({ yes }) => yes !== undefined)
const silent = acts.filter(({ yes }) => yes === undefined)
const writes = ({ server }: App): EndpointName[] => server.asked.filter((name) => endpoints[name][0] !== 'GET')

/** What stands on the screen, without what only a screen reader hears. */
function seen(): string {
  const copy = document.body.cloneNode(true) as HTMLElement
  copy.querySelectorAll('.z-spoken, [hidden]').forEach((element) => element.remove())
  return copy.textContent ?? ''
}

test('every act asks, says what it costs, or is free; no row is left over', () => {
  expect(silent.filter(({ sends }) => !unasked[sends]).map(titleOf)).toEqual([])
  expect(Object.keys(unasked).filter((name) => !silent.some(({ sends }) => sends === name))).toEqual([])
})

test.each(asking.map((act) => [titleOf(act), act] as const))('%s asks, names what follows, and does nothing on «no»', async (_, act) => {
  const { app, button } = await readyTo(act)
  fireEvent.click(button)
  const text = (await dialog()).querySelector('.z-dialog-text')?.textContent ?? ''
  expect(text.length).toBeGreaterThan(8)
  const before = seen().replace(text, '')
  await answer(false)
  await quiet(app)
  expect(writes(app)).toEqual([])
  fireEvent.click(button)
  await goOn(act)
  await waitFor(() => expect(writes(app)).toContain(act.sends))
  await quiet(app)
  expect(seen()).not.toBe(before)
})

test.each(silent.map((act) => [titleOf(act), act] as const))('%s: what it costs stands there, and what came of it can be seen', async (_, act) => {
  const { app, button } = await readyTo(act)
  const cost = unasked[act.sends]
  const before = seen()
  if (cost && 'says' in cost) expect(before).toContain(cost.says)
  fireEvent.click(button)
  await waitFor(() => expect(writes(app)).toContain(act.sends))
  await quiet(app)
  expect(seen()).not.toBe(before)
})

// --- switches, and what happens on the phone alone

test('自动到账 off: said what follows, and on again by the same tap', async () => {
  const world = await createWorld()
  await matchedAll(world, [UNSAMPLED_NO])
  const courier = await world.as('courier')
  ;(await courier('setConsent', { params: { consentId: 'C2' }, body: { granted: true, version: '1.0', standing: true } })).ok()
  const app = await renderApp({ as: 'courier', backend: world, at: routes.consents })
  const knob = await screen.findByRole('switch', { name: new RegExp(`^${consentTexts.standing}`) })
  expect(screen.getByText(consentTexts.standingDetail)).toBeVisible()
  for (const on of [false, true]) {
    fireEvent.click(knob)
    await waitFor(() => expect(knob).toHaveAttribute('aria-checked', String(on)))
    expect(await screen.findByText(consentTexts.standingSaved(on))).toBeInTheDocument()
  }
  expect(writes(app)).toEqual(['setConsent', 'setConsent'])
})

test('先放下: asks, and what was answered meanwhile is read instead', async () => {
  const { app, crowd } = await repAt(routes.repScan)
  await inHand.type(scanTexts.code, await crowd.code('courier'))
  app.server.cut(true)
  await inHand.press(scanTexts.check)
  await inHand.sees(scanTexts.lost)
  await inHand.press(scanTexts.drop)
  expect(await dialog()).toHaveTextContent(scanTexts.dropAsk.text)
  await answer(false)
  expect(screen.getByText(scanTexts.lost)).toBeVisible()
  await inHand.press(scanTexts.drop)
  app.server.cut(false)
  await screen.findByText(/陈\*\*/)
  await answer(true)
  await quiet(app)
  expect(screen.getByText(/陈\*\*/)).toBeVisible()
})

test('先放下, and nothing was answered: the next one', async () => {
  const { app, crowd } = await repAt(routes.repScan)
  await inHand.type(scanTexts.code, await crowd.code('courier'))
  app.server.cut(true)
  await inHand.press(scanTexts.check)
  await inHand.sees(scanTexts.lost)
  await inHand.press(scanTexts.drop)
  await answer(true)
  await waitFor(() => expect(screen.queryByText(scanTexts.lost)).toBeNull())
  expect(screen.getByText(scanTexts.idle)).toBeVisible()
})

test('不用，不再提示: where it can be had later stands beside it', async () => {
  await renderApp({ as: 'trade', at: withParams(routes.home, {}) })
  expect(await screen.findByText(/以后也可以在“授权与同意”里开启/)).toBeVisible()
})

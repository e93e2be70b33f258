import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { call } from '@/api/call'
import { wordsOf } from '@/contract/errors'
import { certificateTexts as c, offersTexts as list, offerTexts as t } from '@/packages/gift/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { useSession } from '@/state/session-store'
import { askingWords } from '@/ui'
import { signIn } from '@tests/builders/people'
import { button, renderApp, type App } from '@tests/setup/render-app'

const CAMPAIGN = 'CP-2026-01'
const offerAt = withParams(routes.gift, { campaignId: CAMPAIGN })
const C1 = '身份与参保状态核验'
const box = (title: string) => screen.findByRole('checkbox', { name: t.agree(title) })
const enrolments = async (app: App) => (await (await signIn(app.backend.core, 'courier'))('listEnrolments')).ok().items
const enrolling = (app: App) => app.server.asked.filter((name) => name === 'createEnrolment').length

/** The courier as somebody who has consented to nothing yet. */
const withoutConsents: NonNullable<Parameters<typeof renderApp>[0]['prepare']> = async ({ store }) => {
  await store.transact(async (tx) => {
    for (const consent of await tx.list('consent', 'courier')) await tx.put('consent', { ...consent, granted: false })
  })
}

test('an offer says what, from whom, how many are left, until when, and leads to its page', async () => {
  const app = await renderApp({ as: 'courier', at: routes.gifts })
  const offer = await button(/新就业形态劳动者二次医保赠送/)
  expect(offer).toHaveTextContent(list.states.AVAILABLE)
  expect(offer).toHaveTextContent('海珠区总工会(示例)')
  expect(offer).toHaveTextContent(/约剩\d+个名额/)
  expect(offer).toHaveTextContent(list.until('2026-12-20'))
  fireEvent.click(offer)
  expect(app.route()).toEqual({ path: routes.gift, params: { campaignId: CAMPAIGN } })
})

test('nothing offered: what to do instead', async () => {
  const app = await renderApp({ as: 'woman-p6', at: routes.gifts })
  expect(await screen.findByText(list.empty)).toBeVisible()
  fireEvent.click(await button(list.scan))
  expect(app.route().path).toBe(routes.scan)
})

test('the plan page: what it pays, what not, waiting period, sample labels, and each condition', async () => {
  await renderApp({ as: 'courier', at: offerAt })
  for (const heading of [t.pays, t.notPaid, t.waiting, t.figures, t.eligibility, t.period]) expect(await screen.findByRole('heading', { name: heading })).toBeVisible()
  expect(screen.getAllByText('示例数据').length).toBeGreaterThan(0)
  // Whose certificate it will be.
  for (const words of ['陈**', 'GD-0000-0001', t.verified]) expect(screen.getByText(words)).toBeVisible()
  // One line as long as all is met; each condition on request.
  expect(screen.getByText(/^\d+项条件都符合$/)).toBeVisible()
  fireEvent.click(await button(t.showChecks))
  expect(screen.getAllByText(t.ok).length).toBeGreaterThan(3)
  expect(screen.getByText(t.date('2026-11-24'))).toBeVisible()
  fireEvent.click(await button(t.showClauses))
  expect(await button(t.hideClauses)).toBeVisible()
})

test('takes the gift: the certificate names first and last day and from when it pays', async () => {
  const app = await renderApp({ as: 'courier', at: offerAt })
  fireEvent.click(await button(t.confirm))
  expect(await screen.findByText(c.done)).toBeVisible()
  expect(app.route().path).toBe(routes.certificate)
  expect(screen.getByText(c.firstDayAt('2026-11-24'))).toBeVisible()
  expect(screen.getByText(c.lastDayAt('2027-11-23'))).toBeVisible()
  expect(screen.getByText(c.waitingUntil('2026-12-23'))).toBeVisible()
  expect(screen.getByText(c.benefitsFromAt('2026-12-24'))).toBeVisible()
  expect(screen.getByText('陈**')).toBeVisible()
  fireEvent.click(await button(c.card))
  expect(app.route().path).toBe(routes.card)
})

test('two taps give one enrolment', async () => {
  const app = await renderApp({ as: 'courier', at: offerAt })
  const confirm = await button(t.confirm)
  fireEvent.click(confirm)
  fireEvent.click(confirm)
  await screen.findByText(c.done)
  expect(enrolling(app)).toBe(1)
  expect((await enrolments(app)).filter(({ campaignId }) => campaignId === CAMPAIGN)).toHaveLength(1)
})

test('again tomorrow shows the same certificate', async () => {
  const app = await renderApp({ as: 'courier', at: offerAt })
  fireEvent.click(await button(t.confirm))
  await screen.findByText(c.done)
  const { params } = app.route()
  await app.moveClock({ advanceDays: 1 })
  await app.relaunch(offerAt)
  fireEvent.click(await button(t.certificate))
  await screen.findByText(c.done)
  expect(app.route().params).toEqual(params)
})

test('an answer that was lost: not called a failure, asked for with the same key, one enrolment', async () => {
  const app = await renderApp({ as: 'courier', at: offerAt })
  const confirm = await button(t.confirm)
  app.server.loseAnswer('createEnrolment')
  fireEvent.click(confirm)
  expect(await screen.findByText(askingWords.title)).toBeVisible()
  expect(screen.queryByText(t.refused)).toBeNull()
  await screen.findByText(c.done)
  expect(enrolling(app)).toBe(2)
  // One for the place that is kept, one for both tries.
  expect(new Set(app.server.keys).size).toBe(2)
  expect((await enrolments(app)).filter(({ campaignId }) => campaignId === CAMPAIGN)).toHaveLength(1)
})

test('consents one by one, unticked; the one that is needed is asked for, the others never', async () => {
  const app = await renderApp({ as: 'courier', at: offerAt, prepare: withoutConsents })
  const needed = await box(C1)
  const boxes = screen.getAllByRole('checkbox')
  expect(boxes).toHaveLength(3)
  for (const each of boxes) expect(each).toHaveAttribute('aria-checked', 'false')
  fireEvent.click(await button(t.confirm))
  expect(needed).toHaveAccessibleDescription(expect.stringContaining(t.agreeFirst(C1)))
  expect(within(screen.getByRole('alert')).getByText(t.agreeFirst(C1))).toBeVisible()
  expect(enrolling(app)).toBe(0)
  fireEvent.click(needed)
  fireEvent.click(await button(t.confirm))
  await screen.findByText(c.done)
  const consents = (await (await signIn(app.backend.core, 'courier'))('listConsents')).ok().items
  expect(consents.filter(({ granted }) => granted).map(({ consentId }) => consentId)).toEqual(['C1'])
})

test('who is not eligible reads which condition fails and what helps, and finds no 确认领取', async () => {
  await renderApp({ as: 'over60', at: offerAt })
  expect((await screen.findAllByText(t.notOk)).length).toBeGreaterThan(0)
  expect(screen.queryByRole('button', { name: t.confirm })).toBeNull()
  expect(await button(t.call('12351'))).toBeVisible()
})

test('refused at the last moment: the words of the server in place, and the page is asked for again', async () => {
  const app = await renderApp({ as: 'courier', at: offerAt })
  const confirm = await button(t.confirm)
  app.server.spoil('createEnrolment', 'QUOTA_EXHAUSTED')
  fireEvent.click(confirm)
  const alert = await screen.findByRole('alert')
  expect(alert).toHaveTextContent(t.refused)
  expect(alert).toHaveTextContent(wordsOf('QUOTA_EXHAUSTED'))
  await waitFor(() => expect(app.server.asked.filter((name) => name === 'getGiftOffer').length).toBeGreaterThan(1))
})

test.each([
  ['listGiftOffers', routes.gifts],
  ['getGiftOffer', offerAt],
  ['getEnrolment', withParams(routes.certificate, { enrolmentId: 'EN-x' })],
] as const)('%s fails: words and 重试', async (endpoint, at) => {
  const app = await renderApp({ as: 'courier', at: routes.about })
  app.server.spoil(endpoint, 'INTERNAL')
  await app.relaunch(at)
  expect(await button('重试')).toBeVisible()
  expect(screen.getByText(/服务出了点问题/)).toBeVisible()
})

test('a certificate opens without a network, with the date of its data', async () => {
  const app = await renderApp({ as: 'courier', at: offerAt })
  fireEvent.click(await button(t.confirm))
  await screen.findByText(c.done)
  const at = withParams(routes.certificate, app.route().params)
  await new Promise((resolve) => setTimeout(resolve, 500))
  app.goOffline()
  await app.relaunch(at)
  expect(await screen.findByText(c.firstDayAt('2026-11-24'))).toBeVisible()
  expect(await screen.findByText(/^数据更新于 /)).toBeVisible()
})

test('a certificate of somebody else is not shown', async () => {
  const app = await renderApp({ as: 'courier', at: offerAt })
  fireEvent.click(await button(t.confirm))
  await screen.findByText(c.done)
  const at = withParams(routes.certificate, app.route().params)
  useSession.getState().signedIn(await call('signIn', { body: { method: 'wechat', code: 'test:driver', privacyVersion: '1.0' } }))
  await app.relaunch(at)
  expect(await screen.findByText(wordsOf('NOT_FOUND'))).toBeVisible()
  expect(screen.queryByText('陈**')).toBeNull()
})

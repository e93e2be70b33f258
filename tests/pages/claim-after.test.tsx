import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterTexts } from '@/packages/claim/after-texts'
import { texts } from '@/packages/claim/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { press, type } from '@tests/builders/claim-app'
import { CLAIMANT, claimAt, grant } from '@tests/builders/golden-claims'
import { peopleOf } from '@tests/builders/people'
import { renderApp } from '@tests/setup/render-app'

const { recovery, feedback } = afterTexts

/** The golden claim, paid; with `order`, what the office did with it afterwards. */
async function paidClaim(order?: { decision: 'RECOVER'; reasonCode: string; amountFen: number }) {
  const app = await renderApp({ as: CLAIMANT, at: routes.about })
  const people = peopleOf(app.backend.core)
  const { claimId } = await claimAt(people, 'PAID')
  if (order) (await (await people.tester())('decideClaim', { params: { claimId }, body: order })).ok()
  await app.relaunch(withParams(routes.claimDetail, { claimId }))
  return { app, people, claimId, onServer: async () => (await (await people.as(CLAIMANT))('getClaim', { params: { claimId } })).ok() }
}

test('money that is to come back: a way, an objection, and the office closes it', async () => {
  const { people, claimId, onServer, app } = await paidClaim({ decision: 'RECOVER', reasonCode: 'OVERPAID', amountFen: 100_000 })
  const card = await screen.findByRole('heading', { name: recovery.title })
  expect(card).toBeVisible()
  await press(recovery.submit)
  expect(await screen.findByText(recovery.nothing)).toBeVisible()
  await userEvent.click(screen.getByRole('radio', { name: new RegExp(`^${recovery.offset}`) }))
  await type(recovery.objection, '金额没有多发。')
  await press(recovery.submit)
  expect(await screen.findByText(recovery.done)).toBeVisible()
  expect((await onServer()).recovery).toMatchObject({ amountFen: 100_000, choice: 'OFFSET', objectionZh: '金额没有多发。', settled: false })
  ;(await (await people.tester())('decideClaim', { params: { claimId }, body: { decision: 'RECOVERED' } })).ok()
  await app.relaunch(withParams(routes.claimDetail, { claimId }))
  expect(await screen.findByRole('heading', { name: recovery.settledTitle })).toBeVisible()
  expect(screen.queryByRole('button', { name: recovery.submit })).not.toBeInTheDocument()
  expect((await onServer()).status.state).toBe('CLOSED')
})

test('what it was like: not without a figure, once, and kept', async () => {
  const { onServer, app, claimId } = await paidClaim()
  await press(feedback.submit)
  expect(await screen.findByText(feedback.missing)).toBeVisible()
  await userEvent.click(screen.getByRole('radio', { name: feedback.scores[4] }))
  await type(feedback.words, '很快到账。')
  await press(feedback.submit)
  expect(await screen.findByText(feedback.given(feedback.scores[4]))).toBeVisible()
  expect((await onServer()).feedback).toEqual({ score: 4, wordsZh: '很快到账。' })
  await app.relaunch(withParams(routes.claimDetail, { claimId }))
  expect(await screen.findByText(feedback.thanks)).toBeVisible()
  expect(within(document.body).queryByText(feedback.title)).toBeNull()
  expect(screen.getByRole('heading', { name: texts.detail.title })).toBeVisible()
})

test('C5 taken back while money is on its way: two payouts, told apart, the one that waits first', async () => {
  const app = await renderApp({ as: CLAIMANT, at: routes.about })
  const people = peopleOf(app.backend.core)
  const { claimId } = await claimAt(people, 'PAYING')
  await grant(people, CLAIMANT, 'C5', false)
  const { payoutIds } = (await (await people.as(CLAIMANT))('getClaim', { params: { claimId } })).ok()
  expect(payoutIds).toHaveLength(2)
  await app.relaunch(withParams(routes.claimDetail, { claimId }))
  expect(await screen.findAllByRole('button', { name: new RegExp(`^${texts.detail.payoutBefore}`) })).toHaveLength(1)
  await press(new RegExp(`^${texts.detail.payout}`))
  expect(app.route()).toEqual({ path: routes.payoutDetail, params: { payoutId: payoutIds[1] } })
})

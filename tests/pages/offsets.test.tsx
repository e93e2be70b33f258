import { screen, within } from '@testing-library/react'
import { afterTexts } from '@/packages/claim/after-texts'
import { texts as payoutTexts } from '@/packages/payout/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { CLAIMANT } from '@tests/builders/golden-claims'
import { payoutsOf } from '@tests/builders/payouts'
import { peopleOf } from '@tests/builders/people'
import { approvedAgain, owing } from '@tests/builders/recoveries'
import { renderApp } from '@tests/setup/render-app'

const { detail } = payoutTexts
const { recovery } = afterTexts

test('an offset is a line of the payout’s sum and of what is to come back, before and after the money has arrived', async () => {
  const app = await renderApp({ as: CLAIMANT, at: routes.about })
  const people = peopleOf(app.backend.core)
  const owed = await owing(people, 100_000)
  const next = await approvedAgain(people)
  const [payout] = await payoutsOf(people, CLAIMANT)

  await app.relaunch(withParams(routes.payoutDetail, { payoutId: payout?.payoutId }))
  const heading = await screen.findByRole('heading', { name: detail.sum })
  expect(heading).toBeVisible()
  for (const words of [detail.yuan(800_000), detail.offset(owed.claimNo), detail.less(100_000), detail.yuan(700_000)]) expect(within(heading.parentElement?.parentElement ?? document.body).getByText(words)).toBeVisible()

  await app.relaunch(withParams(routes.claimDetail, { claimId: owed.claimId }))
  expect(await screen.findByRole('heading', { name: recovery.title })).toBeVisible()
  expect(screen.getByText(recovery.setComing(100_000, next.claimNo))).toBeVisible()

  await app.moveClock({ advanceDays: 5 })
  await app.relaunch(withParams(routes.claimDetail, { claimId: owed.claimId }))
  expect(await screen.findByRole('heading', { name: recovery.settledTitle })).toBeVisible()
  const [paid] = await payoutsOf(people, CLAIMANT)
  expect(screen.getByText(recovery.setDone(100_000, next.claimNo, paid?.paidAt ?? ''))).toBeVisible()
  expect(screen.queryByText(recovery.left)).toBeNull()
})

test('of a small benefit nothing is left: the payout says so, and the rest is still asked for', async () => {
  const app = await renderApp({ as: CLAIMANT, at: routes.about })
  const people = peopleOf(app.backend.core)
  const owed = await owing(people, 100_000)
  const small = await approvedAgain(people, 75_000)
  const [payout] = await payoutsOf(people, CLAIMANT)
  await app.relaunch(withParams(routes.payoutDetail, { payoutId: payout?.payoutId }))
  expect(await screen.findByText(detail.less(60_000))).toBeVisible()
  expect(screen.getByText(detail.yuan(0))).toBeVisible()
  await app.relaunch(withParams(routes.claimDetail, { claimId: owed.claimId }))
  const left = await screen.findByText(recovery.left)
  expect(screen.getByText(recovery.setDone(60_000, small.claimNo, payout?.createdAt ?? ''))).toBeVisible()
  expect(within(left.parentElement ?? document.body).getByText(recovery.yuan(40_000))).toBeVisible()
})

test('no offset, no sum: the page is as it was', async () => {
  const app = await renderApp({ as: CLAIMANT, at: routes.about })
  const people = peopleOf(app.backend.core)
  await owing(people, 100_000, 'REPAY')
  const [payout] = await payoutsOf(people, CLAIMANT)
  await app.relaunch(withParams(routes.payoutDetail, { payoutId: payout?.payoutId }))
  expect(await screen.findByRole('heading', { name: detail.account })).toBeVisible()
  expect(screen.queryByText(detail.sum)).toBeNull()
})

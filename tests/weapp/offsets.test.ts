import assert from 'node:assert/strict'
import { test } from 'node:test'
import { afterTexts } from '@/packages/claim/after-texts'
import { texts as payout } from '@/packages/payout/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { CLAIMANT } from '@tests/builders/golden-claims'
import { ledgerOf, payoutsOf } from '@tests/builders/payouts'
import { approvedAgain, owing } from '@tests/builders/recoveries'
import { onPhones } from './stage'

const on = onPhones()

test('what is to come back is a line of the next payout, and of the claim that owes it', async () => {
  const { backend } = on
  const owed = await owing(backend, 100_000)
  const next = await approvedAgain(backend)
  const [{ payoutId = '' } = {}] = await payoutsOf(backend, CLAIMANT)

  const app = await on.signedIn(CLAIMANT)
  await app.goto(withParams(routes.payoutDetail, { payoutId }), 'navigateTo')
  for (const words of [payout.detail.sum, payout.detail.yuan(800_000), payout.detail.offset(owed.claimNo), payout.detail.less(100_000), payout.detail.yuan(700_000)]) await app.waitText(words)
  await app.goto(withParams(routes.claimDetail, { claimId: owed.claimId }), 'navigateTo')
  for (const words of [afterTexts.recovery.title, afterTexts.recovery.setComing(100_000, next.claimNo)]) await app.waitText(words)

  await backend.move(5)
  const [paid] = await payoutsOf(backend, CLAIMANT)
  await app.goto(withParams(routes.claimDetail, { claimId: owed.claimId }), 'redirectTo')
  for (const words of [afterTexts.recovery.settledTitle, afterTexts.recovery.setDone(100_000, next.claimNo, paid?.paidAt ?? '')]) await app.waitText(words)
  assert.deepEqual((await ledgerOf(backend, payoutId)).flatMap(({ entries }) => entries.map(({ amountFen, kind }) => [kind, amountFen])), [['OUT', 700_000]])
})

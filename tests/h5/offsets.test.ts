import assert from 'node:assert/strict'
import { describe } from 'node:test'
import { afterTexts } from '@/packages/claim/after-texts'
import { texts as claim } from '@/packages/claim/texts'
import { texts as payout } from '@/packages/payout/texts'
import { routes } from '@/routes'
import { CLAIMANT } from '@tests/builders/golden-claims'
import { ledgerOf, payoutsOf } from '@tests/builders/payouts'
import { approvedAgain, owing } from '@tests/builders/recoveries'
import { signInAs } from './kit/app'
import { inChromium } from './kit/stage'
import { onOwnPhones } from './kit/way'

const on = inChromium()

describe('what is to come back is taken from the next benefit', () => {
  onOwnPhones('a line of that payout, and of the claim that owes it, until it is settled', async () => {
    const owed = await owing(on.backend, 100_000)
    const next = await approvedAgain(on.backend)
    const [{ payoutId = '' } = {}] = await payoutsOf(on.backend, CLAIMANT)
    const app = await on.phone()
    await signInAs(app, CLAIMANT)
    await app.open(`${routes.payoutDetail}?payoutId=${payoutId}`)
    await app.onPage(payout.detail.title)
    for (const words of [payout.detail.sum, payout.detail.yuan(800_000), payout.detail.offset(owed.claimNo), payout.detail.less(100_000), payout.detail.yuan(700_000)]) await app.sees(words)
    await app.open(`${routes.claimDetail}?claimId=${owed.claimId}`)
    await app.onPage(claim.detail.title)
    for (const words of [afterTexts.recovery.setComing(100_000, next.claimNo)]) await app.sees(words)

    await on.backend.move(5)
    const [paid] = await payoutsOf(on.backend, CLAIMANT)
    await app.open(`${routes.claimDetail}?claimId=${owed.claimId}`)
    for (const words of [afterTexts.recovery.settledTitle, afterTexts.recovery.setDone(100_000, next.claimNo, paid?.paidAt ?? '')]) await app.sees(words)
    assert.deepEqual((await ledgerOf(on.backend, payoutId)).flatMap(({ entries }) => entries.map(({ amountFen, kind }) => [kind, amountFen])), [['OUT', 700_000]])
    app.assertQuiet()
  })
})

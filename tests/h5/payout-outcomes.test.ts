import assert from 'node:assert/strict'
import { describe } from 'node:test'
import { wordsOf } from '@/contract/errors'
import { bankTexts, messageTexts } from '@/packages/account/texts'
import { texts as claim } from '@/packages/claim/texts'
import { texts as payout } from '@/packages/payout/texts'
import { routes } from '@/routes'
import { bankPlans, ledgerOf, payoutsOf } from '@tests/builders/payouts'
import { signInAs } from './kit/app'
import { inChromium } from './kit/stage'
import { onOwnPhones } from './kit/way'

const MEMBER = 'industrial'
const on = inChromium()

describe('免审即享 to the end, though the bank sends the money back', () => {
  onOwnPhones('no tap to the money; returned, four cards are tried, and the fifth gets it', async () => {
    const { claimId } = (await (await on.backend.tester())('pushSettlement', { body: { accountId: MEMBER } })).ok()
    const payoutId = (await payoutsOf(on.backend, MEMBER)).find((one) => one.claimId === claimId)?.payoutId ?? ''
    await bankPlans(on.backend, payoutId, { outcome: 'RETURNED', returnCode: 'DORMANT' })
    await on.backend.move('2026-11-23T18:01:00+08:00')

    const app = await on.phone()
    await signInAs(app, MEMBER)
    await app.open(routes.messages)
    await app.onPage(messageTexts.title)
    await app.press(/^免审即享/)
    await app.onPage(claim.detail.title)
    await app.sees(claim.auto.title)
    await app.button(claim.auto.doubt).waitFor()

    await on.backend.move('2026-11-24T10:01:00+08:00')
    await app.open(`${routes.payoutDetail}?payoutId=${payoutId}`)
    await app.onPage(payout.detail.title)
    await app.sees(/这张卡已转为不动户/)
    await app.press(payout.detail.bankCard)
    await app.onPage(bankTexts.title)
    app.expectComplaint(/422/)
    for (const [number, words] of [
      ['6222100000000007', wordsOf('CARD_CREDIT')],
      ['6222020001000000404', wordsOf('CARD_NAME_MISMATCH')],
      ['62220200', wordsOf('CARD_FORMAT')],
      ['6222020000000000001', wordsOf('CARD_CONFIRM')],
    ] as const) {
      await app.type(bankTexts.number, number)
      await app.press(bankTexts.change)
      await app.sees(words)
    }
    await app.type(bankTexts.number, '6228480000000000000')
    await app.press(bankTexts.change)
    await app.sees(bankTexts.boundTitle)

    await on.backend.move('2026-11-25T18:01:00+08:00')
    await app.open(routes.payouts)
    await app.onPage(payout.list.title)
    await app.sees(payout.list.yearTotal(2026))
    await app.sees(/农业银行|尾号 0000/)
    const moved = (await ledgerOf(on.backend, payoutId)).map(({ entries }) => entries.map(({ kind }) => kind))
    assert.deepEqual(moved, [['OUT', 'BACK'], ['OUT']])
    app.assertQuiet()
  })
})

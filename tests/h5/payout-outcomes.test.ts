import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Browser } from 'playwright-core'
import { wordsOf } from '@/contract/errors'
import { bankTexts, messageTexts } from '@/packages/account/texts'
import { texts as claim } from '@/packages/claim/texts'
import { texts as payout } from '@/packages/payout/texts'
import { routes } from '@/routes'
import { bankPlans, ledgerOf, payoutsOf } from '@tests/builders/payouts'
import { newPhone, signInAs } from './kit/app'
import { startBackend, type Backend } from './kit/backend'
import { launchBrowser } from './kit/browser'
import { onOwnPhones } from './kit/way'

const MEMBER = 'industrial'
let browser: Browser
let backend: Backend

before(async () => {
  browser = await launchBrowser()
  backend = await startBackend()
})
after(async () => {
  await browser.close()
  await backend.close()
})

describe('免审即享 to the end, though the bank sends the money back', () => {
  onOwnPhones('no tap to the money; returned, four cards are tried, and the fifth gets it', async () => {
    const { claimId } = (await (await backend.tester())('pushSettlement', { body: { accountId: MEMBER } })).ok()
    const payoutId = (await payoutsOf(backend, MEMBER)).find((one) => one.claimId === claimId)?.payoutId ?? ''
    await bankPlans(backend, payoutId, { outcome: 'RETURNED', returnCode: 'DORMANT' })
    await backend.move('2026-11-23T18:01:00+08:00')

    const app = await newPhone(browser, backend)
    await signInAs(app, MEMBER)
    await app.open(routes.messages)
    await app.onPage(messageTexts.title)
    await app.press(/^免审即享/)
    await app.onPage(claim.detail.title)
    await app.sees(claim.auto.title)
    await app.button(claim.auto.doubt).waitFor()

    await backend.move('2026-11-24T10:01:00+08:00')
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

    await backend.move('2026-11-25T18:01:00+08:00')
    await app.open(routes.payouts)
    await app.onPage(payout.list.title)
    await app.sees(payout.list.yearTotal(2026))
    await app.sees(/农业银行|尾号 0000/)
    const moved = (await ledgerOf(backend, payoutId)).map(({ entries }) => entries.map(({ kind }) => kind))
    assert.deepEqual(moved, [['OUT', 'BACK'], ['OUT']])
    app.assertQuiet()
  })
})

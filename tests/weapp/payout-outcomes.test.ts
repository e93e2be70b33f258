import assert from 'node:assert/strict'
import { test } from 'node:test'
import { bankTexts, messageTexts } from '@/packages/account/texts'
import { texts as claim } from '@/packages/claim/texts'
import { texts as payout } from '@/packages/payout/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { privacyWords } from '@/ui/privacy-words'
import { aDraft, aSubmittedClaim } from '@tests/builders/driver-claims'
import { claimAt, CLAIMANT, grant } from '@tests/builders/golden-claims'
import { bankPlans, ledgerOf, payoutsOf } from '@tests/builders/payouts'
import type { MiniProgram } from './host'
import { onPhones } from './stage'

const on = onPhones({ photos: 1 })
let app: MiniProgram


/** A persona's own phone, signed in. */
async function phoneOf(persona: string, mocks: Record<string, object> = {}): Promise<void> {
  app = await on.signedIn(persona, { mocks: { chooseMedia: { files: on.photos }, ...mocks } })
}

test('the bank refuses the card: told, led to the card, and the money arrives with the next one', async () => {
  await claimAt(on.backend, 'PAYING')
  const [{ payoutId = '' } = {}] = await payoutsOf(on.backend, CLAIMANT)
  await bankPlans(on.backend, payoutId, { outcome: 'ACCOUNT_LOST' })
  await on.backend.move('2027-01-01T16:02:00+08:00')

  await phoneOf(CLAIMANT)
  await app.goto(routes.messages, 'navigateTo')
  await app.waitText(messageTexts.title)
  await app.tapText('需要更新银行卡')
  await app.waitRoute('account/pages/bank-card')
  await app.waitText('这张卡已挂失')
  await app.input(bankTexts.number, '6228480000000000000')
  // The card above the form has the same words.
  await app.tap('.z-page-footer .z-btn')
  await app.waitText(bankTexts.boundTitle)

  await on.backend.move(5)
  await app.goto(routes.payouts, 'navigateTo')
  await app.waitText(payout.list.yearTotal(2027))
  await app.waitText('8,000')
  await app.tapText('生病住院互助金')
  await app.waitRoute('payout/pages/detail')
  await app.waitText(`指令${payoutId}-2已送银行`)
  assert.deepEqual((await ledgerOf(on.backend, payoutId)).map(({ state, code }) => [state, code]), [['REFUSED', 'ACCOUNT_LOST'], ['PAID', null]])
})

test('after the submission: the question follows a tap, three kinds at most, and each yes is one message', async () => {
  await grant(on.backend, 'driver', 'C7')
  const { claimId } = await aSubmittedClaim(on.backend.core)
  await phoneOf('driver')
  await app.goto(withParams(routes.claimReceipt, { claimId }), 'navigateTo')
  await app.waitText(claim.subscribe.title)
  assert.equal((await app.apiCalls('requestSubscribeMessage')).length, 0)
  await app.tapText(claim.subscribe.yes)
  await app.waitText(claim.subscribe.saved)
  const [asked, ...more] = await app.apiCalls('requestSubscribeMessage')
  assert.equal(more.length, 0)
  assert.equal(asked?.failed, undefined)
  const { items } = (await (await on.backend.as('driver'))('listSubscriptions', { query: {} })).ok()
  assert.deepEqual(items.filter(({ left }) => left === 1).map(({ template }) => template), ['ACTION_NEEDED', 'CLAIM_PROGRESS', 'PAYOUT_RESULT'])
})

test('WeChat’s privacy question: our sheet; refused, the photo waits with words; agreed to, it goes on', async () => {
  const { claimId } = await aDraft(on.backend.core)
  await phoneOf('driver', { needPrivacyAuthorization: {} })
  await app.goto(withParams(routes.claimPapers, { claimId }), 'navigateTo')
  const album = `[aria-label="${claim.papers.buttonFor(claim.papers.album, '医疗收费票据')}"]`
  await app.tap(album)
  await app.waitText(privacyWords.title)
  await app.tapText(privacyWords.refuse)
  await app.waitNoText(privacyWords.title)
  await app.waitText('您没有同意《隐私保护指引》')
  await app.tap(album)
  await app.waitText(privacyWords.title)
  await app.tapText(privacyWords.agree)
  await app.waitNoText(privacyWords.title)
  await app.waitFor('the photo on the server', async () => (await (await on.backend.as('driver'))('getClaim', { params: { claimId } })).ok().documents.some(({ documentType }) => documentType === 'MEDICAL_INVOICE'))
})

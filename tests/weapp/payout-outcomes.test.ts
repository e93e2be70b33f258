import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { bankTexts, messageTexts } from '@/packages/account/texts'
import { texts as claim } from '@/packages/claim/texts'
import { texts as payout } from '@/packages/payout/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { privacyWords } from '@/ui/privacy-words'
import { aDraft, aSubmittedClaim } from '@tests/builders/driver-claims'
import { claimAt, CLAIMANT, grant } from '@tests/builders/golden-claims'
import { bankPlans, ledgerOf, payoutsOf } from '@tests/builders/payouts'
import { writePhotos } from '@tests/builders/photo-files'
import { startBackend, type Backend } from '@tests/h5/kit/backend'
import type { MiniProgram } from './host'
import { signedInPhone } from './phone'

let backend: Backend
let app: MiniProgram
let photos: Awaited<ReturnType<typeof writePhotos>>

before(async () => {
  backend = await startBackend()
  photos = await writePhotos(1)
})
afterEach(async () => {
  await app.assertNoErrors()
  await app.close()
})
after(async () => {
  await backend.close()
  await photos.remove()
})

/** A persona's own phone, signed in. */
async function phoneOf(persona: string, mocks: Record<string, object> = {}): Promise<void> {
  app = await signedInPhone(backend, persona, { mocks: { chooseMedia: { files: photos.files }, ...mocks } })
}

test('the bank refuses the card: told, led to the card, and the money arrives with the next one', async () => {
  await claimAt(backend, 'PAYING')
  const [{ payoutId = '' } = {}] = await payoutsOf(backend, CLAIMANT)
  await bankPlans(backend, payoutId, { outcome: 'ACCOUNT_LOST' })
  await backend.move('2027-01-01T16:02:00+08:00')

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

  await backend.move(5)
  await app.goto(routes.payouts, 'navigateTo')
  await app.waitText(payout.list.yearTotal(2027))
  await app.waitText('8,000')
  await app.tapText('生病住院互助金')
  await app.waitRoute('payout/pages/detail')
  await app.waitText(`指令${payoutId}-2已送银行`)
  assert.deepEqual((await ledgerOf(backend, payoutId)).map(({ state, code }) => [state, code]), [['REFUSED', 'ACCOUNT_LOST'], ['PAID', null]])
})

test('after the submission: the question follows a tap, three kinds at most, and each yes is one message', async () => {
  await grant(backend, 'driver', 'C7')
  const { claimId } = await aSubmittedClaim(backend.core)
  await phoneOf('driver')
  await app.goto(withParams(routes.claimReceipt, { claimId }), 'navigateTo')
  await app.waitText(claim.subscribe.title)
  assert.equal((await app.apiCalls('requestSubscribeMessage')).length, 0)
  await app.tapText(claim.subscribe.yes)
  await app.waitText(claim.subscribe.saved)
  const [asked, ...more] = await app.apiCalls('requestSubscribeMessage')
  assert.equal(more.length, 0)
  assert.equal(asked?.failed, undefined)
  const { items } = (await (await backend.as('driver'))('listSubscriptions', { query: {} })).ok()
  assert.deepEqual(items.filter(({ left }) => left === 1).map(({ template }) => template), ['ACTION_NEEDED', 'CLAIM_PROGRESS', 'PAYOUT_RESULT'])
})

test('WeChat’s privacy question: our sheet; refused, the photo waits with words; agreed to, it goes on', async () => {
  const { claimId } = await aDraft(backend.core)
  await phoneOf('driver', { needPrivacyAuthorization: {} })
  await app.goto(withParams(routes.claimPapers, { claimId }), 'navigateTo')
  const album = `[aria-label="${claim.papers.buttonFor(claim.papers.album, '医疗收费票据')}"]`
  await app.tap(album)
  await app.waitText(privacyWords.title)
  await app.tapText(privacyWords.refuse)
  await app.waitNoText(privacyWords.title)
  await app.waitText('没有得到允许')
  await app.tap(album)
  await app.waitText(privacyWords.title)
  await app.tapText(privacyWords.agree)
  await app.waitNoText(privacyWords.title)
  await app.waitFor('the photo on the server', async () => (await (await backend.as('driver'))('getClaim', { params: { claimId } })).ok().documents.some(({ documentType }) => documentType === 'MEDICAL_INVOICE'))
})

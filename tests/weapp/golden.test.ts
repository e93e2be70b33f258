import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import { offerTexts, certificateTexts, offersTexts } from '@/packages/gift/texts'
import { texts as claim } from '@/packages/claim/texts'
import { bankTexts } from '@/packages/account/texts'
import { texts as payout } from '@/packages/payout/texts'
import { texts as card } from '@/pages/card/texts'
import { texts as home } from '@/pages/home/texts'
import { texts as signIn } from '@/pages/sign-in/texts'
import { AFTER_STAY, GOOD_CARD } from '@tests/builders/golden-claims'
import { startBackend, type Backend } from '@tests/h5/kit/backend'
import { writePhotos } from '@tests/builders/photo-files'
import type { MiniProgram } from './host'
import { openPhone } from './phone'
import { padStrokes } from '@tests/builders/signature'

let backend: Backend
let app: MiniProgram
let photos: Awaited<ReturnType<typeof writePhotos>>

before(async () => {
  backend = await startBackend()
  photos = await writePhotos(4)
  app = await openPhone(backend, 'courier', { mocks: { chooseMedia: { files: photos.files.slice(0, 1) }, scanCode: { result: 'https://example.org/g/Ev1aB3dE5fG7hJ9kL1mN2p' } } })
})
after(async () => {
  await app?.close()
  await backend?.close()
  await photos?.remove()
})

/** A picker or field of the form by the label beside it. */
const fill = (label: string, value: string): Promise<void> => app.input(label, value)

test('sign-in: the privacy box is not ticked, and without it nobody comes in', async () => {
  await app.waitText(signIn.wechat)
  assert.equal(await app.isChecked(signIn.agree), false)
  await app.tapText(signIn.wechat)
  await app.waitText(signIn.agreeFirst)
  await app.check(signIn.agree)
  await app.tapText(signIn.wechat)
  await app.waitRoute('pages/home/index')
  await app.waitText('陈**')
})

test('card: masked fields and a code that counts down', async () => {
  await app.tapTab('会员卡')
  await app.waitText('GD-0000-0001')
  await app.waitText(card.title)
  await app.waitFor('a countdown', async () => (await app.texts()).some((text) => /\d+秒后更新/.test(text)))
})

test('scan -> offer -> consents -> certificate; again the same one', async () => {
  await app.tapTab('首页')
  await app.tapText(home.gifts)
  await app.waitRoute('packages/gift/pages/offers')
  await app.waitText(offersTexts.states.AVAILABLE)
  await app.goto('/packages/gift/pages/offer/index?campaignId=CP-2026-01', 'navigateTo')
  await app.waitText(offerTexts.confirm)
  await app.tapText(offerTexts.confirm)
  await app.waitText(certificateTexts.done)
  await app.waitText('2026年11月24日')
  await app.waitText('2027年11月23日')
  const enrolments = (await (await backend.as('courier'))('listEnrolments')).ok().items.filter(({ coverage }) => coverage.planId === 'P1')
  assert.equal(enrolments.length, 1)
  await app.goto('/packages/gift/pages/offer/index?campaignId=CP-2026-01', 'navigateTo')
  await app.tapText(offerTexts.certificate)
  await app.waitText(enrolments[0]?.certificateNo ?? '—')
})

test('claim: stay, amounts, papers, check, submit; a restart in the middle loses nothing', async () => {
  await backend.move(AFTER_STAY)
  await app.relaunch()
  await app.tapText(home.claim)
  await app.waitRoute('packages/claim/pages/start')
  await app.tapText('生病住院')
  await app.check(claim.start.consentLabel)
  await app.tapText(claim.next)
  await app.waitRoute('packages/claim/pages/stay')
  await fill(claim.stay.hospital, '示例区第一人民医院')
  await app.assertNoErrors()
  await app.relaunch()
  await app.tapTab('申领')
  await app.tapText('草稿')
  await app.tapText(claim.papers.fillFirst.go)
  await app.waitRoute('packages/claim/pages/stay')
  assert.equal(await app.value(claim.stay.hospital), '示例区第一人民医院')
  await app.pick(claim.stay.admittedOn, '2026-12-24')
  await app.pick(claim.stay.dischargedOn, '2026-12-30')
  await app.tapText(claim.next)
  await app.waitRoute('packages/claim/pages/amounts')
  await fill(claim.amounts.total, '37000')
  await fill(claim.amounts.pooled, '27,000.00')
  await fill(claim.amounts.selfPay, '10000')
  await fill(claim.amounts.outOfScope, '0')
  await fill(claim.amounts.invoiceCode, '44990026')
  await fill(claim.amounts.invoiceNumber, '0000000001')
  await app.tapText(claim.next)
  await app.waitRoute('packages/claim/pages/papers')
  const needed = ['身份证正反面', '出院小结或出院记录', '医疗收费票据', '医保结算单']
  for (const [index, title] of needed.entries()) {
    await app.mock('chooseMedia', { files: [photos.files[index] ?? ''] })
    await app.tap(`[aria-label="${claim.papers.buttonFor(claim.papers.album, title)}"]`)
    await app.waitText(claim.papers.counter(index + 1, needed.length))
  }
  await app.tapText(claim.next)
  await app.waitRoute('packages/claim/pages/check')
  await app.waitText('8,000.00')
  await app.tapText(claim.check.submit)
  await app.waitText(claim.check.declareMissing)
  await app.check(claim.check.declare)
  await app.draw(`[aria-label="${claim.sign.pad}"]`, padStrokes)
  await app.tapText(claim.check.submit)
  await app.waitText(claim.receipt.headline)
})

test('decision, card, clock: the money arrives and the bill is explained', async () => {
  const courier = await backend.as('courier')
  const claimId = (await courier('listClaims')).ok().items[0]?.claimId ?? ''
  ;(await (await backend.tester())('decideClaim', { params: { claimId }, body: { decision: 'APPROVE' } })).ok()
  await app.goto('/packages/account/pages/bank-card/index', 'navigateTo')
  await fill(bankTexts.number, GOOD_CARD)
  await app.check(bankTexts.c5Label)
  await app.tapText(bankTexts.bind)
  await app.waitText(bankTexts.boundTitle)
  await backend.move(5)
  await app.goto('/packages/payout/pages/list/index')
  await app.waitText('已到账')
  await app.waitText('8,000.00')
  const payoutId = (await courier('listPayouts')).ok().items[0]?.payoutId ?? ''
  await app.goto(`/packages/payout/pages/detail/index?payoutId=${payoutId}`, 'navigateTo')
  await app.waitText(payout.detail.last4('0000'))
  await app.waitText('2,000.00')
  await app.assertNoErrors()
})

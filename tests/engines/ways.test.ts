import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { bankTexts } from '@/packages/account/texts'
import { texts as claim } from '@/packages/claim/texts'
import { deskTexts as desk } from '@/packages/event/texts'
import { certificateTexts, offersTexts, offerTexts } from '@/packages/gift/texts'
import { texts as payout } from '@/packages/payout/texts'
import { texts as card } from '@/pages/card/texts'
import { texts as home } from '@/pages/home/texts'
import { texts as signIn } from '@/pages/sign-in/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { EVENT } from '@tests/builders/events'
import { GOOD_CARD, goldenInvoice, goldenStay } from '@tests/builders/golden-claims'
import { writePhotos } from '@tests/builders/photo-files'
import { startBackend, type Backend } from '../h5/kit/backend'
import { engineName, openEngine } from './kit/engine'
import { handsOn, signInAs, type Hands } from './kit/hands'

const MEMBER = 'courier'
/** As a member usually has it; WebKit's driver knows private windows only. */
const USUAL = engineName() === 'webkit' ? 'private' : 'kept'
const AFTER_STAY = '2026-12-31T10:00:00+08:00'

describe(`the main ways in ${engineName()}`, () => {
  let backend: Backend
  let photos: Awaited<ReturnType<typeof writePhotos>>
  let app: Hands
  let broken: string | undefined

  before(async () => {
    backend = await startBackend()
    photos = await writePhotos(8)
    app = handsOn(await openEngine(USUAL), backend)
  })
  after(async () => {
    await app?.engine.close()
    await backend?.close()
    await photos?.remove()
  })
  /** One way: what stands behind a broken step cannot be reached. */
  const step = (name: string, work: () => Promise<void>): void =>
    void it(name, async () => {
      assert.equal(broken, undefined, 'not reached')
      broken = name
      await work()
      broken = undefined
    })
  const move = async (to: string): Promise<unknown> => (await (await backend.tester())('moveClock', { body: { to } })).ok()

  step('signs in by phone and code', async () => {
    await app.open('/')
    await app.onPage(signIn.welcome)
    await app.tick(signIn.agree)
    await app.type(signIn.phone, '10000000001')
    await app.press(signIn.getCode)
    await app.sees(signIn.codeSent('100****0001'))
    await app.type(signIn.code, '202507')
    await app.press(signIn.signIn)
    await app.sees(home.greeting('陈**'))
  })

  step('shows the card with its code', async () => {
    await app.tab('会员卡')
    assert.match(await app.picture(card.codeLabel), /^data:image/)
    await app.sees('GD-0000-0001')
  })

  step('takes up the gift, up to the certificate', async () => {
    await app.tab('首页')
    await app.press('领取保障')
    await app.onPage(offersTexts.title)
    await app.press(/^新就业形态劳动者二次医保赠送/)
    await app.sees(offerTexts.ok)
    await app.press('确认领取')
    await app.onPage(certificateTexts.title)
    await app.sees(certificateTexts.firstDayAt('2026-11-24'))
  })

  step('files a claim and hands every paper in', async () => {
    await move(AFTER_STAY)
    await app.open('/')
    await app.press('发起申领')
    await app.onPage(claim.start.title)
    await app.choose(/^生病/)
    await app.tick(claim.start.consentLabel)
    await app.press(claim.next)
    await app.onPage(claim.stay.title)
    await app.type(claim.stay.hospital, goldenStay.hospitalZh)
    await app.fill(claim.stay.admittedOn, goldenStay.admittedOn)
    await app.fill(claim.stay.dischargedOn, goldenStay.dischargedOn)
    await app.press(claim.next)
    await app.onPage(claim.amounts.title)
    for (const [label, figure] of [['总费用', '37000'], ['医保已付', '27000'], ['自付', '10000'], ['自费', '0'], [claim.amounts.invoiceCode, goldenInvoice.code], [claim.amounts.invoiceNumber, goldenInvoice.number]] as const) await app.type(label, figure)
    await app.press(claim.next)
    await app.onPage(claim.papers.title)
    const { checklist } = await theClaim()
    const required = checklist.filter(({ required }) => required)
    for (const [index, { titleZh }] of required.entries()) {
      await app.pick(claim.papers.buttonFor(claim.papers.album, titleZh), photos.files.slice(index, index + 1))
      await app.sees(claim.papers.counter(index + 1, required.length))
    }
    assert.deepEqual((await theClaim()).documents.map(({ state }) => state), required.map(() => 'RECEIVED'))
  })

  step('signs with a mouse and submits', async () => {
    await app.press(claim.next)
    await app.onPage(claim.check.title)
    await app.tick(claim.check.declare)
    await app.draw(claim.sign.pad)
    await app.press('提交申领')
    await app.onPage(claim.receipt.title)
    await app.sees((await theClaim()).claimNo)
  })

  step('binds a card and sees the money arrive', async () => {
    const tester = await backend.tester()
    const { claimId } = await theClaim()
    ;(await tester('decideClaim', { params: { claimId }, body: { decision: 'APPROVE' } })).ok()
    await app.open(routes.bankCard)
    await app.onPage(bankTexts.title)
    await app.type(bankTexts.number, GOOD_CARD)
    await app.tick(bankTexts.c5Label)
    await app.press(bankTexts.bind)
    await app.sees(bankTexts.bound('工商银行', '0000'))
    await move('2027-01-07T10:00:00+08:00')
    await app.open(routes.payouts)
    await app.onPage(payout.list.title)
    await app.press(/8,000\.00/)
    await app.onPage(payout.detail.title)
    await app.sees('已到账')
    await app.assertQuiet()
  })

  const theClaim = async () => {
    const member = await backend.as(MEMBER)
    const [first] = (await member('listClaims', { query: {} })).ok().items
    return (await member('getClaim', { params: { claimId: first?.claimId ?? '' } })).ok()
  }
})

describe(`the rep’s desk in ${engineName()}`, () => {
  it('binds the phone and has its places', async () => {
    const backend = await startBackend()
    const app = handsOn(await openEngine(USUAL), backend)
    try {
      ;(await (await backend.tester())('unbindRepDevice', { params: { repId: 'rep' } })).ok()
      await signInAs(app, 'rep')
      await app.open(withParams(routes.repDesk, { eventId: EVENT }))
      await app.onPage(desk.title)
      await app.press(desk.bind)
      await app.sees(desk.leaseLeft)
      await app.assertQuiet()
    } finally {
      await app.engine.close()
      await backend.close()
    }
  })
})

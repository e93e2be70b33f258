import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { after, before, describe, it } from 'node:test'
import { bankTexts } from '@/packages/account/texts'
import { texts as claim } from '@/packages/claim/texts'
import { deskTexts as desk, lightZh, scanTexts as scan } from '@/packages/event/texts'
import { certificateTexts, offersTexts, offerTexts } from '@/packages/gift/texts'
import { texts as payout } from '@/packages/payout/texts'
import { texts as card } from '@/pages/card/texts'
import { texts as home } from '@/pages/home/texts'
import { texts as signIn } from '@/pages/sign-in/texts'
import { withParams } from '@/platform/address'
import { orientationOf } from '@/platform/exif-orientation'
import { routes } from '@/routes'
import { aDraft } from '@tests/builders/driver-claims'
import { CAMPAIGN, EVENT } from '@tests/builders/events'
import { GOOD_CARD, goldenInvoice, goldenStay } from '@tests/builders/golden-claims'
import { writePhotos } from '@tests/builders/photo-files'
import { asItLies, corners, lookAt, phonePhoto, phonePhotoFile, TURN_CLOCKWISE } from '@tests/builders/photos'
import { crowdOf } from '@tests/builders/rep-phone'
import { startBackend, type Backend } from '../h5/kit/backend'
import { codePhoto } from '../h5/kit/film'
import { storedFiles } from '../h5/kit/stored-files'
import { engineName, openEngine, type EngineName, type Keeping } from './kit/engine'
import { handsOn, pageOf, signInAs, withScreen, type Hands } from './kit/hands'

const MEMBER = 'courier'
/** Every way is walked as it stands here, without a reload: where the browser refuses to keep anything, the page is all there is. */
const KEEPINGS: Record<EngineName, readonly Keeping[]> = { webkit: ['private', 'refused'], firefox: ['kept', 'private', 'refused'], chromium73: ['kept', 'private', 'refused'] }
const AFTER_STAY = '2026-12-31T10:00:00+08:00'

for (const keeping of KEEPINGS[engineName()]) describe(`the main ways in ${engineName()}, storage ${keeping}`, () => {
  let backend: Backend
  let photos: Awaited<ReturnType<typeof writePhotos>>
  let app: Hands
  let broken: string | undefined

  before(async () => {
    backend = await startBackend()
    photos = await writePhotos(8)
    app = handsOn(await openEngine(keeping), backend)
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
      await withScreen(() => app, work)
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
    await app.home()
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
    await app.home()
    await app.press('发起申领')
    await app.onPage(claim.start.title)
    await app.choose(/^生病/)
    await app.tick(claim.start.consentLabel)
    await app.press(claim.next)
    await app.onPage(claim.stay.title)
    await app.type(claim.stay.hospital, goldenStay.hospitalZh)
    const empty = await app.ink(claim.stay.admittedOn)
    await app.fill(claim.stay.admittedOn, goldenStay.admittedOn)
    assert.notEqual(empty, await app.ink(claim.stay.admittedOn), 'an empty date looks empty, also where the browser shows today in it')
    await app.fill(claim.stay.dischargedOn, goldenStay.dischargedOn)
    await app.press(claim.next)
    await app.onPage(claim.amounts.title)
    for (const [label, figure] of [['总费用', '37000'], ['医保已付', '27000'], ['自付', '10000'], ['自费', '0'], [claim.amounts.invoiceCode, goldenInvoice.code], [claim.amounts.invoiceNumber, goldenInvoice.number]] as const) await app.type(label, figure)
    await app.press(claim.next)
    await app.onPage(claim.papers.title)
    const { claimId, checklist } = await theClaim()
    const required = checklist.filter(({ required }) => required)
    // Once in each engine, the first as a phone's camera writes it: above the 5 MB that a file may have, lying on its side.
    const asPhoned = keeping === KEEPINGS[engineName()][0]
    const large = path.join(path.dirname(photos.files[0] ?? ''), 'IMG_0001.jpg')
    if (asPhoned) await writeFile(large, Buffer.concat([await phonePhoto(pageOf(app.engine)), Buffer.alloc(2 << 20)]))
    for (const [index, { titleZh }] of required.entries()) {
      await app.pick(claim.papers.buttonFor(claim.papers.album, titleZh), asPhoned && index === 0 ? [large] : photos.files.slice(index, index + 1))
      await app.sees(claim.papers.counter(index + 1, required.length))
    }
    assert.deepEqual((await theClaim()).documents.map(({ state }) => state), required.map(() => 'RECEIVED'))
    if (!asPhoned) return
    const [arrived] = await storedFiles(backend, claimId, required[0]?.documentType)
    assert.ok(arrived && arrived.length < 1_500_000, `${arrived?.length} bytes`)
    // Chromium 73 can neither turn it nor show it turned: the mark goes with it.
    const looked = [await lookAt(pageOf(app.engine), arrived), orientationOf(arrived)]
    assert.deepEqual(looked, engineName() === 'chromium73' ? [asItLies, TURN_CLOCKWISE] : [{ width: 1200, height: 1600, corners }, 1])
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
    await app.press(claim.receipt.bankCard)
    await app.onPage(bankTexts.title)
    await app.type(bankTexts.number, GOOD_CARD)
    await app.tick(bankTexts.c5Label)
    await app.press(bankTexts.bind)
    await app.sees(bankTexts.bound('工商银行', '0000'))
    await move('2027-01-07T10:00:00+08:00')
    await app.press(bankTexts.payouts)
    await app.onPage(payout.list.title)
    await app.press(/8,000\.00/)
    await app.onPage(payout.detail.title)
    await app.sees('已到账')
    assert.equal(await app.has(/清理/), false, 'where nothing is kept, there is nothing to tidy up')
    await app.assertQuiet()
  })

  const theClaim = async () => {
    const member = await backend.as(MEMBER)
    const [first] = (await member('listClaims', { query: {} })).ok().items
    return (await member('getClaim', { params: { claimId: first?.claimId ?? '' } })).ok()
  }
})

/** A server, and an engine of its own before it. */
async function inOwnEngine(keeping: Keeping, work: (app: Hands, backend: Backend) => Promise<void>): Promise<void> {
  const backend = await startBackend()
  const app = handsOn(await openEngine(keeping), backend)
  try {
    await withScreen(() => app, () => work(app, backend))
  } finally {
    await app.engine.close()
    await backend.close()
  }
}

for (const keeping of KEEPINGS[engineName()]) describe(`the rep’s desk in ${engineName()}, storage ${keeping}`, () => {
  it('binds the phone, reads a card from its text and from a photo of it', (test) =>
    inOwnEngine(keeping, async (app, backend) => {
      const crowd = crowdOf(backend)
      ;(await (await crowd.as(MEMBER))('createEnrolment', { body: { campaignId: CAMPAIGN, consents: [{ consentId: 'C1', version: '1.0' }] } })).ok()
      ;(await (await crowd.as('newcomer'))('applyForMembership', { body: { platform: '美团', c1Version: '1.0' } })).ok()
      ;(await (await backend.tester())('unbindRepDevice', { params: { repId: 'rep' } })).ok()
      await signInAs(app, 'rep', withParams(routes.repDesk, { eventId: EVENT }))
      await app.onPage(desk.title)
      await app.press(desk.bind)
      await app.sees(desk.leaseLeft)
      await app.press(desk.scan)
      await app.onPage(scan.title)
      await app.paste(scan.code, await crowd.code(MEMBER))
      await app.press(scan.check)
      await app.sees(new RegExp(`^${lightZh.green} 陈`))
      const folder = await mkdtemp(path.join(os.tmpdir(), 'zsb-card-'))
      test.after(() => rm(folder, { recursive: true, force: true }))
      const card = path.join(folder, 'card.png')
      await writeFile(card, codePhoto(await crowd.code('newcomer')))
      await app.pick((await app.has(scan.photo)) ? scan.photo : scan.next, [card])
      await app.sees(new RegExp(`^${lightZh.amber} 谢`))
      assert.equal(await app.has(/清理/), false)
      await app.assertQuiet()
    }))
})

/** WebKitGTK has no switch for it; what its database says of a full disk is tried in unit/platform. */
if (engineName() !== 'webkit') describe(`a full phone in ${engineName()}`, () => {
  it('a photo finds no room: said as it is, and what has been typed stands', () =>
    inOwnEngine('full', async (app, backend) => {
      const { claimId, checklist } = await aDraft(backend.core, { papers: 0 }, 'driver')
      await signInAs(app, 'driver', withParams(routes.claimPapers, { claimId }))
      await app.onPage(claim.papers.title)
      const [first] = checklist.filter(({ required }) => required)
      await app.pick(claim.papers.buttonFor(claim.papers.album, first?.titleZh ?? ''), [await phonePhotoFile(pageOf(app.engine))])
      await app.sees(claim.papers.storageFull(1))
      assert.equal(await app.has('已取消'), false)
      await app.assertQuiet()
    }))
})

import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Browser } from 'playwright-core'
import type { Claim } from '@/contract/schemas/claim'
import type { Enrolment } from '@/contract/schemas/member'
import { bankTexts } from '@/packages/account/texts'
import { texts as claim } from '@/packages/claim/texts'
import { certificateTexts, offersTexts, offerTexts } from '@/packages/gift/texts'
import { texts as payout } from '@/packages/payout/texts'
import { texts as tester } from '@/packages/tester/texts'
import { texts as card } from '@/pages/card/texts'
import { texts as claims } from '@/pages/claims/texts'
import { texts as home } from '@/pages/home/texts'
import { texts as signIn } from '@/pages/sign-in/texts'
import { claimAt, GOOD_CARD, goldenInvoice, goldenStay } from '@tests/builders/golden-claims'
import { photo } from '@tests/builders/photo'
import { corners, lookAt, phonePhoto } from '@tests/builders/photos'
import { newPhone, signInAs, type App, type PickedFile } from './kit/app'
import { startBackend, type Backend } from './kit/backend'
import { launchBrowser } from './kit/browser'
import { storedFiles } from './kit/stored-files'
import { way } from './kit/way'
import { drawName } from './kit/sign'

const PHONE = '10000000001'
const SMS_CODE = '202507'
/** Past the waiting period of a gift taken up on 2026-11-23, and past the stay. */
const AFTER_STAY = '2026-12-31'

const jpeg = (name: string, buffer: Buffer): PickedFile => ({ name, mimeType: 'image/jpeg', buffer })
const small = (mark: string): PickedFile => jpeg(`${mark}.jpg`, Buffer.from(photo(mark)))

describe('the golden case, through the screens only', () => {
  let browser: Browser
  let backend: Backend
  let app: App
  let claimId: string
  const step = way(() => app)

  before(async () => {
    browser = await launchBrowser()
    backend = await startBackend()
    app = await newPhone(browser, backend)
  })
  after(async () => {
    await browser.close()
    await backend.close()
  })

  const onServer = async (): Promise<Claim> => (await (await backend.as('courier'))('getClaim', { params: { claimId } })).ok()

  async function certificate(): Promise<Enrolment> {
    const { items } = (await (await backend.as('courier'))('listEnrolments')).ok()
    const [only, ...others] = items.filter(({ coverage }) => coverage.planId === 'P1')
    assert.ok(only && others.length === 0, 'one certificate and no other')
    return only
  }

  step('signs in by phone and code, not before the box is ticked', async () => {
    await app.open('/')
    await app.onPage(signIn.welcome)
    await app.type(signIn.phone, PHONE)
    await app.press(signIn.getCode)
    await app.sees(signIn.agreeFirst)
    await app.type(signIn.code, SMS_CODE)
    await app.press(signIn.signIn)
    await app.onPage(signIn.welcome)
    await app.tick(signIn.agree)
    await app.press(signIn.getCode)
    await app.sees(signIn.codeSent('100****0001'))
    await app.press(signIn.signIn)
    await app.sees(home.greeting('陈**'))
  })

  step('shows the card, whose code changes every minute and fills the screen', async () => {
    await app.page.clock.install()
    await app.tab('会员卡')
    const code = app.page.getByRole('img', { name: card.codeLabel }).filter({ visible: true })
    const first = await code.getAttribute('src')
    await app.sees('GD-0000-0001')
    await app.sees(/^\d+秒后更新$/)
    await app.page.clock.fastForward(61_000)
    await app.page.waitForFunction((before) => [...document.querySelectorAll('.card-qr img, img.card-qr')].some((image) => image.getAttribute('src') !== before), first)
    await app.press(card.enlarge)
    await app.page.getByRole('dialog', { name: card.fullTitle }).waitFor()
    await app.press(card.close)
  })

  step('takes up the gift: plan, eligibility, consents, certificate with first and last day', async () => {
    await app.tab('首页')
    await app.press('领取保障')
    await app.onPage(offersTexts.title)
    await app.press(/^新就业形态劳动者二次医保赠送/)
    await app.sees(offerTexts.notPaid)
    await app.sees(offerTexts.ok)
    await app.press('确认领取')
    await app.onPage(certificateTexts.title)
    await app.sees(certificateTexts.firstDayAt('2026-11-24'))
    await app.sees(certificateTexts.lastDayAt('2027-11-23'))
    await app.sees(certificateTexts.waitingUntil('2026-12-23'))
  })

  step('shows the same certificate tomorrow', async () => {
    await app.sees((await certificate()).certificateNo)
    await toConsole(app)
    await app.press(tester.ahead(1))
    await app.sees(/^已调到 2026年11月24日/)
    await app.press(tester.home)
    await app.press('领取保障')
    await app.press(/^新就业形态劳动者二次医保赠送/)
    await app.onPage(certificateTexts.title)
    await app.sees((await certificate()).certificateNo)
  })

  step('fills in the stay and the bill after the waiting period', async () => {
    await toConsole(app)
    await app.type(tester.toDate, AFTER_STAY)
    await app.press(tester.go)
    await app.sees(/^已调到 2026年12月31日/)
    await app.press(tester.home)
    await app.press('发起申领')
    await app.onPage(claim.start.title)
    await app.choose(/^生病/)
    await app.tick(claim.start.consentLabel)
    await app.press(claim.next)

    await app.onPage(claim.stay.title)
    await app.type(claim.stay.hospital, goldenStay.hospitalZh)
    await app.type(claim.stay.admittedOn, goldenStay.admittedOn)
    await app.type(claim.stay.dischargedOn, goldenStay.dischargedOn)
    await app.press(claim.next)

    await app.onPage(claim.amounts.title)
    claimId = new URL(app.page.url()).searchParams.get('claimId') ?? ''
    await app.type('总费用', '37000')
    await app.type('医保已付', '27000')
    await app.type('自付', '1000')
    await app.type('自费', '0')
    await app.type(claim.amounts.invoiceCode, goldenInvoice.code)
    await app.type(claim.amounts.invoiceNumber, goldenInvoice.number)
    await app.press(claim.next)
    // A figure that does not fit the sum is not let through.
    await app.sees(claim.amounts.differs(2_800_000, 900_000))
    await app.type('自付', '10000')
    await app.sees(claim.amounts.adds)
    await app.press(claim.next)
    await app.onPage(claim.papers.title)
  })

  step('sends the papers: a large photo arrives upright, small and without the place it was taken at', async () => {
    const { checklist } = await onServer()
    const large = await phonePhoto(app.page)
    assert.ok(large.length >= 3_000_000)
    const required = checklist.filter(({ required }) => required)
    for (const [index, { titleZh, documentType, maxFiles }] of required.entries()) {
      const files = index === 0 ? [jpeg('IMG_0001.jpg', large)] : [small(documentType), ...(maxFiles > 1 ? [small(`${documentType} 2`)] : [])]
      await app.pick(claim.papers.buttonFor(claim.papers.album, titleZh), files)
      await app.sees(claim.papers.received(files.length))
    }
    await app.sees(claim.papers.counter(required.length, required.length))

    const stored = await storedFiles(backend, claimId, required[0]?.documentType)
    assert.equal(stored.length, 1)
    for (const bytes of stored) {
      assert.ok(bytes.length < 1_500_000, `${bytes.length} bytes`)
      assert.ok(!bytes.includes('Exif'), 'metadata is gone')
      assert.deepEqual(await lookAt(app.page, bytes), { width: 1200, height: 1600, corners })
    }
  })

  step('checks the answers, puts one right and comes back', async () => {
    await app.press(claim.next)
    await app.onPage(claim.check.title)
    await app.sees('37,000.00 元')
    await app.press(`${claim.check.edit} ${claim.check.stay}`)
    await app.onPage(claim.stay.title)
    await app.type(claim.stay.hospital, '示例区第二人民医院')
    await app.press(claim.saveAndReturn)
    await app.onPage(claim.check.title)
    await app.sees('示例区第二人民医院')
    assert.equal((await onServer()).stay?.hospitalZh, '示例区第二人民医院')
  })

  step('hands the claim in and gets a receipt', async () => {
    await app.press('提交申领')
    await app.sees(claim.check.declareMissing)
    await app.tick(claim.check.declare)
    await drawName(app.page, claim.sign.pad)
    await app.press('提交申领')
    await app.onPage(claim.receipt.title)
    await app.sees((await onServer()).claimNo)
    await app.sees('代办处审核人员')
    await app.press(claim.receipt.progress)
    await app.onPage(claim.detail.title)
  })

  step('is decided, and asks for a bank card', async () => {
    await toConsole(app)
    const { claimNo } = await onServer()
    await app.press(tester.labelFor(tester.approve, claimNo))
    await app.sees(tester.decided(claimNo, 'APPROVE'))
    await app.press(tester.home)
    await app.press(/银行卡/)
    await app.onPage(bankTexts.title)
    await app.type(bankTexts.number, GOOD_CARD)
    await app.tick(bankTexts.c5Label)
    await app.press(bankTexts.bind)
    await app.sees(bankTexts.bound('工商银行', '0000'))
  })

  step('shows 8,000.00 paid, 2,000.00 borne, the bank and the last four digits', async () => {
    await toConsole(app)
    await app.press(tester.ahead(7))
    await app.sees(/^已调到 2027年1月7日/)
    await app.press(tester.home)
    await app.press('发放进度')
    await app.onPage(payout.list.title)
    await app.press(/8,000\.00/)
    await app.onPage(payout.detail.title)
    await app.sees('已到账')
    await paidScreen(app, { paid: '8,000.00', borne: '2,000.00' })
    assert.equal((await onServer()).status.state, 'PAID')
  })

  step('has not complained once', () => app.assertQuiet())
})

describe('the golden case as an accident', () => {
  let browser: Browser
  let backend: Backend
  let app: App
  const step = way(() => app)

  before(async () => {
    browser = await launchBrowser()
    backend = await startBackend()
    app = await newPhone(browser, backend)
  })
  after(async () => {
    await browser.close()
    await backend.close()
  })

  step('pays 9,600.00 and leaves 400.00 to the member', async () => {
    const { claimNo } = await claimAt(backend, 'PAID', { cause: 'ACCIDENT' })
    await signInAs(app, 'courier')
    await app.tab('申领')
    // Home has the same sum, and leads elsewhere.
    await app.onPage(claims.title)
    await app.press(/9,600\.00/)
    await app.onPage(claim.detail.title)
    await app.sees(claimNo)
    await app.press(claim.detail.payout)
    await app.onPage(payout.detail.title)
    await paidScreen(app, { paid: '9,600.00', borne: '400.00' })
    app.assertQuiet()
  })
})

async function toConsole(app: App): Promise<void> {
  await app.open('/')
  await app.press(home.tester)
  await app.onPage(tester.title)
}

async function paidScreen(app: App, { paid, borne }: { paid: string; borne: string }): Promise<void> {
  await app.sees(paid)
  await app.sees(borne)
  await app.sees('工商银行')
  await app.sees(payout.detail.last4('0000'))
}

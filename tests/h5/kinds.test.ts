import assert from 'node:assert/strict'
import { describe } from 'node:test'
import { kindTexts } from '@/packages/claim/kind-texts'
import { peopleTexts } from '@/packages/claim/people-texts'
import { texts as claim } from '@/packages/claim/texts'
import { texts as home } from '@/pages/home/texts'
import { texts as claims } from '@/pages/claims/texts'
import type { Claim } from '@/contract/schemas/claim'
import { photo } from '@tests/builders/photo'
import { signInAs, type App } from './kit/app'
import { axeViolations, overflowing, settled } from './kit/checks'
import { drawName } from './kit/sign'
import { inChromium } from './kit/stage'
import { way } from './kit/way'

const e = kindTexts.event
const on = inChromium()

const claimIdOf = (app: App): string => new URL(app.page.url()).searchParams.get('claimId') ?? ''
const shown = async (as: string, claimId: string): Promise<Claim> => (await (await on.backend.as(as))('getClaim', { params: { claimId } })).ok()
const approve = async (claimId: string): Promise<void> => void (await (await on.backend.tester())('decideClaim', { params: { claimId }, body: { decision: 'APPROVE' } })).ok()

/** Nothing reaches over the side, and axe is content: also on the smallest phone. */
async function looksRight(app: App): Promise<void> {
  for (const size of [{ width: 320, height: 568 }, { width: 390, height: 844 }]) {
    await app.page.setViewportSize(size)
    await settled(app.page)
    assert.deepEqual(await overflowing(app.page), [])
  }
  assert.deepEqual(await axeViolations(app.page), [])
}

/** One small photo for each paper that the claim asks for. */
async function sendPapers(app: App, as: string): Promise<void> {
  await app.onPage(claim.papers.title)
  const { checklist } = await shown(as, claimIdOf(app))
  const needed = checklist.filter(({ required, received }) => required && received === 0)
  for (const { titleZh, documentType } of needed) {
    await app.pick(claim.papers.buttonFor(claim.papers.album, titleZh), [{ name: `${documentType}.jpg`, mimeType: 'image/jpeg', buffer: Buffer.from(photo(documentType)) }])
  }
  const required = checklist.filter((item) => item.required).length
  await app.sees(claim.papers.counter(required, required))
}

describe('a light critical illness, through the screens only', () => {
  let app: App
  let claimId: string
  const step = way(() => app)

  step('says what the cover pays and which papers are needed, with a sample each', async () => {
    app = await on.phone()
    await signInAs(app, 'model')
    await app.press('发起申领')
    await app.onPage(claim.start.title)
    await app.choose(/^重大疾病/)
    await app.sees(/给付：重疾150,000元，轻症45,000元，各一次/)
    await app.press(/^诊断证明/)
    await app.page.getByRole('img', { name: /^诊断证明的样张/ }).waitFor()
    await looksRight(app)
    await app.press('关闭')
    await looksRight(app)
    await app.press(claim.next)
  })

  step('asks for the diagnosis, and for nothing of a stay', async () => {
    await app.onPage(e.title)
    await app.type(e.diagnosedOn, '2026-11-10')
    await app.type(e.disease, '早期恶性肿瘤')
    await app.choose(/^轻症/)
    await app.type(e.hospital, '示例市第一人民医院')
    await looksRight(app)
    await app.press(claim.next)
    await app.onPage(claim.papers.title)
    claimId = claimIdOf(app)
  })

  step('takes the papers of the kind, then asks for C4 beside the declaration', async () => {
    await sendPapers(app, 'model')
    await app.press(claim.next)
    await app.onPage(claim.check.title)
    await app.sees('45,000.00 × 1份 = 45,000.00')
    await app.tick(/病案查询授权/)
    await app.tick(claim.check.declare)
    await drawName(app.page, claim.sign.pad)
    await looksRight(app)
    await app.press(claim.check.submit)
    await app.onPage(claim.receipt.title)
    assert.equal((await shown('model', claimId)).status.state, 'REVIEWING')
  })

  step('shows the decision with its line', async () => {
    await approve(claimId)
    await app.press(claim.receipt.progress)
    await app.onPage(claim.detail.title)
    await app.page.reload()
    await app.sees(claim.estimate.decided)
    assert.equal((await shown('model', claimId)).decision?.amountFen, 4_500_000)
    await looksRight(app)
    app.assertQuiet()
  })
})

describe('the death claim of the beneficiary', () => {
  let app: App
  let claimId: string
  const step = way(() => app)

  step('is one tap from the first page, and already chosen', async () => {
    app = await on.phone()
    await signInAs(app, 'beneficiary')
    await app.press(home.beneficiary.action)
    await app.onPage(claims.title)
    await app.press(claims.start)
    await app.onPage(claim.start.title)
    await app.sees(/给付：身故60,000元/)
    await app.tick(claim.start.consentLabel)
    await app.press(claim.next)
  })

  step('asks what happened, takes five papers, and is handed in', async () => {
    await app.onPage(e.title)
    await app.sees(peopleTexts.deathNote('蒋**'))
    await app.type(e.deathAccidentOn, '2026-11-02')
    await app.type(e.deathPlace, '越秀区某工地')
    await app.type(e.deathHow, '高处坠落。')
    await app.choose(e.trafficNo)
    await app.type(e.diedOn, '2026-11-02')
    await looksRight(app)
    await app.press(claim.next)
    await sendPapers(app, 'beneficiary')
    await looksRight(app)
    claimId = claimIdOf(app)
    await app.press(claim.next)
    await app.onPage(claim.check.title)
    await app.tick(claim.check.declare)
    await drawName(app.page, claim.sign.pad)
    await app.press(claim.check.submit)
    await app.onPage(claim.receipt.title)
    assert.equal((await shown('beneficiary', claimId)).status.state, 'UNION_CHECK')
  })

  step('is paid to the own card', async () => {
    await approve(claimId)
    ;(await (await on.backend.as('beneficiary'))('setConsent', { params: { consentId: 'C5' }, body: { granted: true, version: '1.0' } })).ok()
    await on.backend.move(4)
    await app.press(claim.receipt.progress)
    await app.onPage(claim.detail.title)
    await app.page.reload()
    await app.sees(/60,000\.00元已到账/)
    assert.deepEqual((await (await on.backend.as('beneficiary'))('listPayouts', { query: {} })).ok().items.map(({ last4, amountFen }) => [last4, amountFen]), [['0014', 6_000_000]])
    app.assertQuiet()
  })
})

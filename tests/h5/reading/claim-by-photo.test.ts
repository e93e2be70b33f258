import assert from 'node:assert/strict'
import { after, before, describe } from 'node:test'
import type { Browser } from 'playwright-core'
import type { Claim } from '@/contract/schemas/claim'
import { readingTexts } from '@/packages/claim/reading-texts'
import { texts as claim } from '@/packages/claim/texts'
import { seedData } from '@mock/seed/persona-data'
import { CLAIMANT, goldenStay, readyToClaim } from '@tests/builders/golden-claims'
import { newPhone, signInAs, type App, type PickedFile } from '../kit/app'
import { startBackend, type Backend } from '../kit/backend'
import { launchBrowser } from '../kit/browser'
import { countHands } from '../kit/hands'
import { photographed, type Shot } from '../kit/papers/camera'
import { factsOf, type Facts } from '../kit/papers/facts'
import { papersOf, type Paper } from '../kit/papers/layouts'
import { until } from '../kit/until'
import { onOwnPhones } from '../kit/way'

const { hospitalZh: hospital, ...days } = goldenStay
const patient = seedData.personas.find(({ id }) => id === CLAIMANT)?.name ?? ''
const facts: Facts = { ...factsOf(5), ...days, issuedOn: days.dischargedOn, days: 6, hospital, patient }
const SHOT: Shot = { tiltDegrees: 3, leanX: 5, leanY: -4, light: 0.7, quality: 0.75, orientation: 6 }
/** Paper of the checklist -> the drawn paper that is photographed for it. */
const PAPERS: Readonly<Partial<Record<Claim['documents'][number]['documentType'], [Paper['kind'], number]>>> = { DISCHARGE_SUMMARY: ['discharge', 0], MEDICAL_INVOICE: ['bill', 0], INSURANCE_SETTLEMENT: ['settlement', 0] }

describe('a claim by photographs, with the recogniser at work', () => {
  let browser: Browser
  let backend: Backend
  before(async () => {
    browser = await launchBrowser()
    backend = await startBackend({ recognition: true })
    await readyToClaim(backend)
  })
  after(async () => {
    await browser.close()
    await backend.close()
  })

  async function photos(): Promise<Map<string, PickedFile>> {
    const page = await browser.newPage()
    const taken = new Map<string, PickedFile>()
    for (const [type, [kind, layout]] of Object.entries(PAPERS)) {
      const paper = papersOf(facts).find((one) => one.kind === kind && one.layout === layout)
      taken.set(type, { name: `${type}.jpg`, mimeType: 'image/jpeg', buffer: await photographed(page, paper?.html ?? assert.fail(), SHOT) })
    }
    await page.close()
    return taken
  }

  onOwnPhones('from 首页 to 核对 in one tap a paper and six more, nothing typed, everything right on the server', async () => {
    const pictures = await photos()
    const app: App = await newPhone(browser, backend)
    // The recogniser fills the machine: a photo whose answer takes too long is asked for again, and the server has it already.
    app.expectComplaint(/status of 409 .*\/documents\//)
    await signInAs(app, CLAIMANT)
    const hands = await countHands(app)
    await app.press('发起申领')
    await app.choose(/^生病/)
    await app.press(claim.next)

    await app.onPage(claim.papers.title)
    const claimId = new URL(app.page.url()).searchParams.get('claimId') ?? ''
    const courier = await backend.as(CLAIMANT)
    const onServer = async (): Promise<Claim> => (await courier('getClaim', { params: { claimId } })).ok()
    const required = (await onServer()).checklist.filter((item) => item.required)
    for (const { titleZh, documentType } of required) {
      await app.pick(claim.papers.buttonFor(claim.papers.album, titleZh), [pictures.get(documentType) ?? { name: `${documentType}.jpg`, mimeType: 'image/jpeg', buffer: pictures.get('DISCHARGE_SUMMARY')?.buffer ?? assert.fail() }])
    }
    // The phone asks by itself until the papers have been read; fingers rest. How long a page takes is the recogniser's to limit.
    await until('the server has read', async () => (await onServer()).prefill?.reading === false, Infinity)
    await until('the page says so', () => app.page.getByText(readingTexts.found(9)).filter({ visible: true }).last().isVisible(), 90_000)
    await app.press(claim.next)
    await app.onPage(claim.stay.title)
    await app.sees(readingTexts.read)
    await app.press(claim.next)
    await app.onPage(claim.amounts.title)
    await app.sees(claim.amounts.adds)
    await app.press(claim.next)
    await app.onPage(claim.check.title)
    // Hospital, two days, four figures and the two numbers of the bill: each says where it comes from.
    await app.sees(readingTexts.read)
    assert.equal(await app.page.locator('.z-fact-value', { hasText: readingTexts.read }).filter({ visible: true }).count(), 9)

    const { taps, typed } = await hands()
    // Three papers, for whom the identity card is known: nine, and three are left for signing, declaring and handing in.
    assert.equal(taps, 6 + required.length)
    assert.equal(typed, 0)
    const done = await onServer()
    assert.deepEqual(done.stay, goldenStay)
    assert.deepEqual(done.invoice, { code: facts.invoiceCode, number: facts.invoiceNumber })
    assert.deepEqual(done.amounts, { totalFen: facts.totalFen, pooledFen: facts.pooledFen, inScopeSelfPayFen: facts.selfPayFen, outOfScopeFen: facts.outOfScopeFen, otherPaidFen: 0 })
    assert.deepEqual(done.prefill?.notesZh, [])
    app.assertQuiet()
  })
})

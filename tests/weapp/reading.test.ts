import assert from 'node:assert/strict'
import path from 'node:path'
import { test } from 'node:test'
import { bankTexts } from '@/packages/account/texts'
import { cameraTexts as camera } from '@/packages/claim/camera-texts'
import { readingTexts } from '@/packages/claim/reading-texts'
import { texts as claim } from '@/packages/claim/texts'
import { aDraft } from '@tests/builders/driver-claims'
import { GOOD_CARD } from '@tests/builders/golden-claims'
import { DRIVER, driverBill, pageOf } from '@tests/builders/paper-text'
import type { MiniProgram } from './host'
import { onPhones } from './stage'

const BILL_PDF = path.resolve(__dirname, '../builders/fixtures/bill.pdf')
/** What stands on the next file that is read. */
let onPaper = driverBill()
const on = onPhones({ photos: 2, read: async () => onPaper })
let app: MiniProgram


test('a bill from a chat, as PDF: filled in, marked, and on 核对 both values where the member has another', async () => {
  const { claimId, checklist } = await aDraft(on.backend.core, { stay: null, amounts: null, papers: 0 })
  const title = checklist.find(({ documentType }) => documentType === 'MEDICAL_INVOICE')?.titleZh ?? ''
  app = await on.signedIn('driver')
  await app.mock('chooseMessageFile', { files: [BILL_PDF] })
  await app.goto(`/packages/claim/pages/papers/index?claimId=${claimId}`, 'navigateTo')
  await app.tap(`[aria-label="${claim.papers.buttonFor(claim.papers.file, title)}"]`)
  await app.waitText(claim.papers.received(1))
  await app.waitText(readingTexts.found(9))
  await app.tapText(claim.next)
  await app.waitRoute('packages/claim/pages/stay')
  await app.waitText(readingTexts.filled)
  assert.equal(await app.value(claim.stay.hospital), '示例区第一人民医院')
  await app.tapText(claim.next)
  await app.waitRoute('packages/claim/pages/amounts')
  await app.waitText(claim.amounts.adds)
  await app.input(claim.amounts.pooled, '26000')
  await app.input(claim.amounts.selfPay, '11000')
  await app.tapText(claim.next)
  await app.waitRoute('packages/claim/pages/check')
  await app.waitText(readingTexts.readAs('27,000.00 元'))
  await app.waitText(readingTexts.readAs('10,000.00 元'))
  // Hospital, two days, total, 自费, and the two numbers of the bill.
  assert.equal((await app.texts()).filter((text) => text === readingTexts.read).length, 7)
  const { amounts } = (await (await on.backend.as('driver'))('getClaim', { params: { claimId } })).ok()
  assert.deepEqual([amounts?.pooledFen, amounts?.inScopeSelfPayFen], [2_600_000, 1_100_000])
})

test('a paper of somebody else is said on 核对 too', async () => {
  const { claimId, checklist } = await aDraft(on.backend.core, { papers: 0 }, 'driver')
  const title = checklist.find(({ documentType }) => documentType === 'MEDICAL_INVOICE')?.titleZh ?? ''
  onPaper = driverBill((text) => text.replace(DRIVER, '李某某'))
  app = await on.signedIn('driver')
  await app.mock('takePhoto', { files: on.photos.slice(0, 1) })
  await app.goto(`/packages/claim/pages/papers/index?claimId=${claimId}`, 'navigateTo')
  await app.tap(`[aria-label="${claim.papers.buttonFor(claim.papers.camera, title)}"]`)
  await app.tap(`[aria-label="${camera.shutter}"]`)
  await app.tapText(camera.use)
  await app.tapText(camera.done)
  await app.waitFor('the name', async () => (await app.texts()).some((text) => text.includes('姓名读作“李某某”')))
  await app.goto(`/packages/claim/pages/check/index?claimId=${claimId}`, 'navigateTo')
  await app.waitFor('the name', async () => (await app.texts()).some((text) => text.includes('姓名读作“李某某”')))
})

test('the number of a bank card by a photo of it, and the card is bound', async () => {
  onPaper = pageOf([{ text: '中国工商银行', x: 60, y: 60 }, { text: GOOD_CARD, x: 60, y: 300 }])
  app = await on.signedIn('courier')
  await app.mock('chooseMedia', { files: on.photos.slice(1) })
  await app.goto('/packages/account/pages/bank-card/index', 'navigateTo')
  await app.tapText(bankTexts.photo)
  await app.waitFor('the number', async () => (await app.value(bankTexts.number)).replace(/ /g, '') === GOOD_CARD)
  await app.waitText(bankTexts.photoRead)
  await app.check(bankTexts.c5Label)
  await app.tapText(bankTexts.bind)
  await app.waitText(bankTexts.boundTitle)
  const [asked] = await app.apiCalls('chooseMedia')
  assert.ok(asked)
})

import assert from 'node:assert/strict'
import { beforeEach, test } from 'node:test'
import { texts as claim } from '@/packages/claim/texts'
import { certificateTexts } from '@/packages/gift/texts'
import { CLAIMANT, claimAt } from '@tests/builders/golden-claims'
import type { MiniProgram } from './host'
import { onPhones } from './stage'

const ENROLMENT = 'EN-0001'
const PNG = [0x89, 0x50, 0x4e, 0x47]
const on = onPhones({ each: true })
let app: MiniProgram
/** Files that WeChat was handed, by the name of its function. */
let handed: Record<string, string[]>
/** What the album answers instead of taking a picture. */
let refusal: string | null

beforeEach(async () => {
  handed = { album: [], reader: [] }
  refusal = null
  const saveImageToPhotosAlbum = ({ filePath }: Record<string, unknown>): object => {
    if (refusal !== null) return { fail: refusal }
    handed.album?.push(String(filePath))
    return {}
  }
  const openDocument = ({ filePath }: Record<string, unknown>): object => {
    handed.reader?.push(String(filePath))
    return {}
  }
  app = await on.signedIn(CLAIMANT, { mocks: { saveImageToPhotosAlbum, openDocument } })
})

const begins = (file: string | undefined, count: number): Buffer => app.readFile(file ?? '').subarray(0, count)
const received = (kind: 'album' | 'reader'): Promise<unknown> => app.waitFor(`a file for the ${kind}`, () => (handed[kind]?.length ?? 0) > 0)

test('a certificate goes into the album as the server drew it; an album that is closed to the app is said, and can be tried again', async () => {
  await app.goto(`/packages/gift/pages/certificate/index?enrolmentId=${ENROLMENT}`, 'navigateTo')
  await app.waitText(certificateTexts.save)
  refusal = 'saveImageToPhotosAlbum:fail auth deny'
  await app.tapText(certificateTexts.save)
  await app.waitFor('words about the album', async () => (await app.texts()).some((text) => /相册|权限/.test(text) && text !== certificateTexts.save))
  // WeChat asks once only: our question leads to its settings, and may be put off.
  await app.tapText('先不了')
  assert.equal(handed.album?.length, 0)
  refusal = null
  await app.tapText(certificateTexts.save)
  await received('album')
  assert.deepEqual([...begins(handed.album?.[0], 4)], PNG)
})

test('a certificate is passed on by a link that says nothing of the member', async () => {
  const { code } = (await (await on.backend.as(CLAIMANT))('getCertificateLink', { params: { enrolmentId: ENROLMENT } })).ok()
  await app.goto(`/packages/gift/pages/certificate/index?enrolmentId=${ENROLMENT}`, 'navigateTo')
  await app.waitText(certificateTexts.share)
  await app.waitFor('the link', async () => String((await app.share()).path).includes(code))
  const message = await app.share()
  assert.deepEqual(Object.keys(message).sort(), ['path', 'title'])
  assert.equal(message.title, certificateTexts.shareTitle)
})

test('a receipt goes into the album as a picture, and opens in WeChat’s reader as PDF', async () => {
  const { claimId } = await claimAt(on.backend, 'REVIEWING')
  await app.goto(`/packages/claim/pages/receipt/index?claimId=${claimId}`, 'navigateTo')
  // One after the other: the second waits for its turn.
  await app.tapText(claim.receipt.save)
  await app.tapText(claim.receipt.pdf)
  await received('album')
  assert.deepEqual([...begins(handed.album?.[0], 4)], PNG)
  await received('reader')
  await app.waitText('已保存到手机相册')
  assert.equal(begins(handed.reader?.[0], 5).toString('latin1'), '%PDF-')
})

test('a letter opens in WeChat’s reader as PDF', async () => {
  const { claimId } = await claimAt(on.backend, 'PAID')
  const { items } = (await (await on.backend.as(CLAIMANT))('listLetters', { params: { claimId } })).ok()
  const letter = items[0]
  assert.ok(letter)
  await app.goto(`/packages/claim/pages/detail/index?claimId=${claimId}`, 'navigateTo')
  await app.tapText(letter.titleZh)
  await received('reader')
  assert.equal(begins(handed.reader?.[0], 5).toString('latin1'), '%PDF-')
})

import assert from 'node:assert/strict'
import { after, afterEach, before, test } from 'node:test'
import { cameraTexts as t } from '@/packages/claim/camera-texts'
import { texts as claim } from '@/packages/claim/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { privacyWords } from '@/ui/privacy-words'
import { aDraft } from '@tests/builders/driver-claims'
import { writePhotos } from '@tests/builders/photo-files'
import { startBackend, type Backend } from '@tests/h5/kit/backend'
import type { MiniProgram } from './host'
import { signedInPhone } from './phone'

const PAPER = '医疗收费票据'
const START = `[aria-label="${claim.papers.buttonFor(claim.papers.camera, PAPER)}"]`
const SHUTTER = `[aria-label="${t.shutter}"]`

let backend: Backend
let app: MiniProgram
let photos: Awaited<ReturnType<typeof writePhotos>>
before(async () => {
  backend = await startBackend()
  photos = await writePhotos(3)
})
afterEach(async () => {
  await app.assertNoErrors()
  await app.close()
})
after(async () => {
  await backend.close()
  await photos.remove()
})

/** The papers of a fresh draft on a phone that answers like this; gives how many files the server has of the paper. */
async function openPapers(mocks: Record<string, unknown>): Promise<() => Promise<number>> {
  const { claimId } = await aDraft(backend.core, { papers: 0 })
  app = await signedInPhone(backend, 'driver', { mocks })
  await app.goto(withParams(routes.claimPapers, { claimId }), 'navigateTo')
  const driver = await backend.as('driver')
  return async () => (await driver('getClaim', { params: { claimId } })).ok().documents.filter(({ documentType, state }) => documentType === 'MEDICAL_INVOICE' && state === 'RECEIVED').length
}

test('two pages with the app’s own camera: shutter, once more, use; the next; done', async () => {
  const arrived = await openPapers({})
  await app.tap(START)
  await app.waitText(t.tip.page)
  await app.waitNoText(t.opening)
  for (const [at, photo] of photos.files.slice(0, 2).entries()) {
    await app.mock('takePhoto', { files: [photos.files[2] ?? ''] })
    await app.tap(SHUTTER)
    await app.tapText(t.again)
    await app.mock('takePhoto', { files: [photo] })
    await app.tap(SHUTTER)
    await app.tapText(t.use)
    await app.waitText(t.taken(at + 1))
  }
  await app.tapText(t.done)
  await app.waitNoText(t.tip.page)
  await app.waitFor('both on the server', async () => (await arrived()) === 2)
  assert.deepEqual((await app.apiCalls('takePhoto')).map(({ args }) => (args as { quality?: string }).quality), ['high', 'high', 'high', 'high'])
})

test('refused: words, and WeChat’s own camera', async () => {
  const arrived = await openPapers({ camera: { fail: 'auth deny' }, chooseMedia: { files: photos.files.slice(0, 1) } })
  await app.tap(START)
  await app.waitText(t.problem.denied)
  await app.tapText(t.system)
  await app.waitFor('the photo on the server', async () => (await arrived()) === 1)
  const [asked] = await app.apiCalls('chooseMedia')
  assert.deepEqual((asked?.args as { sourceType?: string[] } | undefined)?.sourceType, ['camera'])
  await app.waitNoText(t.problem.denied)
})

test('WeChat’s privacy question comes first, as our sheet; agreed to, the camera opens', async () => {
  const arrived = await openPapers({ needPrivacyAuthorization: {}, takePhoto: { files: photos.files.slice(0, 1) } })
  await app.tap(START)
  await app.waitText(privacyWords.title)
  await app.tapText(privacyWords.refuse)
  await app.waitText(t.problem.denied)
  await app.tapText(t.cancel)
  await app.tap(START)
  await app.tapText(privacyWords.agree)
  await app.waitNoText(t.opening)
  await app.tap(SHUTTER)
  await app.tapText(t.use)
  await app.waitFor('the photo on the server', async () => (await arrived()) === 1)
})

test('in the background the camera is let go', async () => {
  await openPapers({})
  await app.tap(START)
  await app.waitNoText(t.opening)
  await app.background()
  await app.foreground()
  await app.waitNoText(t.tip.page)
})

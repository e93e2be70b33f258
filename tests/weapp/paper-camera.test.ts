import assert from 'node:assert/strict'
import { test } from 'node:test'
import { cameraTexts as t } from '@/packages/claim/camera-texts'
import { texts as claim } from '@/packages/claim/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { privacyWords } from '@/ui/privacy-words'
import { aDraft } from '@tests/builders/driver-claims'
import type { MiniProgram } from './host'
import { onPhones } from './stage'

const PAPER = '医疗收费票据'
const START = `[aria-label="${claim.papers.buttonFor(claim.papers.camera, PAPER)}"]`
const SHUTTER = `[aria-label="${t.shutter}"]`

const on = onPhones({ photos: 3 })
let app: MiniProgram

/** The papers of a fresh draft on a phone that answers like this; gives how many files the server has of the paper. */
async function openPapers(mocks: Record<string, unknown>): Promise<() => Promise<number>> {
  const { claimId } = await aDraft(on.backend.core, { papers: 0 })
  app = await on.signedIn('driver', { mocks })
  await app.goto(withParams(routes.claimPapers, { claimId }), 'navigateTo')
  const driver = await on.backend.as('driver')
  return async () => (await driver('getClaim', { params: { claimId } })).ok().documents.filter(({ documentType, state }) => documentType === 'MEDICAL_INVOICE' && state === 'RECEIVED').length
}

test('two pages with the app’s own camera: shutter, once more, use; the next; done', async () => {
  const arrived = await openPapers({})
  await app.tap(START)
  await app.waitText(t.tip.page)
  await app.waitNoText(t.opening)
  for (const [at, photo] of on.photos.slice(0, 2).entries()) {
    await app.mock('takePhoto', { files: [on.photos[2] ?? ''] })
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
  const arrived = await openPapers({ camera: { fail: 'auth deny' }, chooseMedia: { files: on.photos.slice(0, 1) } })
  await app.tap(START)
  await app.waitText(t.problem.denied)
  await app.tapText(t.system)
  await app.waitFor('the photo on the server', async () => (await arrived()) === 1)
  const [asked] = await app.apiCalls('chooseMedia')
  assert.deepEqual((asked?.args as { sourceType?: string[] } | undefined)?.sourceType, ['camera'])
  await app.waitNoText(t.problem.denied)
})

test('WeChat’s privacy question comes first, as our sheet; agreed to, the camera opens', async () => {
  const arrived = await openPapers({ needPrivacyAuthorization: {}, takePhoto: { files: on.photos.slice(0, 1) } })
  await app.tap(START)
  await app.waitText(privacyWords.title)
  await app.tapText(privacyWords.refuse)
  await app.waitText(t.problem.private)
  await app.tapText(t.cancel)
  await app.tap(START)
  await app.tapText(privacyWords.agree)
  await app.tap(SHUTTER)
  await app.tapText(t.use)
  await app.waitFor('the photo on the server', async () => (await arrived()) === 1)
})

test('in the background the camera is let go', async () => {
  await openPapers({})
  await app.tap(START)
  await app.waitText(t.tip.page)
  await app.waitNoText(t.opening)
  await app.background()
  await app.foreground()
  await app.waitNoText(t.tip.page)
})

import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import { texts as claim } from '@/packages/claim/texts'
import { aDraft } from '@tests/builders/driver-claims'
import { writePhotos } from '@tests/builders/photo-files'
import { startBackend, type Backend } from '@tests/h5/kit/backend'
import type { MiniProgram } from './host'
import { signedInPhone } from './phone'

let backend: Backend
let app: MiniProgram
let photos: Awaited<ReturnType<typeof writePhotos>>

beforeEach(async () => {
  backend = await startBackend()
  photos = await writePhotos(4)
  app = await signedInPhone(backend, 'driver')
})
afterEach(async () => {
  await app.close()
  await backend.close()
  await photos.remove()
})

test('several photos of one paper at once from the album: each arrives once; one that is chosen again is said and not sent', async () => {
  const { claimId, checklist } = await aDraft(backend.core, { papers: 0 }, 'driver')
  const title = checklist.find(({ documentType }) => documentType === 'MEDICAL_INVOICE')?.titleZh ?? ''
  const documents = async () => (await (await backend.as('driver'))('getClaim', { params: { claimId } })).ok().documents
  const album = `[aria-label="${claim.papers.buttonFor(claim.papers.album, title)}"]`
  await app.goto(`/packages/claim/pages/papers/index?claimId=${claimId}`, 'navigateTo')

  await app.mock('chooseMedia', { files: photos.files.slice(0, 3) })
  await app.tap(album)
  await app.waitText(claim.papers.received(3))
  assert.deepEqual((await documents()).map(({ documentType, state }) => [documentType, state]), Array.from({ length: 3 }, () => ['MEDICAL_INVOICE', 'RECEIVED']))

  await app.mock('chooseMedia', { files: [photos.files[1] ?? '', photos.files[3] ?? ''] })
  await app.tap(album)
  await app.waitText(claim.papers.received(4))
  await app.waitText(claim.papers.twice('照片1.jpg'))
  assert.equal((await documents()).length, 4)
  assert.equal((await app.apiCalls('chooseMedia')).length, 2)
  await app.assertNoErrors()
})

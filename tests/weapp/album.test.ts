import assert from 'node:assert/strict'
import { test } from 'node:test'
import { texts as claim } from '@/packages/claim/texts'
import { aDraft } from '@tests/builders/driver-claims'
import { onPhones } from './stage'

const on = onPhones({ each: true, photos: 4 })

test('several photos of one paper at once from the album: each arrives once; one that is chosen again is said and not sent', async () => {
  const { claimId, checklist } = await aDraft(on.backend.core, { papers: 0 }, 'driver')
  const title = checklist.find(({ documentType }) => documentType === 'MEDICAL_INVOICE')?.titleZh ?? ''
  const documents = async () => (await (await on.backend.as('driver'))('getClaim', { params: { claimId } })).ok().documents
  const album = `[aria-label="${claim.papers.buttonFor(claim.papers.album, title)}"]`
  const app = await on.signedIn('driver')
  await app.goto(`/packages/claim/pages/papers/index?claimId=${claimId}`, 'navigateTo')

  await app.mock('chooseMedia', { files: on.photos.slice(0, 3) })
  await app.tap(album)
  await app.waitText(claim.papers.received(3))
  assert.deepEqual((await documents()).map(({ documentType, state }) => [documentType, state]), Array.from({ length: 3 }, () => ['MEDICAL_INVOICE', 'RECEIVED']))

  await app.mock('chooseMedia', { files: [on.photos[1] ?? '', on.photos[3] ?? ''] })
  await app.tap(album)
  await app.waitText(claim.papers.received(4))
  await app.waitText(claim.papers.twice('照片1.jpg'))
  assert.equal((await documents()).length, 4)
  assert.equal((await app.apiCalls('chooseMedia')).length, 2)
  // The server has them: none of them stays in the phone's user folder.
  await app.waitFor('an empty user folder', () => app.userFiles().length === 0)
})

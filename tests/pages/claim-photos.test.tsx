import { screen, waitFor } from '@testing-library/react'
import { texts } from '@/packages/claim/texts'
import type { PickedFile } from '@/platform/files'
import * as image from '@/platform/image'
import * as pick from '@/platform/pick'
import { routes } from '@/routes'
import { isUpload, useOutbox } from '@/state/outbox-store'
import { openClaim, press, startOutbox, type ClaimApp } from '@tests/builders/claim-app'
import { addPhoto } from '@tests/builders/driver-claims'
import { signIn } from '@tests/builders/people'
import { photo } from '@tests/builders/photo'
import { dialog, answer } from '@tests/setup/dialog'

const t = texts.papers
const pictured = (name: string, mark: string, quality?: PickedFile['quality']): PickedFile => {
  const bytes = Uint8Array.from(photo(mark))
  return { blob: new Blob([bytes], { type: 'image/jpeg' }), name, size: bytes.length, mime: 'image/jpeg', ...(quality && { quality }) }
}
/** Presses 从相册选 of a paper; the album gives these files. jsdom has no pixels, so what they look like is told here. */
async function chooses(title: string, ...files: PickedFile[]): Promise<void> {
  jest.spyOn(pick, 'pickImages').mockResolvedValue(files)
  jest.spyOn(image, 'prepareImage').mockImplementation((file) => Promise.resolve(file))
  await press(t.buttonFor(t.album, title))
}
async function open(): Promise<{ app: ClaimApp; titles: string[] }> {
  const app = await openClaim(routes.claimPapers, { papers: 0 })
  startOutbox(app)
  const titles = app.claim.checklist.filter(({ required }) => required).map(({ titleZh }) => titleZh)
  await screen.findByText(titles[0] ?? '')
  return { app, titles }
}
const arrived = async (count: number): Promise<void> => void (await waitFor(() => expect(screen.getAllByText('已收到')).toHaveLength(count)))
afterEach(() => jest.restoreAllMocks())

test('a photo that cannot be read is asked about before anything is sent: retaken, or used all the same', async () => {
  const { app, titles: [title = ''] } = await open()
  await chooses(title, pictured('糊.jpg', 'a', 'BLURRED'))
  expect(await dialog()).toHaveTextContent(t.poor.BLURRED.title)
  expect(useOutbox.getState().items.filter(isUpload)).toEqual([])
  await answer(false)
  expect(await screen.findByText(t.retake('糊.jpg'))).toBeVisible()
  expect(app.server.asked).not.toContain('registerDocument')

  await chooses(title, pictured('暗.jpg', 'b', 'DARK'), pictured('好.jpg', 'c', 'OK'))
  expect(await dialog()).toHaveTextContent(t.poor.DARK.title)
  await answer(true)
  await arrived(2)
})

test('the same photo twice is recognised at once, also after it has arrived; another paper may be the same page', async () => {
  const { app, titles: [title = '', other = ''] } = await open()
  await chooses(title, pictured('1.jpg', 'same'), pictured('2.jpg', 'same'), pictured('3.jpg', 'other'))
  expect(await screen.findByText(t.twice('2.jpg'))).toBeVisible()
  await arrived(2)
  await chooses(title, pictured('4.jpg', 'same'))
  expect(await screen.findByText(t.twice('4.jpg'))).toBeVisible()
  await chooses(other, pictured('5.jpg', 'same'))
  await arrived(3)
  expect((await app.onServer()).documents).toHaveLength(3)
})

test('a photo that another phone has sent already is refused by the server, in the same words', async () => {
  const { app, titles: [title = ''] } = await open()
  // This page has not heard of it yet.
  await addPhoto(await signIn(app.backend.core, 'driver'), app.claimId, app.claim.checklist.find(({ titleZh }) => titleZh === title)?.documentType ?? 'OTHER', photo('same'))
  await chooses(title, pictured('2.jpg', 'same'))
  expect(await screen.findByText(/^未收到：这张已经添加过/)).toBeVisible()
  expect((await app.onServer()).documents.map(({ state }) => state)).toEqual(['RECEIVED', 'FAILED'])
})

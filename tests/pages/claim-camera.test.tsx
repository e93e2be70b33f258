import { act, fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { cameraTexts as t } from '@/packages/claim/camera-texts'
import { texts } from '@/packages/claim/texts'
import { hasCamera, openCamera, type CameraWanted } from '@/platform/camera'
import { DeviceError } from '@/platform/device-error'
import * as files from '@/platform/files'
import { routes } from '@/routes'
import { openClaim, press, startOutbox, type ClaimApp } from '@tests/builders/claim-app'
import { photo } from '@tests/builders/photo'
import { __happen } from '@tests/setup/taro'

jest.mock('@/platform/camera', () => ({ hasCamera: jest.fn(() => true), openCamera: jest.fn() }))

const SUMMARY = '出院小结或出院记录'
const papers = texts.papers

/** A camera that takes another picture each time; `lit` counts those that are on. */
function aCamera() {
  const state = { lit: 0, taken: 0, asked: [] as CameraWanted[], same: false }
  jest.mocked(openCamera).mockImplementation((wanted) => {
    state.lit += 1
    state.asked.push(wanted)
    return Promise.resolve({
      take: () => {
        state.taken += 1
        const blob = new Blob([Uint8Array.from(photo(state.same ? 'the same' : `page ${state.taken}`))], { type: 'image/jpeg' })
        return Promise.resolve({ file: { blob, name: '照片.jpg', size: blob.size, mime: 'image/jpeg' }, src: URL.createObjectURL(blob) })
      },
      stop: () => void (state.lit -= 1),
    })
  })
  return state
}

async function openPapers(): Promise<ClaimApp> {
  const app = await openClaim(routes.claimPapers, { papers: 0 })
  startOutbox(app)
  await screen.findByText(SUMMARY)
  return app
}
const start = (paper = SUMMARY): Promise<void> => press(papers.buttonFor(papers.camera, paper))
const onScreen = (paper = SUMMARY): HTMLElement | null => screen.queryByRole('dialog', { name: t.title(paper) })
async function shoot(): Promise<void> {
  await waitFor(() => expect(screen.getByRole('button', { name: t.shutter })).not.toHaveAttribute('aria-disabled', 'true'))
  await press(t.shutter)
  await screen.findByRole('img', { name: t.shot(SUMMARY) })
}
const received = async (no: number): Promise<void> => void (await within(await screen.findByRole('group', { name: papers.page(SUMMARY, no) })).findByText('已收到'))

beforeEach(() => jest.mocked(hasCamera).mockReturnValue(true))
afterEach(() => jest.restoreAllMocks())

test('shutter, once more, use it, the next page, done: each page reaches the server, and the camera is off', async () => {
  const camera = aCamera()
  const app = await openPapers()
  await start()
  expect(onScreen()).toHaveTextContent(t.tip.page)
  expect(onScreen()).toHaveTextContent(app.claim.checklist.find(({ titleZh }) => titleZh === SUMMARY)?.tipZh ?? '-')
  await shoot()
  await press(t.again)
  await shoot()
  expect((await app.onServer()).documents).toEqual([])
  await press(t.use)
  expect(await screen.findByText(t.taken(1))).toBeVisible()
  await shoot()
  await press(t.use)
  expect(await screen.findByText(t.taken(2))).toBeVisible()
  await press(t.done)
  expect(onScreen()).not.toBeInTheDocument()
  expect(camera).toMatchObject({ lit: 0, taken: 3 })
  await received(2)
  expect((await app.onServer()).documents).toHaveLength(2)
})

test('a paper that is full closes the camera by itself', async () => {
  const camera = aCamera()
  const app = await openPapers()
  const { maxFiles } = app.claim.checklist.find(({ titleZh }) => titleZh === SUMMARY) ?? { maxFiles: 0 }
  await start()
  for (let no = 1; no <= maxFiles; no += 1) {
    await shoot()
    await press(t.use)
    if (no < maxFiles) await screen.findByText(t.taken(no))
  }
  await waitFor(() => expect(onScreen()).not.toBeInTheDocument())
  expect(camera.lit).toBe(0)
  expect(await screen.findByText(papers.full(maxFiles))).toBeVisible()
})

test.each([['DENIED', t.problem.denied], ['UNSUPPORTED', t.problem.unavailable]] as const)('%s: words, and the system’s camera in the same tap', async (code, words) => {
  jest.mocked(openCamera).mockRejectedValue(new DeviceError(code))
  await openPapers()
  await start()
  expect(await screen.findByText(words)).toBeVisible()
  fireEvent.click(screen.getByRole('button', { name: t.system }))
  const input = document.querySelector('input[type=file]')
  expect(input).toHaveAttribute('capture', 'environment')
  expect(onScreen()).not.toBeInTheDocument()
  if (!input) return
  Object.defineProperty(input, 'files', { value: [new File([Uint8Array.from(photo('system'))], '照片.jpg', { type: 'image/jpeg' })] })
  fireEvent.change(input)
  await received(1)
})

test('without a camera of its own the page opens the system’s at once', async () => {
  jest.mocked(hasCamera).mockReturnValue(false)
  await openPapers()
  fireEvent.click(screen.getByRole('button', { name: papers.buttonFor(papers.camera, SUMMARY) }))
  expect(document.querySelector('input[type=file]')).toHaveAttribute('capture', 'environment')
  expect(onScreen()).not.toBeInTheDocument()
})

test('Escape closes it, lets the camera go, and the keyboard is back on 拍照', async () => {
  const camera = aCamera()
  await openPapers()
  await start()
  await waitFor(() => expect(screen.getByRole('dialog').contains(document.activeElement)).toBe(true))
  await userEvent.keyboard('{Escape}')
  expect(onScreen()).not.toBeInTheDocument()
  expect(camera.lit).toBe(0)
  expect(screen.getByRole('button', { name: papers.buttonFor(papers.camera, SUMMARY) })).toHaveFocus()
})

test('in the background the camera is off; a photo that waits for its answer stays', async () => {
  const camera = aCamera()
  const app = await openPapers()
  await start()
  await waitFor(() => expect(camera.lit).toBe(1))
  act(() => void __happen('hide'))
  await waitFor(() => expect(onScreen()).not.toBeInTheDocument())
  expect(camera.lit).toBe(0)
  await start()
  await shoot()
  act(() => void __happen('hide'))
  await waitFor(() => expect(camera.lit).toBe(0))
  await press(t.use)
  expect(await screen.findByText(t.taken(1))).toBeVisible()
  await waitFor(() => expect(camera.lit).toBe(1))
  await received(1)
  expect((await app.onServer()).documents).toHaveLength(1)
})

test('a full phone keeps the photo in hand; the same photo twice asks for another', async () => {
  const camera = aCamera()
  camera.same = true
  await openPapers()
  const full = jest.spyOn(files, 'saveFile').mockRejectedValue(new DeviceError('STORAGE_FULL'))
  await start()
  await shoot()
  await press(t.use)
  expect(await screen.findByText(papers.storageFull(1))).toBeVisible()
  full.mockRestore()
  await press(t.use)
  expect(await screen.findByText(t.taken(1))).toBeVisible()
  await shoot()
  await press(t.use)
  expect(await screen.findByText(papers.twice('照片.jpg'))).toBeVisible()
  expect(screen.getByRole('button', { name: t.shutter })).toBeVisible()
})

test('an identity card has the frame of a card', async () => {
  aCamera()
  const app = await openPapers()
  const card = app.claim.checklist.find(({ documentType }) => documentType === 'ID_CARD')?.titleZh ?? ''
  await start(card)
  expect(onScreen(card)).toHaveTextContent(t.tip.card)
  expect(onScreen(card)?.querySelector('.claim-camera-frame--card')).toBeInTheDocument()
})

import { act, screen, waitFor } from '@testing-library/react'
import { download } from '@/api/download'
import { PART, partSize } from '@/api/line'
import { enqueueUpload } from '@/api/uploads'
import { sizeZh } from '@/domain/size'
import { texts } from '@/packages/claim/texts'
import { apiBase } from '@/platform/env'
import { listFiles, removeFile } from '@/platform/files'
import { routes } from '@/routes'
import { useLine } from '@/state/line-store'
import { isUpload, useOutbox } from '@/state/outbox-store'
import { openClaim, restartApp, startOutbox, type ClaimApp } from '@tests/builders/claim-app'
import { heavyPhoto } from '@tests/builders/photo'
import { __setRequestHandler } from '@tests/setup/taro'

const KB = 1024
const PART_OF = /\/uploads\/([0-9a-f]{64})\/parts\/(\d+)$/

interface Part {
  sha256: string
  offset: number
  bytes: number
}
/** What becomes of a part: it arrives, is lost before the server has heard it, its answer is lost, or it waits for ever. */
type Fate = 'arrives' | 'cut' | 'answerLost' | 'waits'

/** The line of an app at its papers: each part of a file is noted and meets its fate. */
function lineOf(app: ClaimApp, fate: (part: Part) => Fate = () => 'arrives') {
  const parts: Part[] = []
  let now = fate
  const waiting: (() => void)[] = []
  __setRequestHandler(async (request) => {
    const [, sha256 = '', offset = ''] = PART_OF.exec(new URL(request.url).pathname) ?? []
    if (sha256 === '') return app.server.handle(request)
    const part = { sha256, offset: Number(offset), bytes: (await request.clone().arrayBuffer()).byteLength }
    parts.push(part)
    const end = now(part)
    if (end === 'waits') await new Promise<void>((resolve) => (waiting.push(resolve), request.signal.addEventListener('abort', () => resolve())))
    await new Promise((resolve) => setTimeout(resolve, 5))
    if (end === 'cut' || end === 'waits') throw new Error('connection reset')
    const answer = await app.server.handle(request)
    if (end === 'answerLost') throw new Error('connection reset')
    return answer
  })
  /** From now on another fate; what waits is lost. */
  const from = (next: typeof fate): void => {
    now = next
    waiting.splice(0).forEach((resolve) => resolve())
  }
  return { parts, from }
}
const mine = () => useOutbox.getState().items.filter(isUpload)
const add = (app: ClaimApp, bytes: Uint8Array, name = 'a.jpg'): Promise<void> => enqueueUpload(app.claimId, 'MEDICAL_INVOICE', { blob: new Blob([Uint8Array.from(bytes)], { type: 'image/jpeg' }), name, size: bytes.length, mime: 'image/jpeg' })
/** Tries again and again, as the app does by itself at growing distances. */
async function untilSent(kick: () => void): Promise<void> {
  for (let turn = 0; turn < 200 && mine().length > 0; turn += 1) {
    await act(async () => new Promise((resolve) => setTimeout(resolve, 20)))
    kick()
  }
  expect(mine()).toEqual([])
}
const states = async (app: ClaimApp): Promise<string[]> => (await app.onServer()).documents.map(({ state }) => state)

beforeEach(async () => {
  useLine.setState({ slow: false })
  for (const { fileId } of await listFiles()) await removeFile(fileId)
})

test('a line that lets through no more than 20 KB at a time: two photos of 400 KB arrive, nothing that has arrived is sent again, and nothing of them stays on the phone', async () => {
  const app = await openClaim(routes.claimPapers, { papers: 0 })
  const line = lineOf(app, ({ bytes }) => (bytes > 20 * KB ? 'cut' : 'arrives'))
  const photos = [heavyPhoto('one', 400), heavyPhoto('two', 400)]
  for (const photo of photos) await add(app, photo)
  await untilSent(startOutbox(app).kick)
  expect(await states(app)).toEqual(['RECEIVED', 'RECEIVED'])
  const arrived = line.parts.filter(({ bytes }) => bytes <= 20 * KB)
  expect(arrived.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(photos.reduce((sum, { length }) => sum + length, 0))
  await waitFor(async () => expect(await listFiles()).toEqual([]))
})

test('an app that is killed in the middle goes on where the server is', async () => {
  const app = await openClaim(routes.claimPapers, { papers: 0 })
  const line = lineOf(app, ({ offset }) => (offset === 0 ? 'arrives' : 'waits'))
  await add(app, heavyPhoto('killed', 600))
  startOutbox(app)
  await waitFor(() => expect(line.parts.length).toBe(2))
  const reached = line.parts[0]?.bytes ?? 0
  line.from(() => 'arrives')
  await restartApp(app, `${routes.claimPapers}?claimId=${app.claimId}`)
  await untilSent(startOutbox(app).kick)
  expect(line.parts[2]?.offset).toBe(reached)
  expect(await states(app)).toEqual(['RECEIVED'])
})

test('a part whose answer was lost is there: it is not sent again', async () => {
  const app = await openClaim(routes.claimPapers, { papers: 0 })
  const line = lineOf(app, ({ offset }) => (offset === 0 ? 'answerLost' : 'arrives'))
  await add(app, heavyPhoto('lost', 500))
  await untilSent(startOutbox(app).kick)
  expect(line.parts.filter(({ offset }) => offset === 0)).toHaveLength(1)
  expect(await states(app)).toEqual(['RECEIVED'])
})

test('on a slow line files go one after the other, and the page says so and how much is left', async () => {
  const app = await openClaim(routes.claimPapers, { papers: 0 })
  const line = lineOf(app, () => 'waits')
  act(() => useLine.setState({ slow: true }))
  const photos = [heavyPhoto('first', 100), heavyPhoto('second', 100), heavyPhoto('third', 100)]
  for (const photo of photos) await add(app, photo)
  const outbox = startOutbox(app)
  const left = photos.reduce((sum, { length }) => sum + length, 0)
  expect(await screen.findByText(texts.papers.slow(3, sizeZh(left)))).toBeVisible()
  await waitFor(() => expect(line.parts.length).toBe(1))
  expect(await screen.findByText(`上传中 0%，网络较慢，还剩${sizeZh(photos[0]?.length ?? 0)}`)).toBeVisible()
  await act(async () => new Promise((resolve) => setTimeout(resolve, 50)))
  expect(line.parts).toHaveLength(1)
  line.from(() => 'arrives')
  await untilSent(outbox.kick)
})

test('a part that comes through in time, but at 30 KB a second, shows a slow line as well', async () => {
  const app = await openClaim(routes.claimPapers, { papers: 0 })
  const { handle } = app.server
  app.server.handle = async (request) => {
    if (PART_OF.test(new URL(request.url).pathname)) await new Promise((resolve) => setTimeout(resolve, 2_000))
    return handle(request)
  }
  lineOf(app)
  await add(app, heavyPhoto('thin', 60))
  await untilSent(startOutbox(app).kick)
  expect(useLine.getState().slow).toBe(true)
})

test('bytes that were spoilt on the way are noticed, and the file is begun again', async () => {
  const app = await openClaim(routes.claimPapers, { papers: 0 })
  let spoilt = false
  const line = lineOf(app)
  const { handle } = app.server
  app.server.handle = async (request) => {
    if (spoilt || !PART_OF.test(new URL(request.url).pathname)) return handle(request)
    spoilt = true
    const bytes = new Uint8Array(await request.arrayBuffer()).map((byte) => 255 - byte)
    return handle(new Request(request.url, { method: 'PUT', headers: request.headers, body: bytes }))
  }
  await add(app, heavyPhoto('spoilt', 40))
  await untilSent(startOutbox(app).kick)
  expect(line.parts.length).toBeGreaterThan(1)
  expect(await states(app)).toEqual(['RECEIVED'])
})

test('a file is fetched in parts, and goes on after a cut', async () => {
  const app = await openClaim(routes.claimPapers, { papers: 0 })
  await add(app, heavyPhoto('fetched', 700))
  await untilSent(startOutbox(app).kick)
  const [document] = (await app.onServer()).documents
  const asked: string[] = []
  let cuts = 2
  __setRequestHandler(async (request) => {
    const range = request.headers.get('range')
    if (range) asked.push(range)
    if (range && asked.length > 1 && cuts > 0) {
      cuts -= 1
      throw new Error('connection reset')
    }
    return app.server.handle(request)
  })
  const kept = jest.spyOn(URL, 'createObjectURL').mockReturnValue('blob:kept')
  const seen: number[] = []
  expect(await download(`${apiBase}/claims/${app.claimId}/documents/${document?.documentId}/content`, (got) => seen.push(got))).toBe('blob:kept')
  const blob = kept.mock.calls[0]?.[0]
  expect(blob instanceof Blob ? blob.size : 0).toBe(document?.sizeBytes)
  expect(seen).toEqual([...seen].sort((a, b) => a - b))
  expect(asked.filter((range) => range.startsWith('bytes=0-'))).toHaveLength(1)
  kept.mockRestore()
}, 20_000)

test('parts are never larger than the contract allows', () => {
  expect([PART.most <= 262_144, partSize() <= PART.most]).toEqual([true, true])
})

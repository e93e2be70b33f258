import { sha256Hex } from '@mock/core'
import { tick } from '@mock/handlers/flow/timers'
import { receivedOf } from '@mock/handlers/flow/papers/uploads'
import type { Api, Reply } from '@tests/builders/api'
import { claimAt, CLAIMANT } from '@tests/builders/golden-claims'
import { photo } from '@tests/builders/photo'
import { createWorld, type World } from '@tests/builders/world'

let world: World
let courier: Api
let params: { claimId: string; documentId: string }
const bytes = photo('in parts')
const sha256 = sha256Hex(bytes)
const MIDDLE = 400

const open = async (by: Api = courier) => (await by('openUpload', { params: { sha256 }, body: { sizeBytes: bytes.length } })).ok()
const send = (from: number, to = bytes.length, by: Api = courier): Promise<Reply<'sendUploadPart'>> => by('sendUploadPart', { params: { sha256, offset: String(from) }, bytes: bytes.slice(from, to) })
const finish = (): Promise<Reply<'uploadDocument'>> => courier('uploadDocument', { params, body: { sha256 } })
const staged = () => world.store.transact((tx) => tx.list('upload'))

beforeEach(async () => {
  world = await createWorld()
  courier = await world.as(CLAIMANT)
  const { claimId } = await claimAt(world, 'DRAFT')
  params = { claimId, documentId: (await courier('registerDocument', { params: { claimId }, body: { documentType: 'OTHER', clientRef: 'r1', name: 'a.jpg' } })).ok().documentId }
})

it('goes on where it was, and the whole is what was meant', async () => {
  expect(await open()).toMatchObject({ sizeBytes: bytes.length, receivedBytes: 0 })
  expect((await send(0, MIDDLE)).ok().receivedBytes).toBe(MIDDLE)
  expect(await open()).toMatchObject({ receivedBytes: MIDDLE })
  expect((await send(MIDDLE)).ok().receivedBytes).toBe(bytes.length)
  expect((await finish()).ok()).toMatchObject({ state: 'RECEIVED', sizeBytes: expect.any(Number) as number })
  expect(await world.files.get(sha256)).toBeDefined()
})

it('a part that is there already is fine; another place is told the right one', async () => {
  await open()
  ;(await send(0, MIDDLE)).ok()
  expect((await send(0, MIDDLE)).ok().receivedBytes).toBe(MIDDLE)
  expect((await send(100, 200)).ok().receivedBytes).toBe(MIDDLE)
  for (const wrong of [await send(MIDDLE + 1), await send(100)]) expect(wrong.problem('UPLOAD_OFFSET')).toMatchObject({ receivedBytes: MIDDLE })
  const more = await courier('sendUploadPart', { params: { sha256, offset: String(MIDDLE) }, bytes: photo('much more than was announced') })
  expect(more.problem('UPLOAD_OFFSET')).toMatchObject({ receivedBytes: MIDDLE })
})

it('bytes that are not those that were announced: begun again, nothing of them stays', async () => {
  await open()
  ;(await courier('sendUploadPart', { params: { sha256, offset: '0' }, bytes: bytes.map((byte) => 255 - byte) })).problem('UPLOAD_MISMATCH')
  expect(await staged()).toEqual([])
  expect(await open()).toMatchObject({ receivedBytes: 0 })
})

it('before its last part nothing comes of it, afterwards it is used up; the same answer again is no error', async () => {
  await open()
  ;(await send(0, MIDDLE)).ok()
  expect((await finish()).problem('UPLOAD_INCOMPLETE')).toMatchObject({ receivedBytes: MIDDLE })
  ;(await send(MIDDLE)).ok()
  ;(await finish()).ok()
  const keys = (await staged()).flatMap(({ parts }) => parts)
  expect([await staged(), keys]).toEqual([[], []])
  expect((await finish()).ok().state).toBe('RECEIVED')
})

it('is its account’s alone', async () => {
  await open()
  ;(await send(0, MIDDLE)).ok()
  const other = await world.as('driver')
  expect((await send(MIDDLE, bytes.length, other)).status).toBe(404)
  expect(await open(other)).toMatchObject({ receivedBytes: 0 })
})

it('more than eight at once: the oldest has to begin again', async () => {
  const opened = async (mark: number) => void (await courier('openUpload', { params: { sha256: sha256Hex(`${mark}`) }, body: { sizeBytes: 10 } })).ok()
  for (let mark = 0; mark < 10; mark += 1) {
    world.wall.ms += 1000
    await opened(mark)
  }
  expect((await staged()).map((upload) => upload.sha256)).toEqual([2, 3, 4, 5, 6, 7, 8, 9].map((mark) => sha256Hex(`${mark}`)))
})

it('what nobody sends on is forgotten after a day, with its bytes', async () => {
  await open()
  ;(await send(0, MIDDLE)).ok()
  const [key = ''] = (await staged()).flatMap(({ parts }) => parts.map((part) => part.key))
  world.wall.ms += 23 * 3_600_000
  await tick(world.store, world.env, world.files)
  expect((await staged()).map(receivedOf)).toEqual([MIDDLE])
  world.wall.ms += 2 * 3_600_000
  await tick(world.store, world.env, world.files)
  expect([await staged(), await world.files.get(key)]).toEqual([[], undefined])
})

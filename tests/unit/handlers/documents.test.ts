import { addPaper, claimAt, CLAIMANT } from '@tests/builders/golden-claims'
import { photo } from '@tests/builders/photo'
import { createWorld, type World } from '@tests/builders/world'
import type { Api } from '@tests/builders/api'
import type { Claim } from '@/contract/schemas/claim'
import { sha256Hex } from '@mock/core'
import { SIGNED } from '@tests/builders/signature'

let world: World
let courier: Api
let draft: Claim

beforeEach(async () => {
  world = await createWorld()
  draft = await claimAt(world, 'FILLED')
  courier = await world.as(CLAIMANT)
})

const register = (clientRef: string) => courier('registerDocument', { params: draft, body: { documentType: 'MEDICAL_INVOICE', clientRef, name: '票据.jpg' } })
const upload = (documentId: string, bytes: Uint8Array) => courier('uploadDocument', { params: { claimId: draft.claimId, documentId }, file: { bytes, name: '票据.jpg' } })
const documents = async (): Promise<Claim['documents']> => (await courier('getClaim', { params: draft })).ok().documents

it('registers the same photo once, whatever key comes with it', async () => {
  const first = (await register('photo-1')).ok()
  const again = (await register('photo-1')).ok()
  expect(again).toEqual(first)
  expect(await documents()).toHaveLength(1)
})

it('keeps a refused file as 未收到 with the reason, and takes it on the next try', async () => {
  const { documentId } = (await register('photo-1')).ok()
  expect((await upload(documentId, photo().slice(0, 700))).problem('FILE_DAMAGED').detail).toContain('重新拍照')
  expect(await documents()).toMatchObject([{ documentId, state: 'FAILED', stateZh: '未收到', reasonZh: expect.stringContaining('损坏') }])

  expect((await upload(documentId, photo())).ok()).toMatchObject({ documentId, state: 'RECEIVED', stateZh: '已收到', reasonZh: null, mime: 'image/jpeg' })
  expect(await documents()).toHaveLength(1)
})

it('does not lose a received file to a later bad one', async () => {
  const { documentId } = (await register('photo-1')).ok()
  ;(await upload(documentId, photo())).ok()
  ;(await upload(documentId, photo().slice(0, 700))).problem('FILE_DAMAGED')
  expect(await documents()).toMatchObject([{ state: 'RECEIVED' }])
})

it('gives the stored file back, under the hash of the original bytes', async () => {
  const documentId = await addPaper(world, draft, 'ID_CARD', 'a comment inside the file')
  const reply = await courier('getDocumentContent', { params: { claimId: draft.claimId, documentId } })
  expect(reply.headers['content-type']).toBe('image/jpeg')
  expect(Buffer.from(reply.ok()).toString('latin1')).not.toContain('a comment inside the file')
  expect(await world.files.get(sha256Hex(photo('a comment inside the file')))).toEqual(reply.ok())
})

it('keeps bytes that two papers share until the last of them goes', async () => {
  const [first, second] = [await addPaper(world, draft, 'ID_CARD', 'same'), (await register('same again')).ok().documentId]
  ;(await upload(second, photo('same'))).ok()
  const hash = sha256Hex(photo('same'))
  ;(await courier('removeDocument', { params: { claimId: draft.claimId, documentId: first } })).ok()
  expect(await world.files.get(hash)).toBeDefined()
  ;(await courier('removeDocument', { params: { claimId: draft.claimId, documentId: second } })).ok()
  expect(await world.files.get(hash)).toBeUndefined()
})

it('deletes the files with the draft', async () => {
  await addPaper(world, draft, 'ID_CARD')
  ;(await courier('discardClaim', { params: draft, version: draft.version })).ok()
  expect(await world.files.get(sha256Hex(photo('ID_CARD')))).toBeUndefined()
  expect(await world.store.transact((tx) => tx.list('document', CLAIMANT))).toEqual([])
})

it('leaves the bytes of another member alone, even if they are the same', async () => {
  await world.store.transact((tx) => tx.put('document', { id: 'theirs', ownerId: 'driver', claimId: 'CLM-2026-000021', documentType: 'OTHER', clientRef: 'x', name: 'x', state: 'RECEIVED', reasonZh: null, mime: 'image/jpeg', sizeBytes: 1, receivedAt: null, hash: sha256Hex(photo('ID_CARD')) }))
  await addPaper(world, draft, 'ID_CARD')
  ;(await courier('discardClaim', { params: draft, version: draft.version })).ok()
  expect(await world.files.get(sha256Hex(photo('ID_CARD')))).toBeDefined()
})

it('asks for the identity card once a member', async () => {
  for (const { documentType } of draft.checklist.filter(({ required }) => required)) await addPaper(world, draft, documentType)
  ;(await courier('submitClaim', { params: draft, version: draft.version, body: SIGNED })).ok()
  const second = (await courier('createClaim', { body: { cause: 'ILLNESS' } })).ok()
  expect(second.checklist.filter(({ required }) => required).map(({ documentType }) => documentType)).not.toContain('ID_CARD')
  expect(draft.checklist.filter(({ required }) => required).map(({ documentType }) => documentType)).toContain('ID_CARD')
})

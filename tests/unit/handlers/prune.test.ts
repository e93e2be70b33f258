import { tick } from '@mock/handlers'
import { KEYS_KEPT_MS } from '@mock/core/prune'
import { sha256Hex } from '@mock/core'
import { api } from '@tests/builders/api'
import { addPaper, claimAt, CLAIMANT } from '@tests/builders/golden-claims'
import { photo } from '@tests/builders/photo'
import { createWorld, type World } from '@tests/builders/world'

const papers = (world: World) => world.store.transact((tx) => tx.list('document', CLAIMANT))

describe('T11: a draft that nobody touched for 90 days', () => {
  it('expires without its papers: records and bytes are gone, and a reopened one begins with fresh photos', async () => {
    const world = await createWorld()
    const claim = await claimAt(world, 'FILLED')
    await addPaper(world, claim, 'MEDICAL_INVOICE')
    const hash = sha256Hex(photo('MEDICAL_INVOICE'))
    expect(await world.files.get(hash)).toBeDefined()
    await world.move(91)
    expect(await papers(world)).toEqual([])
    expect(await world.files.get(hash)).toBeUndefined()
    const courier = await world.as(CLAIMANT)
    const expired = (await courier('getClaim', { params: claim })).ok()
    const draft = (await courier('reopenClaim', { params: claim, version: expired.version, body: {} })).ok()
    expect(draft).toMatchObject({ documents: [], stay: { hospitalZh: '示例区第一人民医院' } })
  })

  it('leaves bytes that another claim still refers to', async () => {
    const world = await createWorld()
    const claim = await claimAt(world, 'FILLED')
    await addPaper(world, claim, 'MEDICAL_INVOICE')
    const [document] = await papers(world)
    if (!document) throw new Error('no paper')
    await world.store.transact((tx) => tx.put('document', { ...document, id: 'doc-of-another', claimId: 'another' }))
    await world.move(91)
    expect((await papers(world)).map(({ id }) => id)).toEqual(['doc-of-another'])
    expect(await world.files.get(document.hash ?? '')).toBeDefined()
  })
})

it('clears away ended and expired sessions, old keys and codes, and nothing that is in use', async () => {
  const world = await createWorld()
  const { core, store, env, wall } = world
  const courier = await world.as(CLAIMANT)
  const leaving = await api(core)('signIn', { body: { method: 'wechat', code: 'test:driver', privacyVersion: '1.0' } })
  ;(await api(core, leaving.ok().accessToken)('signOut', {})).ok()
  ;(await courier('answerSubscriptions', { key: 'a-key', body: { answers: [{ template: 'RENEWAL', answer: 'accept' }] } })).ok()
  ;(await world.anonymous('sendSmsCode', { body: { phone: '13900000000' } })).ok()
  const counts = () => store.transact(async (tx) => [(await tx.list('session')).length, (await tx.list('idempotency')).length, (await tx.list('smsCode')).length])
  expect(await counts()).toEqual([2, 1, 1])
  await tick(store, env)
  expect(await counts()).toEqual([1, 1, 1])
  // The courier goes on, and a key that may still come again is known.
  ;(await courier('getMe', {})).ok()
  wall.ms += KEYS_KEPT_MS
  await tick(store, env)
  expect(await counts()).toEqual([0, 0, 0])
})

it('looks once an hour', async () => {
  const { store, env, wall } = await createWorld()
  const at = () => store.transact(async (tx) => (await tx.get('meta', 'meta'))?.prunedMs)
  await tick(store, env)
  const first = await at()
  wall.ms += 60_000
  await tick(store, env)
  expect(await at()).toBe(first)
  wall.ms += 3_600_000
  await tick(store, env)
  expect(await at()).toBe(wall.ms)
})

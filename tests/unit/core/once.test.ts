import { bodyOf, kept, requireVersion } from '@mock/core'
import type { Handler } from '@mock/core/types'
import { createEmbeddedCore } from '@mock/embedded'
import { Refusal } from '@mock/rules/refusal'
import { anAccount, request, signedIn, stubHandlers, tell } from '@tests/builders/core'

/** A claim whose fields do not matter here. */
const claimView = (claimId: string, version = 1) => ({
  claimId, claimNo: `No${claimId}`, version, titleZh: '住院', forMasked: null, agentMasked: null, cause: 'ILLNESS' as const, parts: [], accidentOn: null, accident: null, diagnosis: null, death: null, beneficiaryDocument: null, stay: null, amounts: null, invoice: null,
  status: { state: 'DRAFT', titleZh: '草稿', nextZh: '', whoZh: '', whenZh: '', step: 1, steps: [], tone: 'info' as const, memberActs: true },
  checklist: [], documents: [], prefill: null, preparedZh: null, missing: [], consentsNeeded: [], estimate: null, decision: null, timeline: [], payoutIds: [], actionAt: null, hasReceipt: false, supplement: null, auto: null, appeal: null, recovery: null, feedback: null, actions: [],
  createdAt: '2026-11-23T10:00:00+08:00', updatedAt: '2026-11-23T10:00:00+08:00',
})

/** Counts what it does in the store, so that a rollback shows. */
let runs = 0
let refuseWith: Refusal | undefined
const createClaim: Handler<'createClaim'> = async ({ tx, account }) => {
  runs += 1
  const number = await tx.next('claimNo')
  await tx.put('bankCard', { id: `c${number}`, ownerId: account.id, number: '', issuer: '', kind: '', verifiedAt: null, problemCode: null, boundAt: '2026-11-23T10:00:00+08:00' })
  if (refuseWith) throw refuseWith
  return claimView(`c${number}`)
}
const withdrawClaim: Handler<'withdrawClaim'> = async (context) => {
  requireVersion(context, 3)
  return claimView(context.params.claimId, 4)
}
const uploadDocument: Handler<'uploadDocument'> = async ({ tx }) => {
  await tx.next('kept')
  return kept(new Refusal('FILE_DAMAGED'))
}

async function setUp() {
  runs = 0
  refuseWith = undefined
  const logged: string[] = []
  const embedded = await createEmbeddedCore({ seed: null, handlers: stubHandlers({ createClaim, withdrawClaim, uploadDocument }), env: { log: (line) => logged.push(line) } })
  const headers = await signedIn(embedded.store, embedded.env)
  const create = (key: string | null, json: unknown = { cause: 'ILLNESS' }, own: Record<string, string> = headers) =>
    tell(embedded.core, 'createClaim', request('POST', '/claims', { json, headers: { ...own, ...(key === null ? {} : { 'idempotency-key': key }) } }))
  const made = () => embedded.store.transact((tx) => tx.list('bankCard')).then((records) => records.length)
  return { ...embedded, headers, create, made, logged }
}

describe('Idempotency-Key', () => {
  test('is required', async () => {
    const { create, made } = await setUp()
    for (const key of [null, '', '\u00e9', 'x'.repeat(129)]) expect((await create(key)).body).toMatchObject({ code: 'IDEMPOTENCY_KEY_REQUIRED', status: 400 })
    expect(await made()).toBe(0)
  })

  test('again: the first answer byte for byte, and nothing done', async () => {
    const { create, made } = await setUp()
    const first = await create('key-1')
    const again = await create('key-1')
    expect([first.status, again.status]).toEqual([201, 201])
    expect(again.response.text).toBe(first.response.text)
    expect(again.headers.etag).toBe(first.headers.etag)
    expect([first.headers['idempotent-replay'], again.headers['idempotent-replay']]).toEqual([undefined, 'true'])
    expect([runs, await made()]).toEqual([1, 1])
  })

  test('100 at once with one key: one record, one answer', async () => {
    const { create, made } = await setUp()
    const answers = await Promise.all(Array.from({ length: 100 }, () => create('key-1')))
    expect(new Set(answers.map(({ response }) => response.text)).size).toBe(1)
    expect([runs, await made()]).toEqual([1, 1])
  })

  test('with another body: 422, and the first answer stays', async () => {
    const { create } = await setUp()
    const first = await create('key-1')
    expect((await create('key-1', { cause: 'ACCIDENT' })).body).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED', status: 422 })
    expect((await create('key-1')).response.text).toBe(first.response.text)
  })

  test('belongs to one account and one endpoint', async () => {
    const { create, store, env, core, headers } = await setUp()
    const other = await signedIn(store, env, anAccount({ id: 'acc2' }))
    await create('key-1')
    expect((await create('key-1', { cause: 'ILLNESS' }, other)).headers['idempotent-replay']).toBeUndefined()
    const withdrawn = await tell(core, 'withdrawClaim', request('POST', '/claims/c1/withdrawal', { json: {}, headers: { ...headers, 'idempotency-key': 'key-1', 'if-match': '"3"' } }))
    expect(withdrawn.status).toBe(201)
  })

  test('a refusal rolls everything back and is remembered', async () => {
    const { create, made } = await setUp()
    refuseWith = new Refusal('CLAIM_NOT_COVERED')
    const first = await create('key-1')
    expect(first.body).toMatchObject({ code: 'CLAIM_NOT_COVERED', status: 409 })
    expect(await made()).toBe(0)
    refuseWith = undefined
    const again = await create('key-1')
    expect([again.response.text, again.headers['idempotent-replay'], runs]).toEqual([first.response.text, 'true', 1])
    expect((await create('key-2')).body.claimId).toBe('c1')
  })

  test('an internal error is not remembered: trying again may succeed', async () => {
    const { create, made, logged } = await setUp()
    refuseWith = new Refusal('INTERNAL')
    expect((await create('key-1')).status).toBe(500)
    refuseWith = undefined
    expect((await create('key-1')).status).toBe(201)
    expect([await made(), logged]).toEqual([1, []])
  })

  test('input that is refused does not use the key up', async () => {
    const { create } = await setUp()
    expect((await create('key-1', { cause: 'WAR' })).status).toBe(422)
    expect((await create('key-1')).status).toBe(201)
  })
})

describe('If-Match', () => {
  const withdraw = async (set: Awaited<ReturnType<typeof setUp>>, ifMatch?: string) =>
    tell(set.core, 'withdrawClaim', request('POST', '/claims/c1/withdrawal', { json: {}, headers: { ...set.headers, 'idempotency-key': 'key-1', ...(ifMatch === undefined ? {} : { 'if-match': ifMatch }) } }))

  test.each([undefined, '', '*', '"x"'])('%s: 428', async (ifMatch) => {
    expect((await withdraw(await setUp(), ifMatch)).body).toMatchObject({ code: 'VERSION_REQUIRED', status: 428 })
  })

  test.each(['"3"', '3', 'W/"3"'])('%s is version 3', async (ifMatch) => {
    expect((await withdraw(await setUp(), ifMatch)).headers.etag).toBe('"4"')
  })

  test('stale: 412 with the current version; the same key works with the right one', async () => {
    const set = await setUp()
    expect((await withdraw(set, '"2"')).body).toMatchObject({ code: 'VERSION_STALE', status: 412, version: 3 })
    expect((await withdraw(set, '"3"')).status).toBe(201)
  })
})

test('a kept refusal does not roll back', async () => {
  const { core, headers, store } = await setUp()
  const sent = request('POST', '/claims/c1/documents/d1/content', { headers, json: { sha256: '0'.repeat(64) } })
  expect((await tell(core, 'uploadDocument', sent)).body).toMatchObject({ code: 'FILE_DAMAGED' })
  expect(await store.transact((tx) => tx.next('kept'))).toBe(2)
})

test('files are deleted only after the commit', async () => {
  let fail = true
  const discardClaim: Handler<'discardClaim'> = async ({ files }) => {
    await files.delete('h1')
    if (fail) throw new Refusal('CLAIM_STATE_CONFLICT')
    return undefined
  }
  const { core, store, env, files } = await createEmbeddedCore({ seed: null, handlers: stubHandlers({ discardClaim }) })
  const headers = { ...(await signedIn(store, env)), 'if-match': '1' }
  await files.put('h1', Uint8Array.of(7))
  await tell(core, 'discardClaim', request('DELETE', '/claims/c1', { headers }))
  expect(await files.get('h1')).toEqual(Uint8Array.of(7))
  fail = false
  const done = await core.handle(request('DELETE', '/claims/c1', { headers }))
  expect([done.status, bodyOf(done), await files.get('h1')]).toEqual([204, undefined, undefined])
})

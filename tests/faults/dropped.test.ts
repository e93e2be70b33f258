import type { CoreRequest, Faults } from '@mock/core'
import { TransportDropped } from '@mock/core'
import { createEmbeddedCore, type Embedded } from '@mock/embedded'
import { startServer, type RunningServer } from '@mock/node/server'
import { clientOf, signedInAs, type Client } from './client'

/** Cuts the line at the next request that the test waits for, once. */
let cut: { at: keyof Faults; path: RegExp } | undefined
function drop(at: keyof Faults, request: CoreRequest): void {
  if (cut?.at !== at || !cut.path.test(`${request.method} ${request.path}`)) return
  cut = undefined
  throw new TransportDropped()
}

let embedded: Embedded
let server: RunningServer
let courier: Client
let base: string
beforeEach(async () => {
  embedded = await createEmbeddedCore({ faults: { before: (request) => drop('before', request), after: (request) => drop('after', request) } })
  server = await startServer({ core: embedded.core, port: 0, webDir: 'dist/none' })
  base = `http://127.0.0.1:${server.port}`
  courier = await signedInAs(base, 'courier')
})
afterEach(() => server.close())

const claims = (): Promise<unknown[]> => courier('listClaims').then(({ body }) => body.items as unknown[])
const create = (key: string) => courier('createClaim', { json: { cause: 'ACCIDENT' }, headers: { 'idempotency-key': key } })

test('dropped after handling, same key again: one claim, and the answer of the first time', async () => {
  cut = { at: 'after', path: /^POST .*\/claims$/ }
  await expect(create('k1')).rejects.toThrow('fetch failed')
  expect(await claims()).toHaveLength(1)
  const retried = await create('k1')
  const again = await create('k1')
  expect([retried.status, retried.headers.get('idempotent-replay')]).toEqual([201, 'true'])
  expect(again.text).toBe(retried.text)
  expect(await claims()).toHaveLength(1)
})

test('dropped before handling: nothing has happened, and the same key does it now', async () => {
  cut = { at: 'before', path: /^POST .*\/claims$/ }
  await expect(create('k1')).rejects.toThrow('fetch failed')
  expect(await claims()).toHaveLength(0)
  const retried = await create('k1')
  expect([retried.status, retried.headers.get('idempotent-replay')]).toEqual([201, null])
  expect(await claims()).toHaveLength(1)
})

test('a gifted plan whose answer was lost: the same certificate, with the old key and with a new one', async () => {
  const offers = (await courier('listGiftOffers')).body.items as { campaignId: string; state: string }[]
  const campaignId = offers.find(({ state }) => state === 'AVAILABLE')?.campaignId ?? ''
  const detail = (await courier('getGiftOffer', { params: { campaignId } })).body as { consents: { consentId: string; version: string }[] }
  const json = { campaignId, consents: detail.consents.map(({ consentId, version }) => ({ consentId, version })) }
  const accept = (key: string) => courier('createEnrolment', { json, headers: { 'idempotency-key': key } })

  cut = { at: 'after', path: /^POST .*\/enrolments$/ }
  await expect(accept('k1')).rejects.toThrow('fetch failed')
  const [retried, anew] = [await accept('k1'), await accept('k2')]
  expect([retried.status, anew.status]).toEqual([201, 201])
  expect(anew.body.certificateNo).toBe(retried.body.certificateNo)
  const mine = (await courier('listEnrolments')).body.items as { campaignId: string }[]
  expect(mine.filter((enrolment) => enrolment.campaignId === campaignId)).toHaveLength(1)
})

test('a refresh whose answer was lost is answered at the next try, and the pair works', async () => {
  const anonymous = clientOf(base)
  const { privacy } = (await anonymous('getConfig')).body as { privacy: { version: string } }
  const { refreshToken } = (await anonymous('signIn', { json: { method: 'wechat', code: 'test:driver', privacyVersion: privacy.version } })).body
  cut = { at: 'after', path: /^POST .*\/session\/refresh$/ }
  await expect(anonymous('refreshSession', { json: { refreshToken } })).rejects.toThrow('fetch failed')
  const again = await anonymous('refreshSession', { json: { refreshToken } })
  expect(again.status).toBe(200)
  expect((await clientOf(base, `Bearer ${String(again.body.accessToken)}`)('getMe')).status).toBe(200)
})

test('two tabs on one draft: the second change is refused with the version to look at, and nothing of the first is lost', async () => {
  const draft = (await create('k1')).body as { claimId: string; version: number }
  const params = { claimId: draft.claimId }
  const change = (day: string) => courier('updateClaim', { params, json: { accidentOn: day }, headers: { 'if-match': `"${draft.version}"` } })
  const [one, two] = await Promise.all([change('2026-11-01'), change('2026-11-02')])
  expect([one.status, two.status].sort()).toEqual([200, 412])
  const [kept, refused] = one.status === 200 ? [one, two] : [two, one]
  const now = (await courier('getClaim', { params })).body
  expect([now.accidentOn, now.version]).toEqual([kept.body.accidentOn, refused.body.version])
})

test('two tabs with one key at once: one claim', async () => {
  const answers = await Promise.all(Array.from({ length: 10 }, () => create('k1')))
  expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  expect(await claims()).toHaveLength(1)
})

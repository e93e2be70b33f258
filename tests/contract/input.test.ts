import { bodyOf, type CoreRequest, type CoreResponse } from '@mock/core'
import { requestOf } from '@tests/builders/api'
import { signIn } from '@tests/builders/people'
import { createWorld, recordsOf, type World } from '@tests/builders/world'
import { names, prepare, row } from './table'
import { validCalls } from './valid-calls'

/** What every endpoint refuses because of its traits, generated from the table: bodies, queries, ids, keys, versions. */
const withBody = names.filter((name) => row(name).body)
const withQuery = names.filter((name) => row(name).query)
/** Ids of installations are made by the client, so any that could be one is welcome. */
const ownIds: readonly string[] = ['registerDevice', 'bindRepDevice']
const withParams = names.filter((name) => row(name).path.includes(':'))
const withKey = names.filter((name) => row(name).idempotent)
const withVersion = names.filter((name) => row(name).ifMatch)

/** Sends the valid call of a row with something changed in it, as the one whose call it is. */
async function send(name: (typeof names)[number], change: (request: CoreRequest, world: World) => CoreRequest): Promise<{ response: CoreResponse; code: unknown; world: World; request: CoreRequest }> {
  const world = await createWorld()
  const { input } = await prepare(world, name)
  const request = change(requestOf(name, input, await tokenOf(world, name)), world)
  const response = await world.core.handle(request)
  return { response, code: codeOf(response), world, request }
}

async function tokenOf(world: World, name: (typeof names)[number]): Promise<string | undefined> {
  const { by } = validCalls[name]
  if (by === 'anonymous') return undefined
  if (by === 'tester') return (await world.anonymous('openTesterSession', { body: {} })).ok().accessToken
  return (await world.anonymous('signIn', { body: { method: 'wechat', code: `test:${by}`, privacyVersion: '1.0' } })).ok().accessToken
}

function codeOf(response: CoreResponse): unknown {
  const body = bodyOf(response)
  return typeof body === 'object' && body !== null && 'code' in body ? body.code : undefined
}

describe('bodies', () => {
  it.each(withBody)('%s refuses a field that it does not know', async (name) => {
    const { code } = await send(name, (request) => ({ ...request, text: JSON.stringify({ ...JSON.parse(request.text ?? '{}'), surprise: 1 }) }))
    expect(code).toBe('VALIDATION_FAILED')
  })
  it.each(withBody)('%s refuses a body that is not JSON', async (name) => {
    expect((await send(name, (request) => ({ ...request, text: '{"half":' }))).code).toBe('BAD_REQUEST')
  })
  it.each(withBody)('%s refuses another content type', async (name) => {
    expect((await send(name, (request) => ({ ...request, headers: { ...request.headers, 'content-type': 'text/plain' } }))).code).toBe('UNSUPPORTED_CONTENT_TYPE')
  })
  it.each(withBody)('%s refuses a body beyond the limit', async (name) => {
    expect((await send(name, (request) => ({ ...request, text: `{"surprise":"${'x'.repeat(300_000)}"}` }))).code).toBe('BODY_TOO_LARGE')
  })
})

it.each(withQuery)('%s refuses a query that it does not know', async (name) => {
  expect((await send(name, (request) => ({ ...request, query: { surprise: '1' } }))).code).toBe('VALIDATION_FAILED')
})

it.each(withQuery)('%s refuses a cursor that names nothing', async (name) => {
  expect((await send(name, (request) => ({ ...request, query: { cursor: 'nothing' } }))).code).toBe('VALIDATION_FAILED')
})

describe('ids', () => {
  it.each(withParams.filter((name) => !ownIds.includes(name)))('%s does not find what is not there', async (name) => {
    const { code } = await send(name, (request) => ({ ...request, path: otherId(name, request.path, 'nothing-at-all') }))
    expect(code).toBe(name === 'resolveGiftCode' ? 'CODE_INVALID' : 'NOT_FOUND')
  })
  it.each(withParams)('%s does not find an id that cannot be one', async (name) => {
    const { code } = await send(name, (request) => ({ ...request, path: otherId(name, request.path, 'no.such..id') }))
    expect(code).toBe('NOT_FOUND')
  })
})

/** The path with another value for its first parameter. */
function otherId(name: (typeof names)[number], path: string, id: string): string {
  const at = row(name).path.split('/').findIndex((segment) => segment.startsWith(':'))
  return path.split('/').map((segment, place) => (place === at + 2 ? id : segment)).join('/')
}

describe('idempotency', () => {
  it.each(withKey)('%s wants a key', async (name) => {
    const { code } = await send(name, (request) => ({ ...request, headers: omit(request.headers, 'idempotency-key') }))
    expect(code).toBe('IDEMPOTENCY_KEY_REQUIRED')
  })
  it.each(withKey)('%s answers the same key byte for byte and does nothing twice', async (name) => {
    const { response, world, request } = await send(name, (sent) => sent)
    expect(response.status).toBe(201)
    const before = await recordsOf(world)
    const again = await world.core.handle(request)
    expect(again.text).toBe(response.text)
    expect(again.headers['idempotent-replay']).toBe('true')
    expect(await recordsOf(world)).toEqual(before)
  })
  it.each(withKey)('%s refuses the same key with another body', async (name) => {
    const { world, request } = await send(name, (sent) => sent)
    const other = await world.core.handle({ ...request, text: `${request.text} ` })
    expect(codeOf(other)).toBe('IDEMPOTENCY_KEY_REUSED')
  })
})

describe('versions', () => {
  it.each(withVersion)('%s wants If-Match', async (name) => {
    const { response, code } = await send(name, (request) => ({ ...request, headers: omit(request.headers, 'if-match') }))
    expect([response.status, code]).toEqual([428, 'VERSION_REQUIRED'])
  })
  it.each(withVersion)('%s refuses a stale version and tells the current one', async (name) => {
    const { response, code } = await send(name, (request) => ({ ...request, headers: { ...request.headers, 'if-match': '"99"' } }))
    expect([response.status, code]).toEqual([412, 'VERSION_STALE'])
    expect(JSON.parse(response.text)).toHaveProperty('version', expect.any(Number))
  })
})

it('answers INTERNAL without a word about its inside, and logs it', async () => {
  const world = await createWorld()
  const driver = await signIn(world.core, 'driver')
  await world.store.transact(async (tx) => {
    const claim = await tx.get('claim', 'CLM-2026-000021')
    // A decided claim that has lost its dates: the words of its state cannot be filled, and half a sentence must not go out.
    if (claim) await tx.put('claim', { ...claim, progress: { ...claim.progress, state: 'REJECTED', appealUntil: null } })
  })
  const reply = await driver('getClaim', { params: { claimId: 'CLM-2026-000021' } })
  const { requestId } = reply.problem('INTERNAL')
  expect(reply.text).not.toMatch(/appealUntil|\.ts/)
  expect(world.log.join('\n')).toContain(requestId)
})

it('answers RATE_LIMITED with when to come back', async () => {
  const world = await createWorld({ limits: { general: 2, sms: 1 } })
  await world.anonymous('getConfig')
  await world.anonymous('getConfig')
  const refused = await world.anonymous('getConfig')
  expect(refused.problem('RATE_LIMITED')).toHaveProperty('retryAfterSeconds', expect.any(Number))
  expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
})

const omit = (headers: Record<string, string>, name: string): Record<string, string> => Object.fromEntries(Object.entries(headers).filter(([key]) => key !== name))

import { createHash } from 'node:crypto'
import type { Me } from '@/contract/schemas/session'
import { openSession, requireVersion, rotateSession, setClock, sha256Hex } from '@mock/core'
import type { Handler } from '@mock/core/types'
import { createEmbeddedCore, type EmbeddedOptions } from '@mock/embedded'
import { Refusal } from '@mock/rules/refusal'
import { anAccount, request, signedIn, stubHandlers, tell, testerSignedIn } from '@tests/builders/core'

const WALL = Date.parse('2026-11-23T10:00:00+08:00')

const getMe: Handler<'getMe'> = async ({ account }) => ({
  accountId: account.id,
  nameMasked: '陈**',
  mobileMasked: '100****0001',
  idNoMasked: null, idTypeZh: null, realName: false,
  roles: account.roles,
  unionZh: null,
  memberNo: null,
  preferences: { elderMode: account.elderMode },
  version: account.version,
})
const updatePreferences: Handler<'updatePreferences'> = async (context) => {
  requireVersion(context, context.account.version)
  const account = { ...context.account, version: context.account.version + 1, elderMode: context.body.elderMode }
  await context.tx.put('account', account)
  return getMe({ ...context, body: undefined, account } as Parameters<typeof getMe>[0])
}

const withCore = (options: Partial<EmbeddedOptions> = {}) =>
  createEmbeddedCore({
    seed: null,
    ...options,
    env: { wallMs: () => WALL, log: () => undefined, ...options.env },
    handlers: stubHandlers({ getMe, updatePreferences, ...options.handlers }),
  })

describe('who may ask', () => {
  test('without a token, with a wrong one and with an expired one: 401', async () => {
    let wall = WALL
    const { core, store, env } = await withCore({ env: { wallMs: () => wall } })
    const headers = await signedIn(store, env)
    expect((await tell(core, 'getMe', request('GET', '/me'))).body).toMatchObject({ code: 'UNAUTHENTICATED', status: 401 })
    expect((await tell(core, 'getMe', request('GET', '/me', { headers: { authorization: `${headers.authorization}x` } }))).status).toBe(401)
    expect((await tell(core, 'getMe', request('GET', '/me', { headers }))).status).toBe(200)
    wall += 15 * 60_000
    expect((await tell(core, 'getMe', request('GET', '/me', { headers }))).status).toBe(401)
  })

  test('the store holds no token in plain text', async () => {
    const { store, env } = await withCore()
    const { authorization } = await signedIn(store, env)
    const sessions = await store.transact((tx) => tx.list('session'))
    expect(sessions).toHaveLength(1)
    expect(JSON.stringify(sessions)).not.toContain(authorization.slice('Bearer '.length).split('.')[1])
  })

  test.each([
    ['member', '/me/card', 'getCard', 'NOT_MEMBER', 403],
    ['tester', '/test/clock', 'getClock', 'FORBIDDEN', 403],
  ] as const)('an applicant at a %s endpoint', async (_auth, path, name, code, status) => {
    const { core, store, env } = await withCore()
    const headers = await signedIn(store, env, anAccount({ roles: ['APPLICANT'] }))
    expect((await tell(core, name, request('GET', path, { headers }))).body).toMatchObject({ code, status })
  })

  test('the tester has no account of their own', async () => {
    const { core, store, env } = await withCore()
    const headers = await testerSignedIn(store, env)
    expect((await tell(core, 'getMe', request('GET', '/me', { headers }))).status).toBe(401)
  })

  test('test endpoints do not exist outside the test mode, not even for a tester', async () => {
    const { core, store, env } = await withCore({ env: { testMode: false } })
    const headers = await testerSignedIn(store, env)
    expect((await tell(core, 'getClock', request('GET', '/test/clock', { headers }))).body.code).toBe('TEST_MODE_OFF')
  })
})

describe('what is asked', () => {
  const patch = async (parts: Parameters<typeof request>[2], options: Partial<EmbeddedOptions> = {}, method = 'PATCH') => {
    const { core, store, env } = await withCore(options)
    const headers = { ...(await signedIn(store, env)), 'if-match': '"1"', ...parts?.headers }
    return tell(core, 'updatePreferences', request(method, '/me/preferences', { ...parts, headers }))
  }
  const json = { 'content-type': 'application/json' }

  test('a valid change answers with the new version as etag', async () => {
    const { status, headers, body } = await patch({ json: { elderMode: true } })
    expect([status, headers.etag, body.version]).toEqual([200, '"2"', 2])
  })

  test.each([
    ['unknown field', { elderMode: true, admin: true }, { '/admin': '这一项不在约定的内容里。' }],
    ['missing field', {}, { '/elderMode': '请填写这一项。' }],
    ['wrong type', { elderMode: 'yes' }, { '/elderMode': '格式不正确。' }],
    ['not an object', [], { '': '格式不正确。' }],
  ])('%s: 422 by JSON pointer, in Chinese', async (_name, sent, fieldErrors) => {
    const { body } = await patch({ json: sent })
    expect(body).toMatchObject({ code: 'VALIDATION_FAILED', status: 422 })
    expect(Object.keys(body.fieldErrors as object)).toEqual(Object.keys(fieldErrors))
    expect(Object.values(body.fieldErrors as Record<string, string>).every((words) => /^[\u4e00-\u9fff]/.test(words))).toBe(true)
    if (!Array.isArray(sent)) expect(body.fieldErrors).toEqual(fieldErrors)
  })

  test.each([
    ['malformed JSON', { text: '{"elderMode":', headers: json }, 'BAD_REQUEST', 400],
    ['no body', { headers: json }, 'BAD_REQUEST', 400],
    ['form body', { text: 'elderMode=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 'UNSUPPORTED_CONTENT_TYPE', 415],
    ['no content type', { text: '{}', headers: {} }, 'UNSUPPORTED_CONTENT_TYPE', 415],
    ['257 KB', { text: JSON.stringify({ elderMode: '中'.repeat(90_000) }), headers: json }, 'BODY_TOO_LARGE', 413],
  ])('%s', async (_name, parts, code, status) => {
    expect((await patch(parts)).body).toMatchObject({ code, status })
  })

  test('a POST may stand for PATCH, as WeChat needs it; nothing else may', async () => {
    expect((await patch({ json: { elderMode: true }, headers: { 'x-http-method-override': 'patch' } }, {}, 'POST')).status).toBe(200)
    const { core } = await withCore()
    const refused = await core.handle(request('GET', '/me/preferences', { headers: { 'x-http-method-override': 'PATCH' } }))
    expect([refused.status, refused.headers.allow]).toEqual([405, 'PATCH'])
  })

  test.each([
    ['/nothing', 'ENDPOINT_UNKNOWN'], ['/claims/c1/nothing', 'ENDPOINT_UNKNOWN'], ['/claims/%E0%A4%A', 'ENDPOINT_UNKNOWN'], ['', 'ENDPOINT_UNKNOWN'],
    ['/claims/a b', 'NOT_FOUND'], ['/plans/P9', 'NOT_FOUND'],
  ])('%s: 404 %s, so that nobody takes a missing endpoint for a missing claim', async (path, code) => {
    const { core, store, env } = await withCore()
    const { status, text } = await core.handle(request('GET', path, { headers: await signedIn(store, env) }))
    expect([status, JSON.parse(text).code]).toEqual([404, code])
  })

  test('a date that no calendar has is a field error, not a crash', async () => {
    const { core, store, env } = await withCore()
    const headers = { ...(await signedIn(store, env)), 'if-match': '1' }
    const { body } = await tell(core, 'updateClaim', request('PATCH', '/claims/c1', { headers, json: { stay: { hospitalZh: '人民医院', admittedOn: '2027-02-29', dischargedOn: '2027-03-01' } } }))
    expect(body.fieldErrors).toEqual({ '/stay/admittedOn': '这个日期不存在，请核对。' })
  })

  test('a query outside its form: 422; a list has one', async () => {
    const { core, store, env } = await withCore()
    const headers = await signedIn(store, env)
    for (const query of [{ limit: '51' }, { limit: '0' }, { sort: 'up' }] as Record<string, string>[]) {
      const { body } = await tell(core, 'listMessages', request('GET', '/messages', { headers, query }))
      expect([body.code, Object.keys(body.fieldErrors as object)]).toEqual(['VALIDATION_FAILED', [`/${Object.keys(query)[0]}`]])
    }
  })

  test('a part that is no bytes: 415; one of none: 400; an offset that is no number: 404', async () => {
    const { core, store, env } = await withCore()
    const headers = await signedIn(store, env)
    const send = (type: string, offset = '0') => tell(core, 'sendUploadPart', request('PUT', `/uploads/${'0'.repeat(64)}/parts/${offset}`, { headers: { ...headers, 'content-type': type } }))
    expect((await send('image/jpeg')).status).toBe(415)
    expect((await send('application/octet-stream')).status).toBe(400)
    expect((await send('application/octet-stream', '-1')).status).toBe(404)
  })
})

describe('every answer', () => {
  test('carries request id and the time of the scheme, which testers move', async () => {
    const { core, store, env } = await withCore()
    await store.transact((tx) => setClock(tx, env, WALL + 30 * 86_400_000))
    const headers = { ...(await signedIn(store, env)), 'x-request-id': 'client-0001' }
    for (const path of ['/me', '/nothing']) {
      const response = await core.handle(request('GET', path, { headers }))
      expect(response.headers).toMatchObject({ 'x-request-id': 'client-0001', 'x-server-time': '2026-12-23T10:00:00+08:00' })
    }
    const fresh = await core.handle(request('GET', '/me', { headers: { 'x-request-id': 'bad id' } }))
    expect(fresh.headers['x-request-id']).toMatch(/^[\w-]{22}$/)
    expect(JSON.parse(fresh.text)).toMatchObject({ requestId: fresh.headers['x-request-id'], type: 'urn:zhangshangban:problem:UNAUTHENTICATED' })
    expect(fresh.headers['content-type']).toMatch(/^application\/problem\+json/)
  })

  test('is 500 when a handler breaks or answers against the contract; the cause goes to the log only', async () => {
    const logged: string[] = []
    const env = { log: (line: string) => void logged.push(line) }
    const broken: Handler<'getMe'> = async () => Promise.reject(new Error('password=hunter2'))
    const wrong: Handler<'getMe'> = async (context) => ({ ...(await getMe(context) as Me), idNo: '449900199001011234' })
    const undeclared: Handler<'getMe'> = async () => Promise.reject(new Refusal('QUOTA_EXHAUSTED'))
    for (const handler of [broken, wrong, undeclared]) {
      const { core, store, env: own } = await withCore({ env, handlers: stubHandlers({ getMe: handler }) })
      const { response, body } = await tell(core, 'getMe', request('GET', '/me', { headers: await signedIn(store, own) }))
      expect([body.code, /hunter2|449900/.test(response.text)]).toEqual(['INTERNAL', false])
    }
    expect(logged.map((line) => /hunter2|idNo|QUOTA_EXHAUSTED is not declared/.test(line))).toEqual([true, true, true])
  })

  test('is 429 above the limit, for that address and that minute', async () => {
    let wall = WALL
    const { core } = await withCore({ limits: { general: 2, sms: 1 }, env: { wallMs: () => wall } })
    const ask = (remote: string) => core.handle(request('GET', '/me', { remote }))
    expect([(await ask('a')).status, (await ask('a')).status, (await ask('a')).status, (await ask('b')).status]).toEqual([401, 401, 429, 401])
    expect((await ask('a')).headers['retry-after']).toBe('60')
    wall += 60_000
    expect((await ask('a')).status).toBe(401)
  })
})

describe('sessions', () => {
  test('a refresh token ends after 30 days, a wrong one never counts as reused', async () => {
    let wall = WALL
    const { store, env } = await withCore({ env: { wallMs: () => wall } })
    const { refreshToken } = await store.transact((tx) => openSession(tx, env, 'acc1', ['MEMBER']))
    const rotate = (token: string) => store.transact((tx) => rotateSession(tx, env, token))
    await expect(rotate(`${refreshToken}x`)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    wall += 30 * 86_400_000
    await expect(rotate(refreshToken)).rejects.toMatchObject({ code: 'UNAUTHENTICATED' })
    wall -= 1
    expect(await rotate(refreshToken)).toHaveProperty('tokens')
  })
})

test.each(['abc', '', '工会', '𠮷 emoji 😀', '\ud800 lone'])('sha256 of %j is that of its UTF-8 bytes', (text) => {
  expect(sha256Hex(text)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'))
})

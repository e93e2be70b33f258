import { createEmbeddedCore, type EmbeddedOptions } from '@mock/embedded'
import { requireVersion } from '@mock/core'
import type { Handler } from '@mock/core/types'
import { anAccount, request, signedIn, stubHandlers, tell, testerSignedIn } from '@tests/builders/core'

const WALL = Date.parse('2026-11-23T10:00:00+08:00')

const getMe: Handler<'getMe'> = async ({ account }) => ({
  accountId: account.id,
  nameMasked: '陈**',
  mobileMasked: '100****0001',
  idNoMasked: null,
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

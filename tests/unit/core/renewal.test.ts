import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import type { Session } from '@/contract/schemas/session'
import { ACCESS_SECONDS, createCore, openSession, OVERLAP_SECONDS, UNCONFIRMED_SECONDS, type Core, type Tokens } from '@mock/core'
import type { Env } from '@mock/core/types'
import { handlers } from '@mock/handlers'
import { createBank } from '@mock/partners/bank'
import type { SessionRecord } from '@mock/store/entities'
import { createMemoryStore } from '@mock/store/memory'
import { createMemoryFiles } from '@mock/store/memory-files'
import { openSqliteStore } from '@mock/store/sqlite'
import type { Store } from '@mock/store/store'
import { anAccount, request, tell, type Told } from '@tests/builders/core'

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const folder = mkdtempSync(path.join(tmpdir(), 'renewal-'))
afterAll(() => rmSync(folder, { recursive: true }))
let made = 0

/** Who did nothing wrong stays signed in; a stolen token that comes back late ends the family. On every store. */
describe.each<[string, () => Store]>([
  ['memory', createMemoryStore],
  ['SQLite', () => openSqliteStore(path.join(folder, `${(made += 1)}.db`))],
])('renewing tokens on the %s store', (_name, create) => {
  let store: Store
  let core: Core
  let env: Env
  let wall: number
  let first: Tokens
  beforeEach(async () => {
    wall = Date.parse('2026-11-23T10:00:00+08:00')
    store = create()
    env = { wallMs: () => wall, randomBytes: (count) => new Uint8Array(randomBytes(count)), testMode: true, smsCode: '202507', log: () => undefined, bank: createBank() }
    core = createCore({ store, files: createMemoryFiles(), env, handlers })
    first = await store.transact(async (tx) => {
      await tx.put('account', anAccount())
      return openSession(tx, env, 'acc1', ['MEMBER'])
    })
  })
  afterEach(() => store.close())

  const ask = ({ refreshToken }: Pick<Tokens, 'refreshToken'>): Promise<Told> => tell(core, 'refreshSession', request('POST', '/session/refresh', { json: { refreshToken } }))
  /** @throws where the answer is no pair */
  const renew = async (tokens: Pick<Tokens, 'refreshToken'>): Promise<Session> => {
    const { status, body } = await ask(tokens)
    if (status !== 200) throw new Error(String(body.code))
    return body as unknown as Session
  }
  const codeFor = async (tokens: Pick<Tokens, 'refreshToken'>): Promise<unknown> => (await ask(tokens)).body.code
  const me = async ({ accessToken }: Pick<Tokens, 'accessToken'>): Promise<number> => (await tell(core, 'getMe', request('GET', '/me', { headers: { authorization: `Bearer ${accessToken}` } }))).status
  const sessions = (): Promise<SessionRecord[]> => store.transact((tx) => tx.list('session'))

  test.each([2, 10])('%i renewals at once with one token: every one answers a pair that works, and all of them the same', async (count) => {
    const pairs = await Promise.all(Array.from({ length: count }, () => renew(first)))
    expect(new Set(pairs.map(({ accessToken, refreshToken }) => `${accessToken} ${refreshToken}`)).size).toBe(1)
    expect(await Promise.all(pairs.map(me))).toEqual(pairs.map(() => 200))
    for (const pair of pairs) await expect(renew(pair)).resolves.toBeDefined()
  })

  test('renewals and uses mixed: nobody who was answered is turned away', async () => {
    const inTurn = Array.from({ length: 10 }, async () => me(await renew(first)))
    expect(await Promise.all(inTurn)).toEqual(inTurn.map(() => 200))
  })

  test('the old access token gives way at once, the new pair works', async () => {
    const second = await renew(first)
    expect([await me(first), await me(second)]).toEqual([401, 200])
  })

  test('a lost answer, asked for again a minute, an hour and almost a day later: a pair that works, also its access token', async () => {
    await renew(first)
    for (const wait of [MINUTE, HOUR, UNCONFIRMED_SECONDS * 1000 - HOUR - 2 * MINUTE]) {
      wall += wait
      await expect(renew(first)).resolves.toBeDefined()
    }
    const pair = await renew(first)
    wall += ACCESS_SECONDS * 1000 - 1
    expect(await me(pair)).toBe(200)
  })

  test('an answer that was lost for longer than a day and its minute: the token is spent', async () => {
    await renew(first)
    wall += (UNCONFIRMED_SECONDS + OVERLAP_SECONDS) * 1000
    expect(await codeFor(first)).toBe('REFRESH_REUSED')
    expect((await sessions()).map(({ ended }) => ended)).toEqual([true])
  })

  test.each([
    ['by its access token', async (pair: Session) => void (await me(pair))],
    ['by its access token, in a request that is refused', async ({ accessToken }: Session) => void (await tell(core, 'getClock', request('GET', '/test/clock', { headers: { authorization: `Bearer ${accessToken}` } })))],
    ['by its refresh token', async (pair: Session) => void (await renew(pair))],
  ])('after the new pair was used %s the old token is answered for 60 s, and then ends the family', async (_how, use) => {
    const second = await renew(first)
    await use(second)
    wall += OVERLAP_SECONDS * 1000 - 1
    const again = await renew(first)
    expect(await me(again)).toBe(200)
    wall += 1
    expect(await codeFor(first)).toBe('REFRESH_REUSED')
    expect(await me(again)).toBe(401)
    expect(await codeFor(again)).toBe('UNAUTHENTICATED')
  })

  test('using the answered pair again and again does not lengthen the minute', async () => {
    const second = await renew(first)
    await me(second)
    for (let at = 0; at < 3; at += 1) {
      wall += 19_000
      await me(await renew(first))
    }
    wall += 3_000
    expect(await codeFor(first)).toBe('REFRESH_REUSED')
  })

  test('a tab that is two renewals behind within the minute is answered the pair that runs', async () => {
    const second = await renew(first)
    const third = await renew(second)
    const late = await renew(first)
    expect(late.refreshToken).toBe(third.refreshToken)
    expect([await me(late), await me(third)]).toEqual([200, 200])
  })

  test('theft: a token that was stolen and comes back an hour after its owner went on ends the family for both', async () => {
    const owner = await renew(first)
    expect(await me(owner)).toBe(200)
    wall += HOUR
    expect(await codeFor(first)).toBe('REFRESH_REUSED')
    expect(await me(owner)).toBe(401)
    expect(await codeFor(owner)).toBe('UNAUTHENTICATED')
  })

  test('theft: the thief was first, and the owner comes an hour later: both are out', async () => {
    const thief = await renew(first)
    await me(thief)
    const further = await renew(thief)
    wall += HOUR
    expect(await codeFor(first)).toBe('REFRESH_REUSED')
    expect([await me(further), await codeFor(further)]).toEqual([401, 'UNAUTHENTICATED'])
  })

  test('nothing of a token that was handed out lies in the store', async () => {
    const second = await renew(first)
    const third = await renew(second)
    const kept = JSON.stringify(await sessions())
    for (const token of [first, second, third].flatMap(({ accessToken, refreshToken }) => [accessToken, refreshToken])) expect(kept).not.toContain(token.split('.')[1])
  })

  test('a session that an earlier version opened is renewed, and from then on like any other', async () => {
    await store.transact(async (tx) => {
      for (const { seed: _seed, unused: _unused, stillGood: _good, ...earlier } of await tx.list('session')) await tx.put('session', earlier)
    })
    const [one, two] = [await renew(first), await renew(first)]
    expect(two.refreshToken).toBe(one.refreshToken)
    expect(await me(two)).toBe(200)
  })
})

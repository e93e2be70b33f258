import { OVERLAP_SECONDS, SESSIONS_MAX } from '@mock/core'
import { prune } from '@mock/core/prune'
import { WRONG_A_DAY } from '@mock/handlers/flow/people/wrong-codes'
import { signIn } from '@tests/builders/people'
import { request } from '@tests/builders/core'
import { createWorld, type World } from '@tests/builders/world'
import { toInstant } from '@/domain/dates'
import { api } from '@tests/builders/api'

const byPhone = { method: 'sms' as const, phone: '10000000001', code: '202507', privacyVersion: '1.0' }

it('takes neither test codes nor test phones outside test mode', async () => {
  const world = await createWorld({ env: { testMode: false } })
  ;(await world.anonymous('signIn', { body: { method: 'wechat', code: 'test:courier', privacyVersion: '1.0' } })).problem('LOGIN_CODE_INVALID')
  ;(await world.anonymous('signIn', { body: byPhone })).problem('SMS_CODE_WRONG')
  ;(await world.anonymous('sendSmsCode', { body: { phone: byPhone.phone } })).problem('VALIDATION_FAILED')
  expect((await world.anonymous('getConfig')).ok().testMode).toBe(false)
})

it('signs in with a code that was sent, once', async () => {
  const world = await createWorld()
  await world.store.transact(async (tx) => {
    const courier = await tx.get('account', 'courier')
    if (courier) await tx.put('account', { ...courier, mobile: '13900000000' })
  })
  ;(await world.anonymous('sendSmsCode', { body: { phone: '13900000000' } })).ok()
  const code = /\d{6}$/.exec(world.log.join(''))?.[0] ?? ''
  const body = { ...byPhone, phone: '13900000000', code }
  expect((await world.anonymous('signIn', { body })).ok().account.accountId).toBe('courier')
  ;(await world.anonymous('signIn', { body })).problem('SMS_CODE_EXPIRED')
})

it('wants the privacy summary of today, and remembers which one was ticked', async () => {
  const world = await createWorld()
  expect((await world.anonymous('signIn', { body: { ...byPhone, privacyVersion: '0.9' } })).problem('VALIDATION_FAILED').fieldErrors).toHaveProperty('/privacyVersion')
  ;(await world.anonymous('signIn', { body: byPhone })).ok()
  const account = await world.store.transact((tx) => tx.get('account', 'courier'))
  expect(account?.privacy).toEqual({ version: '1.0', at: '2026-11-23T10:00:00+08:00' })
})

it('keeps a session while the scheme’s clock jumps, and ends it with the sign-out', async () => {
  const world = await createWorld()
  const courier = await signIn(world.core, 'courier')
  await world.move(400)
  ;(await courier('getMe')).ok()
  ;(await courier('signOut')).ok()
  ;(await courier('getMe')).problem('UNAUTHENTICATED')
})

it('ends the whole family when an old refresh token comes back after its minute', async () => {
  const world = await createWorld()
  const first = (await world.anonymous('signIn', { body: byPhone })).ok()
  const renewed = (await world.anonymous('refreshSession', { body: { refreshToken: first.refreshToken } })).ok()
  ;(await api(world.core, renewed.accessToken)('getMe')).ok()
  world.wall.ms += OVERLAP_SECONDS * 1000
  ;(await world.anonymous('refreshSession', { body: { refreshToken: first.refreshToken } })).problem('REFRESH_REUSED')
  ;(await api(world.core, renewed.accessToken)('getMe')).problem('UNAUTHENTICATED')
})

const byWechat = { method: 'wechat' as const, code: 'test:courier', privacyVersion: '1.0' }

describe('a sign-out that had no network', () => {
  it('is told by the refresh token alone: the access token may be dead', async () => {
    const world = await createWorld()
    const { accessToken, refreshToken } = (await world.anonymous('signIn', { body: byWechat })).ok()
    world.wall.ms += 86_400_000
    ;(await world.anonymous('endSession', { body: { refreshToken } })).ok()
    ;(await api(world.core, accessToken)('getMe')).problem('UNAUTHENTICATED')
    ;(await world.anonymous('refreshSession', { body: { refreshToken } })).problem('UNAUTHENTICATED')
  })

  it('also by one that has been replaced, and ends what follows from it', async () => {
    const world = await createWorld()
    const { refreshToken } = (await world.anonymous('signIn', { body: byWechat })).ok()
    const renewed = (await world.anonymous('refreshSession', { body: { refreshToken } })).ok()
    ;(await world.anonymous('endSession', { body: { refreshToken } })).ok()
    ;(await api(world.core, renewed.accessToken)('getMe')).problem('UNAUTHENTICATED')
  })

  it('leaves the session alone for a token that only looks like one of it; twice is as good as once', async () => {
    const world = await createWorld()
    const { accessToken, refreshToken } = (await world.anonymous('signIn', { body: byWechat })).ok()
    ;(await world.anonymous('endSession', { body: { refreshToken: `${refreshToken}x` } })).ok()
    ;(await api(world.core, accessToken)('getMe')).ok()
    ;(await world.anonymous('endSession', { body: { refreshToken } })).ok()
    ;(await world.anonymous('endSession', { body: { refreshToken } })).ok()
  })
})

it('gives nothing for sessions of the test mode once the server runs without it, and again once it does', async () => {
  const world = await createWorld()
  const { accessToken, refreshToken } = (await world.anonymous('signIn', { body: byWechat })).ok()
  const tester = await world.tester()
  world.env.testMode = false
  ;(await api(world.core, accessToken)('getMe')).problem('UNAUTHENTICATED')
  ;(await api(world.core, accessToken)('listOfficeTasks')).problem('UNAUTHENTICATED')
  ;(await tester('listOfficeTasks')).problem('UNAUTHENTICATED')
  ;(await world.anonymous('refreshSession', { body: { refreshToken } })).problem('UNAUTHENTICATED')
  world.env.testMode = true
  ;(await tester('listOfficeTasks')).ok()
  ;(await api(world.core, accessToken)('getMe')).ok()
})

it('keeps an account to its devices: the one renewed longest ago is out, and told so, also after tidying up', async () => {
  const world = await createWorld()
  const devices = []
  for (let at = 0; at <= SESSIONS_MAX; at += 1) {
    world.wall.ms += 1000
    devices.push((await world.anonymous('signIn', { body: byWechat })).ok())
  }
  const [first, second] = devices
  await world.store.transact((tx) => prune(tx, world.env))
  ;(await api(world.core, first?.accessToken ?? '')('getMe')).problem('UNAUTHENTICATED')
  expect((await world.anonymous('refreshSession', { body: { refreshToken: first?.refreshToken ?? '' } })).problem('SESSION_DISPLACED').detail).toContain('别的设备')
  ;(await api(world.core, second?.accessToken ?? '')('getMe')).ok()
  ;(await (await world.as('driver'))('getMe')).ok()
})

describe('wrong codes', () => {
  const wrong = { ...byPhone, code: '000000' }
  const fresh = (world: World) => world.anonymous('sendSmsCode', { body: { phone: byPhone.phone } })

  it('of one phone end for the day, also the right one, however many codes are sent, and begin anew with the next', async () => {
    const world = await createWorld()
    for (let at = 0; at < WRONG_A_DAY.phone; at += 1) {
      if (at % 5 === 0) (await fresh(world)).ok()
      ;(await world.anonymous('signIn', { body: wrong })).problem('SMS_CODE_WRONG')
    }
    const refused = (await world.anonymous('signIn', { body: byPhone })).problem('RATE_LIMITED')
    expect(refused.detail).toContain('今天')
    ;(await fresh(world)).problem('RATE_LIMITED')
    ;(await world.anonymous('signIn', { body: byWechat })).ok()
    world.wall.ms += 86_400_000
    await world.store.transact((tx) => prune(tx, world.env))
    expect(await world.store.transact((tx) => tx.list('wrongCodes'))).toEqual([])
    ;(await fresh(world)).ok()
    ;(await world.anonymous('signIn', { body: byPhone })).ok()
  })

  it('from one address end for the day for every phone; another address goes on', async () => {
    const world = await createWorld()
    const day = toInstant(world.wall.ms).slice(0, 10)
    const [remote] = await remotesOf(world)
    await world.store.transact((tx) => tx.put('wrongCodes', { id: `address ${remote}`, day, count: WRONG_A_DAY.address - 1 }))
    ;(await world.anonymous('signIn', { body: wrong })).problem('SMS_CODE_WRONG')
    expect((await world.anonymous('signIn', { body: { ...byPhone, phone: '10000000002' } })).problem('RATE_LIMITED').detail).toContain('网络')
    const elsewhere = await world.core.handle(request('POST', '/session', { remote: 'elsewhere', json: byPhone }))
    expect(elsewhere.status).toBe(201)
  })

  /** From where the calls of a test come, as the store knows it. */
  async function remotesOf(world: World): Promise<string[]> {
    ;(await world.anonymous('signIn', { body: { ...wrong, phone: '10000000003' } })).problem('SMS_CODE_WRONG')
    return (await world.store.transact((tx) => tx.list('wrongCodes'))).map(({ id }) => id).filter((id) => id.startsWith('address ')).map((id) => id.slice('address '.length))
  }
})

it('pages the inbox newest first without gaps or repeats', async () => {
  const world = await createWorld()
  await world.store.transact(async (tx) => {
    for (let at = 0; at < 25; at += 1) await tx.put('message', { id: `m${at}`, ownerId: 'courier', titleZh: '消息', textZh: '消息', at: `2026-11-2${at % 2}T10:00:00+08:00`, read: false, leadsTo: null })
  })
  const courier = await world.as('courier')
  const first = (await courier('listMessages', { query: { limit: '20' } })).ok()
  const rest = (await courier('listMessages', { query: { limit: '20', cursor: first.nextCursor ?? '' } })).ok()
  const ids = [...first.items, ...rest.items].map(({ messageId }) => messageId)
  expect(new Set(ids).size).toBe(25)
  expect(rest.nextCursor).toBeNull()
  expect([...first.items, ...rest.items].map(({ at }) => at)).toEqual([...first.items, ...rest.items].map(({ at }) => at).sort().reverse())
  expect(first.unread).toBe(25)
})

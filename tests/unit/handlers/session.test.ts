import { OVERLAP_SECONDS } from '@mock/core'
import { signIn } from '@tests/builders/people'
import { createWorld } from '@tests/builders/world'
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

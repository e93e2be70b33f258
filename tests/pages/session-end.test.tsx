import { fireEvent, screen, waitFor } from '@testing-library/react'
import { call } from '@/api/call'
import { deviceQuery } from '@/api/device'
import { meQuery } from '@/api/me'
import { forgetOthers } from '@/api/persisted'
import { tellSignOuts } from '@/api/sign-outs'
import { wordsOf } from '@/contract/errors'
import { SEAL_KEY_BYTES } from '@/domain/sealed'
import { texts as mine } from '@/pages/mine/texts'
import { queueKey } from '@/platform/queue-key'
import { routes } from '@/routes'
import { texts as t } from '@/pages/sign-in/texts'
import { withParams } from '@/platform/address'
import { storedKeys, zustandStorage } from '@/platform/storage'
import { useDrafts } from '@/state/draft-store'
import { useOutbox, type ScanItem } from '@/state/outbox-store'
import { useSession } from '@/state/session-store'
import { api } from '@tests/builders/api'
import { answer } from '@tests/setup/dialog'
import { button, renderApp, type App } from '@tests/setup/render-app'
import Taro from '@tests/setup/taro'

const session = () => useSession.getState()
afterEach(() => jest.restoreAllMocks())
const signInAs = async (app: App, persona: string) => session().signedIn((await api(app.backend.core)('signIn', { body: { method: 'wechat', code: `test:${persona}`, privacyVersion: '1.0' } })).ok())

/** Makes the access token of every session run out, as fifteen minutes would. */
const expire = (app: App): Promise<void> =>
  app.backend.store.transact(async (tx) => {
    for (const known of await tx.list('session')) await tx.put('session', { ...known, accessExpiresMs: 0 })
  })
/** As another tab of the browser would: renews at the server and stores what it got. */
async function inAnotherTab(app: App): Promise<string> {
  const { refreshToken, account, turn } = session()
  const renewed = (await api(app.backend.core)('refreshSession', { body: { refreshToken: refreshToken ?? '' } })).ok()
  zustandStorage.setItem('session', JSON.stringify({ version: 1, state: { accessToken: renewed.accessToken, refreshToken: renewed.refreshToken, account, turn: turn + 1 } }))
  return renewed.accessToken
}
const renewals = (app: App): number => app.server.asked.filter((name) => name === 'refreshSession').length

describe('nobody is signed out who did nothing wrong', () => {
  test('the answer of a renewal is lost: the next try goes on with the session', async () => {
    const app = await renderApp({ as: 'courier', at: routes.about })
    await expire(app)
    app.server.loseAnswer('refreshSession')
    await expect(call('getMe', {})).rejects.toMatchObject({ code: 'NETWORK' })
    expect((await call('getMe', {})).accountId).toBe('courier')
    expect(session().account?.accountId).toBe('courier')
  })

  test.each([
    ['a portal’s page', 401, '<html><body>请先登录 Wi-Fi</body></html>'],
    ['nothing at all', 401, ''],
    ['a gateway’s own words', 401, '{"error":"login_required"}'],
    ['a page that forbids', 403, '<html></html>'],
    ['a network that wants a login', 511, '<html></html>'],
  ])('%s in place of the renewal (%i): the session goes on', async (_what, status, text) => {
    const app = await renderApp({ as: 'courier', at: routes.about })
    await expire(app)
    app.server.garble('refreshSession', () => text, status)
    await expect(call('getMe', {})).rejects.toMatchObject({ status: 0, code: 'MISFIT' })
    expect(session().account?.accountId).toBe('courier')
    app.server.mend()
    expect((await call('getMe', {})).accountId).toBe('courier')
  })

  test('a portal’s 401 to any call renews nothing, and says what to do', async () => {
    const app = await renderApp({ as: 'courier', at: routes.about })
    const before = renewals(app)
    app.server.garble('getMe', () => '<html></html>', 401)
    await expect(call('getMe', {})).rejects.toMatchObject({ message: expect.stringContaining('Wi-Fi') })
    expect([renewals(app) - before, session().account?.accountId]).toEqual([0, 'courier'])
  })

  test('a portal’s 403 to a sign-out is not the server’s: it is told again', async () => {
    const app = await renderApp({ as: 'courier', at: routes.mine })
    app.server.garble('endSession', () => '<html></html>', 403)
    fireEvent.click(await button(mine.signOut))
    await answer(true)
    const kept = (): number => storedKeys().filter((key) => key.startsWith('sign-out.')).length
    await waitFor(() => expect(app.server.asked).toContain('endSession'))
    expect(kept()).toBe(1)
    app.server.mend()
    tellSignOuts()
    await waitFor(() => expect(kept()).toBe(0))
  })

  test('ten calls with a spent token renew once', async () => {
    const app = await renderApp({ as: 'courier', at: routes.about })
    await expire(app)
    const before = renewals(app)
    await Promise.all(Array.from({ length: 10 }, () => call('getMe', {})))
    expect(renewals(app) - before).toBe(1)
  })

  test('what another tab has renewed meanwhile is taken', async () => {
    const app = await renderApp({ as: 'courier', at: routes.about })
    const theirs = await inAnotherTab(app)
    expect((await call('getMe', {})).accountId).toBe('courier')
    expect(session().accessToken).toBe(theirs)
    expect(renewals(app)).toBe(0)
  })

  test('a full phone has kept older tokens: they do not take the place of the newer ones in memory', async () => {
    const app = await renderApp({ as: 'courier', at: routes.about })
    await expire(app)
    jest.spyOn(Taro, 'setStorageSync').mockImplementation(() => {
      throw { errMsg: 'setStorage:fail exceed storage max size' }
    })
    await call('getMe', {})
    await expire(app)
    const { accessToken } = session()
    await call('getMe', {})
    expect(session().accessToken).not.toBe(accessToken)
    expect(session().account?.accountId).toBe('courier')
  })
})

describe('an ended session stays ended', () => {
  test('signed out while the answer of a renewal is on its way', async () => {
    const app = await renderApp({ as: 'courier', at: routes.about })
    await expire(app)
    const open = app.server.hold('refreshSession')
    const asked = call('getMe', {}).catch((error: unknown) => error)
    await waitFor(() => expect(app.server.asked).toContain('refreshSession'))
    session().ended(null)
    open()
    expect(await asked).toMatchObject({ status: 401 })
    expect(session().account).toBeNull()
  })

  test('what one account has asked never travels with the token of the next', async () => {
    const app = await renderApp({ as: 'courier', at: routes.about })
    await expire(app)
    const open = app.server.hold('getMe')
    const asked = call('getMe', {}).catch((error: unknown) => error)
    await waitFor(() => expect(app.server.asked).toContain('getMe'))
    session().ended(null)
    await signInAs(app, 'driver')
    open()
    expect(await asked).toMatchObject({ status: 401 })
    expect(session().account?.accountId).toBe('driver')
    expect(renewals(app)).toBe(0)
  })

  test.each([2, 5])('%i calls fail at the end of a session: the words of the first stay', async (count) => {
    const app = await renderApp({ as: 'courier', at: routes.messages })
    await screen.findByRole('heading', { level: 1 })
    app.server.spoil('getMe', 'UNAUTHENTICATED')
    app.server.spoil('refreshSession', 'UNAUTHENTICATED')
    await Promise.allSettled(Array.from({ length: count }, () => call('getMe', {})))
    await expect(call('getMe', {})).rejects.toMatchObject({ status: 401 })
    session().ended(null)
    expect(await screen.findByText(wordsOf('UNAUTHENTICATED'))).toBeVisible()
    app.server.mend()
    await app.relaunch(routes.home)
    expect(await screen.findByText(wordsOf('UNAUTHENTICATED'))).toBeVisible()
  })
})

describe('the address to return to', () => {
  const link = withParams(routes.claimDetail, { claimId: 'clm-0001' })
  async function ends(app: App): Promise<void> {
    app.server.spoil('getMe', 'UNAUTHENTICATED')
    app.server.spoil('refreshSession', 'UNAUTHENTICATED')
    await call('getMe', {}).catch(() => undefined)
    await waitFor(() => expect(app.route().path).toBe(routes.signIn))
    app.server.mend()
  }

  test('belongs to the one whose session has ended', async () => {
    const app = await renderApp({ as: 'courier', at: link })
    await ends(app)
    await button(t.signIn)
    await signInAs(app, 'courier')
    await waitFor(() => expect(app.route()).toEqual({ path: routes.claimDetail, params: { claimId: 'clm-0001' } }))
  })

  test('leads nobody else there, also after a kill', async () => {
    const app = await renderApp({ as: 'courier', at: link })
    await ends(app)
    await app.relaunch(link)
    await waitFor(() => expect(app.route().path).toBe(routes.signIn))
    await button(t.signIn)
    await signInAs(app, 'driver')
    await waitFor(() => expect(app.route().path).toBe(routes.home))
    expect(session()).toMatchObject({ returnTo: null, returnFor: null })
  })

  test('a poster is for whoever stands before it', async () => {
    const poster = withParams(routes.scan, { code: 'A'.repeat(22) })
    const app = await renderApp({ as: 'courier', at: routes.messages })
    await ends(app)
    await app.relaunch(poster)
    await waitFor(() => expect(app.route().path).toBe(routes.signIn))
    await button(t.signIn)
    await signInAs(app, 'driver')
    await waitFor(() => expect(app.route().path).toBe(routes.scan))
  })
})

describe('what stays on the phone', () => {
  const ofCourier = (): string[] => storedKeys().filter((key) => /courier/.test(key + JSON.stringify(Taro.getStorageSync(`zsb:${key}`))))
  /** The courier's phone after a day: answers, the card's key, a form, a photo that waits, a queue of scans and its key. */
  async function lived(app: App): Promise<void> {
    await app.client.fetchQuery(meQuery())
    await app.client.fetchQuery(deviceQuery())
    queueKey('courier', new Uint8Array(SEAL_KEY_BYTES))
    useDrafts.getState().set('stay:c1', { hospital: '打了一半' })
    await waitFor(() => expect(storedKeys()).toEqual(expect.arrayContaining(['cache.courier', 'device-key.courier', 'queue-key.courier', 'draft.courier/stay:c1'])))
  }
  const scan = (sealed: string): ScanItem => ({
    id: 's1', owner: 'courier', kind: 'scan', attempts: 0, nextAt: Number.POSITIVE_INFINITY, idempotencyKey: 's1', state: 'WAITING', reasonZh: null,
    payload: { eventId: 'e1', leaseId: 'l1', scannedAt: '2026-11-23T10:00:00+08:00', signed: false, member: 'm1', sealed, queuedAt: 1, answer: null },
  })
  async function signsIn(app: App, name: RegExp): Promise<void> {
    const box = await screen.findByRole('checkbox')
    if (box.getAttribute('aria-checked') !== 'true') fireEvent.click(box)
    fireEvent.click(await button(name))
    await waitFor(() => expect(app.route().path).toBe(routes.home))
  }
  const endsByItself = async (app: App): Promise<void> => {
    app.server.spoil('getMe', 'UNAUTHENTICATED')
    app.server.spoil('refreshSession', 'UNAUTHENTICATED')
    await call('getMe', {}).catch(() => undefined)
    await waitFor(() => expect(app.route().path).toBe(routes.signIn))
    app.server.mend()
  }

  test('the session ends by itself and somebody else signs in: answers and keys are gone, the form waits for its owner', async () => {
    const app = await renderApp({ as: 'courier', at: routes.messages })
    await lived(app)
    await endsByItself(app)
    await signsIn(app, /梁/)
    expect(session().account?.accountId).toBe('driver')
    expect(ofCourier()).toEqual(['draft.courier/stay:c1'])
    expect(app.client.getQueryCache().getAll().filter(({ queryKey }) => queryKey[0] === 'courier')).toEqual([])
    expect(useDrafts.getState().forms).toEqual({})
    session().ended(null)
    await signInAs(app, 'courier')
    expect(useDrafts.getState().forms).toEqual({ 'stay:c1': { hospital: '打了一半' } })
  })

  test('the key of a queue that waits stays, for without it nobody can send it; one that nothing waits for goes', async () => {
    const app = await renderApp({ as: 'courier', at: routes.messages })
    await lived(app)
    useOutbox.getState().add(scan('sealed'))
    forgetOthers(app.client, 'driver')
    expect(storedKeys()).toEqual(expect.arrayContaining(['queue-key.courier', 'outbox.s1', 'draft.courier/stay:c1']))
    useOutbox.getState().update('s1', { payload: scan('').payload })
    forgetOthers(app.client, 'driver')
    expect(storedKeys()).not.toContain('queue-key.courier')
    expect(storedKeys()).toContain('outbox.s1')
  })

  test('a sign-out without a network ends the session at the server once there is one, whoever is signed in by then', async () => {
    const app = await renderApp({ as: 'courier', at: routes.mine })
    await screen.findByRole('heading', { name: '陈**' })
    const { accessToken } = session()
    app.goOffline()
    fireEvent.click(await button(mine.signOut))
    expect(await screen.findByText(new RegExp(mine.signOutOffline))).toBeVisible()
    await answer(true)
    await waitFor(() => expect(session().account).toBeNull())
    expect((await api(app.backend.core, accessToken ?? '')('getMe')).status).toBe(200)
    app.goOnline()
    await signInAs(app, 'driver')
    tellSignOuts()
    await waitFor(() => expect(storedKeys().filter((key) => key.startsWith('sign-out.'))).toEqual([]))
    ;(await api(app.backend.core, accessToken ?? '')('getMe')).problem('UNAUTHENTICATED')
    expect(session().account?.accountId).toBe('driver')
  })
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { texts as home } from '@/pages/home/texts'
import { texts as mine } from '@/pages/mine/texts'
import { texts as signIn } from '@/pages/sign-in/texts'
import type { MiniProgram } from './host'
import { enter } from './phone'
import { onPhones } from './stage'

const on = onPhones({ each: true })
const SPENT_MS = 16 * 60_000

const asked = async (app: MiniProgram, path: string): Promise<number[]> => (await app.stats()).requests.filter(({ url }) => url.endsWith(path)).map(({ status }) => status ?? 0)

test('an access token that has run out is renewed, also where the app was killed in the middle of it, and nobody is signed out', async () => {
  const app = await on.signedIn('courier')
  await app.waitText(home.gifts)
  const renewals = async (): Promise<number[]> => asked(app, '/session/refresh')
  for (const killed of [false, true, false]) {
    on.backend.wall.aheadMs += SPENT_MS
    const before = (await renewals()).length
    await app.relaunch()
    await app.waitFor('a renewal', async () => (await renewals()).length > before)
    if (!killed) await app.waitFor('its answer, and the page', async () => (await renewals()).pop() === 200 && (await asked(app, '/me/home')).pop() === 200)
  }
  assert.deepEqual((await renewals()).filter((status) => status === 401), [])
  assert.ok(app.isKept('"accountId":"courier"'))
})

test('a sign-out without a network: gone from the phone at once, from the server once there is a network, also after a kill and for the next person', async () => {
  const app = await on.signedIn('courier')
  await app.waitText(home.gifts)
  await app.tapTab('我的')
  await app.waitText('GD-0000-0001')
  await app.waitFor('answers on the phone', () => app.isKept('GD-0000-0001'))
  await app.setOffline(true)
  await app.tapText(mine.signOut)
  await app.waitText(mine.signOutOffline)
  await app.tapText(mine.signOutOk)
  await app.waitRoute('pages/sign-in/index')
  assert.equal(app.isKept('GD-0000-0001'), false)
  assert.equal(app.isKept('"accountId":"courier"'), false)
  assert.deepEqual((await asked(app, '/session/end')).filter((status) => status === 204), [])
  await app.relaunch()
  await app.setOffline(false)
  await app.waitFor('the server to be told', async () => (await asked(app, '/session/end')).includes(204))
  await app.mock('login', { code: 'test:driver' })
  await app.waitText(signIn.welcome)
  await enter(app)
  await app.waitRoute('pages/home/index')
  assert.ok(app.isKept('"accountId":"driver"'))
})

import assert from 'node:assert/strict'
import { test } from 'node:test'
import { deskTexts as desk, queueTexts as queue, scanTexts as scan } from '@/packages/event/texts'
import { texts as claim } from '@/packages/claim/texts'
import { texts as claims } from '@/pages/claims/texts'
import { routes } from '@/routes'
import { EVENT } from '@tests/builders/events'
import { enter } from './phone'
import { onPhones } from './stage'

const on = onPhones({ each: true })
const DAY = 24 * 3600_000
const NOT_OPENED = '这一页没有打开'

test('a package that cannot be fetched: words and 重试, and the page that was tapped is where it was', async () => {
  let reachable = false
  const asked: string[] = []
  const app = await on.signedIn('courier', {
    mocks: {
      loadSubpackage: ({ root }: { root: string }) => {
        asked.push(root)
        return reachable ? {} : { fail: 'load subpackage failed, network error' }
      },
    },
  })
  await app.tapTab('申领')
  for (const time of [1, 2]) {
    await app.tapText(claims.start)
    await app.waitText(NOT_OPENED)
    assert.equal(asked.length, time, 'the ways that would leave the pages below are not tried')
    await app.tapText('返回')
    await app.waitRoute('pages/claims/index')
  }
  await app.tapText(claims.start)
  await app.waitText(NOT_OPENED)
  reachable = true
  await app.tapText('重试')
  await app.waitRoute('packages/claim/pages/start/index')
  await app.waitText(claim.start.title)
  await app.back()
  await app.waitRoute('pages/claims/index')
})

test('a clock that was a day ahead and is put right: a new draft appears', async () => {
  const app = await on.phone('trade', { device: { clockAheadMs: DAY } })
  await enter(app)
  await app.tapTab('申领')
  await app.waitText('待补材料')
  await app.waitFor('the claims on the phone', () => app.isKept('待补材料'))
  ;(await (await on.backend.as('trade'))('createClaim', { body: { cause: 'ILLNESS' } })).ok()
  app.setClock(0)
  await app.relaunch()
  await app.tapTab('申领')
  await app.waitText('草稿')
})

test('a rep reads 已可离线使用 after the phone is bound, and what is missing before', async () => {
  const app = await on.signedIn('rep')
  await app.goto(`${routes.repDesk}?eventId=${EVENT}`, 'navigateTo')
  await app.tapText(desk.bind)
  await app.waitText(desk.ready)
  await app.setOffline(true)
  await app.tapText(desk.scan)
  await app.waitText(scan.title)
  await app.back()
  await app.tapText(desk.queuePage)
  await app.waitText(queue.title)
})

import { screen } from '@testing-library/react'
import { ApiError } from '@/api/api-error'
import { call, type CallOptions } from '@/api/call'
import { endpoints, type EndpointName } from '@/contract/endpoints'
import type { PageName } from '@tests/h5/page-table'
import { createBackend } from '@tests/builders/backend'
import { less, more } from '@tests/builders/examples'
import { __setRequestHandler } from '@tests/setup/taro'
import type { App } from '@tests/setup/render-app'
import { asksOf, forgetAnswers, openDays, openPage, readable, whole } from './answers-kit'

/** While servers are exchanged one by one an old app meets a new server, and a new app an old one: each page works, or says what to do. */

const MAIN: PageName[] = ['home', 'card', 'claims', 'mine', 'gifts', 'gift', 'certificate', 'plans', 'claimStart', 'claimStay', 'claimPapers', 'claimCheck', 'claimDetail', 'payouts', 'payoutDetail', 'bankCard', 'consents', 'messages', 'profile', 'repEvents', 'repDesk', 'repScan']
/** Of these the phone keeps the last answer. */
const KEPT: PageName[] = ['home', 'card', 'claims', 'claimDetail', 'payouts', 'payoutDetail', 'certificate', 'repEvents', 'repDesk']
const UPDATE = /更新到最新版本/
const NOTHING_THERE = /没有找到|不存在|已被删除/

beforeAll(openDays, 60_000)

/** What the page says, once it says all of it. */
async function words(): Promise<string> {
  await readable()
  return document.body.textContent ?? ''
}

describe.each(MAIN)('%s', (page) => {
  let opened: { app: App; at: string; title: string }
  let asked: EndpointName[]
  const again = async (): Promise<void> => opened.app.relaunch(opened.at)
  beforeEach(async () => {
    opened = await openPage(page)
    asked = await asksOf(opened.app)
    expect(asked.length).toBeGreaterThan(0)
  })

  test('answers that say more, and those without what may be missing, are drawn', async () => {
    for (const change of [more, less]) {
      forgetAnswers()
      for (const name of asked) opened.app.server.garble(name, (answer) => JSON.stringify(change(name, JSON.parse(answer))))
      await again()
      await whole(opened.title)
      expect(await words()).not.toMatch(UPDATE)
    }
  })

  test('an endpoint that is gone: the page stands without it, or says that the app is to be updated; nothing of the member’s is called missing', async () => {
    for (const name of asked) {
      forgetAnswers()
      opened.app.server.forget(name)
      await again()
      const said = await words()
      expect([name, said]).toEqual([name, expect.not.stringMatching(NOTHING_THERE)])
      if (!UPDATE.test(said)) await whole(opened.title)
      opened.app.server.mend()
    }
  })

})

test.each(KEPT)('%s: what was kept stands there meanwhile, and why nothing newer comes', async (page) => {
  const { app, at, title } = await openPage(page)
  const asked = await asksOf(app)
  await new Promise((resolve) => setTimeout(resolve, 120))
  for (const name of asked) app.server.forget(name)
  await app.relaunch(at)
  expect(await screen.findByText(/^数据更新于/)).toBeVisible()
  await whole(title)
  expect(await words()).toMatch(UPDATE)
  expect(screen.queryByText(/暂时连不上/)).toBeNull()
})

test('every endpoint: the server’s own answer to an address that it does not know is told from something of the member’s that is not there', async () => {
  const { core } = await createBackend()
  const unknown = await core.handle({ method: 'GET', path: '/api/v1/not-yet', query: {}, headers: {}, remote: 'jest' })
  __setRequestHandler(async () => new Response(unknown.text, { status: unknown.status, headers: unknown.headers }))
  for (const name of Object.keys(endpoints) as EndpointName[]) {
    const error = await call(name, { token: 'a-token', params: {} } as unknown as CallOptions<EndpointName>).catch((thrown: unknown) => thrown)
    expect([name, error]).toEqual([name, expect.any(ApiError)])
    expect(error).toMatchObject({ code: 'ENDPOINT_UNKNOWN', message: expect.stringMatching(UPDATE) })
  }
})

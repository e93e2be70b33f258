import assert from 'node:assert/strict'
import { describe } from 'node:test'
import type { BrowserContext } from 'playwright-core'
import type { Claim } from '@/contract/schemas/claim'
import { messageTexts } from '@/packages/account/texts'
import { texts as claim } from '@/packages/claim/texts'
import { entryTexts, signTexts } from '@/packages/event/texts'
import { joinTexts, offerTexts } from '@/packages/gift/texts'
import { texts as card } from '@/pages/card/texts'
import { texts as home } from '@/pages/home/texts'
import { texts as notFound } from '@/pages/not-found/texts'
import { texts as signIn } from '@/pages/sign-in/texts'
import { withParams } from '@/platform/address'
import { routes } from '@/routes'
import { seedData } from '@mock/seed/persona-data'
import { aDraft } from '@tests/builders/driver-claims'
import { phonePhoto } from '@tests/builders/photos'
import { drive, newPhone, signInAs, type App } from './kit/app'
import type { Backend } from './kit/backend'
import { settled } from './kit/checks'
import { lineTo } from './kit/line'
import { atEvent, repPhone } from './kit/rep'
import { inChromium } from './kit/stage'
import { onOwnPhones } from './kit/way'

const MEMBER = 'driver'
const OFFLINE = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_NETWORK_CHANGED|ERR_SOCKET_NOT_CONNECTED/

const on = inChromium()

const onServer = async (claimId: string): Promise<Claim> => (await (await on.backend.as(MEMBER))('getClaim', { params: { claimId } })).ok()

/** A phone with a fresh draft on it whose papers and amounts are still missing. */
async function withDraft(at: Backend = on.backend): Promise<{ app: App; claimId: string; open: (page: string, params?: Record<string, string>) => Promise<void> }> {
  const { claimId } = await aDraft(on.backend.core, { amounts: null, papers: 0 }, MEMBER)
  const app = await newPhone(on.browser, at)
  await signInAs(app, MEMBER)
  return { app, claimId, open: (page, params = {}) => app.open(withParams(page, { claimId, ...params })) }
}

const context = (app: App): BrowserContext => app.page.context()

describe('a reload in the middle of a claim', () => {
  onOwnPhones('keeps what was typed and not sent', async () => {
    const { app, claimId, open } = await withDraft()
    await open(routes.claimAmounts)
    await app.type(claim.amounts.total, '37000')
    await app.type(claim.amounts.pooled, '2700')
    await app.page.reload()
    await app.onPage(claim.amounts.title)
    assert.equal(await app.field(claim.amounts.total).inputValue(), '37000')
    assert.equal(await app.field(claim.amounts.pooled).inputValue(), '2700')
    assert.equal((await onServer(claimId)).amounts, null)
    app.assertQuiet()
  })

  onOwnPhones('keeps photos that were not sent, and sends them afterwards, once', async () => {
    const { app, claimId, open } = await withDraft()
    app.expectComplaint(OFFLINE)
    const content = /\/documents\/[^/]+\/content$/
    await context(app).route(content, (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
    await open(routes.claimPapers)
    await pickPhoto(app, await onServer(claimId))
    await app.sees('等待上传')
    await app.page.reload()
    await app.onPage(claim.papers.title)
    await app.sees('等待上传')
    await app.page.locator('.z-file-image').first().waitFor()
    assert.deepEqual((await onServer(claimId)).documents.map(({ state }) => state), ['PENDING'])
    await context(app).unroute(content)
    await app.sees(claim.papers.received(1))
    assert.deepEqual((await onServer(claimId)).documents.map(({ state }) => state), ['RECEIVED'])
    app.assertQuiet()
  })
})

onOwnPhones('goes on by itself when the network was cut during an upload, with one document only', async () => {
  const line = await lineTo(on.backend.base)
  try {
    const { app, claimId, open } = await withDraft({ ...on.backend, base: line.base })
    app.expectComplaint(OFFLINE)
    await open(routes.claimPapers)
    const cut = line.cutAfter(100_000)
    await pickPhoto(app, await onServer(claimId))
    await cut
    await context(app).setOffline(true)
    await app.sees(claim.papers.offline(1))
    await app.sees('等待上传')
    assert.deepEqual((await onServer(claimId)).documents.map(({ state }) => state), ['PENDING'])
    line.mend()
    await context(app).setOffline(false)
    await app.sees(claim.papers.received(1))
    assert.deepEqual((await onServer(claimId)).documents.map(({ state }) => state), ['RECEIVED'])
    app.assertQuiet()
  } finally {
    await line.close()
  }
})

// Before the courier's gift is taken up below.
describe('the link of a poster', () => {
  const link = `/g/${seedData.events[0]?.posterCode}`

  onOwnPhones('leads over sign-in to its offer', async () => {
    const app = await on.phone()
    await app.open(link)
    await app.onPage(signIn.welcome)
    await app.tick(signIn.agree)
    await app.press(/^陈速达/)
    await offerStands(app)
  })

  onOwnPhones('leads a member who is signed in straight to it', async () => {
    const app = await on.phone()
    await signInAs(app, 'courier')
    await app.open(link)
    await offerStands(app)
  })

  async function offerStands(app: App): Promise<void> {
    await app.onPage(offerTexts.title)
    await app.sees('住院医保补充保障计划')
    await app.button(offerTexts.confirm).waitFor()
    app.assertQuiet()
  }
})

describe('a reload in the middle of a form that is no claim', () => {
  onOwnPhones('入会 keeps platform and tick', async () => {
    const app = await on.phone()
    await signInAs(app, 'minor')
    await app.open(routes.join)
    await app.choose('美团')
    await app.tick(/^我/)
    await app.page.reload()
    await app.onPage(joinTexts.title)
    await app.page.getByRole('radio', { name: '美团', checked: true }).filter({ visible: true }).waitFor()
    await app.page.getByRole('checkbox', { name: /^我/, checked: true }).filter({ visible: true }).waitFor()
    app.assertQuiet()
  })

  onOwnPhones('现场登记 keeps number and name, which may be typed as the signature too', async () => {
    const app = await repPhone(on.browser, on.backend)
    await app.open(atEvent(routes.repEntry))
    await app.type(entryTexts.memberNo, 'GD-0000-0001')
    await app.type(entryTexts.name, '陈速达')
    await app.page.reload()
    await app.onPage(entryTexts.title)
    assert.deepEqual([await app.field(entryTexts.memberNo).inputValue(), await app.field(entryTexts.name).inputValue()], ['GD-0000-0001', '陈速达'])
    // And is signed by whoever cannot draw.
    await app.press(entryTexts.check)
    await app.tick(signTexts.byName)
    await app.type(signTexts.name, '陈速达')
    await app.press(signTexts.done)
    await app.sees('领取成功')
    app.assertQuiet()
  })
})

describe('an address without a page', () => {
  onOwnPhones('is told to be none, and leads home', async () => {
    const app = await on.phone()
    await signInAs(app, MEMBER)
    await app.page.goto(`${on.backend.base}/packages/nowhere/pages/index`)
    await app.onPage(notFound.title)
    await app.press(notFound.home)
    await app.page.waitForURL(`**${routes.home}*`)
    await app.page.getByText(home.gifts).first().waitFor()
  })
})

describe('the card without a network', () => {
  onOwnPhones('opens with the last data and says how old they are', async () => {
    const app = await on.phone()
    app.expectComplaint(OFFLINE)
    await signInAs(app, MEMBER)
    await app.tab('会员卡')
    await app.sees(/^\d+秒后更新$/)
    await app.tab('首页')
    await app.sees(/，您好$/)
    await context(app).setOffline(true)
    await app.tab('会员卡')
    await app.sees(/^数据更新于 /)
    await cardStands(app)
    app.assertQuiet()
  })

  onOwnPhones('opens again after a restart when the server cannot be reached', async () => {
    const app = await on.phone()
    app.expectComplaint(OFFLINE)
    await signInAs(app, MEMBER)
    await app.tab('会员卡')
    await app.sees(/^\d+秒后更新$/)
    // What is kept is written with a little delay.
    await app.page.waitForFunction(() => Object.entries(localStorage).some(([key, value]) => key.includes('cache') && value.includes('certificate')))
    await context(app).route('**/api/**', (route) => route.abort())
    await app.page.reload()
    await app.sees(/^数据更新于 /)
    await cardStands(app)
    app.assertQuiet()
  })

  async function cardStands(app: App): Promise<void> {
    await app.sees('GD-0000-0002')
    await app.sees(/^\d+秒后更新$/)
    await app.page.getByRole('img', { name: card.codeLabel }).filter({ visible: true }).waitFor()
  }
})

describe('two tabs of one browser', () => {
  onOwnPhones('tell the second that the draft was changed, and lose nothing typed there', async () => {
    const { app: first, claimId, open } = await withDraft()
    const second = drive(await context(first).newPage(), on.backend)
    second.expectComplaint(/412/)
    await open(routes.claimStay, { from: 'check' })
    await second.open(withParams(routes.claimStay, { claimId, from: 'check' }))
    await first.onPage(claim.stay.title)
    await second.onPage(claim.stay.title)
    await second.type(claim.stay.hospital, '第二个标签页的医院')
    await first.type(claim.stay.hospital, '第一个标签页的医院')
    await first.press(claim.saveAndReturn)
    await first.onPage(claim.check.title)

    await second.press(claim.saveAndReturn)
    await second.sees(claim.changedElsewhere)
    assert.equal(await second.field(claim.stay.hospital).inputValue(), '第二个标签页的医院')
    assert.equal((await onServer(claimId)).stay?.hospitalZh, '第一个标签页的医院')
    await second.press(claim.saveAndReturn)
    await second.onPage(claim.check.title)
    assert.equal((await onServer(claimId)).stay?.hospitalZh, '第二个标签页的医院')
    first.assertQuiet()
    second.assertQuiet()
  })

  onOwnPhones('keep what is typed in each of them', async () => {
    const { app: first, claimId, open } = await withDraft()
    const second = drive(await context(first).newPage(), on.backend)
    await open(routes.claimStay)
    await second.open(withParams(routes.claimAmounts, { claimId }))
    await second.type(claim.amounts.total, '37000')
    await first.type(claim.stay.hospital, '打了一半')
    await second.page.reload()
    await second.onPage(claim.amounts.title)
    assert.equal(await second.field(claim.amounts.total).inputValue(), '37000')
  })

  onOwnPhones('share one session: what one has renewed does not end the other', async () => {
    const { app: first } = await withDraft()
    const second = drive(await context(first).newPage(), on.backend)
    await second.open('/')
    await second.sees(/，您好$/)
    for (const app of [first, second]) {
      app.expectComplaint(/401/)
      await runOutToken(app)
      await app.press(home.messages)
      await app.onPage(messageTexts.title)
      // Not earlier: a renewal whose answer nobody waits for ends the session.
      await settled(app.page)
      await app.open('/')
      await app.sees(/，您好$/)
      app.assertQuiet()
    }
  })
})

/** The server takes the access token of the next request for one that has run out. */
async function runOutToken({ page }: App): Promise<void> {
  const spent = await page.evaluate(() => JSON.stringify(localStorage))
  await page.route('**/api/v1/messages*', async (route) => {
    const { authorization = '', ...headers } = route.request().headers()
    await route.continue({ headers: { ...headers, authorization: spent.includes(authorization.replace('Bearer ', '')) ? 'Bearer run-out' : authorization } })
  })
}

/** One large photo for the first paper of the checklist. */
async function pickPhoto(app: App, { checklist }: Claim): Promise<void> {
  const photo = await phonePhoto(app.page)
  await app.pick(claim.papers.buttonFor(claim.papers.album, checklist[0]?.titleZh ?? ''), [{ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: photo }])
}

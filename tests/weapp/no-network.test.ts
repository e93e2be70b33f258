import assert from 'node:assert/strict'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { deskTexts as desk, queueTexts as queue, scanTexts as scan } from '@/packages/event/texts'
import { texts as claim } from '@/packages/claim/texts'
import { texts as claims } from '@/pages/claims/texts'
import { routes } from '@/routes'
import { EVENT } from '@tests/builders/events'
import { CLAIMANT, claimAt } from '@tests/builders/golden-claims'
import { heavyPhoto } from '@tests/builders/photo'
import { lineTo } from '@tests/h5/kit/line'
import { enter } from './phone'
import { onPhones } from './stage'

const on = onPhones({ each: true })
const DAY = 24 * 3600_000
const { papers } = claim
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

test('two photos of 400 KB on a thin line: both arrive in parts, each part once, and the tile says how much is left', async () => {
  const { claimId } = await claimAt(on.backend, 'FILLED')
  const app = await on.signedIn('courier')
  await app.goto(`${routes.claimPapers}?claimId=${claimId}`, 'navigateTo')
  await app.waitText(papers.counter(0, 4))
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zsb-thin-'))
  const files = [1, 2].map((no) => path.join(folder, `${no}.jpg`))
  await Promise.all(files.map((file) => writeFile(file, heavyPhoto(file, 400))))
  await app.mock('chooseMedia', { files })
  app.setNetwork({ uploadBytesPerSecond: 30 * 1024 })
  await app.tap(`[aria-label="${papers.buttonFor(papers.album, '出院小结或出院记录')}"]`)
  await app.waitFor('words about the line', async () => (await app.texts()).some((text) => /^上传中 \d+%，网络较慢，还剩\d+KB$/.test(text)), 60_000)
  app.setNetwork({})
  const onServer = async (): Promise<string[]> => (await (await on.backend.as('courier'))('getClaim', { params: { claimId } })).ok().documents.map(({ state }) => state)
  await app.waitFor('both photos on the server', async () => (await onServer()).filter((state) => state === 'RECEIVED').length === 2, 60_000)
  const parts = (await app.stats()).requests.map(({ url }) => /\/parts\/\d+$/.exec(url) && url).filter((url) => url !== null)
  assert.ok(parts.length > 4, `${parts.length} parts`)
  assert.deepEqual(parts.filter((url, at) => parts.indexOf(url) !== at), [])
  await rm(folder, { recursive: true })
})

test('a portal that answers in place of the server: a PDF that is none is not handed to the reader, and the page says what it was', async () => {
  const { claimId } = await claimAt(on.backend, 'REVIEWING')
  const line = await lineTo(on.backend.base)
  const opened: string[] = []
  const app = await on.signedIn(CLAIMANT, { mapBaseUrl: line.base, mocks: { openDocument: ({ filePath }: { filePath: string }) => (opened.push(filePath), {}) } })
  await app.goto(`${routes.claimReceipt}?claimId=${claimId}`, 'navigateTo')
  await app.waitText(claim.receipt.pdf)
  line.meet(() => 'portal')
  await app.tapText(claim.receipt.pdf)
  await app.waitFor('words about the portal', async () => (await app.texts()).some((text) => /Wi-Fi 需要先登录/.test(text)))
  assert.deepEqual(opened, [])
  line.meet()
  await app.tapText(claim.receipt.pdf)
  await app.waitFor('the PDF', () => opened.length === 1, 60_000)
  await line.close()
})

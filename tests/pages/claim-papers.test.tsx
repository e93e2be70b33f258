import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import * as files from '@/platform/files'
import { DeviceError } from '@/platform/device-error'
import { kindTexts } from '@/packages/claim/kind-texts'
import { texts } from '@/packages/claim/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { useOutbox } from '@/state/outbox-store'
import { onPage, openClaim, press, restartApp, startOutbox, type ClaimApp } from '@tests/builders/claim-app'
import type { DraftParts } from '@tests/builders/driver-claims'
import { signIn, tester } from '@tests/builders/people'
import { photo } from '@tests/builders/photo'
import { __set } from '@tests/setup/taro'
import { answer } from '@tests/setup/dialog'
import { renderApp } from '@tests/setup/render-app'

const t = texts.papers
const SUMMARY = '出院小结或出院记录'

const aPhoto = (name = '照片.jpg', mark = name): File => new File([Uint8Array.from(photo(mark))], name, { type: 'image/jpeg' })
const aPdf = (name = '结算单.pdf', text = '%PDF-1.4'): File => new File([text], name, { type: 'application/pdf' })
/** Answers the open file picker of the browser, as the member would. */
function choose(...chosen: File[]): void {
  const input = document.querySelector('input[type=file]')
  if (!input) throw new Error('no file picker is open')
  Object.defineProperty(input, 'files', { value: chosen })
  fireEvent.change(input)
}
const add = async (source: string, title: string, ...chosen: File[]): Promise<void> => {
  await press(t.buttonFor(source, title))
  choose(...chosen)
}
const tile = (name: string) => screen.findByRole('group', { name })
const stateOf = async (name: string, state: string | RegExp): Promise<void> => void (await within(await tile(name)).findByText(state))

async function openPapers(parts: DraftParts = { papers: 0 }): Promise<ClaimApp> {
  const app = await openClaim(routes.claimPapers, parts)
  startOutbox(app)
  await screen.findByText(SUMMARY)
  return app
}
afterEach(() => jest.restoreAllMocks())

describe('the checklist', () => {
  test('each paper says how to take it, what it is for with its sample, and offers three ways', async () => {
    const { claim } = await openPapers()
    const optional = claim.checklist.filter(({ required, reusedZh }) => !required && reusedZh === null)
    const reused = claim.checklist.flatMap(({ reusedZh }) => reusedZh ?? [])
    expect(reused).toEqual(['已用上次提交的身份证，可更换'])
    for (const line of reused) expect(screen.getByText(line)).toBeVisible()
    expect(screen.queryByText(optional[0]?.titleZh ?? '')).not.toBeInTheDocument()
    await press(t.more(optional.length))
    for (const { titleZh, tipZh, reusedZh } of claim.checklist) {
      expect(screen.getByText(titleZh)).toBeVisible()
      if (reusedZh === null) expect(screen.getByText(tipZh)).toBeVisible()
      else expect(screen.queryByText(tipZh)).not.toBeInTheDocument()
      for (const source of [t.camera, t.album, t.file]) expect(screen.getByRole('button', { name: t.buttonFor(source, titleZh) })).toBeVisible()
    }
    for (const { titleZh, whyZh } of claim.checklist) {
      await press(kindTexts.sample.seeFor(titleZh))
      expect(await screen.findByText(whyZh)).toBeVisible()
      await press('关闭')
    }
  })

  test('the counter follows the server’s word', async () => {
    const { claim } = await openPapers()
    const needed = claim.checklist.filter(({ required }) => required).length
    expect(await screen.findByText(t.counter(0, needed))).toBeVisible()
    await add(t.album, SUMMARY, aPhoto())
    expect(await screen.findByText(t.counter(1, needed))).toBeVisible()
    expect(screen.getByText(t.counterSpoken(1, needed))).toBeInTheDocument()
  })

  test('what comes before and is not filled in is said, with the way there', async () => {
    const app = await openClaim(routes.claimPapers, { stay: null, amounts: null, papers: 0 })
    expect(await screen.findByText(t.fillFirst.stay)).toBeVisible()
    await press(t.fillFirst.go)
    await onPage(texts.stay.title)
    expect(app.route().path).toBe(routes.claimStay)
  })

  test('下一步 is always open', async () => {
    await openPapers()
    await press(texts.next)
    await onPage(texts.check.title)
  })
})

describe('adding', () => {
  test('several at once, each with its own state, until the server has them', async () => {
    const app = await openPapers()
    const open = app.server.hold('uploadDocument')
    await add(t.album, SUMMARY, aPhoto('1.jpg'), aPhoto('2.jpg'), aPhoto('3.jpg'))
    await stateOf(t.page(SUMMARY, 1), /^上传中/)
    await stateOf(t.page(SUMMARY, 3), '等待上传')
    open()
    for (const no of [1, 2, 3]) await stateOf(t.page(SUMMARY, no), '已收到')
    expect((await app.onServer()).documents.map(({ name, state }) => [name, state])).toEqual([['1.jpg', 'RECEIVED'], ['2.jpg', 'RECEIVED'], ['3.jpg', 'RECEIVED']])
  })

  test('from the camera, and a PDF', async () => {
    const app = await openPapers()
    await press(t.buttonFor(t.camera, SUMMARY))
    expect(document.querySelector('input[type=file]')).toHaveAttribute('capture', 'environment')
    choose(aPhoto())
    await stateOf(t.page(SUMMARY, 1), '已收到')
    app.server.hold('uploadDocument')
    await add(t.file, SUMMARY, aPdf())
    expect(await tile(t.sheet(SUMMARY, 2))).toBeVisible()
  })

  test('a closed picker says nothing', async () => {
    await openPapers()
    await press(t.buttonFor(t.album, SUMMARY))
    document.querySelector('input[type=file]')?.dispatchEvent(new Event('cancel'))
    await press(t.buttonFor(t.camera, SUMMARY))
    expect(screen.queryByText('已取消')).not.toBeInTheDocument()
  })

  test('a file above the limit is named and not sent, the others are', async () => {
    await openPapers()
    await add(t.file, SUMMARY, aPdf('太大.pdf', 'x'.repeat(5_242_881)), aPhoto('好.jpg'))
    expect(await screen.findByText(t.tooLarge('太大.pdf'))).toBeVisible()
    await stateOf(t.page(SUMMARY, 1), '已收到')
  })

  test('a full phone: what is already in stays, the rest is counted', async () => {
    await openPapers()
    const save = files.saveFile
    let saved = 0
    jest.spyOn(files, 'saveFile').mockImplementation((picked) => (++saved > 1 ? Promise.reject(new DeviceError('STORAGE_FULL')) : save(picked)))
    await add(t.album, SUMMARY, aPhoto('1.jpg'), aPhoto('2.jpg'), aPhoto('3.jpg'))
    expect(await screen.findByText(t.storageFull(2))).toBeVisible()
    await stateOf(t.page(SUMMARY, 1), '已收到')
  })

  test('more than a paper takes: as many as fit, the rest is counted', async () => {
    await openPapers()
    await add(t.album, SUMMARY, ...Array.from({ length: 21 }, (_, no) => aPhoto(`${no}.jpg`)))
    expect(await screen.findByText(t.tooMany(20, 1), {}, { timeout: 20_000 })).toBeVisible()
    expect(await screen.findByText(t.full(20), {}, { timeout: 20_000 })).toBeVisible()
    expect(screen.queryByRole('button', { name: t.buttonFor(t.camera, SUMMARY) })).not.toBeInTheDocument()
  }, 60_000)
})

describe('when it does not go well', () => {
  test('what the server refuses says why; 重试 sends it again, 删除 takes it away', async () => {
    const app = await openPapers()
    app.server.spoil('uploadDocument', 'FILE_DAMAGED')
    await add(t.album, SUMMARY, aPhoto())
    const name = t.page(SUMMARY, 1)
    await stateOf(name, '未收到：文件不完整或已损坏，请重新拍照或选择文件。')
    app.server.mend()
    await press(`重试 ${name}`)
    await stateOf(name, '已收到')
    expect((await app.onServer()).documents).toHaveLength(1)
  })

  test('a program that is named .jpg: the server looks at the bytes', async () => {
    await openPapers()
    await add(t.album, SUMMARY, new File(['MZ-not-a-picture'], '病历.jpg', { type: 'image/jpeg' }))
    await stateOf(t.page(SUMMARY, 1), /^未收到：这是程序文件，无法接收/)
  })

  test('the network is cut: it says so, keeps the photo, and goes on by itself', async () => {
    const app = await openPapers()
    const outbox = startOutbox(app)
    app.goOffline()
    await add(t.album, SUMMARY, aPhoto())
    await stateOf(t.page(SUMMARY, 1), '等待上传')
    // Here nothing lasts (jsdom has no store): what the phone holds in memory alone is not said to be kept.
    expect(await screen.findByText(t.offlineHeld(1))).toBeVisible()
    expect(screen.queryByText(t.offline(1))).not.toBeInTheDocument()
    expect(screen.getByText(t.notDurable)).toBeVisible()
    app.goOnline()
    outbox.kick()
    await stateOf(t.page(SUMMARY, 1), '已收到')
    expect(screen.queryByText(t.offlineHeld(1))).not.toBeInTheDocument()
  })

  test('the app is killed half-way: after the restart the photo is there and arrives, once', async () => {
    const app = await openPapers()
    app.goOffline()
    await add(t.album, SUMMARY, aPhoto())
    await stateOf(t.page(SUMMARY, 1), '等待上传')
    app.goOnline()
    await restartApp(app, withParams(routes.claimPapers, { claimId: app.claimId }))
    await stateOf(t.page(SUMMARY, 1), '已收到')
    expect((await app.onServer()).documents).toHaveLength(1)
  })

  test('a server that fails: says that it tries again, and 现在再试 does it at once', async () => {
    const app = await openPapers()
    app.server.spoil('uploadDocument', 'INTERNAL')
    await add(t.album, SUMMARY, aPhoto())
    expect(await screen.findByText(t.stuck(1))).toBeVisible()
    app.server.mend()
    await press(t.tryNow)
    await stateOf(t.page(SUMMARY, 1), '已收到')
  })

  test('a file of another device waits there: said, and it can be removed here', async () => {
    const app = await openClaim(routes.claimPapers, { papers: 0 })
    await (await signIn(app.backend.core, 'driver'))('registerDocument', { params: { claimId: app.claimId }, body: { documentType: 'DISCHARGE_SUMMARY', clientRef: 'tablet-1', name: '照片.jpg' } })
    await app.relaunch(withParams(routes.claimPapers, { claimId: app.claimId }))
    const name = t.page(SUMMARY, 1)
    expect(await screen.findByText(t.elsewhere(name))).toBeVisible()
    await press(`删除 ${name}`)
    await answer(true)
    await waitFor(async () => expect((await app.onServer()).documents).toEqual([]))
  })
})

describe('looking and deleting', () => {
  test('a received photo shows its picture after a restart as well, and opens large', async () => {
    const app = await openPapers({ papers: 1 })
    const picture = await screen.findByRole('button', { name: /^查看 / })
    expect(picture.querySelector('img')).toHaveAttribute('src', expect.stringMatching(/^blob:/))
    expect(app.server.asked).toContain('getDocumentContent')
    await userEvent.click(picture)
    const large = await screen.findByRole('dialog', { name: '查看图片' })
    await userEvent.click(large)
    expect(large).not.toBeInTheDocument()
  })

  test('deleting is asked for once more, and the server forgets it', async () => {
    const app = await openPapers({ papers: 1 })
    const before = (await app.onServer()).documents
    expect(before).toHaveLength(1)
    const remove = await screen.findByRole('button', { name: /^删除 / })
    await userEvent.click(remove)
    await answer(false)
    expect((await app.onServer()).documents).toHaveLength(1)
    await userEvent.click(remove)
    await answer(true)
    await waitFor(() => expect(screen.queryByRole('button', { name: /^删除 / })).not.toBeInTheDocument())
    expect((await app.onServer()).documents).toEqual([])
  })

  test('a deletion that the server cannot take now keeps the file and says why', async () => {
    const app = await openPapers({ papers: 1 })
    app.server.spoil('removeDocument', 'INTERNAL')
    await userEvent.click(await screen.findByRole('button', { name: /^删除 / }))
    await answer(true)
    expect(await screen.findByText(/服务出了点问题/)).toBeVisible()
    expect(screen.getByRole('button', { name: /^删除 / })).toBeVisible()
  })

  test('a photo that still waits is taken out of the outbox', async () => {
    const app = await openPapers()
    app.goOffline()
    await add(t.album, SUMMARY, aPhoto())
    await press(`删除 ${t.page(SUMMARY, 1)}`)
    await answer(true)
    await waitFor(() => expect(screen.queryByRole('group')).not.toBeInTheDocument())
    app.goOnline()
    startOutbox(app).kick()
    await waitFor(() => expect(useOutbox.getState().items).toEqual([]))
    expect((await app.onServer()).documents).toEqual([])
  })
})

test('without a network the page opens with the last data', async () => {
  const app = await openPapers({ papers: 1 })
  await new Promise((resolve) => setTimeout(resolve, 400))
  app.goOffline()
  await app.relaunch(withParams(routes.claimPapers, { claimId: app.claimId }))
  expect(await screen.findByText(/^数据更新于/)).toBeVisible()
  expect(screen.getByText(SUMMARY)).toBeVisible()
})

test('a draft that the server has prepared says why, and asks for the paper that only the member has', async () => {
  const app = await renderApp({
    as: 'industrial',
    at: routes.about,
    prepare: async ({ core }) => void (await (await tester(core))('pushSettlement', { body: { accountId: 'industrial', offsiteManual: true } })).ok(),
  })
  const draft = (await (await signIn(app.backend.core, 'industrial'))('listClaims', { query: {} })).ok().items.find(({ status }) => status.state === 'DRAFT')
  await app.relaunch(withParams(routes.claimPapers, { claimId: draft?.claimId ?? '' }))
  expect(await screen.findByText('本次为异地手工报销,系统没有结算明细;请上传盖章的结算单。已为您备好申领草稿,请核对后提交。')).toBeVisible()
})

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { texts } from '@/packages/claim/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { useDrafts } from '@/state/draft-store'
import { askingWords } from '@/ui'
import { aPhoto, choose, openWaiting, waiting, type WaitingApp } from '@tests/builders/after-submission-app'
import { onPage, press, restartApp, startOutbox } from '@tests/builders/claim-app'
import { answer, dialog } from '@tests/setup/dialog'

const t = texts.supplement
const LIST = '费用清单'
const SETTLEMENT = '医保结算单'
const at = withParams(routes.claimSupplement, { claimId: waiting.trade })

async function open(params: Record<string, string> = {}): Promise<WaitingApp> {
  const app = await openWaiting('trade', routes.claimSupplement, params)
  startOutbox(app)
  await screen.findByText(t.leave)
  return app
}
const add = async (title: string, ...files: File[]): Promise<void> => {
  await press(texts.papers.buttonFor(texts.papers.album, title))
  choose(...files)
}
const stateOf = async (name: string, state: string | RegExp): Promise<void> => void (await within(await screen.findByRole('group', { name })).findByText(state))
const arrives = async (title: string, no = 1): Promise<void> => stateOf(texts.papers.page(texts.papers.added(title), no), '已收到')
const say = async (title: string, words: string): Promise<void> => {
  await press(t.noneFor(title))
  await userEvent.type(await screen.findByLabelText(t.reason(title)), words)
}
const links = async (): Promise<(string | null)[]> => within(await screen.findByRole('alert')).getAllByRole('link').map((link) => link.textContent)

test('from the first page over 去补充 to one list with what, why, how, by when, and that the clock stands still', async () => {
  const app = await openWaiting('trade', routes.home)
  await press(/^申领需要补材料/)
  await onPage(t.title)
  const { supplement, status } = await app.onServer()
  for (const words of [status.nextZh, status.whenZh, t.round(1, 2)]) expect(await screen.findByText(words)).toBeVisible()
  expect(status.nextZh).toContain('审核时限暂停')
  for (const { titleZh, whatZh, whyZh, tipZh, sampleNoteZh } of supplement?.items ?? []) {
    for (const words of [titleZh, whatZh, tipZh, texts.supplement.sample(sampleNoteZh), texts.supplement.why(whyZh)]) expect(screen.getByText(words)).toBeVisible()
  }
  await app.relaunch(withParams(routes.claimDetail, { claimId: app.claimId }))
  await press(texts.detail.supply)
  await onPage(t.title)
})

test('photos for both, one tap, and the claim is with the reviewer again: who, what next, by when', async () => {
  const app = await open()
  await add(LIST, aPhoto('1.jpg'), aPhoto('2.jpg'))
  await arrives(LIST, 2)
  await add(SETTLEMENT, aPhoto('3.jpg'))
  await arrives(SETTLEMENT)
  await waitFor(() => expect(screen.getAllByText('已收到').length).toBeGreaterThanOrEqual(5))
  await press(t.submit)
  expect(await screen.findByText(t.done)).toBeVisible()
  const { status, documents } = await app.onServer()
  expect(status.state).toBe('REVIEWING')
  for (const words of [status.titleZh, status.nextZh, status.whoZh, status.whenZh]) expect(screen.getByText(words)).toBeVisible()
  expect(documents.filter(({ supplementItemId }) => supplementItemId !== null).map(({ supplementItemId, state }) => [supplementItemId, state])).toEqual([['S1', 'RECEIVED'], ['S1', 'RECEIVED'], ['S2', 'RECEIVED']])
  expect((await app.messages())[0]).toBe('补材料已收到')
  await press(texts.detail.see)
  await onPage(texts.detail.title)
  expect(await screen.findByText('已补充材料')).toBeVisible()
  expect(screen.getByRole('group', { name: texts.papers.page(texts.papers.added(SETTLEMENT), 1) })).toBeVisible()
})

test('a reason in place of a paper; it is kept through a restart, and shown in the timeline', async () => {
  const app = await open()
  await add(LIST, aPhoto())
  await arrives(LIST)
  await say(SETTLEMENT, '医保局不再补打。')
  await restartApp(app, at)
  expect(await screen.findByLabelText(t.reason(SETTLEMENT))).toHaveValue('医保局不再补打。')
  await press(t.submit)
  expect(await screen.findByText(t.done)).toBeVisible()
  expect((await app.onServer()).timeline.map(({ detailZh }) => detailZh)).toContain('医保结算单：医保局不再补打。')
  expect(useDrafts.getState().forms).toEqual({})
})

test('改为上传材料 takes the reason back', async () => {
  await open()
  await say(LIST, '没有了')
  await press(t.takeBackFor(LIST))
  expect(await dialog()).toHaveTextContent(t.takeBackAsk.text)
  await answer(false)
  expect(screen.getByLabelText(t.reason(LIST))).toHaveValue('没有了')
  await press(t.takeBackFor(LIST))
  await answer(true)
  await waitFor(() => expect(screen.queryByLabelText(t.reason(LIST))).not.toBeInTheDocument())
  await press(t.submit)
  expect(await links()).toEqual([t.itemMissing(LIST), t.itemMissing(SETTLEMENT)])
})

test('what is not answered is listed, each line leads to its item, and nothing is sent', async () => {
  const app = await open()
  await say(LIST, '  ')
  await press(t.submit)
  expect(await links()).toEqual([t.itemMissing(LIST), t.itemMissing(SETTLEMENT)])
  expect(app.server.asked).not.toContain('resubmitClaim')
})

test('while a photo is still on its way', async () => {
  const app = await open()
  app.server.hold('uploadDocument')
  await add(LIST, aPhoto())
  await say(SETTLEMENT, '没有')
  await stateOf(texts.papers.page(texts.papers.added(LIST), 1), /^上传中/)
  await press(t.submit)
  expect(await links()).toEqual([texts.check.uploading(1)])
  expect(app.server.asked).not.toContain('resubmitClaim')
})

test('two taps: one request', async () => {
  const app = await open()
  await say(LIST, '没有')
  await say(SETTLEMENT, '没有')
  const release = app.server.hold('resubmitClaim')
  const button = await screen.findByRole('button', { name: t.submit })
  fireEvent.click(button)
  fireEvent.click(button)
  await screen.findByRole('button', { name: `${t.submit}，处理中` })
  release()
  await screen.findByText(t.done)
  expect(app.server.asked.filter((name) => name === 'resubmitClaim')).toHaveLength(1)
})

test('the answer is lost: it is asked for with the same key, and the claim went back once', async () => {
  const app = await open()
  await say(LIST, '没有')
  await say(SETTLEMENT, '没有')
  app.server.loseAnswer('resubmitClaim')
  app.server.keys.length = 0
  await press(t.submit)
  expect(await screen.findByText(askingWords.title)).toBeVisible()
  await screen.findByText(t.done)
  expect(new Set(app.server.keys).size).toBe(1)
  expect((await app.onServer()).timeline.filter(({ titleZh }) => titleZh === '已补充材料')).toHaveLength(1)
})

test('the last day has passed meanwhile: says so, and where the claim stands now', async () => {
  const app = await open()
  await say(LIST, '没有')
  await say(SETTLEMENT, '没有')
  await app.moveClock({ advanceDays: 26 })
  await press(t.submit)
  expect(await screen.findByText(t.over)).toBeVisible()
  const { status } = await app.onServer()
  expect(status.state).toBe('EXPIRED')
  expect(screen.getByText(`${status.titleZh}：${status.nextZh}`)).toBeVisible()
  await press(texts.detail.see)
  await press(texts.answer.reopen)
  await answer(true)
  expect((await screen.findAllByText(texts.answer.reopened))[0]).toBeInTheDocument()
  expect((await app.onServer()).status.state).toBe('DRAFT')
  await press(texts.detail.resume)
  await onPage(texts.check.title)
})

test('a claim that was never allowed to hold papers asks for C3 first; words go without it', async () => {
  const app = await openWaiting('trade', routes.claimSupplement, {}, async (backend) => {
    await backend.store.transact((tx) => tx.delete('consent', 'trade-C3'))
  })
  startOutbox(app)
  await screen.findByText(t.consentFirst)
  expect(screen.queryByRole('button', { name: texts.papers.buttonFor(texts.papers.album, LIST) })).not.toBeInTheDocument()
  await press(t.agree)
  expect(await screen.findByText(texts.start.consentMissing)).toBeVisible()
  await userEvent.click(screen.getByRole('checkbox', { name: /医疗材料上传与审核/ }))
  await press(t.agree)
  await add(LIST, aPhoto())
  await arrives(LIST)
})

test('without a network: photos wait, say so, and go by themselves', async () => {
  const app = await open()
  const outbox = startOutbox(app)
  app.goOffline()
  await add(LIST, aPhoto())
  // jsdom has no store: the words promise no more than the phone's memory does.
  expect(await screen.findByText(texts.papers.offlineHeld(1))).toBeVisible()
  app.goOnline()
  outbox.kick()
  await arrives(LIST)
})

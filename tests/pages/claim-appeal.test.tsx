import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { texts } from '@/packages/claim/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { useDrafts } from '@/state/draft-store'
import { askingWords } from '@/ui'
import { messageOf, networkError } from '@/api/api-error'
import { aPhoto, choose, openWaiting, waiting, type WaitingApp } from '@tests/builders/after-submission-app'
import { onPage, press, startOutbox } from '@tests/builders/claim-app'
import { answer } from '@tests/setup/dialog'

const t = texts.appeal
const GROUNDS = '我属于续保,不应有免责期。'
const open = (): Promise<WaitingApp> => openWaiting('hardship', routes.claimAppeal)
const handIn = async (): Promise<void> => {
  await press(t.submit)
  await answer(true)
}
const write = async (words = GROUNDS): Promise<void> => userEvent.type(await screen.findByLabelText(t.reasonLabel), words)

test('a refusal has one primary way on: 申请复核, with the decision, what happens next and by when', async () => {
  const app = await openWaiting('hardship', routes.claimDetail)
  await press(t.title)
  await onPage(t.title)
  const { appeal, decision } = await app.onServer()
  expect(await screen.findByText(`${decision?.reasonZh}${decision?.clauseZh}`)).toBeVisible()
  expect(screen.getByText(appeal?.nextZh ?? '—')).toBeVisible()
  expect(screen.getByText(t.until('2026-12-27'))).toBeVisible()
})

test('asked once more, then handed in; papers can follow; the claim keeps what was written', async () => {
  const app = await open()
  startOutbox(app)
  await write()
  await press(t.submit)
  await answer(false)
  expect(app.server.asked).not.toContain('appealClaim')
  await handIn()
  expect(await screen.findByText(t.done)).toBeVisible()
  const { status } = await app.onServer()
  for (const words of [status.titleZh, status.nextZh, status.whoZh, status.whenZh]) expect(screen.getByText(words)).toBeVisible()
  expect((await app.messages())[0]).toBe('复核已受理')
  expect(useDrafts.getState().forms).toEqual({})
  await press(texts.papers.buttonFor(texts.papers.album, '其他材料'))
  choose(aPhoto())
  await waitFor(async () => expect((await app.onServer()).documents.filter(({ documentType, state }) => documentType === 'OTHER' && state === 'RECEIVED')).toHaveLength(1))
  await press(texts.detail.see)
  await onPage(texts.detail.title)
  expect(await screen.findByText(GROUNDS, { selector: '.z-fact-value' })).toBeVisible()
})

test('the written answer can be read on the claim', async () => {
  const app = await open()
  await write()
  await handIn()
  await screen.findByText(t.done)
  await app.decide(app.claimId, { decision: 'UPHOLD', reasonZh: '首次参保,免责期内入院。' })
  await app.relaunch(withParams(routes.claimDetail, { claimId: app.claimId }))
  expect(await screen.findByText('首次参保,免责期内入院。', { selector: '.z-fact-value' })).toBeVisible()
  expect(screen.queryByRole('button', { name: t.title })).not.toBeInTheDocument()
})

test('without grounds nothing goes, and the field says why', async () => {
  const app = await open()
  await write('  ')
  await press(t.submit)
  expect((await screen.findAllByText(t.reasonMissing)).length).toBeGreaterThan(1)
  expect(screen.getByLabelText(t.reasonLabel)).toHaveAttribute('aria-invalid', 'true')
  expect(app.server.asked).not.toContain('appealClaim')
})

test('what was typed is there after a kill', async () => {
  const app = await open()
  await write()
  await app.relaunch(withParams(routes.claimAppeal, { claimId: waiting.hardship }))
  expect(await screen.findByLabelText(t.reasonLabel)).toHaveValue(GROUNDS)
})

test('two taps: one question, one request', async () => {
  const app = await open()
  await write()
  const button = await screen.findByRole('button', { name: t.submit })
  fireEvent.click(button)
  fireEvent.click(button)
  expect(await screen.findAllByRole('alertdialog')).toHaveLength(1)
  await answer(true)
  await screen.findByText(t.done)
  expect(app.server.asked.filter((name) => name === 'appealClaim')).toHaveLength(1)
})

test('the answer is lost: it is asked for with the same key, and the one appeal is not used up for nothing', async () => {
  const app = await open()
  await write()
  app.server.loseAnswer('appealClaim')
  await handIn()
  expect(await screen.findByText(askingWords.title)).toBeVisible()
  expect(screen.getByLabelText(t.reasonLabel)).toHaveValue(GROUNDS)
  expect(await screen.findByText(t.done)).toBeVisible()
  expect((await app.onServer()).timeline.filter(({ titleZh }) => titleZh === '复核中')).toHaveLength(1)
})

test('the last day has passed meanwhile: the page says where the claim stands; the words are kept', async () => {
  const app = await open()
  await write()
  await app.moveClock({ advanceDays: 40 })
  await handIn()
  expect(await screen.findByText(t.over)).toBeVisible()
  const { status } = await app.onServer()
  expect(screen.getByText(`${status.titleZh}：${status.nextZh}`)).toBeVisible()
  expect(useDrafts.getState().forms[`appeal:${app.claimId}`]).toEqual({ reason: GROUNDS })
})

test('without a network: says so, keeps the words, and works afterwards', async () => {
  const app = await open()
  await write()
  app.goOffline()
  await handIn()
  expect(await screen.findByText(messageOf(networkError()) ?? '')).toBeVisible()
  app.goOnline()
  await handIn()
  expect(await screen.findByText(t.done)).toBeVisible()
})

test('of money that has arrived it is a quiet way, not the primary one', async () => {
  const app = await openWaiting('model', routes.claimDetail)
  await press(texts.answer.take)
  await screen.findByRole('heading', { name: '拨付中' })
  await app.moveClock({ advanceDays: 4 })
  await app.relaunch(withParams(routes.claimDetail, { claimId: app.claimId }))
  await screen.findByRole('heading', { name: '已到账' })
  expect(document.querySelectorAll('.z-btn--primary')).toHaveLength(0)
  await press(new RegExp(`^${t.optional}`))
  await onPage(t.title)
})

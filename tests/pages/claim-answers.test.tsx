import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { texts } from '@/packages/claim/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { askingWords } from '@/ui'
import { aPhoto, choose, openWaiting, type WaitingApp } from '@tests/builders/after-submission-app'
import { onPage, press, startOutbox } from '@tests/builders/claim-app'
import { tester } from '@tests/builders/people'
import { answer } from '@tests/setup/dialog'

const t = texts.answer
const open = (): Promise<WaitingApp> => openWaiting('model', routes.claimDetail)
const steps = (app: WaitingApp, name: string): number => app.server.asked.filter((asked) => asked === name).length

test('from the first page: source, rule, clause, arithmetic, and one primary answer', async () => {
  const app = await openWaiting('model', routes.home)
  await press(/^有一笔互助金等您确认/)
  await onPage(texts.detail.title)
  const { auto, status } = await app.onServer()
  for (const words of [auto?.sourceZh, auto?.ruleZh, auto?.clauseZh, auto?.formulaZh, status.nextZh, status.whenZh]) expect((await screen.findAllByText(words ?? '—'))[0]).toBeVisible()
  expect(document.querySelectorAll('.z-btn--primary')).toHaveLength(1)
  expect(screen.queryByRole('button', { name: texts.detail.receipt })).not.toBeInTheDocument()
})

test('确认收款: one tap, one request, and the money is on its way', async () => {
  const app = await open()
  const release = app.server.hold('confirmAutoClaim')
  const button = await screen.findByRole('button', { name: t.take })
  fireEvent.click(button)
  fireEvent.click(button)
  await screen.findByRole('button', { name: `${t.take}，处理中` })
  release()
  expect(await screen.findByText(t.taken)).toBeInTheDocument()
  expect(await screen.findByRole('heading', { name: '拨付中' })).toBeVisible()
  expect(steps(app, 'confirmAutoClaim')).toBe(1)
  expect(await app.messages()).toEqual(expect.arrayContaining(['已核定', '拨付中']))
  await app.moveClock({ advanceDays: 4 })
  await app.relaunch(withParams(routes.claimDetail, { claimId: app.claimId }))
  expect(await screen.findByRole('heading', { name: '已到账' })).toBeVisible()
  expect(screen.getByText((await app.onServer()).auto?.formulaZh ?? '—', { selector: '.z-fact-value' })).toBeVisible()
})

test('the answer is lost: says so, asks with the same key, and does not pay twice', async () => {
  const app = await open()
  app.server.loseAnswer('confirmAutoClaim')
  await press(t.take)
  expect(await screen.findByText(askingWords.title)).toBeVisible()
  expect(await screen.findByRole('heading', { name: '拨付中' })).toBeVisible()
  expect((await app.onServer()).payoutIds).toHaveLength(1)
})

test('数据有误 is asked once more, then a person looks', async () => {
  const app = await open()
  await press(new RegExp(`^${t.wrong}`))
  await answer(false)
  expect(steps(app, 'disputeAutoClaim')).toBe(0)
  await press(new RegExp(`^${t.wrong}`))
  await answer(true)
  expect(await screen.findByRole('heading', { name: '人工审核' })).toBeVisible()
  expect(screen.getByText('您提出数据有误')).toBeVisible()
  expect(await app.messages()).toContain('已转人工审核')
})

test('有疑问，找人看 asks, with the days that it costs; then a person looks, and the screen says so', async () => {
  const app = await open()
  await press(texts.auto.doubt)
  const { auto } = await app.onServer()
  expect(auto?.personZh).toMatch(/这笔4,400.00元要等审核完成才发放，预计2026年\d+月\d+日前完成，最迟2026年12月\d+日/)
  expect(await screen.findByRole('alertdialog')).toHaveTextContent(auto?.personZh ?? '—')
  await answer(false)
  expect(steps(app, 'disputeAutoClaim')).toBe(0)
  await press(texts.auto.doubt)
  await answer(true)
  expect(await screen.findByText(t.disputed)).toBeVisible()
  expect(await screen.findByRole('heading', { name: '人工审核' })).toBeVisible()
  expect(screen.getByText('您申请了人工审核')).toBeVisible()
  expect(steps(app, 'disputeAutoClaim')).toBe(1)
})

test('有疑问 while the money is on its way: the telephone; after it has arrived: an appeal whose words are ready', async () => {
  const app = await open()
  await press(t.take)
  expect(await screen.findByText(texts.auto.doubtLater)).toBeVisible()
  await app.moveClock({ advanceDays: 4 })
  await app.relaunch(withParams(routes.claimDetail, { claimId: app.claimId }))
  await press(texts.auto.doubt)
  await onPage(texts.appeal.title)
  expect(await screen.findByDisplayValue(texts.auto.doubtReason)).toBeVisible()
  await press(texts.appeal.submit)
  await answer(true)
  await waitFor(async () => expect((await app.onServer()).status.state).toBe('APPEALING'))
})

test('put right by a person: the card of the data no longer says that the amount comes from it, and nothing speaks of what was filled in', async () => {
  const app = await open()
  await press(texts.auto.doubt)
  await answer(true)
  await screen.findByRole('heading', { name: '人工审核' })
  const body = { decision: 'APPROVE' as const, amounts: { totalFen: 3_030_000, pooledFen: 2_430_000, inScopeSelfPayFen: 600_000, outOfScopeFen: 0, otherPaidFen: 0 } }
  ;(await (await tester(app.backend.core))('decideClaim', { params: { claimId: app.claimId }, body })).ok()
  await app.relaunch(withParams(routes.claimDetail, { claimId: app.claimId }))
  expect(await screen.findByText('按医保结算数据是 4,400.00 元，核定调高 400.00 元')).toBeVisible()
  expect(screen.getByText(texts.auto.correctedTitle)).toBeVisible()
  expect(screen.queryByText(texts.auto.title)).not.toBeInTheDocument()
})

test('自动到账 can be stopped from here', async () => {
  const app = await open()
  await press(new RegExp(`^${texts.auto.consents}`))
  await waitFor(() => expect(app.route().path).toBe(routes.consents))
})

test('数据有误: papers can be added, and what has arrived stays', async () => {
  const app = await open()
  startOutbox(app)
  await press(new RegExp(`^${t.wrong}`))
  await answer(true)
  await press(texts.papers.buttonFor(texts.papers.album, '其他材料'))
  choose(aPhoto())
  await waitFor(async () => expect((await app.onServer()).documents.map(({ state }) => state)).toEqual(['RECEIVED']))
  await waitFor(() => expect(screen.queryByRole('button', { name: /^删除 / })).not.toBeInTheDocument())
})

test('数据有误 without C3: agreed to first, on the spot', async () => {
  const app = await openWaiting('model', routes.claimDetail, {}, async ({ store }) => store.transact((tx) => tx.delete('consent', 'model-C3')))
  startOutbox(app)
  await press(new RegExp(`^${t.wrong}`))
  await answer(true)
  // No item was asked for that a reason could be given for.
  expect(screen.queryByText(texts.supplement.consentFirst)).not.toBeInTheDocument()
  expect(await screen.findByText(texts.evidence.consentFirst)).toBeVisible()
  await userEvent.click(await screen.findByRole('checkbox', { name: /医疗材料上传与审核/ }))
  await press(texts.supplement.agree)
  await press(texts.papers.buttonFor(texts.papers.album, '其他材料'))
})

test('不领取: asked once more, nothing is paid, and a new claim is one tap away', async () => {
  const app = await open()
  await press(new RegExp(`^${t.decline}`))
  await answer(true)
  expect(await screen.findByRole('heading', { name: '已撤回' })).toBeVisible()
  expect((await app.onServer()).payoutIds).toEqual([])
  await press(texts.detail.refile)
  await onPage(texts.start.title)
})

test('answered elsewhere meanwhile: says so, and shows where the claim stands', async () => {
  const app = await open()
  await screen.findByRole('button', { name: t.take })
  await app.moveClock({ advanceDays: 30 })
  await press(t.take)
  expect(await screen.findByText(texts.movedOn)).toBeVisible()
  expect(await screen.findByRole('heading', { name: '已过期' })).toBeVisible()
  expect((await app.onServer()).payoutIds).toEqual([])
  await press(t.reopen)
  await answer(true)
  expect(await screen.findByRole('heading', { name: '草稿' })).toBeVisible()
})

test('重新启用 that a newer claim stands in the way of: the server’s words, nothing lost', async () => {
  const app = await openWaiting('model', routes.claimDetail, {}, async (backend, control) => {
    ;(await control('moveClock', { body: { advanceDays: 31 } })).ok()
    await backend.store.transact(async (tx) => {
      const claim = await tx.get('claim', 'CLM-2026-000004')
      if (claim?.invoice) await tx.claimKey(`invoice:${claim.invoice.code}-${claim.invoice.number}`, 'CLM-2026-000023')
    })
  })
  await press(t.reopen)
  await answer(true)
  expect(await screen.findByText(/这张票据已在申领CLM-2026-000023中使用/)).toBeVisible()
  expect((await app.onServer()).status.state).toBe('EXPIRED')
})

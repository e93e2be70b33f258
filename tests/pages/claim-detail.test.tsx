import { act, screen, waitFor, within } from '@testing-library/react'
import { claimQuery } from '@/api/claims'
import { enqueueUpload } from '@/api/uploads'
import { texts } from '@/packages/claim/texts'
import { texts as payoutTexts } from '@/packages/payout/texts'
import { formatInstantZh } from '@/domain/dates'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { useOutbox } from '@/state/outbox-store'
import { onPage, openClaim, press, type ClaimApp } from '@tests/builders/claim-app'
import { aDraft, aSubmittedClaim } from '@tests/builders/driver-claims'
import { signIn } from '@tests/builders/people'
import { __set } from '@tests/setup/taro'
import { answer } from '@tests/setup/dialog'
import { renderApp } from '@tests/setup/render-app'

const t = texts.detail
const openSubmitted = (): Promise<ClaimApp> => openClaim(routes.claimDetail, ({ backend: { core } }) => aSubmittedClaim(core))
const openDecided = (decision: 'APPROVE' | 'REJECT'): Promise<ClaimApp> =>
  openClaim(routes.claimDetail, async (app) => {
    const claim = await aSubmittedClaim(app.backend.core)
    await app.decide(claim.claimId, decision === 'APPROVE' ? { decision } : { decision, reasonCode: 'EXCLUDED_CAUSE' })
    return claim
  })

test('says where the claim stands, what comes next, who acts, by when - in the server’s words', async () => {
  const app = await openSubmitted()
  const { status, claimNo } = await app.onServer()
  expect(await screen.findByRole('heading', { name: status.titleZh })).toBeVisible()
  for (const words of [status.nextZh, status.whoZh, status.whenZh, claimNo]) expect(screen.getAllByText(words)[0]).toBeVisible()
  expect(screen.getByText(`第${status.step}步，共5步：${status.steps[(status.step ?? 1) - 1]}`)).toBeVisible()
})

test('the timeline has each step with its date and who did it; the last one is marked', async () => {
  const app = await openSubmitted()
  const { timeline } = await app.onServer()
  const items = within(await screen.findByRole('list', { name: t.timeline })).getAllByRole('listitem')
  expect(items).toHaveLength(timeline.length)
  timeline.forEach(({ titleZh, at, whoZh }, no) => {
    expect(items[no]).toHaveTextContent(titleZh)
    expect(items[no]).toHaveTextContent(`${formatInstantZh(at)}${whoZh}`)
  })
  expect(items[items.length - 1]).toHaveAttribute('aria-current', 'step')
})

test('the papers with their state, to look at only', async () => {
  const app = await openSubmitted()
  const { documents } = await app.onServer()
  expect(await screen.findAllByRole('group')).toHaveLength(documents.length)
  expect(screen.queryByRole('button', { name: /^删除 / })).not.toBeInTheDocument()
})

test('approved: the decision with its working, and the way to the money', async () => {
  const app = await openDecided('APPROVE')
  expect(await screen.findByRole('heading', { name: texts.estimate.decided })).toBeVisible()
  expect(screen.getByRole('img', { name: /互助金 8,000.00 元/ })).toBeInTheDocument()
  expect(screen.getByText(/^示例条款P1-1:/)).toBeVisible()
  await press(new RegExp(`^${t.payout}`))
  await onPage(payoutTexts.detail.title)
  expect(app.route()).toEqual({ path: routes.payoutDetail, params: { payoutId: (await app.onServer()).payoutIds[0] } })
})

test('approved with another class of the illness: how much more, from what to what, and by which clause', async () => {
  await renderApp({ as: 'woman-p6', at: withParams(routes.claimDetail, { claimId: 'CLM-2026-000026' }) })
  expect(await screen.findByText('按您填报的内容是 6,000.00 元，核定调高 24,000.00 元')).toBeVisible()
  expect(screen.getByText(/^类别由“原位癌”更正为“恶性肿瘤”,金额相应调整。 示例条款P6-1:/)).toBeVisible()
  expect(screen.getByText(/^示例条款P6-1:/)).toBeVisible()
})

test('refused: the reason in plain words and the clause', async () => {
  const app = await openDecided('REJECT')
  const { decision } = await app.onServer()
  expect(await screen.findByText(decision?.reasonZh ?? 'no reason')).toBeVisible()
  expect(screen.getByText(decision?.clauseZh ?? 'no clause')).toBeVisible()
})

test('the receipt is found again', async () => {
  await openSubmitted()
  await press(t.receipt)
  await onPage(texts.receipt.title)
})

describe('撤回申领', () => {
  test('is asked for once more, then done', async () => {
    const app = await openSubmitted()
    await press(t.withdraw)
    await answer(false)
    expect((await app.onServer()).status.state).toBe('REVIEWING')
    await press(t.withdraw)
    await answer(true)
    expect(await screen.findByRole('heading', { name: '已撤回' })).toBeVisible()
    expect(screen.getByText(t.withdrawn)).toBeInTheDocument()
    expect(screen.queryByRole('button', { name: t.withdraw })).not.toBeInTheDocument()
  })

  test('the claim was decided meanwhile: words, and the page shows the decision', async () => {
    const app = await openSubmitted()
    await screen.findByRole('button', { name: t.withdraw })
    await app.decide(app.claimId, { decision: 'APPROVE' })
    await press(t.withdraw)
    await answer(true)
    expect(await screen.findByText(/内容已在别处更新|状态已变化/)).toBeVisible()
    expect(await screen.findByRole('heading', { name: texts.estimate.decided })).toBeVisible()
  })

  test('is not offered after the decision', async () => {
    await openDecided('REJECT')
    await screen.findByRole('list', { name: t.timeline })
    expect(screen.queryByRole('button', { name: t.withdraw })).not.toBeInTheDocument()
  })
})

describe('a draft', () => {
  const open = (): Promise<ClaimApp> => openClaim(routes.claimDetail, ({ backend: { core } }) => aDraft(core, { papers: 1 }))

  test('goes on at what is missing', async () => {
    await open()
    await press(t.resume)
    await onPage(texts.papers.title)
  })

  test('is deleted with its files after one more question, also those that wait on the phone', async () => {
    const app = await open()
    await enqueueUpload(app.claimId, 'OTHER', { blob: new Blob(['x']), name: '等.jpg', size: 1, mime: 'image/jpeg' })
    expect(await screen.findByText(t.waiting(1))).toBeVisible()
    await press(t.discard)
    await answer(true)
    await waitFor(() => expect(app.route().path).toBe(routes.claims))
    const member = await signIn(app.backend.core, 'driver')
    expect((await member('getClaim', { params: { claimId: app.claimId } })).status).toBe(404)
    expect(useOutbox.getState().items).toEqual([])
  })

  test('a deletion without a network keeps everything and says so', async () => {
    const app = await open()
    await screen.findByRole('button', { name: t.discard })
    app.goOffline()
    await press(t.discard)
    await answer(true)
    expect(await screen.findByText(/网络没有连上/)).toBeVisible()
    app.goOnline()
    expect((await app.onServer()).status.state).toBe('DRAFT')
  })
})

test('without a network: the last data with its age; later the page catches up', async () => {
  const app = await openSubmitted()
  await screen.findByRole('list', { name: t.timeline })
  await new Promise((resolve) => setTimeout(resolve, 400))
  app.goOffline()
  await app.relaunch(withParams(routes.claimDetail, { claimId: app.claimId }))
  expect(await screen.findByText(/^数据更新于/)).toBeVisible()
  expect(screen.getByRole('list', { name: t.timeline })).toBeVisible()
  app.goOnline()
  await press('重试')
  await waitFor(() => expect(screen.queryByText(/^数据更新于/)).not.toBeInTheDocument())
})

test('cannot be opened: says so and tries again', async () => {
  const app = await openClaim(routes.about)
  app.server.spoil('getClaim', 'INTERNAL')
  await app.relaunch(withParams(routes.claimDetail, { claimId: app.claimId }))
  expect(await screen.findByText(/服务出了点问题/)).toBeVisible()
  app.server.mend()
  await press('重试')
  expect(await screen.findByRole('list', { name: t.timeline })).toBeVisible()
})

test('of somebody else: not found, in words', async () => {
  await openClaim(routes.claimDetail, ({ backend: { core } }) => aDraft(core, { papers: 0 }, 'hardship'))
  expect(await screen.findByText(/没有找到这项内容/)).toBeVisible()
})

test('a claim that is not there, asked for again: the answer stands, and nothing waits for ever', async () => {
  const app = await renderApp({ as: 'trade', at: withParams(routes.claimDetail, { claimId: 'none' }) })
  await screen.findByText(/没有找到这项内容/)
  const kept = () => app.client.getQueryCache().find({ queryKey: claimQuery('none').queryKey })
  const query = kept()
  const letGo = app.server.hold('getClaim')
  act(() => void query?.fetch().catch(() => undefined))
  await screen.findByText('加载中')
  // Thrown away now, its answer would reach nobody.
  expect(kept()).toBe(query)
  letGo()
  expect(await screen.findByText(/没有找到这项内容/)).toBeVisible()
  expect(screen.queryByText('加载中')).toBeNull()
})

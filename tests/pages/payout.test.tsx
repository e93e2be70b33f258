import { act, screen, waitFor, within } from '@testing-library/react'
import { payoutQuery } from '@/api/payouts'
import { texts as claimTexts } from '@/packages/claim/texts'
import { openClaims } from '@/packages/payout/model/money'
import { texts } from '@/packages/payout/texts'
import { formatInstantZh } from '@/domain/dates'
import { formatFen } from '@/domain/money'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { onPage, press } from '@tests/builders/claim-app'
import { aSubmittedClaim } from '@tests/builders/driver-claims'
import { signIn } from '@tests/builders/people'
import { GOOD_CARD } from '@tests/builders/golden-claims'
import { useSettings } from '@/state/settings-store'
import { renderApp, type App } from '@tests/setup/render-app'

const { list, detail } = texts
const payoutsOf = async ({ backend }: App, as = 'driver') => (await (await signIn(backend.core, as))('listPayouts')).ok()

const summaryOf = async ({ backend }: App, year?: string) => (await (await signIn(backend.core, 'driver'))('getPayoutSummary', { query: year ? { year } : {} })).ok()

type Stage = 'SUBMITTED' | 'APPROVED' | 'PAID'
/** Opens a page with a claim of persona driver on its way; `driver` also has one whose money the bank sent back. */
async function openAt(stage: Stage, page: (app: App) => Promise<string>): Promise<App> {
  const app = await renderApp({ as: 'driver', at: routes.about })
  const { core } = app.backend
  const { claimId } = await aSubmittedClaim(core)
  if (stage !== 'SUBMITTED') await app.decide(claimId, { decision: 'APPROVE' })
  if (stage === 'PAID') {
    ;(await (await signIn(core, 'driver'))('putBankAccount', { body: { cardNumber: GOOD_CARD } })).ok()
    await app.moveClock({ advanceDays: 6 })
  }
  await app.relaunch(await page(app))
  return app
}
const listPage = (): Promise<string> => Promise.resolve(routes.payouts)
const newestPayout = async (app: App): Promise<string> => withParams(routes.payoutDetail, { payoutId: (await payoutsOf(app)).items[0]?.payoutId })

describe('发放进度', () => {
  test('the year’s total and each payout with amount, state, date and card', async () => {
    const app = await openAt('PAID', listPage)
    const { items } = await payoutsOf(app)
    const { year, totalFen, count, months, plans } = await summaryOf(app)
    expect(totalFen).toBeGreaterThanOrEqual(800_000)
    expect(months.reduce((sum, fen) => sum + fen, 0)).toBe(totalFen)
    expect(plans.reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(totalFen)
    expect(await screen.findByText(list.yearTotal(year))).toBeVisible()
    expect(screen.getByText(list.count(count))).toBeVisible()
    const spoken = months.flatMap((fen, at) => (fen > 0 ? [list.monthAmount(at + 1, fen)] : [])).join(',')
    expect(screen.getByRole('img', { name: spoken })).toBeInTheDocument()
    for (const { nameZh } of plans) expect(screen.getByText(nameZh)).toBeVisible()
    for (const { titleZh, amountFen, status, paidAt, last4 } of items) {
      const row = screen.getByRole('button', { name: new RegExp(`${titleZh}.*${formatFen(amountFen)} 元`) })
      expect(within(row).getByText(status.titleZh)).toBeVisible()
      expect(row).toHaveTextContent(last4 ? list.card(last4) : list.noCard)
      if (paidAt) expect(row).toHaveTextContent(list.paidAt(paidAt))
    }
    expect(screen.getAllByText('已到账').length).toBeGreaterThan(0)
  })

  test('长辈版： months with money as rows, not twelve columns', async () => {
    const app = await openAt('PAID', listPage)
    ;(await (await signIn(app.backend.core, 'driver'))('updatePreferences', { body: { elderMode: true }, version: 1 })).ok()
    act(() => useSettings.getState().setElderMode(true))
    const { months } = await summaryOf(app)
    for (const [at, fen] of months.entries()) if (fen > 0) expect(await screen.findByText(list.month(at + 1))).toBeVisible()
    expect(screen.queryByRole('img', { name: /月 / })).toBeNull()
  })

  test('another year: its own sums, the present one a tap away', async () => {
    const app = await openAt('PAID', listPage)
    await app.moveClock({ to: '2027-02-01T10:00:00+08:00' })
    await app.relaunch(routes.payouts)
    expect(await screen.findByText(list.yearTotal(2027))).toBeVisible()
    expect(screen.getByText(list.nothingYet)).toBeVisible()
    act(() => screen.getByRole('radio', { name: list.year(2026) }).click())
    expect(await screen.findByText(list.yearTotal(2026))).toBeVisible()
    expect((await summaryOf(app, '2026')).totalFen).toBeGreaterThan(0)
  })

  test('a claim under review is there too, with the next step and by when', async () => {
    const app = await openAt('SUBMITTED', listPage)
    const [claim] = (await (await signIn(app.backend.core, 'driver'))('listClaims')).ok().items
    expect(await screen.findByText(list.open)).toBeVisible()
    const row = screen.getByRole('button', { name: new RegExp(`人工审核`) })
    expect(row).toHaveTextContent(claim?.status.nextZh ?? 'no claim')
    expect(row).toHaveTextContent(claim?.status.whenZh ?? 'no claim')
    await press(/人工审核/)
    await onPage(claimTexts.detail.title)
  })

  test('nothing yet: says what will be here, and leads to a claim', async () => {
    const app = await renderApp({ as: 'rare-name', at: routes.payouts })
    expect(await screen.findByText(list.none)).toBeVisible()
    await press(list.start)
    await waitFor(() => expect(app.route().path).toBe(routes.claimStart))
  })

  test('one of the two answers is missing: no half truth, but words and 重试', async () => {
    const app = await renderApp({ as: 'driver', at: routes.about })
    app.server.spoil('listClaims', 'INTERNAL')
    await app.relaunch(routes.payouts)
    expect(await screen.findByText(/服务出了点问题/)).toBeVisible()
    app.server.mend()
    await press('重试')
    expect(await screen.findByText(list.payouts)).toBeVisible()
  })

  test('without a network: the last data with its age', async () => {
    const app = await openAt('APPROVED', listPage)
    await screen.findByText(list.payouts)
    await new Promise((resolve) => setTimeout(resolve, 400))
    app.goOffline()
    await app.relaunch(routes.payouts)
    expect(await screen.findByText(/^数据更新于/)).toBeVisible()
    expect(screen.getByText(list.payouts)).toBeVisible()
  })
})

test.each([
  ['without a payout', { state: 'REVIEWING', step: 3 }, true],
  ['a draft: not handed in is an answer too', { state: 'DRAFT', step: 1 }, true],
  ['withdrawn', { state: 'WITHDRAWN', step: null }, false],
  ['closed', { state: 'CLOSED', step: 3 }, false],
])('openClaims: %s', (_name, { state, step }, shown) => {
  const status = { state, step, steps: [], titleZh: '', nextZh: '', whoZh: '', whenZh: '', tone: 'info' as const, memberActs: false }
  const claim = { claimId: 'c1', claimNo: 'c1', titleZh: '', status, amountFen: null, updatedAt: '2026-11-23T10:00:00+08:00' }
  expect(openClaims([claim], [])).toEqual(shown ? [claim] : [])
  expect(openClaims([claim], [{ claimId: 'c1' }])).toEqual([])
})

describe('one payout', () => {
  test('已到账： amount, bank, last four digits, instruction number, when', async () => {
    const app = await openAt('PAID', newestPayout)
    const [payout] = (await payoutsOf(app)).items
    if (!payout?.paidAt) throw new Error('not paid')
    expect(await screen.findByRole('heading', { name: '已到账' })).toBeVisible()
    expect(screen.getByRole('main')).toHaveTextContent('互助金8,000.00 元')
    for (const words of [payout.bankZh, detail.last4(GOOD_CARD.slice(-4)), payout.instructionNo, payout.payoutNo, formatInstantZh(payout.paidAt)]) expect(screen.getAllByText(words ?? 'nothing').length).toBeGreaterThan(0)
    const { step, steps } = payout.status
    expect(step).toBe(steps.length)
    expect(screen.getByText(`第${step}步，共${steps.length}步：${steps[steps.length - 1]}`)).toBeVisible()
    expect(screen.queryByRole('button', { name: detail.bankCard })).not.toBeInTheDocument()
  })

  test('the picture of the bill and the way with dates', async () => {
    const app = await openAt('PAID', newestPayout)
    const [payout] = (await payoutsOf(app)).items
    expect(await screen.findByRole('img', { name: /总费用 37,000.00 元，其中医保支付 27,000.00 元，互助金 8,000.00 元，本人最终承担 2,000.00 元/ })).toBeInTheDocument()
    const items = within(screen.getByRole('list', { name: detail.timeline })).getAllByRole('listitem')
    expect(items).toHaveLength(payout?.timeline.length ?? 0)
    payout?.timeline.forEach(({ titleZh, at }, no) => {
      expect(items[no]).toHaveTextContent(titleZh)
      expect(items[no]).toHaveTextContent(formatInstantZh(at))
    })
  })

  test('critical illness: there was no bill, so no picture of one, neither here nor at the claim', async () => {
    const app = await renderApp({ as: 'woman-p6', at: routes.about })
    const [payout] = (await payoutsOf(app, 'woman-p6')).items
    await app.relaunch(withParams(routes.payoutDetail, { payoutId: payout?.payoutId }))
    await screen.findByRole('list', { name: detail.timeline })
    expect(screen.queryByText(/总费用/)).toBeNull()
    // Another backend may send zeros where this one sends nothing.
    const zeros = { totalFen: 0, pooledFen: 0, selfPayFen: 0, outOfScopeFen: 0, mutualAidFen: 0, memberFinalFen: 0 }
    act(() => void app.client.setQueryData(payoutQuery(payout?.payoutId ?? '').queryKey, (known) => known && { ...known, split: zeros, titleZh: '零' }))
    expect(await screen.findByText('零')).toBeVisible()
    expect(screen.queryByText(/总费用/)).toBeNull()
    await app.relaunch(withParams(routes.claimDetail, { claimId: payout?.claimId }))
    expect(await screen.findByText(claimTexts.estimate.decidedAmount)).toBeVisible()
    expect(screen.queryByText(/总费用/)).toBeNull()
  })

  test('a card is needed: why, that the money is kept, and one way to put it right', async () => {
    const app = await openAt('APPROVED', newestPayout)
    const [payout] = (await payoutsOf(app)).items
    expect(payout?.status.memberActs).toBe(true)
    expect(await screen.findByText(payout?.status.nextZh ?? 'nothing')).toBeVisible()
    await press(payout?.actionAt?.page === 'consents' ? detail.consents : detail.bankCard)
    await waitFor(() => expect(app.route().path).toBe(payout?.actionAt?.page === 'consents' ? routes.consents : routes.bankCard))
  })

  test('only C5 is missing: leads to the consents, not to a card', async () => {
    const app = await renderApp({ as: 'driver', at: routes.about })
    await app.backend.store.transact(async (tx) => {
      const payout = await tx.get('payout', 'PY-2026-000021')
      if (payout) await tx.put('payout', { ...payout, progress: { ...payout.progress, accountCause: 'C5_MISSING', bankCode: null } })
    })
    await app.relaunch(withParams(routes.payoutDetail, { payoutId: 'PY-2026-000021' }))
    await press(detail.consents)
    await waitFor(() => expect(app.route()).toMatchObject({ path: routes.consents, params: { consentId: 'C5' } }))
    // The same straight from the claim, without a page in between.
    const { claimId } = (await payoutsOf(app, 'driver')).items.find(({ payoutId }) => payoutId === 'PY-2026-000021') ?? {}
    await app.relaunch(withParams(routes.claimDetail, { claimId }))
    await press(claimTexts.detail.toConsents)
    await waitFor(() => expect(app.route()).toMatchObject({ path: routes.consents, params: { consentId: 'C5' } }))
  })

  test('sent back by the bank: the step back is shown, with the reason', async () => {
    const app = await renderApp({ as: 'driver', at: routes.about })
    const [payout] = (await payoutsOf(app)).items
    await app.relaunch(withParams(routes.payoutDetail, { payoutId: payout?.payoutId }))
    const items = within(await screen.findByRole('list', { name: detail.timeline })).getAllByRole('listitem')
    expect(items.some((item) => /银行退回/.test(item.textContent ?? '') && /销户/.test(item.textContent ?? ''))).toBe(true)
    // What to do, in the words of the bank's code.
    expect(screen.getByText(payout?.adviceZh ?? 'nothing')).toHaveTextContent('请换一张本人名下的借记卡')
    expect(screen.getByRole('button', { name: detail.bankCard })).toBeVisible()
  })

  test('leads to its claim', async () => {
    await openAt('APPROVED', newestPayout)
    await press(new RegExp(`^${detail.claim}`))
    await onPage(claimTexts.detail.title)
  })

  test('of somebody else: not found, in words', async () => {
    await renderApp({ as: 'rare-name', at: withParams(routes.payoutDetail, { payoutId: 'nobody' }) })
    expect(await screen.findByText(/没有找到这项内容/)).toBeVisible()
  })

  test('without a network: the last data with its age', async () => {
    const app = await openAt('APPROVED', newestPayout)
    await screen.findByRole('list', { name: detail.timeline })
    await new Promise((resolve) => setTimeout(resolve, 400))
    const { path, params } = app.route()
    app.goOffline()
    await app.relaunch(withParams(path, params))
    expect(await screen.findByText(/^数据更新于/)).toBeVisible()
  })
})

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { rejectReasons, texts as t } from '@/packages/tester/texts'
import { routes } from '@/routes'
import { useDrafts } from '@/state/draft-store'
import { useSession } from '@/state/session-store'
import { __set } from '@tests/setup/taro'
import { signIn } from '@tests/builders/people'
import { button, renderApp } from '@tests/setup/render-app'
import reasonCodes from '@mock/rules/data/reason-codes.json'
import { answer } from '@tests/setup/dialog'

test('shows the server time and moves it, saying what came of it', async () => {
  const app = await renderApp({ at: routes.tester })
  expect(await screen.findByText('2026年11月23日 10:00')).toBeVisible()
  fireEvent.click(await button(t.ahead(7)))
  expect((await screen.findAllByText(/^已调到 2026年11月30日 10:00，处理了\d+件到期事项$/))[0]).toBeVisible()
  await waitFor(() => expect(screen.getByText('2026年11月30日 10:00')).toBeVisible())
  expect((await app.control('getClock')).ok().now).toMatch(/^2026-11-30T10:00/)
})

test('moves to a day; without one it says so; backwards the server refuses', async () => {
  const app = await renderApp({ at: routes.tester })
  fireEvent.click(await button(t.go))
  expect(await screen.findByText(t.dateMissing)).toBeVisible()
  const day = screen.getByLabelText(t.toDate)
  fireEvent.change(day, { target: { value: '2026-11-01' } })
  fireEvent.click(await button(t.go))
  await waitFor(() => expect(screen.getByRole('alert')).toBeVisible())
  fireEvent.change(day, { target: { value: '2026-12-24' } })
  fireEvent.click(await button(t.go))
  await waitFor(async () => expect((await app.control('getClock')).ok().now).toBe('2026-12-24T10:00:00+08:00'))
})

test('while one thing runs, everything else waits', async () => {
  const app = await renderApp({ at: routes.tester })
  await button(t.ahead(1))
  const release = app.server.hold('moveClock')
  fireEvent.click(await button(t.ahead(1)))
  await waitFor(() => expect(screen.getByRole('button', { name: t.ahead(30) })).toHaveAttribute('aria-disabled', 'true'))
  fireEvent.click(await button(t.ahead(30)))
  expect(screen.getByRole('button', { name: t.reset })).toHaveAttribute('aria-disabled', 'true')
  release()
  await screen.findByText('2026年11月24日 10:00')
  expect(app.server.asked.filter((name) => name === 'moveClock')).toHaveLength(1)
})

test('approves a waiting claim', async () => {
  const app = await renderApp({ at: routes.tester })
  const approve = (await screen.findAllByRole('button', { name: new RegExp(`^${t.approve} `) }))[0]
  if (!approve) throw new Error('the seed holds a claim in review')
  const claimNo = approve.getAttribute('aria-label')?.slice(t.approve.length + 1) ?? ''
  fireEvent.click(approve)
  expect((await screen.findAllByText(t.decided(claimNo, 'APPROVE')))[0]).toBeVisible()
  const open = (await app.control('listOpenClaims')).ok().items
  expect(open.map((claim) => claim.claimNo)).not.toContain(claimNo)
})

test('approves with another class of the illness, and the member reads it', async () => {
  const app = await renderApp({ at: routes.tester })
  const correct = await button(`${t.correct} CLM-2026-000023`)
  fireEvent.click(correct)
  fireEvent.click(await screen.findByRole('radio', { name: t.categories.LIGHT }))
  fireEvent.click(correct)
  expect((await screen.findAllByText(t.decided('CLM-2026-000023', 'APPROVE')))[0]).toBeVisible()
  const member = await signIn(app.backend.core, 'model')
  expect((await member('getClaim', { params: { claimId: 'CLM-2026-000023' } })).ok().decision).toMatchObject({ amountFen: 4_500_000, filedFen: 15_000_000, adjustments: [{ titleZh: '更正疾病类别' }] })
})

test('approves with another base; without an amount, or with more than the bill, it asks', async () => {
  const app = await renderApp({ at: routes.tester })
  const correct = await button(`${t.correct} CLM-2026-000025`)
  fireEvent.click(correct)
  fireEvent.click(correct)
  expect(await screen.findByText(t.selfPayWrong)).toBeVisible()
  fireEvent.change(screen.getByLabelText(t.selfPay), { target: { value: '999999' } })
  fireEvent.click(correct)
  expect(app.server.asked).not.toContain('decideClaim')
  fireEvent.change(screen.getByLabelText(t.selfPay), { target: { value: '5000' } })
  fireEvent.click(correct)
  expect((await screen.findAllByText(t.decided('CLM-2026-000025', 'APPROVE')))[0]).toBeVisible()
  const member = await signIn(app.backend.core, 'over60')
  expect((await member('getClaim', { params: { claimId: 'CLM-2026-000025' } })).ok().decision).toMatchObject({ amountFen: 400_000 + 72_000, filedFen: 518_400 + 72_000 })
})

test('refuses a claim only with a reason', async () => {
  const app = await renderApp({ at: routes.tester })
  const reject = (await screen.findAllByRole('button', { name: new RegExp(`^${t.reject} `) }))[0]
  if (!reject) throw new Error('the seed holds a claim in review')
  const claimNo = reject.getAttribute('aria-label')?.slice(t.reject.length + 1) ?? ''
  fireEvent.click(reject)
  fireEvent.click(reject)
  expect(await screen.findByText(t.reasonFirst)).toBeVisible()
  expect(app.server.asked).not.toContain('decideClaim')
  fireEvent.click(screen.getByRole('radio', { name: rejectReasons[0].label }))
  fireEvent.click(reject)
  expect((await screen.findAllByText(t.decided(claimNo, 'REJECT')))[0]).toBeVisible()
})

test('sends a claim back for papers', async () => {
  const app = await renderApp({ at: routes.tester })
  fireEvent.click(await button(`${t.requestMore} CLM-2026-000023`))
  expect((await screen.findAllByText(t.decided('CLM-2026-000023', 'REQUEST_MORE')))[0]).toBeVisible()
  const member = await signIn(app.backend.core, 'model')
  expect((await member('getClaim', { params: { claimId: 'CLM-2026-000023' } })).ok().supplement?.items).toHaveLength(2)
})

test.each([
  [t.overturn, 'OVERTURN', 'PAYING'],
  [t.uphold, 'UPHOLD', 'CLOSED'],
] as const)('an appeal: %s', async (label, decision, state) => {
  const params = { claimId: 'CLM-2026-000024' }
  const app = await renderApp({
    at: routes.tester,
    prepare: async ({ core }) => {
      const member = await signIn(core, 'hardship')
      const { version } = (await member('getClaim', { params })).ok()
      ;(await member('appealClaim', { params, version, body: { reasonZh: '属于续保。' } })).ok()
    },
  })
  fireEvent.click(await button(`${label} CLM-2026-000024`))
  expect((await screen.findAllByText(t.decided('CLM-2026-000024', decision)))[0]).toBeVisible()
  expect((await (await signIn(app.backend.core, 'hardship'))('getClaim', { params })).ok().status.state).toBe(state)
})

test('the reasons are the scheme\'s, word for word', () => {
  const known = new Map(reasonCodes.codes.map((reason) => [reason.code, reason]))
  for (const { code, label } of rejectReasons) expect(known.get(code)).toMatchObject({ titleZh: label })
})

test('becomes somebody else with one tap', async () => {
  await renderApp({ as: 'courier', at: routes.tester })
  const courier = await screen.findByText('陈速达')
  expect(within(courier.closest('.z-cell') ?? document.body).getByText(t.current)).toBeVisible()
  fireEvent.click(await button(/^梁行远/))
  expect((await screen.findAllByText(t.switched('梁行远')))[0]).toBeVisible()
  expect(useSession.getState().account?.accountId).toBe('driver')
})

test('reset asks first, then everything is as on the first day', async () => {
  const app = await renderApp({ as: 'courier', at: routes.tester })
  await app.moveClock({ advanceDays: 30 })
  useDrafts.getState().set('stay:gone', { hospital: '某医院' })
  fireEvent.click(await button(t.reset))
  await answer(false)
  expect(app.server.asked).not.toContain('resetData')
  fireEvent.click(await button(t.reset))
  await answer(true)
  expect((await screen.findAllByText(t.resetDone('2026-11-23T10:00:00+08:00')))[0]).toBeVisible()
  expect((await app.control('getClock')).ok().now).toBe('2026-11-23T10:00:00+08:00')
  expect(useDrafts.getState().forms).toEqual({})
})

test('a failed step says so and the next one works', async () => {
  const app = await renderApp({ at: routes.tester })
  await button(t.ahead(1))
  app.server.spoil('moveClock', 'INTERNAL')
  fireEvent.click(await button(t.ahead(1)))
  expect(await screen.findByRole('alert')).toHaveTextContent(/服务出了点问题/)
  app.server.mend()
  fireEvent.click(await button(t.ahead(1)))
  expect((await screen.findAllByText(/^已调到 2026年11月24日/))[0]).toBeVisible()
})

test('outside the test mode there is nothing to steer, and it says so', async () => {
  const app = await renderApp({ at: routes.about })
  app.server.spoil('openTesterSession', 'TEST_MODE_OFF')
  await app.relaunch(routes.tester)
  expect(await button('重试')).toBeVisible()
})

test('makes the bank fail, and the finance office put it right', async () => {
  const app = await renderApp({ at: routes.tester })
  fireEvent.click(await button(t.labelFor(t.plan, 'PY-2026-000026')))
  fireEvent.click(await screen.findByRole('radio', { name: '一直查不到，其实已付（转人工）' }))
  fireEvent.click(await button(t.labelFor(t.planSave, 'PY-2026-000026')))
  expect((await screen.findAllByText(t.planSaved('SILENT_PAID')))[0]).toBeVisible()
  await waitFor(() => expect(screen.getByText(t.planned('SILENT_PAID'))).toBeVisible())
  // The driver's money waits for a card: cancelled and arranged anew.
  fireEvent.click(await button(t.labelFor(t.reissue, 'PY-2026-000021')))
  expect((await screen.findAllByText(t.financeDone('PY-2026-000021', 'CANCEL')))[0]).toBeVisible()
  const items = (await app.control('listTestPayouts', {})).ok().items
  expect(items.find(({ payoutId }) => payoutId === 'PY-2026-000021')?.state).toBe('CANCELLED')
})

test('reports a stay of somebody, in order or with something against it', async () => {
  const app = await renderApp({ at: routes.tester })
  for (const [label, said] of [['异地手工报销', /已备好草稿\(AUTO_OFFSITE_MANUAL\)/], ['小额疾病住院', /已核算/]] as const) {
    fireEvent.click(await button(t.push))
    const of = screen.queryByRole('radiogroup', { name: t.settlementOf })
    if (of) fireEvent.click(within(of).getByRole('radio', { name: /何炉生/ }))
    fireEvent.click(await screen.findByRole('radio', { name: label }))
    fireEvent.click(await button(t.push))
    expect((await screen.findAllByText(said))[0]).toBeVisible()
  }
  expect((await (await signIn(app.backend.core, 'industrial'))('listClaims')).ok().items.map(({ status }) => status.state)).toEqual(expect.arrayContaining(['DRAFT', 'PAYING']))
})

test('data under another name lie among what a person has to look at, and are decided there', async () => {
  const app = await renderApp({ as: 'industrial', at: routes.tester })
  ;(await app.control('pushSettlement', { body: { accountId: 'industrial', nameZh: '何炉升' } })).ok()
  await app.client.invalidateQueries()
  expect(await screen.findByText('何炉升')).toBeVisible()
  fireEvent.click(await button('是同一个人'))
  expect(await screen.findByText('已按免审即享处理。')).toBeVisible()
  expect(await screen.findByText(t.noTasks)).toBeVisible()
})

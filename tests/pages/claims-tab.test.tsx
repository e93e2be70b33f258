import { fireEvent, screen } from '@testing-library/react'
import { draftsFirst } from '@/pages/claims/order'
import { texts as t } from '@/pages/claims/texts'
import { routes } from '@/routes'
import { signIn } from '@tests/builders/people'
import { button, renderApp } from '@tests/setup/render-app'

test('each claim shows state, step, who acts and the date without a tap', async () => {
  const app = await renderApp({ as: 'trade', at: routes.claims })
  const claim = await button(/待补材料/)
  expect(claim).toHaveTextContent(/第\d步，共\d步：审核您 · /)
  expect(claim).toHaveTextContent(/更新于 2026年/)
  fireEvent.click(claim)
  expect(app.route().path).toBe(routes.claimDetail)
})

test('a decided claim shows its amount', async () => {
  await renderApp({ as: 'woman-p6', at: routes.claims })
  expect(await button(/拨付中/)).toHaveTextContent('30,000.00 元')
})

test('without a claim: what it takes, and the one action', async () => {
  const app = await renderApp({ as: 'courier', at: routes.claims })
  expect(await screen.findByText(t.empty)).toBeVisible()
  fireEvent.click(await button(t.start))
  expect(app.route().path).toBe(routes.claimStart)
})

test('发放进度 is one tap away', async () => {
  const app = await renderApp({ as: 'courier', at: routes.claims })
  fireEvent.click(await button(new RegExp(`^${t.payouts}`)))
  expect(app.route().path).toBe(routes.payouts)
})

test('a draft comes first and leads to where it is filled in', async () => {
  const app = await renderApp({
    as: 'trade',
    at: routes.claims,
    prepare: async ({ core }) => {
      const trade = await signIn(core, 'trade')
      ;(await trade('createClaim', { body: { cause: 'ILLNESS' } })).ok()
    },
  })
  await button(/待补材料/)
  const claims = screen.getAllByRole('button', { name: /草稿|待补材料/ })
  expect(claims[0]).toHaveTextContent('草稿')
  fireEvent.click(claims[0] ?? document.body)
  expect(app.route().path).toBe(routes.claimPapers)
})

test('drafts first keeps the order of the rest', () => {
  const claim = (claimId: string, state: string) => ({ claimId, status: { state } })
  const ordered = draftsFirst([claim('a', 'PAID'), claim('b', 'DRAFT'), claim('c', 'REVIEWING'), claim('d', 'DRAFT')])
  expect(ordered.map(({ claimId }) => claimId)).toEqual(['b', 'd', 'a', 'c'])
})

test('an error has 重试； kept claims open without a network', async () => {
  const app = await renderApp({ as: 'trade', at: routes.claims })
  await button(/待补材料/)
  await new Promise((resolve) => setTimeout(resolve, 500))
  app.goOffline()
  await app.relaunch(routes.claims)
  expect(await button(/待补材料/)).toBeVisible()
  expect(await screen.findByText(/^数据更新于 /)).toBeVisible()
})

test('who is no member reads why there is nothing', async () => {
  await renderApp({ as: 'minor', at: routes.claims })
  expect(await screen.findByText(t.notMember)).toBeVisible()
})

test('who files for others is led to them, not told to join', async () => {
  const app = await renderApp({ as: 'union-officer', at: routes.claims })
  expect(await screen.findByText(t.agent)).toBeVisible()
  expect(screen.queryByText(t.notMember)).toBeNull()
  fireEvent.click(await button(t.others))
  expect(app.route().path).toBe(routes.claimOthers)
})

test('a beneficiary without a claim is not told of a discharge from hospital', async () => {
  await renderApp({ as: 'beneficiary', at: routes.claims })
  expect(await screen.findByText(t.emptyDetail)).toBeVisible()
  expect(screen.queryByText(/出院/)).toBeNull()
})

import { fireEvent, screen, waitFor } from '@testing-library/react'
import { certificateTexts as c, joinTexts as j, offersTexts as list, offerTexts as t, orderTexts as o, plansTexts as p } from '@/packages/gift/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { CAMPAIGN, EVENT, POSTER } from '@tests/builders/events'
import { crowdOf } from '@tests/builders/rep-phone'
import type { Embedded } from '@mock/embedded'
import { button, renderApp } from '@tests/setup/render-app'

const offerAt = withParams(routes.gift, { campaignId: CAMPAIGN })

/** No place is left. */
const soldOut = async ({ store }: Embedded): Promise<void> =>
  store.transact(async (tx) => {
    const campaign = await tx.get('campaign', CAMPAIGN)
    if (campaign) await tx.put('campaign', { ...campaign, quota: campaign.used + campaign.leased })
  })

test('a place is kept and counts down; confirming it gives the certificate', async () => {
  const app = await renderApp({ as: 'courier', at: offerAt })
  expect(await screen.findByText(/^请在 1[45]分\d\d秒 内确认领取$/)).toBeVisible()
  expect(app.server.asked.filter((name) => name === 'reserveGift')).toHaveLength(1)
  fireEvent.click(await button(t.confirm))
  expect(await screen.findByText(c.done)).toBeVisible()
})

test('the place that lapses is not taken again by itself, and 确认领取 still works', async () => {
  const app = await renderApp({ as: 'courier', at: offerAt })
  await screen.findByText(t.reserved)
  await app.moveClock({ to: '2026-11-23T12:00:00+08:00' })
  await app.client.invalidateQueries()
  await waitFor(() => expect(screen.queryByText(t.reserved)).toBeNull())
  expect(app.server.asked.filter((name) => name === 'reserveGift')).toHaveLength(1)
  fireEvent.click(await button(t.confirm))
  expect(await screen.findByText(c.done)).toBeVisible()
})

test('sold out: joins the waiting list, sees the position, leaves it', async () => {
  const app = await renderApp({ as: 'courier', at: offerAt, prepare: soldOut })
  expect(await screen.findByText(t.soldOut)).toBeVisible()
  expect(app.server.asked).not.toContain('reserveGift')
  fireEvent.click(await button(t.join))
  expect(await screen.findByText(t.inLine(1))).toBeVisible()
  fireEvent.click(await button(t.leave))
  expect(await screen.findByText(t.soldOut)).toBeVisible()
})

test('what a rep has reserved is there to be confirmed, also when no place is left', async () => {
  await renderApp({
    as: 'courier', at: offerAt,
    prepare: async (backend) => {
      const crowd = crowdOf(backend)
      const rep = await crowd.as('rep')
      ;(await rep('bindRepDevice', { params: { deviceId: 'install-1' }, body: {} })).ok()
      ;(await rep('submitScan', { params: { eventId: EVENT }, body: { code: await crowd.code('courier'), scannedAt: new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 19) + '+08:00', deviceId: 'install-1', offline: false } })).ok()
      await soldOut(backend)
    },
  })
  expect(await screen.findByText(t.reserved)).toBeVisible()
  fireEvent.click(await button(t.confirm))
  expect(await screen.findByText(c.done)).toBeVisible()
})

/** The courier before joining the union, with nothing agreed to. */
const outsider = (mobile: string) => async ({ store }: Embedded): Promise<void> =>
  store.transact(async (tx) => {
    const courier = await tx.get('account', 'courier')
    if (courier) await tx.put('account', { ...courier, mobile, roles: ['APPLICANT'], membership: null, union: null })
    for (const consent of await tx.list('consent', 'courier')) await tx.put('consent', { ...consent, granted: false })
  })

test('who is no member joins on the spot, and goes on with the gift', async () => {
  const app = await renderApp({ as: 'courier', at: offerAt, prepare: outsider('10000000001') })
  fireEvent.click(await button(t.joinUnion))
  fireEvent.click(await button(j.submit))
  expect((await screen.findAllByText(j.platformMissing))[0]).toBeVisible()
  fireEvent.click(await screen.findByRole('radio', { name: '美团' }))
  fireEvent.click(await screen.findByRole('checkbox'))
  fireEvent.click(await button(j.submit))
  expect(await screen.findByText(j.approved)).toBeVisible()
  fireEvent.click(await button(j.goOn))
  await waitFor(() => expect(app.route()).toEqual({ path: routes.gift, params: { campaignId: CAMPAIGN } }))
  fireEvent.click(await button(t.confirm))
  expect(await screen.findByText(c.done)).toBeVisible()
})

test('a poster scanned by who is no member leads through joining to its offer, and the event counts the place', async () => {
  const app = await renderApp({ as: 'courier', at: withParams(routes.scan, { code: POSTER }), prepare: outsider('10000000001') })
  fireEvent.click(await button(t.joinUnion))
  fireEvent.click(await screen.findByRole('radio', { name: '美团' }))
  fireEvent.click(await screen.findByRole('checkbox'))
  fireEvent.click(await button(j.submit))
  fireEvent.click(await button(j.goOn))
  await screen.findByText(t.reserved)
  expect(app.route()).toEqual({ path: routes.gift, params: { campaignId: CAMPAIGN, code: POSTER } })
  expect((await (await crowdOf(app.backend).as('rep'))('getRepEvent', { params: { eventId: EVENT } })).ok().unconfirmed).toBe(1)
})

test('refused: why, what helps, and the form is still there', async () => {
  await renderApp({ as: 'courier', at: routes.join, prepare: outsider('10000000013') })
  fireEvent.click(await screen.findByRole('radio', { name: '顺丰' }))
  fireEvent.click(await screen.findByRole('checkbox'))
  fireEvent.click(await button(j.submit))
  expect(await screen.findByText(j.refused)).toBeVisible()
  expect(screen.getByText(/请核对所选平台/)).toBeVisible()
  expect(await button(j.submit)).toBeVisible()
})

test('too young: the reason, and no form is left behind', async () => {
  await renderApp({ as: 'minor', at: routes.join })
  fireEvent.click(await screen.findByRole('radio', { name: '美团' }))
  for (const box of screen.queryAllByRole('checkbox')) fireEvent.click(box)
  fireEvent.click(await button(j.submit))
  expect(await screen.findByText(/未满16周岁暂不能办理/)).toBeVisible()
})

test('catalogue: mine with its days, the others with why not, and how they stack to the published maximum', async () => {
  const app = await renderApp({ as: 'courier', at: routes.gifts })
  fireEvent.click(await button(new RegExp(list.plans)))
  expect(app.route().path).toBe(routes.plans)
  expect(await screen.findByText('506,200元')).toBeVisible()
  expect((await screen.findAllByRole('img', { name: /还有\d+天$/ })).length).toBeGreaterThan(0)
  expect(screen.getAllByText(new RegExp(`^(${p.canHave}|${p.notYet})$`)).length).toBeGreaterThan(0)
  fireEvent.click(screen.getByRole('radio', { name: '女性' }))
  await waitFor(() => expect(screen.queryByRole('button', { name: /意外伤害保障计划/ })).toBeNull())
  expect(await button(/女性重疾保障计划/)).toBeVisible()
  fireEvent.click(screen.getByRole('radio', { name: p.all }))
  fireEvent.change(screen.getByRole('textbox', { name: p.search }), { target: { value: '津贴' } })
  await waitFor(() => expect(screen.queryByRole('button', { name: /女性重疾/ })).toBeNull())
  expect(await button(/住院津贴保障计划/)).toBeVisible()
})

test.each([
  ['pays at once', /微信支付/, '已支付'],
  ['the partner does not answer', /云闪付/, '支付结果确认中'],
  ['not enough money', /银行卡/, '支付未成功'],
])('paid way: %s', async (_what, method, state) => {
  await renderApp({ as: 'industrial', at: withParams(routes.plan, { planId: 'P4' }) })
  fireEvent.click(await button(o.buy))
  expect(await screen.findByText(o.payerMissing)).toBeVisible()
  fireEvent.click(await screen.findByRole('radio', { name: new RegExp(o.self) }))
  fireEvent.click(await button(o.buy))
  fireEvent.click(await screen.findByRole('radio', { name: method }))
  fireEvent.click(await button(/^支付 /))
  expect(await screen.findByText(state)).toBeVisible()
  if (state === '已支付') {
    fireEvent.click(await button(o.certificate))
    expect(await screen.findByText(c.done)).toBeVisible()
  }
})

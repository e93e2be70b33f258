import { answer } from '@tests/setup/dialog'
import { fireEvent, screen, waitFor } from '@testing-library/react'
import { certificateTexts as c, joinTexts as j, offersTexts as list, offerTexts as t, orderTexts as o, plansTexts as p } from '@/packages/gift/texts'
import { identityTexts as i } from '@/packages/gift/identity-texts'
import { idDocumentZh } from '@/domain/id-document'
import { addDays, msOf, toInstant } from '@/domain/dates'
import { texts as card } from '@/pages/card/texts'
import { withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { type } from '@tests/builders/claim-app'
import { CAMPAIGN, EVENT, POSTER } from '@tests/builders/events'
import { crowdOf } from '@tests/builders/rep-phone'
import type { Embedded } from '@mock/embedded'
import { button, renderApp, type App } from '@tests/setup/render-app'

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

test('the fifteen minutes run out on the screen: it says so, and a new place can be kept', async () => {
  const app = await renderApp({ as: 'courier', at: offerAt })
  await screen.findByText(t.reserved)
  // The server's clock: what the phone counts down to comes with the next answer.
  const { reservedUntil } = (await app.backend.store.transact((tx) => tx.list('ticket', 'courier'))).at(-1)?.progress ?? {}
  await app.moveClock({ to: toInstant(msOf(reservedUntil ?? '') - 3_000) })
  await app.client.refetchQueries()
  expect(await screen.findByText(/^请在 0分0[0-4]秒 内确认领取$/)).toBeVisible()
  expect(await screen.findByText(t.lapsed, undefined, { timeout: 9_000 })).toBeVisible()
  expect(app.server.asked.filter((name) => name === 'reserveGift')).toHaveLength(1)
  fireEvent.click(await button(t.keepAgain))
  expect(await screen.findByText(/^请在 1[45]分\d\d秒 内确认领取$/)).toBeVisible()
  expect(new Set(app.server.keys).size).toBe(2)
})

test('the waiting list moves up when a place lapses: kept for a day, told on the screen', async () => {
  const app = await renderApp({
    as: 'courier', at: offerAt,
    prepare: async (backend) => {
      // The last place is kept for somebody else.
      await backend.store.transact(async (tx) => {
        const campaign = await tx.get('campaign', CAMPAIGN)
        const driver = await tx.get('account', 'driver')
        if (campaign) await tx.put('campaign', { ...campaign, quota: campaign.used + campaign.leased + 1, noRegift: false })
        for (const coverage of await tx.list('coverage', 'driver')) await tx.delete('coverage', coverage.id)
        if (driver?.membership) await tx.put('account', { ...driver, groups: ['NEW_EMPLOYMENT'] })
      })
      ;(await (await crowdOf(backend).as('driver'))('reserveGift', { params: { campaignId: CAMPAIGN }, body: {} })).ok()
    },
  })
  fireEvent.click(await button(t.join))
  expect(await screen.findByText(t.inLine(1))).toBeVisible()
  await app.moveClock({ to: '2026-11-23T10:20:00+08:00' })
  await app.client.invalidateQueries()
  expect(await screen.findByText(/^请在 2026年11月24日 10:\d\d 前确认领取$/)).toBeVisible()
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
  await answer(false)
  expect(app.server.asked).not.toContain('leaveWaitlist')
  fireEvent.click(await button(t.leave))
  await answer(true)
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
  const app = await renderApp({ as: 'courier', at: routes.join, prepare: outsider('10000000013') })
  fireEvent.click(await screen.findByRole('radio', { name: '顺丰' }))
  fireEvent.click(await screen.findByRole('checkbox'))
  fireEvent.click(await button(j.submit))
  expect(await screen.findByText(j.refused)).toBeVisible()
  expect(screen.getByText(/请核对所选平台/)).toBeVisible()
  expect(await button(j.submit)).toBeVisible()
  // The card says how the application stands.
  await app.relaunch(routes.card)
  expect(await screen.findByText(card.application('未通过'))).toBeVisible()
  expect(screen.getByText(/申请（顺丰）。平台没有查到您的从业登记。/)).toBeVisible()
  fireEvent.click(await button(card.joinAgain))
  expect(app.route().path).toBe(routes.join)
})

test('approved: the card is there at once, with its status', async () => {
  const app = await renderApp({ as: 'courier', at: routes.join, prepare: outsider('10000000001') })
  fireEvent.click(await screen.findByRole('radio', { name: '美团' }))
  fireEvent.click(await screen.findByRole('checkbox'))
  fireEvent.click(await button(j.submit))
  await screen.findByText(j.approved)
  await app.relaunch(routes.card)
  expect((await screen.findAllByText('正常'))[0]).toBeVisible()
})

test('too young: the reason, and no form is left behind', async () => {
  await renderApp({ as: 'minor', at: routes.join })
  await type(i.name, '谭小舟')
  fireEvent.click(await screen.findByRole('radio', { name: idDocumentZh.MAINLAND_ID }))
  await type(i.number, '449900201206150013')
  fireEvent.click(await screen.findByRole('radio', { name: '美团' }))
  for (const box of screen.queryAllByRole('checkbox')) fireEvent.click(box)
  fireEvent.click(await button(j.submit))
  expect(await screen.findByText(/未满16周岁暂不能办理/)).toBeVisible()
  // «不会保存» holds on the phone too.
  await waitFor(() => expect(screen.getByRole('textbox', { name: i.number })).toHaveValue(''))
})

test('catalogue: mine with its days, the others with why not, and how they stack to the published maximum', async () => {
  const app = await renderApp({ as: 'courier', at: routes.gifts })
  fireEvent.click(await button(new RegExp(list.plans)))
  expect(app.route().path).toBe(routes.plans)
  expect(await screen.findByText('50.62万元')).toBeVisible()
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
  ['住院', ['P1', 'P2', 'P3', 'P4']],
  ['骨折', ['P1', 'P3', 'P4', 'G7']],
  ['肿瘤', ['P5A', 'P5B', 'P6']],
  ['乳腺', ['P6']],
  ['车祸 津贴', ['P3', 'P4']],
  ['彩票', []],
])('what happened, in everyday words: %s', async (words, planIds) => {
  const app = await renderApp({ as: 'courier', at: routes.plans })
  const { items } = (await (await crowdOf(app.backend).as('courier'))('listPlans')).ok()
  fireEvent.change(await screen.findByRole('textbox', { name: p.search }), { target: { value: words } })
  const shown = (): string[] => items.filter(({ nameZh }) => screen.queryByRole('button', { name: new RegExp(`^${nameZh.replace(/[()]/g, '.')}`) }) !== null).map(({ planId }) => planId)
  await waitFor(() => expect(shown().sort()).toEqual([...planIds].sort()))
  expect(screen.queryByText(p.none) !== null).toBe(planIds.length === 0)
})

test('a plan that the union would give says so, and leads to the gift; one that costs money carries its label', async () => {
  const app = await renderApp({ as: 'courier', at: routes.plans })
  const card = await button(/^住院医保补充保障计划/)
  await waitFor(() => expect(card).toHaveTextContent(p.canGet))
  expect(card).toHaveTextContent('示例数据')
  fireEvent.click(card)
  fireEvent.click(await button(p.takeGift))
  expect(app.route()).toEqual({ path: routes.gift, params: { campaignId: CAMPAIGN } })
})

test('taken up: ring, waiting badge with the first day that pays, and the day after', async () => {
  const app = await renderApp({ as: 'courier', at: offerAt })
  fireEvent.click(await button(t.confirm))
  await screen.findByText(c.done)
  await app.relaunch(routes.plans)
  expect(await screen.findByText(p.startsOn('2026-11-24', '2026-12-24'))).toBeVisible()
  await app.moveClock({ advanceDays: 1 })
  await app.relaunch(routes.plans)
  expect(await screen.findByText('免责期内，2026年12月24日起可申领')).toBeVisible()
  expect(screen.getByText(p.waiting('2026-12-23'))).toBeVisible()
  await app.moveClock({ to: '2026-12-24T00:00:00+08:00' })
  await app.relaunch(routes.plans)
  expect((await screen.findAllByText(p.until('2027-11-23')))[0]).toBeVisible()
  expect(screen.queryByText(/免责期内/)).toBeNull()
})

const paidWay = withParams(routes.plan, { planId: 'P4' })
const payButton = () => button(/支付 \d+元$/)
const orders = async (app: App, as: string) => app.backend.store.transact((tx) => tx.list('order', as))

test.each([
  ['pays at once', /微信支付/, '已支付'],
  ['the partner does not answer', /云闪付/, '支付结果确认中'],
  ['not enough money', /银行卡/, '支付未成功'],
])('paid way: %s', async (_what, method, state) => {
  const app = await renderApp({ as: 'industrial', at: paidWay })
  fireEvent.click(await payButton())
  expect((await screen.findAllByText(o.payerMissing))[0]).toBeVisible()
  fireEvent.click(await screen.findByRole('radio', { name: new RegExp(o.self) }))
  fireEvent.click(await payButton())
  expect((await screen.findAllByText(o.methodMissing))[0]).toBeVisible()
  expect(app.server.asked).not.toContain('createOrder')
  fireEvent.click(await screen.findByRole('radio', { name: method }))
  fireEvent.click(await payButton())
  expect(await screen.findByText(state)).toBeVisible()
  expect(app.route().path).toBe(routes.order)
  expect((await orders(app, 'industrial')).map(({ charges }) => charges.length)).toEqual([1])
  if (state === '已支付') {
    fireEvent.click(await button(o.certificate))
    expect(await screen.findByText(c.done)).toBeVisible()
  }
})

test('an unknown outcome: asked again, never charged again, paid in the end', async () => {
  const app = await renderApp({ as: 'industrial', at: paidWay })
  fireEvent.click(await screen.findByRole('radio', { name: new RegExp(o.self) }))
  fireEvent.click(await screen.findByRole('radio', { name: /云闪付/ }))
  fireEvent.click(await payButton())
  expect(await screen.findByText(/不会重复扣款/)).toBeVisible()
  await waitFor(() => expect(screen.queryByRole('button', { name: /支付 \d+元$/ })).toBeNull())
  await app.moveClock({ to: '2026-11-23T10:05:00+08:00' })
  fireEvent.click(await button(o.ask))
  await waitFor(() => expect(screen.getByText('已支付')).toBeVisible())
  expect((await orders(app, 'industrial')).map(({ charges }) => charges.length)).toEqual([1])
})

test('refused by one way to pay, paid by another: one order', async () => {
  const app = await renderApp({ as: 'industrial', at: paidWay })
  fireEvent.click(await screen.findByRole('radio', { name: new RegExp(o.self) }))
  fireEvent.click(await screen.findByRole('radio', { name: /银行卡/ }))
  fireEvent.click(await payButton())
  expect(await screen.findByText('支付未成功')).toBeVisible()
  expect(screen.getByText(/没有扣款/)).toBeVisible()
  fireEvent.click(await screen.findByRole('radio', { name: /微信支付/ }))
  fireEvent.click(await payButton())
  expect(await screen.findByText('已支付')).toBeVisible()
  expect(await orders(app, 'industrial')).toHaveLength(1)
})

test('the unit pays: nothing to do for the member, the next day it is paid; a change of mind before is the same order', async () => {
  const app = await renderApp({ as: 'industrial', at: paidWay })
  fireEvent.click(await screen.findByRole('radio', { name: new RegExp(o.self) }))
  fireEvent.click(await screen.findByRole('radio', { name: /银行卡/ }))
  fireEvent.click(await payButton())
  expect(await screen.findByText('支付未成功')).toBeVisible()
  await app.relaunch(paidWay)
  fireEvent.click(await screen.findByRole('radio', { name: new RegExp(o.unit) }))
  fireEvent.click(await button(o.order))
  expect(await screen.findByText('等待单位缴费')).toBeVisible()
  await app.moveClock({ advanceDays: 1 })
  await app.client.invalidateQueries()
  expect(await screen.findByText('已支付')).toBeVisible()
  expect(await orders(app, 'industrial')).toHaveLength(1)
})

test.each([
  ['from home', routes.home],
  ['from the message', routes.messages],
])('a cover that ends soon: the reminder %s, and renewed in two taps without a day between', async (_where, at) => {
  const app = await renderApp({ as: 'trade', at: routes.mine })
  const before = (await app.backend.store.transact((tx) => tx.list('coverage', 'trade'))).filter(({ planId }) => planId === 'P1')
  const { endsOn } = before[before.length - 1] ?? { endsOn: '' }
  await app.moveClock({ to: `${addDays(endsOn, -20)}T10:00:00+08:00` })
  await app.relaunch(at)
  fireEvent.click((await screen.findAllByRole('button', { name: at === routes.home ? /续保住院医保补充保障计划/ : /住院医保补充保障计划将于.*到期,现在续保/ }))[0] ?? document.body)
  expect(app.route()).toEqual({ path: routes.plan, params: { planId: 'P1' } })
  fireEvent.click(await button(o.renew(9_500)))
  expect(await screen.findByText('已支付')).toBeVisible()
  const after = (await app.backend.store.transact((tx) => tx.list('coverage', 'trade'))).filter(({ planId }) => planId === 'P1')
  expect(after).toHaveLength(before.length + 1)
  expect(after.map(({ effectiveOn }) => effectiveOn)).toContain(addDays(endsOn, 1))
  await app.relaunch(routes.home)
  // The old page is at hand first.
  await waitFor(() => expect(screen.queryByText(/续保住院医保补充保障计划/)).toBeNull())
  expect(await screen.findByText(/续保住院自费补贴保障计划/)).toBeVisible()
})

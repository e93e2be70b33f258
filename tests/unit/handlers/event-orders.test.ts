import type { Order } from '@/contract/schemas/event'
import { CLAIMANT } from '@tests/builders/golden-claims'
import { createWorld, type World } from '@tests/builders/world'

const order = async (world: World, planId: Order['planId'] = 'P3', payer: Order['payer'] = 'SELF', id = CLAIMANT) => (await world.as(id))('createOrder', { body: { planId, payer } })
const pay = async (world: World, { orderId }: Order, method: 'WECHAT' | 'UNION_PAY' | 'BANK_CARD', id = CLAIMANT) => (await world.as(id))('payOrder', { params: { orderId }, body: { method } })
const read = async (world: World, { orderId }: Order, id = CLAIMANT) => (await (await world.as(id))('getOrder', { params: { orderId } })).ok()
const covers = async (world: World, planId: string, id = CLAIMANT) => (await (await world.as(id))('listCoverages')).ok().items.filter((cover) => cover.planId === planId)
const chargesOf = async ({ store }: World, { orderId }: Order) => store.transact(async (tx) => (await tx.get('order', orderId))?.charges ?? [])

it('is paid and covers from the next day', async () => {
  const world = await createWorld()
  const open = (await order(world)).ok()
  expect(open).toMatchObject({ state: 'UNPAID', feeFen: 6000, payBefore: '2026-11-24T10:00:00+08:00', preview: { effectiveOn: '2026-11-24', waitingEndsOn: '2026-12-23' } })
  const paid = (await pay(world, open, 'WECHAT')).ok()
  expect(paid).toMatchObject({ state: 'PAID', methods: [], paidAt: '2026-11-23T10:00:00+08:00' })
  expect(await covers(world, 'P3')).toMatchObject([{ sourceZh: '本人参保', effectiveOn: '2026-11-24' }])
  expect((await pay(world, open, 'WECHAT')).ok().enrolmentId).toBe(paid.enrolmentId)
  expect(await chargesOf(world, open)).toHaveLength(1)
})

it('is given again while it is open, so that nobody pays two', async () => {
  const world = await createWorld()
  const [one, two] = [(await order(world)).ok(), (await order(world)).ok()]
  expect(two.orderId).toBe(one.orderId)
})

it('that failed was not charged and may be paid in another way', async () => {
  const world = await createWorld()
  const open = (await order(world)).ok()
  const failed = (await pay(world, open, 'BANK_CARD')).ok()
  expect(failed).toMatchObject({ state: 'FAILED', enrolmentId: null })
  expect(failed.methods).not.toHaveLength(0)
  expect((await pay(world, open, 'WECHAT')).ok().state).toBe('PAID')
  expect((await chargesOf(world, open)).map(({ instructionNo, result }) => [instructionNo, result])).toEqual([[`${open.orderId}-1`, 'FAILED'], [`${open.orderId}-2`, 'SUCCESS']])
})

describe('without an answer of the pay partner', () => {
  it('is asked about and never charged again, however often it is paid', async () => {
    const world = await createWorld()
    const open = (await order(world)).ok()
    expect((await pay(world, open, 'UNION_PAY')).ok()).toMatchObject({ state: 'UNKNOWN', askAgainAt: '2026-11-23T10:02:00+08:00', methods: [] })
    for (const method of ['WECHAT', 'UNION_PAY', 'BANK_CARD'] as const) expect((await pay(world, open, method)).ok().state).toBe('UNKNOWN')
    expect(await chargesOf(world, open)).toHaveLength(1)
    await world.move('2026-11-23T10:02:00+08:00')
    expect(await read(world, open)).toMatchObject({ state: 'PAID' })
    expect(await covers(world, 'P3')).toHaveLength(1)
    expect(await chargesOf(world, open)).toHaveLength(1)
  })

  it('begins after a cover that came meanwhile, so that no day is paid twice', async () => {
    const world = await createWorld()
    const open = (await order(world, 'P1', 'SELF', 'rep')).problem('PLAN_NOT_AVAILABLE')
    expect(open.detail).toContain('到期前30天起可续保')
    const mine = (await order(world, 'P3')).ok()
    await pay(world, mine, 'UNION_PAY')
    await world.store.transact(async (tx) => {
      const [cover] = await tx.list('coverage', CLAIMANT)
      if (cover) await tx.put('coverage', { ...cover, id: 'CV-unit', planId: 'P3', source: 'UNIT', effectiveOn: '2026-11-24', endsOn: '2027-11-23' })
    })
    await world.move(1)
    expect((await covers(world, 'P3')).map(({ effectiveOn }) => effectiveOn).sort()).toEqual(['2026-11-24', '2027-11-24'])
  })
})

it('is paid by the unit the next morning, for who has one', async () => {
  const world = await createWorld()
  expect((await order(world, 'P3', 'UNIT')).problem('PLAN_NOT_AVAILABLE').detail).toContain('没有单位统一缴费')
  const asked = (await order(world, 'P3', 'UNIT', 'woman-p6')).ok()
  expect(asked).toMatchObject({ state: 'WAITING_UNIT', methods: [] })
  ;(await pay(world, asked, 'WECHAT', 'woman-p6')).problem('ORDER_STATE_CONFLICT')
  await world.move('2026-11-24T10:00:00+08:00')
  expect(await read(world, asked, 'woman-p6')).toMatchObject({ state: 'PAID' })
  expect(await covers(world, 'P3', 'woman-p6')).toMatchObject([{ sourceZh: '单位统一参保', effectiveOn: '2026-11-25' }])
})

it('renews in the last 30 days, without a waiting period and without a gap', async () => {
  const world = await createWorld()
  await world.move('2026-12-02T09:30:00+08:00')
  const renewal = (await order(world, 'P1', 'SELF', 'trade')).ok()
  expect(renewal.preview).toMatchObject({ effectiveOn: '2027-01-01', endsOn: '2027-12-31', waitingEndsOn: null })
  expect((await pay(world, renewal, 'WECHAT', 'trade')).ok().state).toBe('PAID')
  ;(await order(world, 'P1', 'SELF', 'trade')).problem('PLAN_NOT_AVAILABLE')
})

it('closes after a day, without a charge', async () => {
  const world = await createWorld()
  const open = (await order(world)).ok()
  await world.move(2)
  expect(await read(world, open)).toMatchObject({ state: 'CLOSED', methods: [] })
  expect((await order(world)).ok().orderId).not.toBe(open.orderId)
})

it.each([
  ['courier', 'P1', '需要先参加职工医保。'],
  ['courier', 'P2', '需要先有住院医保补充保障计划。'],
  ['courier', 'P6', '这项计划面向女性会员。'],
  ['courier', 'G7', '新就业形态劳动者入会即领，不单独参保。'],
  ['courier', 'P4', null],
  ['over60', 'P4', '参保年龄为16至60周岁。'],
  ['model', 'P5A', '与您的重疾保障计划(二档)只能选一种。'],
  ['industrial', 'P2', null],
  ['beneficiary', 'P4', '需要先加入工会，会籍正常后可参保。'],
])('%s and %s: %s', async (id, planId, whyNotZh) => {
  const world = await createWorld()
  const plan = (await (await world.as(id))('listPlans')).ok().items.find((item) => item.planId === planId)
  expect([plan?.canHave, plan?.whyNotZh]).toEqual([whyNotZh === null, whyNotZh])
})

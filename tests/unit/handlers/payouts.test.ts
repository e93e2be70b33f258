import { claimAt, CLAIMANT, GOOD_CARD, grant } from '@tests/builders/golden-claims'
import { createWorld, type World } from '@tests/builders/world'

const OTHER_BANK = '6228480000000000000'

const payoutOf = async (world: World, personaId: string) => {
  const [payout] = (await (await world.as(personaId))('listPayouts', { query: {} })).ok().items
  if (!payout) throw new Error(`no payout of ${personaId}`)
  return payout
}
const bind = async (world: World, personaId: string, cardNumber: string) => (await world.as(personaId))('putBankAccount', { body: { cardNumber } })

it.each([
  ['ICBC on the day of the batch', GOOD_CARD, '2027-01-01T18:00:00+08:00'],
  ['another bank on the next workday', OTHER_BANK, '2027-01-04T18:00:00+08:00'],
])('pays through %s, after the 24 hours of a new card', async (_, card, paidAt) => {
  const world = await createWorld()
  await claimAt(world, 'ACCOUNT_REQUIRED')
  await grant(world, CLAIMANT, 'C5')
  ;(await bind(world, CLAIMANT, card)).ok()
  await world.move(10)
  expect(await payoutOf(world, CLAIMANT)).toMatchObject({ status: { state: 'SUCCESS' }, paidAt })
})

it('comes to the same by one long step of the clock as by many short ones', async () => {
  const [once, often] = [await createWorld(), await createWorld()]
  for (const world of [once, often]) await claimAt(world, 'PAYING')
  await once.move(60)
  for (let day = 0; day < 60; day += 1) await often.move(1)
  const told = async (world: World) => {
    const courier = await world.as(CLAIMANT)
    const messages = (await courier('listMessages', { query: { limit: '50' } })).ok().items.map(({ titleZh, textZh, at }) => ({ titleZh, textZh, at }))
    const [claim] = (await courier('listClaims', { query: {} })).ok().items
    return { messages, status: claim?.status, payout: await payoutOf(world, CLAIMANT) }
  }
  expect(await told(often)).toEqual(await told(once))
  expect((await told(once)).status?.state).toBe('CLOSED')
})

it('goes on by itself when only C5 was missing', async () => {
  const world = await createWorld()
  const courier = await world.as(CLAIMANT)
  ;(await courier('putBankAccount', { body: { cardNumber: GOOD_CARD } })).ok()
  await claimAt(world, 'ACCOUNT_REQUIRED')
  expect((await payoutOf(world, CLAIMANT)).status.titleZh).toBe('需要您的同意')
  expect((await courier('getHome')).ok().todos.map(({ kind }) => kind)).toEqual(['CONSENT'])
  await grant(world, CLAIMANT, 'C5')
  expect((await payoutOf(world, CLAIMANT)).status.state).toBe('READY')
})

it('asks for a first card in other words than for a better one, also afterwards in the way of the money', async () => {
  const world = await createWorld()
  await claimAt(world, 'ACCOUNT_REQUIRED')
  const { status, timeline } = await payoutOf(world, CLAIMANT)
  expect(status.titleZh).toBe('请绑定银行卡')
  expect(timeline.map(({ titleZh }) => titleZh)).toEqual(['已核定', '请绑定银行卡'])
  expect((await payoutOf(world, 'driver')).timeline.map(({ titleZh }) => titleZh)).toContain('需要更新银行卡')
})

it('sends returned money on to another card of the member', async () => {
  const world = await createWorld()
  const before = (await (await world.as('driver'))('getBankAccount')).ok().account
  expect(before).toMatchObject({ usable: false, problemZh: expect.stringContaining('已销户') })
  ;(await bind(world, 'driver', GOOD_CARD)).ok()
  // Beside the new card stands no number that was of the old one.
  expect(await payoutOf(world, 'driver')).toMatchObject({ status: { state: 'READY' }, last4: '0000', instructionNo: null })
  await world.move(3)
  const payout = await payoutOf(world, 'driver')
  expect(payout).toMatchObject({ status: { state: 'SUCCESS' }, last4: '0000', instructionNo: 'PY-2026-000021-2' })
  expect(payout.timeline.map(({ titleZh }) => titleZh)).toEqual(expect.arrayContaining(['银行退回', '已到账']))
  const [claim] = (await (await world.as('driver'))('listClaims', { query: {} })).ok().items
  expect(claim?.status.state).toBe('PAID')
})

it('pays nothing to a card that is somebody else’s, and keeps the old card', async () => {
  const world = await createWorld()
  const reply = await (await world.as('driver'))('putBankAccount', { body: { cardNumber: '6222020001000000404' } })
  expect(reply.problem('CARD_NAME_MISMATCH').fieldErrors).toHaveProperty('/cardNumber')
  expect((await (await world.as('driver'))('getBankAccount')).ok().account?.last4).toBe('0026')
})

it('tells a member whose card was replaced', async () => {
  const world = await createWorld()
  ;(await bind(world, 'industrial', OTHER_BANK)).ok()
  const [message] = (await (await world.as('industrial'))('listMessages')).ok().items
  expect(message).toMatchObject({ titleZh: '收款银行卡已变更', leadsTo: { page: 'bankCard', id: null } })
})

describe('the card that the bank has just refused, once more', () => {
  const bind = async (world: World, cardNumber: string) => (await world.as('driver'))('putBankAccount', { body: { cardNumber } })
  const problem = (world: World, problemCode: string) =>
    world.store.transact(async (tx) => {
      const card = await tx.get('bankCard', 'card-driver')
      if (card) await tx.put('bankCard', { ...card, problemCode })
    })
  const CLOSED = '6228480000000000026'

  it.each(['ACCOUNT_CLOSED', 'CARD_INVALID', 'CREDIT_CARD'])('%s: told so at the field, and no change is used up', async (code) => {
    const world = await createWorld()
    await problem(world, code)
    expect((await bind(world, CLOSED)).problem('CARD_REFUSED').fieldErrors['/cardNumber']).toMatch(/请/)
    expect((await (await world.as('driver'))('listPayouts', { query: {} })).ok().items[0]?.status.state).toBe('ACCOUNT_REQUIRED')
    expect((await bind(world, '6222020000000000000')).ok().account).toMatchObject({ last4: '0000', usable: true })
  })

  it.each(['NAME_MISMATCH', 'ACCOUNT_FROZEN', 'ACCOUNT_LOST', 'TYPE2_LIMIT', 'DORMANT'])('%s may have been put right at the bank', async (code) => {
    const world = await createWorld()
    await problem(world, code)
    expect((await bind(world, CLOSED)).ok().account).toMatchObject({ usable: true })
  })
})

import type { BankOutcome } from '@/contract/schemas/tester'
import type { Payout } from '@/contract/schemas/claim'
import { orderOf } from '@mock/handlers/flow/payouts/bank-talk'
import { bankCode } from '@mock/rules/payout-table'
import { claimAt, CLAIMANT, GOOD_CARD } from '@tests/builders/golden-claims'
import { bankPlans, finance, ledgerOf, payoutsOf } from '@tests/builders/payouts'
import { createWorld, type World } from '@tests/builders/world'

/** The golden claim's payout is queued on New Year's Eve 2026 and leaves with the batch of the first workday after the cool-down. */
const BATCH = '2027-01-01T16:00:00+08:00'

async function sent(outcome: BankOutcome, plan: { times?: number } = {}): Promise<{ world: World; payout: () => Promise<Payout> }> {
  const world = await createWorld()
  await claimAt(world, 'PAYING')
  const [{ payoutId = '' } = {}] = await payoutsOf(world, CLAIMANT)
  await bankPlans(world, payoutId, { outcome, ...plan })
  return { world, payout: async () => (await (await world.as(CLAIMANT))('getPayout', { params: { payoutId } })).ok() }
}

const titles = (payout: Payout): string[] => payout.timeline.map(({ titleZh }) => titleZh)
const lastMessage = async (world: World) => (await (await world.as(CLAIMANT))('listMessages', { query: {} })).ok().items[0]
const bindNew = async (world: World, cardNumber = '6228480000000000000') => (await world.as(CLAIMANT))('putBankAccount', { body: { cardNumber } })

describe.each(['BANK_BUSY', 'CUTOFF', 'NETWORK', 'PAYER_BALANCE'] as const)('%s is retried by itself', (code) => {
  it('says so, keeps quiet, and pays once under a new number', async () => {
    const { world, payout } = await sent(code)
    await world.move('2027-01-01T16:02:00+08:00')
    const failed = await payout()
    expect(failed.status).toMatchObject({ state: 'FAILED_RETRY', titleZh: '银行处理中', nextZh: '银行系统暂时没有办成,会自动再试,您无需操作。', whoZh: '系统', memberActs: false })
    expect(failed.timeline[failed.timeline.length - 1]?.detailZh).toBe(bankCode(code)?.titleZh)
    // Nothing was told beyond the card that was bound: the member has nothing to do.
    expect((await lastMessage(world))?.titleZh).toBe('继续拨付')
    await world.move(5)
    const paid = await payout()
    expect(paid.status.state).toBe('SUCCESS')
    expect(paid.instructionNo).toMatch(/-2$/)
    const ledger = await ledgerOf(world, paid.payoutId)
    expect(ledger.map(({ state }) => state)).toEqual([code === 'NETWORK' ? 'NOT_RECEIVED' : 'REFUSED', 'PAID'])
    expect(ledger.flatMap(({ entries }) => entries)).toEqual([{ kind: 'OUT', at: paid.paidAt, amountFen: paid.amountFen }])
  })
})

it('goes to a person when three retries are used up, and on when finance has fixed it', async () => {
  const { world, payout } = await sent('PAYER_BALANCE', { times: 4 })
  await world.move(6)
  expect(await payout()).toMatchObject({ status: { state: 'MANUAL', titleZh: '人工处理中', whoZh: '互助会财务' } })
  expect((await lastMessage(world))?.titleZh).toBe('人工处理中')
  ;(await finance(world, (await payout()).payoutId, { action: 'FIX' })).ok()
  expect((await lastMessage(world))?.titleZh).toBe('继续拨付')
  await world.move(3)
  expect((await payout()).status.state).toBe('SUCCESS')
  const ledger = await ledgerOf(world, (await payout()).payoutId)
  expect(ledger.map(({ state }) => state)).toEqual(['REFUSED', 'REFUSED', 'REFUSED', 'REFUSED', 'PAID'])
})

const actionCodes = ['NAME_MISMATCH', 'ACCOUNT_CLOSED', 'ACCOUNT_FROZEN', 'ACCOUNT_LOST', 'CARD_INVALID', 'CREDIT_CARD', 'TYPE2_LIMIT', 'DORMANT'] as const
describe.each(actionCodes)('%s asks for another card', (code) => {
  it('at once, in its own words, and pays to the new one after 24 hours', async () => {
    const { world, payout } = await sent(code)
    await world.move('2027-01-01T16:02:00+08:00')
    const asked = await payout()
    const cause = bankCode(code)?.titleZh ?? ''
    expect(asked.status).toMatchObject({ state: 'ACCOUNT_REQUIRED', titleZh: '需要更新银行卡', whoZh: '您', memberActs: true })
    expect(asked.status.nextZh).toContain(cause)
    const message = await lastMessage(world)
    expect(message).toMatchObject({ titleZh: '需要更新银行卡', leadsTo: { page: 'bankCard' } })
    expect(message?.textZh).toContain(cause)
    const account = (await (await world.as(CLAIMANT))('getBankAccount')).ok().account
    expect(account).toMatchObject({ usable: false, problemZh: expect.stringContaining(cause) })

    ;(await bindNew(world)).ok()
    await world.move('2027-01-02T16:01:00+08:00')
    expect((await payout()).status.state).toBe('READY')
    await world.move(4)
    const paid = await payout()
    expect(paid).toMatchObject({ status: { state: 'SUCCESS' }, last4: '0000' })
    expect((await ledgerOf(world, paid.payoutId)).map((row) => [row.state, row.code])).toEqual([['REFUSED', code], ['PAID', null]])
  })
})

describe.each(['NAME_MISMATCH', 'ACCOUNT_CLOSED', 'ACCOUNT_FROZEN', 'ACCOUNT_LOST', 'TYPE2_LIMIT', 'DORMANT'] as const)('money returned for %s', (returnCode) => {
  it('reopens the claim and is paid again', async () => {
    const world = await createWorld()
    const { claimId } = await claimAt(world, 'PAYING')
    const [{ payoutId = '' } = {}] = await payoutsOf(world, CLAIMANT)
    await bankPlans(world, payoutId, { outcome: 'RETURNED', returnCode })
    const courier = await world.as(CLAIMANT)
    const claimState = async (): Promise<string> => (await courier('getClaim', { params: { claimId } })).ok().status.state
    await world.move('2027-01-01T18:00:00+08:00')
    expect(await claimState()).toBe('PAID')
    await world.move('2027-01-04T10:00:00+08:00')
    expect(await claimState()).toBe('PAYING')
    const message = await lastMessage(world)
    expect(message).toMatchObject({ titleZh: '银行退回', leadsTo: { page: 'bankCard' } })
    expect(message?.textZh).toContain(bankCode(returnCode)?.titleZh ?? '')
    ;(await bindNew(world)).ok()
    await world.move(4)
    expect(await claimState()).toBe('PAID')
    const [out, again] = await ledgerOf(world, payoutId)
    expect(out?.entries.map(({ kind }) => kind)).toEqual(['OUT', 'BACK'])
    expect(again?.entries.map(({ kind }) => kind)).toEqual(['OUT'])
  })
})

describe('nobody knows', () => {
  it('NO_ANSWER: asks, never sends again, and the money arrives once', async () => {
    const { world, payout } = await sent('NO_ANSWER')
    await world.move('2027-01-01T16:06:00+08:00')
    expect((await payout()).status).toMatchObject({ state: 'UNKNOWN', titleZh: '银行处理中', nextZh: '银行暂未返回结果,正在查询,不会重复付款。', whoZh: '互助会财务' })
    await world.move('2027-01-01T18:00:00+08:00')
    const paid = await payout()
    expect(paid.status.state).toBe('SUCCESS')
    expect(titles(paid).filter((title) => title === '已到账')).toHaveLength(1)
    expect(await ledgerOf(world, paid.payoutId)).toMatchObject([{ times: 1, state: 'PAID' }])
  })

  it('NO_RESULT: learns the next day that the money has arrived', async () => {
    const { world, payout } = await sent('NO_RESULT')
    await world.move('2027-01-01T23:00:00+08:00')
    expect((await payout()).status.state).toBe('PROCESSING')
    await world.move('2027-01-02T01:00:00+08:00')
    expect(await payout()).toMatchObject({ status: { state: 'SUCCESS' }, paidAt: '2027-01-01T18:00:00+08:00' })
  })

  it('BANK_NOT_FOUND: sent again only after the file of the next day', async () => {
    const { world, payout } = await sent('BANK_NOT_FOUND')
    await world.move('2027-01-01T23:00:00+08:00')
    expect((await payout()).status.state).toBe('UNKNOWN')
    expect(await ledgerOf(world, (await payout()).payoutId)).toHaveLength(1)
    await world.move('2027-01-04T09:01:00+08:00')
    expect((await payout()).status.state).toBe('FAILED_RETRY')
    await world.move(2)
    expect((await payout()).status.state).toBe('SUCCESS')
  })

  it.each([
    ['SILENT_PAID', 'RECONCILE'],
    ['SILENT_UNPAID', 'FIX'],
  ] as const)('%s: after three questions a person looks, and only what the bank’s file allows is possible (%s)', async (outcome, right) => {
    const { world, payout } = await sent(outcome)
    await world.move(6)
    const manual = await payout()
    expect(manual.status.state).toBe('MANUAL')
    const wrong = right === 'FIX' ? 'RECONCILE' : 'FIX'
    expect((await finance(world, manual.payoutId, { action: wrong })).problem().code).toBe('PAYOUT_STATE_CONFLICT')
    if (right === 'RECONCILE') expect((await finance(world, manual.payoutId, { action: 'CANCEL', causeZh: '试。', benefitDue: true })).problem().code).toBe('PAYOUT_STATE_CONFLICT')
    ;(await finance(world, manual.payoutId, { action: right })).ok()
    await world.move(3)
    expect((await payout()).status.state).toBe('SUCCESS')
    expect((await lastMessage(world))?.titleZh).toBe('已到账')
    const moved = (await ledgerOf(world, manual.payoutId)).flatMap(({ entries }) => entries)
    expect(moved.map(({ kind }) => kind)).toEqual(['OUT'])
  })
})

it('asks a person when a fourth card is offered (the first one, bound after the decision, counts)', async () => {
  const { world, payout } = await sent('ACCOUNT_LOST', { times: 9 })
  for (const ending of ['6228480000000000000', GOOD_CARD]) {
    await world.move(5)
    expect((await payout()).status.state).toBe('ACCOUNT_REQUIRED')
    ;(await bindNew(world, ending)).ok()
  }
  await world.move(5)
  ;(await bindNew(world)).ok()
  expect(await payout()).toMatchObject({ status: { state: 'MANUAL' } })
  expect((await ledgerOf(world, (await payout()).payoutId)).map(({ state }) => state)).toEqual(['REFUSED', 'REFUSED', 'REFUSED'])
})

describe('finance cancels', () => {
  it('and a new payout follows while the benefit is due', async () => {
    const world = await createWorld()
    const { claimId } = await claimAt(world, 'PAYING')
    const [first] = await payoutsOf(world, CLAIMANT)
    ;(await finance(world, first?.payoutId ?? '', { action: 'CANCEL', causeZh: '拨付信息有误。', benefitDue: true })).ok()
    const [second] = await payoutsOf(world, CLAIMANT)
    expect(second?.payoutId).not.toBe(first?.payoutId)
    expect(second?.status.state).toBe('READY')
    // «原因见申领记录»: and there it is.
    const { timeline } = (await (await world.as(CLAIMANT))('getClaim', { params: { claimId } })).ok()
    expect(timeline.map(({ detailZh }) => detailZh)).toContainEqual(expect.stringContaining('拨付信息有误。'))
    const messages = (await (await world.as(CLAIMANT))('listMessages', { query: {} })).ok().items
    expect(messages.find(({ titleZh }) => titleZh === '重新安排拨付')?.leadsTo).toEqual({ page: 'payoutDetail', id: second?.payoutId })
    await world.move(3)
    expect((await (await world.as(CLAIMANT))('getClaim', { params: { claimId } })).ok().status.state).toBe('PAID')
  })

  it('and the claim closes with the cause when it is not', async () => {
    const world = await createWorld()
    const { claimId } = await claimAt(world, 'PAYING')
    const [first] = await payoutsOf(world, CLAIMANT)
    ;(await finance(world, first?.payoutId ?? '', { action: 'CANCEL', causeZh: '另案已支付', benefitDue: false })).ok()
    expect((await (await world.as(CLAIMANT))('getClaim', { params: { claimId } })).ok().status.state).toBe('CLOSED')
    expect(await lastMessage(world)).toMatchObject({ titleZh: '拨付已取消', textZh: expect.stringContaining('另案已支付') })
    expect(await ledgerOf(world, first?.payoutId ?? '')).toEqual([])
  })
})

it('moves no money twice for one instruction number', async () => {
  const world = await createWorld()
  await claimAt(world, 'PAYING')
  await world.move(BATCH)
  const [{ payoutId = '' } = {}] = await payoutsOf(world, CLAIMANT)
  const again = async (amountFen?: number) => {
    const payout = await world.store.transact((tx) => tx.get('payout', payoutId))
    if (!payout) throw new Error('no payout')
    await world.env.bank.instruct({ ...orderOf(payout), ...(amountFen === undefined ? {} : { amountFen }) }, BATCH)
  }
  await again()
  await world.move(3)
  await again()
  expect(await ledgerOf(world, payoutId)).toMatchObject([{ times: 3, state: 'PAID', entries: [{ kind: 'OUT' }] }])
  await expect(again(1)).rejects.toThrow('another content')
})

it('applies a plan for `next` to whichever instruction comes first, once', async () => {
  const world = await createWorld()
  await claimAt(world, 'PAYING')
  await bankPlans(world, 'next', { outcome: 'DORMANT' })
  await world.move(BATCH)
  await world.move('2027-01-01T16:02:00+08:00')
  const [payout] = await payoutsOf(world, CLAIMANT)
  expect(payout?.status.state).toBe('ACCOUNT_REQUIRED')
  expect((await (await world.tester())('listTestPayouts', {})).ok().nextPlanned).toBeNull()
})

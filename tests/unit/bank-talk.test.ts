import type { Bank } from '@mock/partners/bank'
import { claimAt, CLAIMANT } from '@tests/builders/golden-claims'
import { ledgerOf, payoutsOf } from '@tests/builders/payouts'
import { createWorld, type World } from '@tests/builders/world'

/** The golden claim's payout leaves on New Year's Day 2027, when the store lets the bank be called. */
const BATCH = '2027-01-01T16:00:00+08:00'

/** The golden claim waits for its batch, and everybody else is paid; from here on the line to the bank goes through `through`. */
async function paying(through: (bank: Bank, world: World) => Partial<Bank>): Promise<{ world: World; state(): Promise<string>; payoutId: string }> {
  const world = await createWorld()
  await claimAt(world, 'PAYING')
  const [{ payoutId = '' } = {}] = await payoutsOf(world, CLAIMANT)
  const { bank } = world.env
  world.env.bank = { ...bank, ...through(bank, world) }
  return { world, payoutId, state: async () => (await payoutsOf(world, CLAIMANT))[0]?.status.state ?? '' }
}

const onDisk = (world: World, payoutId: string) => world.store.transact((tx) => tx.get('payout', payoutId))

it('tells the bank only what is committed: number and SENT stand in the store while the call runs', async () => {
  const seen: unknown[] = []
  const { world, payoutId } = await paying((bank, world) => ({
    instruct: async (order, at) => {
      // A transaction of its own: inside one that is still open this would wait for ever.
      const stored = await onDisk(world, order.payoutId)
      seen.push([stored?.progress.state, stored?.progress.instructionNo, stored?.progress.attempts.slice(-1)[0]?.sentAt])
      return bank.instruct(order, at)
    },
  }))
  await world.move(BATCH)
  expect(seen).toEqual([['SENT', `${payoutId}-1`, BATCH]])
})

it('an instruction that never reached the bank: UNKNOWN, asked about, and sent anew only after the file of the next day', async () => {
  let dead = true
  const asked: string[] = []
  const { world, payoutId, state } = await paying((bank) => ({
    instruct: (order, at) => (dead ? Promise.reject(new Error('line down')) : bank.instruct(order, at)),
    ask: (no) => (asked.push(no), bank.ask(no)),
  }))
  await world.move(BATCH)
  expect(await state()).toBe('UNKNOWN')
  dead = false
  await world.move('2027-01-01T23:59:00+08:00')
  expect([await state(), asked]).toEqual(['UNKNOWN', [`${payoutId}-1`, `${payoutId}-1`]])
  expect(await ledgerOf(world, payoutId)).toEqual([])
  await world.move('2027-01-04T09:05:00+08:00')
  expect(await state()).toBe('FAILED_RETRY')
  await world.move(2)
  expect(await state()).toBe('SUCCESS')
  expect((await ledgerOf(world, payoutId)).map(({ instructionNo, times, entries }) => [instructionNo, times, entries.length])).toEqual([[`${payoutId}-2`, 1, 1]])
})

it('an instruction that the bank has and whose receipt was lost: asked about under its number, paid once, never sent again', async () => {
  let sent = 0
  const { world, payoutId, state } = await paying((bank) => ({
    instruct: async (order, at) => {
      await bank.instruct(order, at)
      sent += 1
      throw new Error('line down')
    },
  }))
  await world.move(BATCH)
  expect(await state()).toBe('UNKNOWN')
  await world.move(3)
  expect([await state(), sent]).toEqual(['SUCCESS', 1])
  expect(await ledgerOf(world, payoutId)).toMatchObject([{ instructionNo: `${payoutId}-1`, times: 1, state: 'PAID' }])
})

it('news that nobody heard: the day ends, the bank is asked, and the payout arrives with the time of the booking', async () => {
  let deaf = true
  const { world, payoutId } = await paying((bank) => ({ act: async (at) => (await bank.act(at)).filter(() => !deaf) }))
  await world.move('2027-01-01T23:00:00+08:00')
  // Booked, and the app knows nothing of it, not even that the bank has taken it.
  expect((await ledgerOf(world, payoutId)).map(({ state }) => state)).toEqual(['PAID'])
  deaf = false
  await world.move(1)
  expect((await payoutsOf(world, CLAIMANT))[0]).toMatchObject({ status: { state: 'SUCCESS' }, paidAt: '2027-01-01T18:00:00+08:00', instructionNo: `${payoutId}-1` })
})

it('a refusal that nobody heard is learnt by asking, and leads to another card', async () => {
  const { world, payoutId, state } = await paying((bank) => ({ act: async (at) => (await bank.act(at), []) }))
  await world.env.bank.plan({ payoutId, outcome: 'DORMANT', returnCode: 'DORMANT', times: 1 })
  await world.move('2027-01-01T16:04:00+08:00')
  expect(await state()).toBe('SENT')
  await world.move('2027-01-01T16:36:00+08:00')
  expect(await state()).toBe('ACCOUNT_REQUIRED')
})

it('money that was booked and has come back while the app knew neither: both are told, one after the other', async () => {
  const { world, payoutId, state } = await paying((bank) => ({ act: async (at) => (await bank.act(at), []), ask: async (no) => (later ? bank.ask(no) : null) }))
  let later = false
  await world.env.bank.plan({ payoutId, outcome: 'RETURNED', returnCode: 'DORMANT', times: 1 })
  await world.move('2027-01-02T12:00:00+08:00')
  expect(await state()).toBe('UNKNOWN')
  later = true
  await world.move('2027-01-04T12:00:00+08:00')
  expect(await state()).toBe('ACCOUNT_REQUIRED')
  const titles = (await payoutsOf(world, CLAIMANT))[0]?.timeline.map(({ titleZh }) => titleZh) ?? []
  expect(titles.slice(-3)).toEqual(['已到账', '银行退回', '需要更新银行卡'])
})

it('two runs at once: the bank hears of each instruction once', async () => {
  const orders: string[] = []
  const { world, payoutId } = await paying((bank) => ({ instruct: (order, at) => (orders.push(order.instructionNo), bank.instruct(order, at)) }))
  const tester = await world.tester()
  await Promise.all([1, 2, 3].map(() => tester('moveClock', { body: { to: '2027-01-05T00:00:00+08:00' } })))
  expect(orders).toEqual([`${payoutId}-1`])
  expect(await ledgerOf(world, payoutId)).toMatchObject([{ times: 1, state: 'PAID' }])
})

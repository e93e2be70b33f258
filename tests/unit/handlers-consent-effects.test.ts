import { claimAt, CLAIMANT, grant, reread } from '@tests/builders/after-submission'
import { bankPlans, ledgerOf } from '@tests/builders/payouts'
import type { Api } from '@tests/builders/api'
import { createWorld, type World } from '@tests/builders/world'

let world: World
let courier: Api
beforeEach(async () => {
  world = await createWorld()
  courier = await world.as(CLAIMANT)
})
const payouts = async () => (await courier('listPayouts', { query: {} })).ok().items

describe('C5 is withdrawn while money is on its way to the bank', () => {
  it('what has not been sent is kept and asks for the consent; nothing reaches the bank, and with C5 it goes on by itself', async () => {
    const claim = await claimAt(world, 'PAYING')
    await grant(world, CLAIMANT, 'C5', false)
    const [waiting, ended] = await payouts()
    expect(waiting).toMatchObject({ amountFen: 800_000, status: { state: 'ACCOUNT_REQUIRED', titleZh: '需要您的同意' }, actionAt: { page: 'consents' } })
    expect(ended?.status.state).toBe('CANCELLED')
    expect(await reread(world, claim)).toMatchObject({ status: { state: 'PAYING', memberActs: true } })
    const told = (await courier('listMessages')).ok().items.map(({ titleZh, leadsTo }) => [titleZh, leadsTo?.page])
    expect(told).toContainEqual(['需要您的同意', 'consents'])

    await world.move(5)
    expect((await ledgerOf(world)).filter(({ payoutId }) => payoutId === waiting?.payoutId || payoutId === ended?.payoutId)).toEqual([])
    await grant(world, CLAIMANT, 'C5')
    await world.move(5)
    expect(await reread(world, claim)).toMatchObject({ status: { state: 'PAID' } })
    expect((await ledgerOf(world)).filter(({ payoutId }) => payoutId === waiting?.payoutId).map(({ state, amountFen }) => [state, amountFen])).toEqual([['PAID', 800_000]])
  })

  it('one that waits for its next try is not sent again before C5 is back', async () => {
    const claim = await claimAt(world, 'PAYING')
    const [payout] = await payouts()
    if (!payout) throw new Error('no payout')
    await bankPlans(world, payout.payoutId, { outcome: 'BANK_BUSY' })
    await world.move('2027-01-01T16:10:00+08:00')
    expect((await payouts())[0]?.status.state).toBe('FAILED_RETRY')
    await grant(world, CLAIMANT, 'C5', false)
    await world.move(3)
    expect((await ledgerOf(world)).filter(({ payoutId }) => payoutId === payout.payoutId).map(({ instructionNo }) => instructionNo)).toEqual([`${payout.payoutNo}-1`])
    await grant(world, CLAIMANT, 'C5')
    await world.move(3)
    expect(await reread(world, claim)).toMatchObject({ status: { state: 'PAID' } })
  })

  it('the wait after a change of the card is not cut short by taking the consent back and giving it again', async () => {
    const claim = await claimAt(world, 'PAYING')
    await grant(world, CLAIMANT, 'C5', false)
    await grant(world, CLAIMANT, 'C5')
    await world.move('2026-12-31T23:00:00+08:00')
    expect((await payouts())[0]?.status.state).toBe('READY')
    await world.move('2027-01-01T16:10:00+08:00')
    expect((await payouts())[0]?.status.state).toBe('PROCESSING')
    expect(await reread(world, claim)).toMatchObject({ status: { state: 'PAYING' } })
  })

  it('what the bank has already is not touched: it arrives', async () => {
    const claim = await claimAt(world, 'PAYING')
    await world.move('2027-01-01T16:05:00+08:00')
    await grant(world, CLAIMANT, 'C5', false)
    await world.move(2)
    expect(await reread(world, claim)).toMatchObject({ status: { state: 'PAID' } })
  })
})

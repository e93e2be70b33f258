import type { Claim, Payout } from '@/contract/schemas/claim'
import type { Decide } from '@/contract/schemas/tester'
import { offsetsFrom } from '@mock/rules/offsets'
import { reread } from '@tests/builders/after-submission'
import { claimAt, CLAIMANT, goldenAmounts } from '@tests/builders/golden-claims'
import { bankPlans, finance, ledgerOf, payoutsOf } from '@tests/builders/payouts'
import { approvedAgain, owing } from '@tests/builders/recoveries'
import { createWorld, type World } from '@tests/builders/world'
import { chance } from '../chance'

const newest = async (world: World): Promise<Payout> => {
  const [payout] = await payoutsOf(world, CLAIMANT)
  if (!payout) throw new Error('no payout')
  return payout
}
const recoveryOf = async (world: World, claim: Claim) => (await reread(world, claim)).recovery
const titles = async (world: World) => (await (await world.as(CLAIMANT))('listMessages', { query: {} })).ok().items.map(({ titleZh }) => titleZh)
const outs = async (world: World, { payoutId }: Payout) => (await ledgerOf(world, payoutId)).flatMap(({ entries }) => entries.map(({ amountFen, kind }) => [kind, amountFen]))

describe('what is to come back is taken from the next benefit', () => {
  it('as its own line, from what the bank pays, and finance closes the recovery when that has arrived', async () => {
    const world = await createWorld()
    const owed = await owing(world, 100_000)
    const next = await approvedAgain(world)
    const payout = await newest(world)
    expect(payout).toMatchObject({ claimId: next.claimId, benefitFen: 800_000, amountFen: 700_000, offsets: [{ claimId: owed.claimId, claimNo: owed.claimNo, amountFen: 100_000 }] })
    // Spoken for, and owed until the money has arrived.
    expect(await recoveryOf(world, owed)).toMatchObject({ amountFen: 100_000, leftFen: 100_000, settled: false, offsets: [{ claimNo: next.claimNo, amountFen: 100_000, at: null }] })
    await world.move(5)
    const paid = await newest(world)
    expect(paid.status.state).toBe('SUCCESS')
    expect(await outs(world, paid)).toEqual([['OUT', 700_000]])
    expect((await reread(world, next)).status).toMatchObject({ state: 'PAID', nextZh: expect.stringContaining('7,000.00元') })
    const closed = await reread(world, owed)
    expect([closed.status.state, closed.recovery]).toMatchObject(['CLOSED', { amountFen: 100_000, leftFen: 0, settled: true, offsets: [{ amountFen: 100_000, at: paid.paidAt }] }])
    expect(closed.timeline.slice(-2).map(({ titleZh }) => titleZh)).toEqual(['已从另一笔互助金中抵扣', '已办结'])
    expect((await titles(world)).filter((title) => title === '退回已办结')).toHaveLength(1)
  })

  it('never below nothing: what is left is carried on to the one after', async () => {
    const world = await createWorld()
    const owed = await owing(world, 100_000)
    const small = await approvedAgain(world, 75_000, 1)
    // 600.00 of benefit, all of it kept back: nothing for the bank, and the claim ends with the cause.
    expect(await newest(world)).toMatchObject({ amountFen: 0, benefitFen: 60_000, instructionNo: null, status: { state: 'CANCELLED' } })
    const ended = await reread(world, small)
    expect([ended.status.state, ended.timeline.slice(-1)[0]?.detailZh]).toEqual(['CLOSED', expect.stringContaining(owed.claimNo)])
    expect((await newest(world)).timeline.slice(-1)[0]?.detailZh).toContain('全部用于抵扣')
    expect(await recoveryOf(world, owed)).toMatchObject({ amountFen: 100_000, leftFen: 40_000, settled: false })
    const messages = (await (await world.as(CLAIMANT))('listMessages', { query: {} })).ok().items
    expect(messages[0]).toMatchObject({ titleZh: '拨付已取消', textZh: expect.stringContaining(`全部用于抵扣应退回的款项(申领${owed.claimNo} 600.00元)`) })
    expect(await ledgerOf(world, (await newest(world)).payoutId)).toEqual([])
  })

  it('takes nothing that another payout has spoken for', async () => {
    const world = await createWorld()
    const owed = await owing(world, 100_000)
    await world.store.transact(async (tx) => {
      const claim = await tx.get('claim', owed.claimId)
      if (claim) await tx.put('claim', { ...claim, setOff: [{ payoutId: 'PY-another', claimNo: 'CLM-another', amountFen: 60_000, at: null }] })
    })
    await approvedAgain(world)
    expect(await newest(world)).toMatchObject({ amountFen: 760_000, offsets: [{ amountFen: 40_000 }] })
    await world.move(5)
    expect(await recoveryOf(world, owed)).toMatchObject({ leftFen: 60_000, settled: false })
  })

  it('is left alone where the member pays it back themselves', async () => {
    const world = await createWorld()
    await owing(world, 100_000, 'REPAY')
    await approvedAgain(world)
    expect(await newest(world)).toMatchObject({ amountFen: 800_000, benefitFen: 800_000, offsets: [] })
  })

  it('is owed as before when the payout is cancelled, and taken once by the one in its place', async () => {
    const world = await createWorld()
    const owed = await owing(world, 100_000)
    await approvedAgain(world)
    ;(await finance(world, (await newest(world)).payoutId, { action: 'CANCEL', causeZh: '拨付信息有误。', benefitDue: true })).ok()
    expect(await newest(world)).toMatchObject({ amountFen: 700_000, status: { state: 'READY' } })
    expect((await recoveryOf(world, owed))?.offsets).toHaveLength(1)
    ;(await finance(world, (await newest(world)).payoutId, { action: 'CANCEL', causeZh: '另案已支付。', benefitDue: false })).ok()
    expect(await recoveryOf(world, owed)).toMatchObject({ leftFen: 100_000, offsets: [], settled: false })
  })

  it('counts once, also when the bank sends that payout back and it is paid again', async () => {
    const world = await createWorld()
    const owed = await owing(world, 100_000)
    await approvedAgain(world)
    await bankPlans(world, (await newest(world)).payoutId, { outcome: 'RETURNED', returnCode: 'DORMANT' })
    await world.move(5)
    expect((await newest(world)).status.state).toBe('ACCOUNT_REQUIRED')
    ;(await (await world.as(CLAIMANT))('putBankAccount', { body: { cardNumber: '6228480000000000000' } })).ok()
    await world.move(5)
    const paid = await newest(world)
    expect([paid.status.state, await outs(world, paid)]).toEqual(['SUCCESS', [['OUT', 700_000], ['BACK', 700_000], ['OUT', 700_000]]])
    expect(await recoveryOf(world, owed)).toMatchObject({ leftFen: 0, settled: true, offsets: [{ amountFen: 100_000 }] })
  })

  describe('when the bank sends the money of the claim that owes back, while another payout is about to give some up for it', () => {
    const ofClaim = async (world: World, { claimId }: Claim) => (await payoutsOf(world, CLAIMANT)).filter((payout) => payout.claimId === claimId).reverse()
    const rebind = async (world: World) => (await (await world.as(CLAIMANT))('putBankAccount', { body: { cardNumber: '6228480000000000000' } })).ok()
    const movedFen = async (world: World, claim: Claim) => {
      const rows = await Promise.all((await ofClaim(world, claim)).map(({ payoutId }) => ledgerOf(world, payoutId)))
      return rows.flat().flatMap(({ entries }) => entries).reduce((sum, { kind, amountFen }) => sum + (kind === 'OUT' ? amountFen : -amountFen), 0)
    }
    /** The courier's claim, paid; the bank will send the newest payout back at `returnAt`. Of it `amountFen` is owed. */
    async function owingAndReturned(world: World, amountFen: number, returnAt: string, overturned = false): Promise<Claim> {
      const returns = async (claim: Claim): Promise<void> => world.env.bank.plan({ payoutId: (await ofClaim(world, claim)).slice(-1)[0]?.payoutId ?? '', outcome: 'RETURNED', returnCode: 'DORMANT', times: 1, returnAt })
      const office = async (claim: Claim, body: Decide) => (await (await world.tester())('decideClaim', { params: claim, body })).ok()
      const courier = await world.as(CLAIMANT)
      const claim = await claimAt(world, 'PAYING')
      if (!overturned) await returns(claim)
      await world.move(4)
      if (overturned) {
        ;(await courier('appealClaim', { params: claim, version: (await reread(world, claim)).version, body: { reasonZh: '自付金额应为12,000.00元。' } })).ok()
        await office(claim, { decision: 'OVERTURN', amounts: { ...goldenAmounts, pooledFen: 2_500_000, inScopeSelfPayFen: 1_200_000 } })
        await returns(claim)
        await world.move('2027-01-05T09:00:00+08:00')
      }
      await office(claim, { decision: 'RECOVER', reasonCode: 'OVERPAID', amountFen })
      const asked = await reread(world, claim)
      return (await courier('answerRecovery', { params: claim, version: asked.version, body: { choice: 'OFFSET' } })).ok()
    }

    it.each([
      ['is not sent yet', '2027-01-04T12:00:00+08:00', 'READY'],
      ['is with the bank', '2027-01-04T17:00:00+08:00', 'PROCESSING'],
    ])('and that one %s: the debt is paid by it, and what would have been taken is paid as well', async (_, returnAt, state) => {
      const world = await createWorld()
      const owed = await owingAndReturned(world, 100_000, returnAt)
      const next = await approvedAgain(world, 1_250_000)
      await world.move(returnAt)
      expect(await recoveryOf(world, owed)).toMatchObject({ leftFen: 0, offsets: [] })
      expect((await ofClaim(world, next)).map(({ amountFen, offsets, status }) => [amountFen, offsets, status.state])).toEqual([[900_000, [], state], [100_000, [], 'ACCOUNT_REQUIRED']])
      expect((await reread(world, next)).timeline.map(({ titleZh }) => titleZh)).toContain('多抵扣的款项另行拨付')
      await world.move(2)
      await rebind(world)
      await world.move(7)
      expect([(await reread(world, next)).status.state, await movedFen(world, next)]).toEqual(['PAID', 1_000_000])
      expect(world.log).toEqual([])
    })

    it('and it pays only a part of the debt: the other part is taken, and nothing more', async () => {
      const world = await createWorld()
      const owed = await owingAndReturned(world, 960_000, '2027-01-05T17:00:00+08:00', true)
      const next = await approvedAgain(world, 1_250_000)
      expect(await newest(world)).toMatchObject({ amountFen: 40_000, benefitFen: 1_000_000 })
      await world.move('2027-01-05T17:30:00+08:00')
      expect(await recoveryOf(world, owed)).toMatchObject({ leftFen: 800_000, offsets: [{ amountFen: 800_000, at: null }] })
      await world.move(2)
      expect(await recoveryOf(world, owed)).toMatchObject({ leftFen: 0, offsets: [{ amountFen: 800_000, at: expect.any(String) }] })
      await rebind(world)
      await world.move(7)
      expect([(await reread(world, next)).status.state, await movedFen(world, next)]).toEqual(['PAID', 200_000])
    })
  })

  it('is not closed by hand while a payout is about to take it', async () => {
    const world = await createWorld()
    const owed = await owing(world, 100_000)
    await approvedAgain(world)
    const close = async () => (await world.tester())('decideClaim', { params: owed, body: { decision: 'RECOVERED' } })
    expect((await close()).problem().code).toBe('CLAIM_STATE_CONFLICT')
    ;(await finance(world, (await newest(world)).payoutId, { action: 'CANCEL', causeZh: '另案已支付。', benefitDue: false })).ok()
    ;(await close()).ok()
    expect((await titles(world)).slice(0, 1)).toEqual(['退回已办结'])
  })
})

it('10,000 random benefits and recoveries: never more than is due or owed, the oldest first, all integers', () => {
  const by = chance(20261125)
  for (let round = 0; round < 10_000; round += 1) {
    const owed = Array.from({ length: by.whole(0, 4) }, (_, at) => ({ claimId: `c${at}`, claimNo: `CLM-${at}`, since: `2026-0${by.whole(1, 9)}-01T00:00:00+08:00`, leftFen: by.whole(0, 3) * by.whole(0, 50_000) }))
    const dueFen = by.whole(0, 100_000)
    const offsets = offsetsFrom(dueFen, owed)
    const total = offsets.reduce((sum, { amountFen }) => sum + amountFen, 0)
    const all = owed.reduce((sum, { leftFen }) => sum + leftFen, 0)
    expect(total).toBe(Math.min(dueFen, all))
    for (const { amountFen, claimId } of offsets) {
      const one = owed.find((recovery) => recovery.claimId === claimId)
      expect(Number.isSafeInteger(amountFen) && amountFen > 0 && amountFen <= (one?.leftFen ?? 0)).toBe(true)
      // Whoever is older has been settled whole.
      for (const older of owed.filter(({ since }) => since < (one?.since ?? ''))) expect(offsets.find((offset) => offset.claimId === older.claimId)?.amountFen ?? 0).toBe(older.leftFen)
    }
  }
})

import type { Cause } from '@/contract/schemas/common'
import { claimAt, CLAIMANT, decide, GOOD_CARD, grant } from '@tests/builders/golden-claims'
import { createWorld } from '@tests/builders/world'
import { SIGNED } from '@tests/builders/signature'

/** BV38 and BV39 of the scheme: the courier's stay of 37,000.00 with 10,000.00 self-pay, whole way through the API. */
describe.each<[Cause, number, number, Record<string, number>]>([
  ['ILLNESS', 800_000, 200_000, { P1: 800_000 }],
  ['ACCIDENT', 960_000, 40_000, { P1: 800_000, G7: 160_000 }],
])('golden case as %s', (cause, amountFen, memberFinalFen, perPlan) => {
  it('goes from the gift to the money', async () => {
    const world = await createWorld()
    const courier = await world.as(CLAIMANT)
    const before = (await courier('getGiftOffer', { params: { campaignId: 'CP-2026-01' } })).ok()
    expect(before.eligible).toBe(true)
    expect(before.preview).toEqual({ effectiveOn: '2026-11-24', endsOn: '2027-11-23', waitingEndsOn: '2026-12-23', benefitsFrom: '2026-12-24' })

    const complete = await claimAt(world, 'COMPLETE', { cause })
    expect(complete.missing).toEqual([])
    expect(complete.estimate?.amountFen).toBe(amountFen)
    const receipt = (await courier('submitClaim', { params: complete, version: complete.version, body: SIGNED })).ok()
    expect(receipt).toMatchObject({ claimNo: complete.claimNo, filesReceived: complete.checklist.filter(({ required }) => required).length, whoZh: '代办处审核人员' })

    await decide(world, complete, 'APPROVE')
    const decided = (await courier('getClaim', { params: complete })).ok()
    expect(decided.decision?.split).toEqual({ totalFen: 3_700_000, pooledFen: 2_700_000, selfPayFen: 1_000_000, outOfScopeFen: 0, mutualAidFen: amountFen, memberFinalFen })
    expect(Object.fromEntries(decided.decision?.lines.map((line) => [line.planId, line.amountFen]) ?? [])).toEqual(perPlan)
    expect((await courier('getHome')).ok().todos.map(({ kind }) => kind)).toContain('BANK_CARD')

    await grant(world, CLAIMANT, 'C5')
    ;(await courier('putBankAccount', { body: { cardNumber: GOOD_CARD } })).ok()
    await world.move(4)
    const paid = (await courier('getClaim', { params: complete })).ok()
    expect(paid.status.state).toBe('PAID')
    const [payoutId = ''] = paid.payoutIds
    const payout = (await courier('getPayout', { params: { payoutId } })).ok()
    expect(payout).toMatchObject({ amountFen, bankZh: '工商银行', last4: '0000', status: { state: 'SUCCESS', titleZh: '已到账' } })
    expect((await courier('listPayouts', { query: {} })).ok()).toMatchObject({ year: 2027, yearPaidFen: amountFen })
    const cover = (await courier('listCoverages')).ok().items.find(({ planId }) => planId === 'P1')
    expect(cover?.usedFen).toBe(800_000)
    expect((await courier('getHome')).ok().todos.map(({ kind }) => kind)).toEqual(['PAID'])
  })
})

it('pays nothing for a stay that begins on the last day of the waiting period, and says why', async () => {
  const world = await createWorld()
  const claim = await claimAt(world, 'FILLED', { change: { stay: { hospitalZh: '示例区第一人民医院', admittedOn: '2026-12-23', dischargedOn: '2026-12-30' } } })
  expect(claim.estimate).toMatchObject({ amountFen: 0, split: { mutualAidFen: 0, memberFinalFen: 1_000_000 } })
  expect(claim.estimate?.reasonZh).toContain('免责期到2026年12月23日为止')
})

import type { Claim, Payout } from '@/contract/schemas/claim'
import type { Decide } from '@/contract/schemas/tester'
import { reread } from '@tests/builders/after-submission'
import { claimAt, CLAIMANT, goldenAmounts } from '@tests/builders/golden-claims'
import { bankPlans, finance, ledgerOf, payoutsOf } from '@tests/builders/payouts'
import { createWorld, type World } from '@tests/builders/world'

const OTHER_CARD = '6228480000000000000'

let world: World
beforeEach(async () => void (world = await createWorld()))

const newest = async (): Promise<Payout> => {
  const [payout] = await payoutsOf(world, CLAIMANT)
  if (!payout) throw new Error('no payout')
  return payout
}
const decide = async (claim: Claim, body: Decide) => (await (await world.tester())('decideClaim', { params: claim, body })).ok()
/** What the bank has moved for a claim and not got back. */
const outFen = async (claim: Claim): Promise<number> => {
  const { payoutIds } = await reread(world, claim)
  return (await ledgerOf(world)).filter(({ payoutId }) => payoutIds.includes(payoutId)).flatMap(({ entries }) => entries).reduce((sum, { kind, amountFen }) => sum + (kind === 'OUT' ? amountFen : -amountFen), 0)
}
const rebind = async () => (await (await world.as(CLAIMANT))('putBankAccount', { body: { cardNumber: OTHER_CARD } })).ok()

/** Paid, the appeal filed on the same day, and the money about to come back on the next workday. */
async function paidAndAppealed(): Promise<Claim> {
  const paying = await claimAt(world, 'PAYING')
  await bankPlans(world, (await newest()).payoutId, { outcome: 'RETURNED', returnCode: 'DORMANT' })
  while ((await reread(world, paying)).status.state !== 'PAID') await world.move(1)
  const paid = await reread(world, paying)
  ;(await (await world.as(CLAIMANT))('appealClaim', { params: paid, version: paid.version, body: { reasonZh: '自付金额应为12,000.00元。' } })).ok()
  return paid
}

describe('a payout that comes back during an appeal, and that finance cancels as still due', () => {
  async function cancelledInAppeal(benefitDue: boolean): Promise<Claim> {
    const claim = await paidAndAppealed()
    await world.move(3)
    expect((await newest()).status.state).toBe('ACCOUNT_REQUIRED')
    ;(await finance(world, (await newest()).payoutId, { action: 'CANCEL', causeZh: '原卡已停用。', benefitDue })).ok()
    expect((await reread(world, claim)).status.state).toBe('APPEALING')
    return claim
  }

  it('is paid anew when the decision stays, once', async () => {
    const claim = await cancelledInAppeal(true)
    await decide(claim, { decision: 'UPHOLD' })
    expect(await reread(world, claim)).toMatchObject({ status: { state: 'PAYING' }, payoutIds: [expect.anything(), expect.anything()] })
    await rebind()
    await world.move(7)
    expect([(await reread(world, claim)).status.state, await outFen(claim)]).toEqual(['PAID', 800_000])
  })

  it('is paid with the difference when it does not stay', async () => {
    const claim = await cancelledInAppeal(true)
    await decide(claim, { decision: 'OVERTURN', amounts: { ...goldenAmounts, pooledFen: 2_500_000, inScopeSelfPayFen: 1_200_000 } })
    await rebind()
    await world.move(7)
    expect([(await reread(world, claim)).status.state, await outFen(claim)]).toEqual(['PAID', 960_000])
  })

  it('is not paid again where finance has written that it is not due', async () => {
    const claim = await cancelledInAppeal(false)
    await decide(claim, { decision: 'UPHOLD' })
    await world.move(7)
    expect([(await reread(world, claim)).status.state, await outFen(claim)]).toEqual(['CLOSED', 0])
  })
})

it('money that comes back while the difference after an appeal is on its way stops no timer, and is paid again', async () => {
  const claim = await paidAndAppealed()
  await decide(claim, { decision: 'OVERTURN', amounts: { ...goldenAmounts, pooledFen: 2_500_000, inScopeSelfPayFen: 1_200_000 } })
  await world.move(7)
  expect((await reread(world, claim)).status.state).toBe('PAYING')
  await rebind()
  await world.move(7)
  expect([(await reread(world, claim)).status.state, await outFen(claim)]).toEqual(['PAID', 960_000])
})

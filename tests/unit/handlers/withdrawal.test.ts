import type { Claim } from '@/contract/schemas/claim'
import type { Decide } from '@/contract/schemas/tester'
import { anAccident, claimAt, CLAIMANT, goldenInvoice, goldenStay, type BuiltState } from '@tests/builders/golden-claims'
import { reread } from '@tests/builders/after-submission'
import { giveCover, handedIn } from '@tests/builders/kinds'
import { createWorld, type World } from '@tests/builders/world'

let world: World
beforeEach(async () => {
  world = await createWorld()
})
const decide = async (claim: { claimId: string }, body: Decide): Promise<Claim> => {
  ;(await (await world.tester())('decideClaim', { params: claim, body })).ok()
  return reread(world, claim)
}
const withdraw = async ({ claimId, version }: Claim) => (await world.as(CLAIMANT))('withdrawClaim', { params: { claimId }, version, body: {} })

const reviewing = () => claimAt(world, 'REVIEWING')
const undecided: readonly [string, () => Promise<Claim>][] = [
  ['REVIEWING', reviewing],
  ['SUPPLEMENT', async () => decide(await reviewing(), { decision: 'REQUEST_MORE', items: [{ documentType: 'MEDICAL_INVOICE', reasonCode: 'DOC_UNREADABLE' }] })],
  ['INVESTIGATING', async () => decide(await reviewing(), { decision: 'INVESTIGATE' })],
  ['UNION_CHECK', async () => {
    await giveCover(world, CLAIMANT, { planId: 'P4', source: 'UNIT' })
    return handedIn(await world.as(CLAIMANT), 'ACCIDENT', { accidentOn: '2026-10-01', accident: { ...anAccident, treatment: 'NONE', disabilityGrade: 9 } })
  }],
]

test.each(undecided)('in %s it may be withdrawn: told, nothing paid, and the stay can be claimed again', async (state, make) => {
  const claim = await make()
  expect(claim).toMatchObject({ status: { state }, actions: expect.arrayContaining(['withdraw']) })
  expect((await withdraw(claim)).ok()).toMatchObject({ status: { state: 'WITHDRAWN' }, payoutIds: [], actions: ['refile'] })
  const courier = await world.as(CLAIMANT)
  expect((await courier('listMessages')).ok().items[0]).toMatchObject({ titleZh: '已撤回', leadsTo: { page: 'claimDetail', id: claim.claimId } })
  if (claim.invoice === null) return
  const next = (await courier('createClaim', { body: { cause: 'ILLNESS' } })).ok()
  ;(await courier('updateClaim', { params: next, version: next.version, body: { stay: goldenStay, invoice: goldenInvoice } })).ok()
})

test.each<BuiltState>(['DRAFT', 'COMPLETE', 'REJECTED', 'ACCOUNT_REQUIRED', 'PAYING', 'PAID', 'WITHDRAWN'])('in %s it may not, and nothing changes', async (state) => {
  const claim = await reread(world, await claimAt(world, state))
  expect(claim.actions).not.toContain('withdraw')
  expect((await withdraw(claim)).problem('CLAIM_STATE_CONFLICT')).toMatchObject({ status: 409, state: claim.status.state, version: claim.version })
  expect(await reread(world, claim)).toEqual(claim)
})

test('an amount to be taken is asked about only where one was worked out: a draft is no such thing', async () => {
  const claim = await claimAt(world, 'DRAFT')
  expect((await (await world.as(CLAIMANT))('confirmAutoClaim', { params: claim, version: claim.version, body: {} })).problem('CLAIM_STATE_CONFLICT')).toMatchObject({ status: 409, state: 'DRAFT', version: claim.version })
})

import type { Api } from '@tests/builders/api'
import { signIn } from '@tests/builders/people'
import { createWorld, recordsOf, type World } from '@tests/builders/world'
import personas from '@mock/seed/personas.json'

/** Every text that a persona can read: the whole of what the app asks for. */
async function everythingOf(member: Api): Promise<string> {
  const claims = (await member('listClaims', { query: {} })).ok().items
  const payouts = (await member('listPayouts', { query: {} })).ok().items
  const replies: { text: string }[] = [
    await member('getHome'), await member('getMe'), await member('listConsents'), await member('listMessages'), await member('listPlans'),
    await member('listGiftOffers'), await member('listEnrolments'), await member('getClaimOptions'), await member('getBankAccount'), await member('listCoverages'),
  ]
  for (const { claimId } of claims) replies.push(await member('getClaim', { params: { claimId } }))
  for (const { payoutId } of payouts) replies.push(await member('getPayout', { params: { payoutId } }))
  return replies.map(({ text }) => text).join('\n')
}

const members = personas.personas.filter(({ roles }) => roles.includes('MEMBER'))
interface RecordedClaim {
  claimId: string
  state: string
  amountFen?: number
  perPlanFen?: Record<string, number>
  expectedPerPlanFen?: Record<string, number>
}
const recorded = members.flatMap(({ id, records }) => records.claims.map((claim: RecordedClaim) => [id, claim] as const))

describe('the fresh seed', () => {
  let world: World
  beforeAll(async () => {
    world = await createWorld()
  })

  it.each(recorded)('has the claim of %s as the file of personas says', async (id, claim) => {
    const member = await world.as(id)
    const seeded = (await member('getClaim', { params: { claimId: claim.claimId } })).ok()
    expect(seeded.status.state).toBe(claim.state)
    if (claim.amountFen !== undefined && claim.state !== 'AUTO_MATCHED') expect(seeded.decision?.amountFen).toBe(claim.amountFen)
    const expected = claim.perPlanFen ?? claim.expectedPerPlanFen
    const lines = (seeded.decision ?? seeded.estimate)?.lines.map((line) => [line.planId, line.amountFen])
    if (expected) expect(Object.fromEntries(lines ?? [])).toEqual(expected)
  })

  it.each(members.flatMap(({ id, records }) => records.payouts.map((payout) => [id, payout] as const)))('has the payout of %s', async (id, payout) => {
    const seeded = (await (await world.as(id))('getPayout', { params: { payoutId: payout.payoutNo } })).ok()
    expect([seeded.status.state, seeded.amountFen]).toEqual([payout.state, payout.amountFen])
  })

  it.each(members.map(({ id, name, idNo, mobile }) => [id, { name, idNo, mobile }] as const))('shows %s whole sentences and nothing unmasked', async (id, secret) => {
    const text = await everythingOf(await world.as(id))
    expect(text).not.toMatch(/\{\w+\}|undefined|NaN|Invalid/)
    for (const value of Object.values(secret)) expect(text).not.toContain(value)
  })

  it('keeps the hardship status off the card and the first page', async () => {
    const hardship = await world.as('hardship')
    const shown = [await hardship('getCard'), await hardship('getHome'), await hardship('getMe')].map(({ text }) => text).join('')
    expect(shown).not.toContain('困难')
    expect((await hardship('getCard')).ok().memberTypeZh).toBe('工会会员')
  })
})

it('is the same again after a reset, and nobody is signed out', async () => {
  const world = await createWorld()
  const before = await recordsOf(world)
  const courier = await world.as('courier')
  ;(await courier('createEnrolment', { body: { campaignId: 'CP-2026-01', consents: [{ consentId: 'C1', version: '1.0' }] } })).ok()
  await world.move(40)
  ;(await (await world.tester())('resetData', { body: {} })).ok()

  expect(withoutIds(await recordsOf(world))).toEqual(withoutIds(before))
  expect((await courier('getHome')).ok().serverTime).toBe('2026-11-23T10:00:00+08:00')
  await world.move(1)
})

/** Ids of messages are random. */
const withoutIds = (records: unknown): string => JSON.stringify(records).replace(/msg_[\w-]+/g, 'msg')

it('lets a member of staff sign in, and shows no card for them', async () => {
  const world = await createWorld()
  const reviewer = await signIn(world.core, 'reviewer-1')
  expect((await reviewer('getMe')).ok().roles).toEqual(['REVIEWER'])
  expect((await reviewer('getCard')).problem().code).toBe('NOT_MEMBER')
})

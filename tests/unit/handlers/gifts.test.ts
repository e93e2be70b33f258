import { CLAIMANT } from '@tests/builders/golden-claims'
import { signIn } from '@tests/builders/people'
import { createWorld, type World } from '@tests/builders/world'

const accept = { body: { campaignId: 'CP-2026-01', consents: [{ consentId: 'C1' as const, version: '1.0' }] } }

const used = ({ store }: World): Promise<number | undefined> => store.transact(async (tx) => (await tx.get('campaign', 'CP-2026-01'))?.used)

it('gives the same certificate however often it is taken up', async () => {
  const world = await createWorld()
  const courier = await world.as(CLAIMANT)
  const [first, twice] = await Promise.all([courier('createEnrolment', accept), courier('createEnrolment', accept)])
  await world.move(1)
  const tomorrow = await courier('createEnrolment', accept)

  const certificates = [first, twice, tomorrow].map((reply) => reply.ok())
  expect(certificates.map(({ enrolmentId }) => enrolmentId)).toEqual(Array(3).fill(certificates[0]?.enrolmentId))
  expect(twice.text).toBe(first.text)
  expect([first, twice, tomorrow].map(({ status }) => status)).toEqual([201, 201, 201])
  expect(await used(world)).toBe(1)
  expect((await courier('listCoverages')).ok().items.filter(({ planId }) => planId === 'P1')).toHaveLength(1)
})

it('never gives more places than there are', async () => {
  const world = await createWorld()
  const people = Array.from({ length: 12 }, (_, at) => `racer-${at}`)
  await world.store.transact(async (tx) => {
    const [courier, campaign] = [await tx.get('account', CLAIMANT), await tx.get('campaign', 'CP-2026-01')]
    if (!courier || !campaign) throw new Error('the seed lacks the courier')
    for (const id of people) await tx.put('account', { ...courier, id, mobile: `1380000${id.slice(6).padStart(4, '0')}` })
    await tx.put('campaign', { ...campaign, quota: 5, leased: 0 })
  })
  const apis = await Promise.all(people.map((id) => signIn(world.core, id)))
  const replies = await Promise.all(apis.flatMap((api) => [api('createEnrolment', accept), api('createEnrolment', accept)]))

  expect(replies.filter(({ status }) => status === 201)).toHaveLength(10)
  expect(new Set(replies.filter(({ status }) => status === 201).map((reply) => reply.ok().enrolmentId)).size).toBe(5)
  expect(replies.filter(({ status }) => status !== 201).map((reply) => reply.problem().code)).toEqual(Array(14).fill('QUOTA_EXHAUSTED'))
  expect(await used(world)).toBe(5)
})

it('says each condition in words, whether it holds or not', async () => {
  const world = await createWorld()
  const offer = (await (await world.as('over60'))('getGiftOffer', { params: { campaignId: 'CP-2026-01' } })).ok()
  expect(offer.eligible).toBe(false)
  expect(offer.headlineZh).toBe('本次赠送面向16至59周岁的会员。')
  expect(offer.checks.every(({ textZh }) => textZh !== '')).toBe(true)
  expect(offer.checks.filter(({ ok }) => !ok).map(({ code }) => code)).toEqual(['AGE_OUT_OF_RANGE', 'GROUP_MISMATCH', 'ALREADY_COVERED'])
})

it('offers a gift only to those whom it is made for', async () => {
  const world = await createWorld()
  const states = async (id: string): Promise<[string, string][]> => (await (await world.as(id))('listGiftOffers')).ok().items.map(({ campaignId, state }) => [campaignId, state])
  expect(await states('courier')).toEqual([['CP-2026-01', 'AVAILABLE']])
  expect(await states('driver')).toEqual([['CP-2026-02', 'TAKEN'], ['CP-2026-01', 'NOT_ELIGIBLE']])
  expect(await states('industrial')).toEqual([])
})

it('keeps the consents that came along, and no others', async () => {
  const world = await createWorld()
  const courier = await world.as(CLAIMANT)
  ;(await courier('createEnrolment', { body: { ...accept.body, consents: [...accept.body.consents, { consentId: 'C7', version: '1.0' }] } })).ok()
  const granted = (await courier('listConsents')).ok().items.filter((consent) => consent.granted).map(({ consentId }) => consentId)
  expect(granted).toEqual(['C1', 'C7'])
})

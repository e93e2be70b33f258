import type { UpdateClaim } from '@/contract/schemas/claim'
import { claimAt, CLAIMANT, decide, goldenAmounts, goldenInvoice, goldenStay, grant } from '@tests/builders/golden-claims'
import { createWorld, type World } from '@tests/builders/world'

const change = async (world: World, claim: { claimId: string; version: number }, body: UpdateClaim) =>
  (await world.as(CLAIMANT))('updateClaim', { params: { claimId: claim.claimId }, version: claim.version, body })

describe('a draft', () => {
  it.each([
    ['admission in the future', { stay: { ...goldenStay, admittedOn: '2027-01-02', dischargedOn: '2027-01-03' } }, '/stay/admittedOn'],
    ['discharge before admission', { stay: { ...goldenStay, dischargedOn: '2026-12-23' } }, '/stay/dischargedOn'],
    ['a day that does not exist', { stay: { ...goldenStay, admittedOn: '2026-02-30' } }, '/stay/admittedOn'],
    ['more from others than was borne', { amounts: { ...goldenAmounts, otherPaidFen: 1_000_001 } }, '/amounts/otherPaidFen'],
    ['an accident after the admission', { cause: 'ACCIDENT' as const, accidentOn: '2026-12-25', stay: goldenStay }, '/accidentOn'],
  ])('refuses %s at its field', async (_, body, pointer) => {
    const world = await createWorld()
    const reply = await change(world, await claimAt(world, 'DRAFT'), body)
    expect(Object.keys(reply.problem('VALIDATION_FAILED').fieldErrors)).toContain(pointer)
  })

  it('says by how much the amounts miss each other', async () => {
    const world = await createWorld()
    const reply = await change(world, await claimAt(world, 'DRAFT'), { amounts: { ...goldenAmounts, pooledFen: 2_600_000 } })
    expect(reply.problem('AMOUNTS_MISMATCH').fieldErrors['/amounts/totalFen']).toContain('相差1,000.00元')
  })

  it('names the days of the cover when the stay is outside of it', async () => {
    const world = await createWorld()
    const reply = await change(world, await claimAt(world, 'DRAFT'), { stay: { ...goldenStay, admittedOn: '2026-11-23' } })
    expect(reply.problem('CLAIM_NOT_COVERED').detail).toContain('2026年11月24日至2027年11月23日')
  })

  it('gives an invoice back when another takes its place', async () => {
    const world = await createWorld()
    const first = await claimAt(world, 'FILLED')
    const courier = await world.as(CLAIMANT)
    const second = (await courier('createClaim', { body: { cause: 'ILLNESS' } })).ok()
    expect((await change(world, second, { invoice: goldenInvoice })).problem('DUPLICATE_INVOICE').detail).toContain(first.claimNo)
    ;(await change(world, first, { invoice: { code: '44990026', number: '0000000099' } })).ok()
    ;(await change(world, second, { invoice: goldenInvoice })).ok()
  })

  it('asks for more papers after an accident, and for the day of it', async () => {
    const world = await createWorld()
    const claim = (await change(world, await claimAt(world, 'FILLED'), { cause: 'ACCIDENT' })).ok()
    expect(claim.missing).toContainEqual({ part: 'event', textZh: '请填写受伤日期。' })
    const required = claim.checklist.filter((item) => item.required).map(({ documentType }) => documentType)
    expect(required).toEqual(expect.arrayContaining(['ACCIDENT_STATEMENT', 'TREATMENT_RECORD', 'DISCHARGE_SUMMARY', 'INSURANCE_SETTLEMENT']))
  })

  it('is left alone for 90 days and then expires, with a reminder before', async () => {
    const world = await createWorld()
    await claimAt(world, 'FILLED')
    await world.move(91)
    const courier = await world.as(CLAIMANT)
    expect((await courier('listClaims', { query: {} })).ok().items[0]?.status.state).toBe('EXPIRED')
    expect((await courier('listMessages')).ok().items.map(({ titleZh }) => titleZh)).toEqual(expect.arrayContaining(['草稿即将到期', '已过期']))
  })
})

describe('a claim under review', () => {
  it('is withdrawn when C3 is, and its invoice is free again', async () => {
    const world = await createWorld()
    const claim = await claimAt(world, 'REVIEWING')
    await grant(world, CLAIMANT, 'C3', false)
    const courier = await world.as(CLAIMANT)
    // Nothing is to be expected of it.
    expect((await courier('getClaim', { params: claim })).ok()).toMatchObject({ status: { state: 'WITHDRAWN' }, estimate: null })
    await grant(world, CLAIMANT, 'C3')
    const second = (await courier('createClaim', { body: { cause: 'ILLNESS' } })).ok()
    ;(await change(world, second, { invoice: goldenInvoice })).ok()
  })

  it('keeps its receipt as it was shown', async () => {
    const world = await createWorld()
    const claim = await claimAt(world, 'REVIEWING')
    const courier = await world.as(CLAIMANT)
    const before = (await courier('getClaimReceipt', { params: claim })).text
    await decide(world, claim, 'APPROVE')
    expect((await courier('getClaimReceipt', { params: claim })).text).toBe(before)
  })

  it('cannot be approved for nothing: the tester is told the reason and refuses with it', async () => {
    const world = await createWorld()
    const claim = await claimAt(world, 'REVIEWING', { change: { stay: { ...goldenStay, admittedOn: '2026-12-23' } } })
    const tester = await world.tester()
    const refused = (await tester('decideClaim', { params: claim, body: { decision: 'APPROVE' } })).problem('VALIDATION_FAILED')
    expect(refused).toHaveProperty('proposedReasonCode', 'WAITING_PERIOD')
    // What the system proposes to the reviewer is not for the member.
    const courier = await world.as(CLAIMANT)
    expect((await courier('getClaim', { params: claim })).ok().timeline.map(({ detailZh }) => detailZh)).not.toContain('处于免责期')
    ;(await tester('decideClaim', { params: claim, body: { decision: 'REJECT' } })).ok()
    expect((await courier('getClaim', { params: claim })).ok()).toMatchObject({ status: { state: 'REJECTED' }, decision: { amountFen: 0, clauseZh: expect.stringContaining('C-3') } })
  })

  it('is endorsed by another officer first where the unit union has it', async () => {
    const world = await createWorld()
    ;(await (await world.tester())('decideClaim', { params: { claimId: 'CLM-2026-000025' }, body: { decision: 'APPROVE' } })).ok()
    const claim = (await (await world.as('over60'))('getClaim', { params: { claimId: 'CLM-2026-000025' } })).ok()
    expect(claim.decision?.amountFen).toBe(590_400)
    expect(claim.timeline.map(({ whoZh }) => whoZh)).toContain('单位工会')
  })

  it('uses up the cover for the next one', async () => {
    const world = await createWorld()
    await claimAt(world, 'PAID')
    const courier = await world.as(CLAIMANT)
    const next = (await courier('createClaim', { body: { cause: 'ILLNESS' } })).ok()
    const bill = (selfPayFen: number) => ({ totalFen: selfPayFen, pooledFen: 0, inScopeSelfPayFen: selfPayFen, outOfScopeFen: 0, otherPaidFen: 0 })
    const filled = (await change(world, next, { stay: { ...goldenStay, admittedOn: '2026-12-31', dischargedOn: '2027-01-02' }, amounts: bill(30_000_000) })).ok()
    // 173,000 less the 8,000 of the first stay.
    expect(filled.estimate?.amountFen).toBe(16_500_000)
    expect(filled.estimate?.lines[0]?.reasonZh).toContain('165,000.00')
  })
})

describe('免审即享', () => {
  it('pays the industrial worker without a tap', async () => {
    const world = await createWorld()
    await world.move(1)
    const member = await world.as('industrial')
    const claim = (await member('getClaim', { params: { claimId: 'CLM-2026-000001' } })).ok()
    expect(claim.status.state).toBe('PAID')
    expect(claim.decision).toMatchObject({ amountFen: 375_724, split: { memberFinalFen: 200_431 } })
    expect((await member('listMessages')).ok().items.map(({ titleZh }) => titleZh)).toEqual(['已到账', '拨付中', '免审即享'])
  })

  it.each([
    ['asks first without the standing instruction', async (world: World) => (await world.as('industrial'))('setConsent', { params: { consentId: 'C2' }, body: { granted: true, version: '1.0', standing: false } }), 'AUTO_MATCHED'],
    ['prepares a draft when the account may not be used', async (world: World) => (await world.as('industrial'))('setConsent', { params: { consentId: 'C5' }, body: { granted: false, version: '1.0' } }), 'DRAFT'],
    ['does nothing without C2', async (world: World) => (await world.as('industrial'))('setConsent', { params: { consentId: 'C2' }, body: { granted: false, version: '1.0' } }), undefined],
  ])('%s', async (_, prepare, state) => {
    const world = await createWorld()
    ;(await prepare(world)).ok()
    await world.move(1)
    expect((await (await world.as('industrial'))('listClaims', { query: {} })).ok().items[0]?.status.state).toBe(state)
  })
})

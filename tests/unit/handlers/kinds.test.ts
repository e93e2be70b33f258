import type { UpdateClaim } from '@/contract/schemas/claim'
import { anAccident, claimAt, grant } from '@tests/builders/golden-claims'
import { aDiagnosis, approved, drafted, giveCover, handedIn } from '@tests/builders/kinds'
import { createWorld, type World } from '@tests/builders/world'
import { SIGNED } from '@tests/builders/signature'

const linesOf = (claim: { decision: { lines: { planId: string; amountFen: number }[] } | null }) => claim.decision?.lines.map(({ planId, amountFen }) => [planId, amountFen])

/** The accident of BV19: 25 days, grade 7, own share 10,000 yuan, 1,000 out of scope. */
const bv19: UpdateClaim = {
  accidentOn: '2026-10-01',
  accident: { ...anAccident, disabilityGrade: 7 },
  stay: { hospitalZh: '示例区第一人民医院', admittedOn: '2026-10-01', dischargedOn: '2026-10-26' },
  amounts: { totalFen: 5_100_000, pooledFen: 4_000_000, inScopeSelfPayFen: 1_000_000, outOfScopeFen: 100_000, otherPaidFen: 0 },
}

describe('critical illness', () => {
  let world: World
  beforeEach(async () => {
    world = await createWorld()
  })

  test('BV21: P5A pays the light class, then the severe one, 78,000 in all; a third finds the cover ended', async () => {
    await giveCover(world, 'rare-name', { planId: 'P5A' })
    const who = await world.as('rare-name')
    const light = await approved(world, who, 'CRITICAL', aDiagnosis('LIGHT', '2026-09-01'))
    const severe = await approved(world, who, 'CRITICAL', aDiagnosis('SEVERE'))
    expect([linesOf(light), linesOf(severe)]).toEqual([[['P5A', 1_800_000]], [['P5A', 6_000_000]]])
    const third = await drafted(who, 'CRITICAL', aDiagnosis('SEVERE', '2026-11-20'))
    expect(third.estimate).toMatchObject({ amountFen: 0, reasonZh: expect.stringContaining('保障') })
    const { options } = (await who('getClaimOptions', { query: {} })).ok()
    expect(options.find(({ cause }) => cause === 'CRITICAL')).toMatchObject({ available: true, reasonZh: expect.stringContaining('保障已终止') })
  })

  test('BV22: P5B severe pays 150,000', async () => {
    const who = await world.as('trade')
    await giveCover(world, 'trade', { planId: 'P5B' })
    expect(linesOf(await approved(world, who, 'CRITICAL', aDiagnosis('SEVERE')))).toEqual([['P5B', 15_000_000]])
  })

  test('BV25: three shares of P6 pay 9,000 in situ and 45,000 malignant', async () => {
    await giveCover(world, 'rare-name', { planId: 'P6', shares: 3, endsOn: '2028-12-31' })
    const who = await world.as('rare-name')
    const amounts = []
    for (const category of ['IN_SITU', 'MALIGNANT'] as const) amounts.push((await approved(world, who, 'FEMALE', aDiagnosis(category))).decision?.amountFen)
    expect(amounts).toEqual([900_000, 4_500_000])
  })

  test('C4 is asked for with each claim, keeps it from being handed in, and ends with the decision', async () => {
    await giveCover(world, 'rare-name', { planId: 'P5A' })
    const who = await world.as('rare-name')
    const draft = await drafted(who, 'CRITICAL', aDiagnosis('LIGHT'))
    expect([draft.consentsNeeded, draft.missing.map(({ part }) => part)]).toEqual([['C4'], ['consents']])
    const refused = await who('submitClaim', { params: draft, version: draft.version, body: SIGNED })
    expect(refused.problem()).toMatchObject({ code: 'CONSENT_REQUIRED' })
    ;(await who('setConsent', { params: { consentId: 'C4' }, body: { granted: true, version: '1.0', claimId: draft.claimId } })).ok()
    const fresh = (await who('getClaim', { params: draft })).ok()
    expect([fresh.consentsNeeded, fresh.actions]).toEqual([[], ['edit', 'submit', 'discard']])
    ;(await who('submitClaim', { params: draft, version: fresh.version, body: SIGNED })).ok()
    const c4 = async () => (await who('listConsents', {})).ok().items.find(({ consentId }) => consentId === 'C4')?.granted
    expect(await c4()).toBe(true)
    ;(await (await world.tester())('decideClaim', { params: draft, body: { decision: 'APPROVE' } })).ok()
    expect(await c4()).toBe(false)
    expect((await drafted(who, 'CRITICAL', aDiagnosis('SEVERE'))).consentsNeeded).toEqual(['C4'])
  })

  test('papers are those of the kind, and the parts those that it has', async () => {
    await giveCover(world, 'rare-name', { planId: 'P5A' })
    const { checklist, parts } = await drafted(await world.as('rare-name'), 'CRITICAL', aDiagnosis('LIGHT'))
    expect(parts).toEqual(['event', 'papers'])
    expect(checklist.filter(({ required }) => required).map(({ documentType }) => documentType)).toEqual(['ID_CARD', 'DIAGNOSIS_PROOF', 'PATHOLOGY_REPORT', 'MEDICAL_RECORD_COVER'])
  })

  test.each([
    ['a diagnosis to come', aDiagnosis('SEVERE', '2026-12-24'), 'VALIDATION_FAILED', '/diagnosis/diagnosedOn'],
    ['a class of the other plan', aDiagnosis('IN_SITU'), 'VALIDATION_FAILED', '/diagnosis/category'],
    ['a day outside the cover', aDiagnosis('SEVERE', '2025-12-24'), 'CLAIM_NOT_COVERED', '/diagnosis/diagnosedOn'],
  ])('refuses %s at its field', async (_what, body, code, pointer) => {
    await giveCover(world, 'rare-name', { planId: 'P5A' })
    const who = await world.as('rare-name')
    await grant(world, 'rare-name', 'C3')
    const claim = (await who('createClaim', { body: { cause: 'CRITICAL' } })).ok()
    const problem = (await who('updateClaim', { params: claim, version: claim.version, body })).problem()
    expect([problem.code, Object.keys(problem.fieldErrors ?? {})]).toEqual([code, [pointer]])
  })
})

describe('an accident', () => {
  test('BV19: P1, P3, P4 for the days and the grade, G7 for the grade and what is left of the bill; 45,000 in all', async () => {
    const world = await createWorld()
    for (const planId of ['P1', 'P3', 'P4'] as const) await giveCover(world, 'courier', { planId, endsOn: '2026-12-31' })
    const who = await world.as('courier')
    const claim = await approved(world, who, 'ACCIDENT', bv19)
    expect(linesOf(claim)).toEqual([['P4', 2_400_000], ['G7', 800_000], ['P1', 800_000], ['P3', 150_000], ['P4', 150_000], ['G7', 200_000]])
    expect(claim.decision?.amountFen).toBe(4_500_000)
  })

  test('a worse grade of the same accident pays the difference, and the medical cap counts only what was medical', async () => {
    const world = await createWorld()
    await giveCover(world, 'courier', { planId: 'P4' })
    const who = await world.as('courier')
    const first = await approved(world, who, 'ACCIDENT', { accidentOn: '2026-10-01', accident: { ...anAccident, treatment: 'NONE', disabilityGrade: 9 } })
    const worse = await approved(world, who, 'ACCIDENT', { accidentOn: '2026-10-01', accident: { ...anAccident, treatment: 'NONE', disabilityGrade: 7 } })
    expect([linesOf(first), linesOf(worse)]).toEqual([[['P4', 1_200_000], ['G7', 400_000]], [['P4', 1_200_000], ['G7', 400_000]]])
    const bill = await approved(world, who, 'ACCIDENT', {
      accidentOn: '2026-10-01',
      accident: { ...anAccident, treatment: 'OUTPATIENT' },
      stay: { hospitalZh: '示例区第一人民医院', admittedOn: '2026-10-01', dischargedOn: '2026-10-03' },
      amounts: { totalFen: 300_000, pooledFen: 50_000, inScopeSelfPayFen: 150_000, outOfScopeFen: 100_000, otherPaidFen: 0 },
    })
    expect(linesOf(bill)).toEqual([['G7', 200_000]])
  })

  test('papers follow the treatment, the traffic and the harm', async () => {
    const world = await createWorld()
    const who = await world.as('courier')
    const outpatient = await drafted(who, 'ACCIDENT', { accidentOn: '2026-10-01', accident: { ...anAccident, traffic: true, treatment: 'OUTPATIENT', disabilityGrade: 10 }, stay: { hospitalZh: '示例医院', admittedOn: '2026-10-01', dischargedOn: '2026-10-01' } })
    const needed = outpatient.checklist.filter(({ required }) => required).map(({ documentType }) => documentType)
    expect(needed).toEqual(['ID_CARD', 'ACCIDENT_STATEMENT', 'TREATMENT_RECORD', 'MEDICAL_INVOICE', 'DISABILITY_ASSESSMENT', 'TRAFFIC_REPORT'])
    expect([outpatient.parts, outpatient.missing.map(({ part }) => part)]).toEqual([['event', 'stay', 'amounts', 'papers'], ['amounts']])
  })

  test('under a cover by the unit the union looks first', async () => {
    const world = await createWorld()
    await giveCover(world, 'courier', { planId: 'P4', source: 'UNIT' })
    const claim = await handedIn(await world.as('courier'), 'ACCIDENT', { accidentOn: '2026-10-01', accident: { ...anAccident, treatment: 'NONE', disabilityGrade: 9 } })
    expect([claim.status.state, claim.timeline.map(({ titleZh }) => titleZh)]).toEqual(['UNION_CHECK', ['建立草稿', '已提交', '单位工会核实']])
  })
})

describe('what can be claimed, and what stands against it', () => {
  const optionOf = async (world: World, as: string, cause: string, on?: string) =>
    (await (await world.as(as))('getClaimOptions', { query: on === undefined ? {} : { on } })).ok().options.find((option) => option.cause === cause)

  test('a man reads that the plan for women is not for him', async () => {
    const world = await createWorld()
    expect(await optionOf(world, 'driver', 'FEMALE')).toMatchObject({ available: false, reasonZh: expect.stringContaining('只限女性') })
  })

  test('a diagnosis in the waiting period is said beforehand, and may still be handed in', async () => {
    const world = await createWorld()
    await giveCover(world, 'rare-name', { planId: 'P5A', effectiveOn: '2026-06-01', endsOn: '2027-05-31' })
    expect(await optionOf(world, 'rare-name', 'CRITICAL', '2026-11-20')).toMatchObject({ available: true, reasonZh: expect.stringContaining('免责期到2026年11月27日为止') })
  })

  test('a day without cover, and one that is too long ago', async () => {
    const world = await createWorld()
    await giveCover(world, 'rare-name', { planId: 'P5A' })
    expect(await optionOf(world, 'rare-name', 'CRITICAL', '2025-11-20')).toMatchObject({ available: false, reasonZh: expect.stringContaining('2025年11月20日不在您的保障期内') })
    await world.move('2028-12-02T10:00:00+08:00')
    expect(await optionOf(world, 'rare-name', 'CRITICAL', '2026-12-01')).toMatchObject({ available: false, reasonZh: expect.stringContaining('申领时限到2028年12月1日为止') })
  })

  test('a period that has paid two admissions, or its cap, says so before any photo', async () => {
    const world = await createWorld()
    const first = await claimAt(world, 'PAYING')
    const again = async (count: number, fen: number) =>
      world.store.transact(async (tx) => {
        const paid = await tx.get('claim', first.claimId)
        if (!paid?.decision) throw new Error('no decision')
        for (let no = 0; no < count; no += 1) await tx.put('claim', { ...paid, id: no === 0 ? paid.id : `CLM-2026-00900${no}`, decision: { ...paid.decision, perPlanFen: { P1: fen } } })
      })
    expect((await optionOf(world, 'courier', 'ILLNESS'))?.covers).toMatchObject([{ problemZh: null, mostFen: 16_500_000 }])
    await again(1, 17_300_000)
    expect(await optionOf(world, 'courier', 'ILLNESS')).toMatchObject({ available: true, reasonZh: expect.stringContaining('限额已用完'), covers: [{ mostFen: 0 }] })
    await again(2, 800_000)
    expect(await optionOf(world, 'courier', 'ILLNESS')).toMatchObject({ available: true, reasonZh: expect.stringContaining('本保障期已互助2次住院'), covers: [{ mostFen: 0 }] })
  })

  test('every cover says what it pays at most, every paper what must be seen on it', async () => {
    const world = await createWorld()
    const option = await optionOf(world, 'woman-p6', 'FEMALE')
    expect(option?.covers.map(({ worthZh, remainingFen }) => [worthZh, remainingFen])).toEqual([['2份：恶性肿瘤30,000元，原位癌6,000元，各一次', 600_000]])
    expect(option?.covers.map(({ mostFen }) => mostFen)).toEqual([600_000])
    // One death pays its sum, whatever the cap of the period would still hold.
    expect((await optionOf(world, 'beneficiary', 'DEATH'))?.covers.map(({ remainingFen, mostFen }) => [remainingFen, mostFen])).toEqual([[6_540_000, 6_000_000]])
    expect((await optionOf(world, 'model', 'CRITICAL'))?.covers.map(({ remainingFen, mostFen }) => [remainingFen, mostFen])).toEqual([[19_500_000, 15_000_000]])
    expect(option?.papers.map(({ documentType, marksZh }) => [documentType, marksZh.length])).toEqual([['ID_CARD', 2], ['DIAGNOSIS_PROOF', 2], ['PATHOLOGY_REPORT', 2], ['MEDICAL_RECORD_COVER', 2]])
  })
})

test('a cover that changes after the claim was handed in: the one on the day of the stay decides', async () => {
  const world = await createWorld()
  const who = await world.as('driver')
  const claim = await handedIn(who, 'ILLNESS', { stay: { hospitalZh: '示例医院', admittedOn: '2026-11-01', dischargedOn: '2026-11-09' }, amounts: { totalFen: 3_700_000, pooledFen: 2_700_000, inScopeSelfPayFen: 1_000_000, outOfScopeFen: 0, otherPaidFen: 0 } })
  // The cover of the stay ends early, and another one of another city begins: neither changes what that day was worth.
  await world.store.transact(async (tx) => {
    for (const cover of await tx.list('coverage', 'driver')) await tx.put('coverage', { ...cover, endsOn: '2026-11-15' })
  })
  await giveCover(world, 'driver', { planId: 'P1', effectiveOn: '2026-11-20', endsOn: '2027-11-19' })
  ;(await (await world.tester())('decideClaim', { params: claim, body: { decision: 'APPROVE' } })).ok()
  const decided = (await who('getClaim', { params: claim })).ok()
  expect(linesOf(decided)).toEqual([['P1', 800_000]])
  const covers = (await who('listCoverages', {})).ok().items.map(({ effectiveOn, usedFen }) => [effectiveOn, usedFen])
  expect(covers).toEqual(expect.arrayContaining([['2026-03-01', expect.any(Number)], ['2026-11-20', 0]]))
})

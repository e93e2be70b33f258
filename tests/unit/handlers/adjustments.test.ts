import type { Claim } from '@/contract/schemas/claim'
import type { Decide } from '@/contract/schemas/tester'
import { claimAt, CLAIMANT, reread } from '@tests/builders/after-submission'
import { anAccident, goldenAmounts, goldenStay } from '@tests/builders/golden-claims'
import { createWorld, type World } from '@tests/builders/world'

let world: World
beforeEach(async () => {
  world = await createWorld()
})

const order = async (claim: { claimId: string }, body: Decide) => (await world.tester())('decideClaim', { params: claim, body })
const approved = async (claim: Claim, corrected: Omit<Decide, 'decision'>): Promise<Claim> => {
  ;(await order(claim, { decision: 'APPROVE', ...corrected })).ok()
  return reread(world, claim)
}
const outcomeOf = async ({ claimId }: Claim) => (await world.store.transact((tx) => tx.get('claim', claimId)))?.progress

describe('a reviewer puts right what was filed (T20), up or down, and the member reads what and by which clause', () => {
  test('a higher base: UP, from what to what, and the difference', async () => {
    const claim = await claimAt(world, 'REVIEWING', { change: { amounts: { ...goldenAmounts, pooledFen: 2_900_000, inScopeSelfPayFen: 800_000 } } })
    const decided = await approved(claim, { amounts: goldenAmounts })
    expect(decided.decision).toMatchObject({
      amountFen: 800_000,
      filedFen: 640_000,
      adjustments: [{ titleZh: '更正计算基数（自付）', textZh: '基数由8,000.00元更正为10,000.00元,依据:医保结算单和收费票据。', clauseZh: expect.stringMatching(/^示例条款P1-1:/) }],
    })
    expect(decided.amounts).toEqual(goldenAmounts)
    expect(await outcomeOf(claim)).toMatchObject({ outcome: 'UP', reasonCodes: ['BASE_CORRECTED'], amountFen: 800_000 })
    expect(decided.timeline.map(({ detailZh }) => detailZh)).toContain('更正计算基数')
  })

  test('a lower base: DOWN', async () => {
    const claim = await claimAt(world, 'REVIEWING')
    const decided = await approved(claim, { amounts: { ...goldenAmounts, pooledFen: 3_200_000, inScopeSelfPayFen: 500_000 } })
    expect(decided.decision).toMatchObject({ amountFen: 400_000, filedFen: 800_000, adjustments: [{ textZh: expect.stringContaining('由10,000.00元更正为5,000.00元') }] })
    expect(await outcomeOf(claim)).toMatchObject({ outcome: 'DOWN', reasonCodes: ['BASE_CORRECTED'] })
  })

  test('the grade of an accident', async () => {
    const claim = await claimAt(world, 'REVIEWING', { cause: 'ACCIDENT', change: { accident: { ...anAccident, treatment: 'NONE', disabilityGrade: 7 } } })
    const decided = await approved(claim, { disabilityGrade: 9 })
    expect(decided.decision).toMatchObject({ amountFen: 400_000, filedFen: 800_000, adjustments: [{ titleZh: '更正伤残等级', textZh: '等级由7级更正为9级,金额相应调整。', clauseZh: expect.stringMatching(/^示例条款G7-1:/) }] })
    expect(decided.decision?.lines[0]).toMatchObject({ clauseZh: expect.stringMatching(/^示例条款G7-1:/) })
  })

  test('the days of a stay', async () => {
    const claim = await claimAt(world, 'REVIEWING')
    const decided = await approved(claim, { stayDays: { admittedOn: goldenStay.admittedOn, dischargedOn: '2026-12-29' } })
    expect(decided.decision?.adjustments).toMatchObject([{ titleZh: '更正住院天数', textZh: '天数由6天更正为5天。' }])
    expect(decided.stay).toEqual({ ...goldenStay, dischargedOn: '2026-12-29' })
  })

  test('as it was filed: nothing is said to have changed', async () => {
    const decided = await approved(await claimAt(world, 'REVIEWING'), { amounts: goldenAmounts })
    expect(decided.decision).not.toHaveProperty('adjustments')
    expect(await outcomeOf(decided)).toMatchObject({ outcome: 'FULL', reasonCodes: [] })
  })

  test.each<[string, Omit<Decide, 'decision'>, string]>([
    ['a class where there is no diagnosis', { category: 'SEVERE' }, '/category'],
    ['a grade where no harm is claimed', { disabilityGrade: 3 }, '/disabilityGrade'],
    ['a discharge before the admission', { stayDays: { admittedOn: '2026-12-24', dischargedOn: '2026-12-20' } }, '/stay/dischargedOn'],
  ])('%s is refused, and the claim stays as it was', async (_title, corrected, pointer) => {
    const claim = await claimAt(world, 'REVIEWING')
    const problem = (await order(claim, { decision: 'APPROVE', ...corrected })).problem('VALIDATION_FAILED')
    expect(Object.keys(problem.fieldErrors ?? {})).toContain(pointer)
    expect(await reread(world, claim)).toEqual(claim)
  })

  test('after an appeal: what was put right, against what had been decided', async () => {
    const claim = await claimAt(world, 'REVIEWING', { change: { amounts: { ...goldenAmounts, pooledFen: 2_900_000, inScopeSelfPayFen: 800_000 } } })
    const first = await approved(claim, {})
    const courier = await world.as(CLAIMANT)
    await world.store.transact(async (tx) => {
      // The appeal is open once the money is there; the bank is not what this is about.
      const record = await tx.get('claim', claim.claimId)
      if (record) await tx.put('claim', { ...record, progress: { ...record.progress, state: 'PAID', paidFen: 640_000, openFen: 0, paidAt: '2026-12-31T18:00:00+08:00' } })
    })
    ;(await courier('appealClaim', { params: first, version: first.version, body: { reasonZh: '自付写少了。' } })).ok()
    ;(await order(claim, { decision: 'OVERTURN', amounts: goldenAmounts })).ok()
    expect((await reread(world, claim)).decision).toMatchObject({ amountFen: 800_000, filedFen: 640_000, adjustments: [{ titleZh: '更正计算基数（自付）' }] })
  })
})

test('the persona whose class was raised reads it: from 6,000.00 to 30,000.00, and why', async () => {
  const claim = (await (await world.as('woman-p6'))('getClaim', { params: { claimId: 'CLM-2026-000026' } })).ok()
  expect(claim.decision).toMatchObject({ amountFen: 3_000_000, filedFen: 600_000, adjustments: [{ titleZh: '更正疾病类别', textZh: '类别由“原位癌”更正为“恶性肿瘤”,金额相应调整。', clauseZh: expect.stringMatching(/^示例条款P6-1:/) }] })
})

describe('the limit of the period, at the check', () => {
  test('what is used and what is left, in money and admissions', async () => {
    const claim = await claimAt(world, 'COMPLETE')
    expect(claim.estimate?.lines[0]?.capZh).toBe('本保障期限额173,000.00元，已用0.00元，还可用173,000.00元；住院最多2次，已用0次。')
    ;(await (await world.as(CLAIMANT))('submitClaim', { params: claim, version: claim.version, body: { declaredTrue: true, signature: { typedName: '陈速达' } } })).ok()
    ;(await order(claim, { decision: 'APPROVE' })).ok()
    const courier = await world.as(CLAIMANT)
    const second = (await courier('createClaim', { body: { cause: 'ILLNESS' } })).ok()
    const filled = (await courier('updateClaim', { params: second, version: second.version, body: { stay: goldenStay, amounts: goldenAmounts } })).ok()
    expect(filled.estimate?.lines[0]?.capZh).toBe('本保障期限额173,000.00元，已用8,000.00元，还可用165,000.00元；住院最多2次，已用1次。')
  })

  test('an agent does not read what earlier claims were paid', async () => {
    const claim = (await (await world.as('union-officer'))('getClaim', { params: { claimId: 'CLM-2026-000025' } })).ok()
    expect(claim.estimate?.lines.length).toBeGreaterThan(0)
    expect(claim.estimate?.lines.every((line) => !('capZh' in line))).toBe(true)
  })

  test('an assumed limit is marked, though the rate is published', async () => {
    const sampleOf = async (cityCode: string): Promise<boolean[] | undefined> => {
      const fresh = await createWorld()
      const claim = await claimAt(fresh, 'FILLED')
      await fresh.store.transact(async (tx) => {
        for (const cover of await tx.list('coverage', CLAIMANT)) if (cover.planId === 'P1') await tx.put('coverage', { ...cover, cityCode })
      })
      return (await reread(fresh, claim)).estimate?.lines.map(({ sample }) => sample)
    }
    expect(await sampleOf('4401')).toEqual([false])
    expect(await sampleOf('4403')).toEqual([true])
  })
})

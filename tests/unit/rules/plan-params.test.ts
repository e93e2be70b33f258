import plansJson from '@mock/rules/data/plans.json'
import { computeBenefits } from '@mock/rules/benefit'
import type { BenefitCoverage, BenefitEvent, BillEvent } from '@mock/rules/benefit-types'
import { capFenOf, coverageTerms } from '@mock/rules/coverage'
import { planIds, planInfo, planParam, readBenefitParams, type PlanId, type PlansData } from '@mock/rules/plans'
import { runVector, vectors } from './vectors'

/**
 * Every number of every plan is changed by one, up and down. Each time at least one vector or one of the cases below must give another
 * answer than it gives for plans.json, whose answers are the literals here and in the vectors.
 */
interface Case {
  title: string
  run: (source: PlansData) => unknown
  expected: unknown
}

const bill = (id: string, cause: 'ILLNESS' | 'ACCIDENT', admittedOn: string, dischargedOn: string, inScopeSelfPayFen: number, outOfScopeFen = 0): BillEvent => ({
  id,
  type: 'ADMISSION',
  cause,
  admittedOn,
  dischargedOn,
  accidentOn: cause === 'ACCIDENT' ? admittedOn : null,
  totalFen: inScopeSelfPayFen + outOfScopeFen,
  pooledFen: 0,
  inScopeSelfPayFen,
  outOfScopeFen,
})
const cover = (planId: PlanId, first: boolean, more: Partial<BenefitCoverage> = {}): BenefitCoverage => ({ planId, effectiveOn: '2026-01-01', first, ...more })
const paid = (coverages: BenefitCoverage[], events: BenefitEvent[]) => (source: PlansData) => {
  const { perPlanFen, reasons } = computeBenefits({ coverages, events, sex: 'FEMALE' }, readBenefitParams(source))
  return { ...perPlanFen, codes: reasons.map((reason) => `${reason.planId} ${reason.code}`) }
}

const stays: Case[] = (['P1', 'P2', 'P3'] as const).flatMap((planId) => {
  const covers = (first: boolean) => (planId === 'P2' ? [cover('P1', first), cover('P2', first)] : [cover(planId, first)])
  const amount = { P1: 80, P2: 50, P3: 6000 }[planId]
  const others = planId === 'P2' ? { P1: 0 } : {}
  const waits = planId === 'P2' ? ['P1 WAITING_PERIOD', 'P2 WAITING_PERIOD'] : [`${planId} WAITING_PERIOD`]
  const day = (cause: 'ILLNESS' | 'ACCIDENT', on: string): BenefitEvent[] => [bill('E', cause, on, on, planId === 'P2' ? 0 : 100, planId === 'P2' ? 100 : 0)]
  return [
    { title: `${planId} waits 30 days`, run: paid(covers(true), day('ILLNESS', '2026-01-30')), expected: { ...others, [planId]: 0, codes: waits } },
    { title: `${planId} pays on day 31`, run: paid(covers(true), day('ILLNESS', '2026-01-31')), expected: { ...others, [planId]: amount, codes: [] } },
    { title: `${planId} renewed pays from the first day`, run: paid(covers(false), day('ILLNESS', '2026-01-01')), expected: { ...others, [planId]: amount, codes: [] } },
    { title: `${planId} pays an accident from the first day`, run: paid(covers(true), day('ACCIDENT', '2026-01-01')), expected: { ...others, [planId]: amount, codes: [] } },
    { title: `${planId} holds on its last day`, run: paid(covers(false), day('ILLNESS', '2026-12-31')), expected: { ...others, [planId]: amount, codes: [] } },
  ]
})

const threeStays = [bill('A', 'ILLNESS', '2026-03-01', '2026-03-02', 100, 100), bill('B', 'ILLNESS', '2026-04-01', '2026-04-02', 100, 100), bill('C', 'ILLNESS', '2026-05-01', '2026-05-02', 100, 100)]
const grades = (planId: 'P4' | 'G7', sum: number): Case[] =>
  [100, 90, 80, 70, 60, 50, 40, 30, 20, 10].map((percent, index) => ({
    title: `${planId} grade ${index + 1}`,
    run: paid([cover(planId, true)], [{ id: 'E', type: 'DISABILITY', accidentOn: '2026-02-01', grade: index + 1 }]),
    expected: { [planId]: (sum * percent) / 100, codes: [] },
  }))

const cases: Case[] = [
  ...stays,
  ...grades('P4', 6000000),
  ...grades('G7', 2000000),
  { title: 'P1 and P2 pay two stays', run: paid([cover('P1', false), cover('P2', false)], threeStays), expected: { P1: 160, P2: 100, codes: ['P1 ADMISSION_LIMIT', 'P2 ADMISSION_LIMIT'] } },
  { title: 'P4 pays an accident on the first day', run: paid([cover('P4', true)], [bill('E', 'ACCIDENT', '2026-01-01', '2026-01-02', 0)]), expected: { P4: 6000, codes: [] } },
  { title: 'P4 pays a renewed accident on the first day', run: paid([cover('P4', false)], [bill('E', 'ACCIDENT', '2026-01-01', '2026-01-02', 0)]), expected: { P4: 6000, codes: [] } },
  { title: 'P4 sum is capped at death', run: paid([cover('P4', true)], [{ id: 'A', type: 'DISABILITY', accidentOn: '2026-02-01', grade: 7 }, { id: 'B', type: 'DEATH', accidentOn: '2026-03-01' }]), expected: { P4: 6000000, codes: ['P4 CAP_APPLIED'] } },
  { title: 'G7 pays a renewed accident on the first day', run: paid([cover('G7', false)], [bill('E', 'ACCIDENT', '2026-01-01', '2026-01-02', 100)]), expected: { G7: 80, codes: [] } },
  { title: 'G7 medical to 2,000 yuan', run: paid([cover('G7', true)], [bill('E', 'ACCIDENT', '2026-02-01', '2026-02-02', 1000000)]), expected: { G7: 200000, codes: ['G7 CAP_APPLIED'] } },
  {
    title: 'P4 lets 90 days count',
    run: (source) => [181, 91].map((days) => allowanceLeft('P4', days, source)),
    expected: [540000, 540000],
  },
  { title: 'P3 lets 180 days count, whatever the cap', run: (source) => allowanceLeft('P3', 181, uncapped(source, 'P3')), expected: 1080000 },
  ...(['P5A', 'P5B', 'P6'] as const).flatMap((planId): Case[] => {
    const family = planId === 'P6' ? 'P6' : 'P5'
    const category = planId === 'P6' ? 'IN_SITU' : 'LIGHT'
    const amount = { P5A: 1800000, P5B: 4500000, P6: 300000 }[planId]
    const found = (on: string): BenefitEvent[] => [{ id: 'E', type: 'DIAGNOSIS', family, category, diagnosedOn: on }]
    return [
      { title: `${planId} waits 180 days`, run: paid([cover(planId, true)], found('2026-06-29')), expected: { [planId]: 0, codes: [`${planId} WAITING_PERIOD`] } },
      { title: `${planId} pays on day 181`, run: paid([cover(planId, true)], found('2026-06-30')), expected: { [planId]: amount, codes: [] } },
      { title: `${planId} renewed pays from the first day`, run: paid([cover(planId, false)], found('2026-01-01')), expected: { [planId]: amount, codes: [] } },
    ]
  }),
  { title: 'P6 pays three shares at most', run: paid([cover('P6', false, { shares: 4 })], [{ id: 'E', type: 'DIAGNOSIS', family: 'P6', category: 'MALIGNANT', diagnosedOn: '2026-02-01' }]), expected: { P6: 4500000, codes: [] } },
  {
    title: 'caps of a period',
    run: (source) => [
      ...['4401', '4403', '4419', '4406', '4413'].map((city) => capFenOf(cover('P1', true, { city }), readBenefitParams(source))),
      ...planIds.map((planId) => capFenOf(cover(planId, true, { city: '4401', shares: 9 }), readBenefitParams(source))),
      capFenOf(cover('P6', true, { shares: 1 }), readBenefitParams(source)),
    ],
    expected: [17300000, 16000000, 16000000, 16000000, 12000000, 17300000, 800000, 1080000, 6540000, 7800000, 19500000, 5400000, 2200000, 1800000],
  },
  {
    title: 'days of a new and of a renewed cover',
    run: (source) => planIds.flatMap((planId) => [true, false].map((first) => Object.values(coverageTerms(planId, '2026-11-23', first, readBenefitParams(source))).join(' '))),
    expected: [
      ...['P1', 'P2', 'P3'].flatMap(() => ['2026-11-24 2027-11-23 2026-12-23 2026-12-24', '2026-11-24 2027-11-23  2026-11-24']),
      ...['2026-11-24 2027-11-23  2026-11-24', '2026-11-24 2027-11-23  2026-11-24'],
      ...['P5A', 'P5B'].flatMap(() => ['2026-11-24 2027-11-23 2027-05-22 2027-05-23', '2026-11-24 2027-11-23  2026-11-24']),
      ...['2026-11-24 2029-11-23 2027-05-22 2027-05-23', '2026-11-24 2029-11-23  2026-11-24'],
      ...['2026-11-24 2027-11-23  2026-11-24', '2026-11-24 2027-11-23  2026-11-24'],
    ],
  },
  {
    title: 'what a plan page says',
    run: (source) => planIds.map((planId) => [planInfo(planId, source).feeFen.value, planInfo(planId, source).ageMin, planInfo(planId, source).ageMax, ...['maxShares', 'diseaseCount', 'classCount', 'assessmentDays', 'capFen'].map((name) => planParam(planId, name, source)?.value ?? null)]),
    expected: [
      [9500, 16, 60, 1, null, null, null, null],
      [6000, 16, 60, 1, null, null, null, 800000],
      [6000, 16, 60, 1, null, null, null, 1080000],
      [3000, 16, 60, 1, null, null, 180, 6540000],
      [8000, 16, 60, 1, 35, null, null, 7800000],
      [20000, 16, 60, 1, 35, null, null, 19500000],
      [5500, 16, 60, 3, 7, 2, null, 5400000],
      [0, 16, 60, 1, null, null, null, 2200000],
    ],
  },
]

function allowanceLeft(planId: 'P3' | 'P4', days: number, source: PlansData): number {
  const discharged = new Date(Date.UTC(2026, 1, 1 + days)).toISOString().slice(0, 10)
  const events = [bill('E', 'ACCIDENT', '2026-02-01', discharged, 0)]
  return computeBenefits({ coverages: [cover(planId, true)], events }, readBenefitParams(source)).totalFen
}
/** The same plans with room above the cap of one of them, so that another limit shows. */
function uncapped(source: PlansData, planId: PlanId): PlansData {
  return changed(source, planId, (params) => ({ ...params, capFen: { value: 99999999 } }))
}
function changed(source: PlansData, planId: PlanId, change: (params: PlansData['plans'][number]['params']) => PlansData['plans'][number]['params']): PlansData {
  return { ...source, plans: source.plans.map((plan) => (plan.id === planId ? { ...plan, params: change(plan.params) } : plan)) }
}

test.each(cases.map((entry) => [entry.title, entry] as const))('%s', (_title, entry) => expect(entry.run(plansJson)).toEqual(entry.expected))

/** Where a number stands: capFenByCity.4401.value, gradePercents.value.3, feeFen.value */
type Path = (string | number)[]
const numbersIn = (value: unknown, path: Path = []): Path[] => {
  if (typeof value === 'number') return [path]
  if (Array.isArray(value)) return value.flatMap((entry, index) => numbersIn(entry, [...path, index]))
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, entry]) => numbersIn(entry, [...path, key])) : []
}
const put = (value: unknown, [key, ...rest]: Path, by: number): unknown => {
  if (key === undefined) return Number(value) + by
  if (Array.isArray(value)) return value.map((entry, index) => (index === key ? put(entry, rest, by) : entry))
  return Object.fromEntries(Object.entries(Object(value)).map(([name, entry]) => [name, name === key ? put(entry, rest, by) : entry]))
}

const numbers = plansJson.plans.flatMap((plan) => numbersIn(plan.params).map((path) => [plan.id, path] as const))
test('the plans hold 118 numbers', () => expect(numbers).toHaveLength(118))

test.each(numbers.flatMap(([id, path]) => [1, -1].map((by) => [id, path.join('.'), by, path] as const)))('%s %s %i is noticed', (id, _name, by, path) => {
  const planId = planIds.find((candidate) => candidate === id) ?? 'P1'
  const source = changed(plansJson, planId, (params) => Object(put(params, path, by)))
  const noticed = (check: () => boolean): boolean => {
    try {
      return !check()
    } catch {
      return true // a number below zero is refused when it is read
    }
  }
  const byVector = vectors.some((vector) => noticed(() => JSON.stringify(runVector(vector, readBenefitParams(source))) === JSON.stringify(runVector(vector))))
  const byCase = cases.some((entry) => noticed(() => JSON.stringify(entry.run(source)) === JSON.stringify(entry.run(plansJson))))
  expect(byVector || byCase).toBe(true)
})

import { billSplit, computeBenefits } from '@mock/rules/benefit'
import type { BenefitCoverage, BenefitEvent, BillEvent } from '@mock/rules/benefit-types'
import { isRenewal } from '@mock/rules/coverage'
import { clauseZh, planParam } from '@mock/rules/plans'
import { runVector, vectors } from './vectors'

test.each(vectors.map((vector) => [vector.id, vector.title, vector] as const))('%s %s', (_id, _title, vector) => {
  expect(runVector(vector)).toEqual(vector.expected)
})
test('all 41 vectors are there', () => expect(vectors).toHaveLength(41))

const p1: BenefitCoverage = { planId: 'P1', effectiveOn: '2026-01-01', first: false, city: '440100' }
const stay: BillEvent = {
  id: 'E',
  type: 'ADMISSION',
  cause: 'ILLNESS',
  admittedOn: '2026-03-01',
  dischargedOn: '2026-03-09',
  totalFen: 3700000,
  pooledFen: 2700000,
  inScopeSelfPayFen: 1000000,
  outOfScopeFen: 0,
}
const formulas = (coverages: BenefitCoverage[], events: BenefitEvent[]) => computeBenefits({ coverages, events, sex: 'FEMALE' }).lines.map((line) => line.formulaZh)

test.each<[string, BenefitCoverage[], BenefitEvent[], string[]]>([
  ['percent', [p1], [stay], ['10,000.00 × 80% = 8,000.00']],
  ['rounded', [p1], [{ ...stay, inScopeSelfPayFen: 1234567 }], ['12,345.67 × 80% = 9,876.54(四舍五入到分)']],
  ['cut to the cap', [{ ...p1, prior: { paidFen: 17000000 } }], [stay], ['10,000.00 × 80% = 8,000.00,限额剩余3,000.00,按3,000.00给付']],
  ['the third stay', [{ ...p1, prior: { paidFen: 0, admissionsUsed: 2 } }], [stay], ['10,000.00 × 80% = 8,000.00,本保障期已互助2次住院,按0.00给付']],
  ['days', [{ planId: 'P3', effectiveOn: '2026-01-01', first: false }], [stay], ['60.00 × 8天 = 480.00']],
  ['grade', [{ planId: 'P4', effectiveOn: '2026-01-01', first: true }], [{ id: 'E', type: 'DISABILITY', accidentOn: '2026-02-01', grade: 7 }], ['60,000.00 × 40% = 24,000.00']],
  ['shares', [{ planId: 'P6', effectiveOn: '2025-01-01', first: true, shares: 2 }], [{ id: 'E', type: 'DIAGNOSIS', family: 'P6', category: 'MALIGNANT', diagnosedOn: '2026-02-01' }], ['15,000.00 × 2份 = 30,000.00']],
])('arithmetic in words: %s', (_title, coverages, events, expected) => expect(formulas(coverages, events)).toEqual(expected))

test('a void second enrolment lengthens nothing', () => {
  const events = [{ ...stay, admittedOn: '2027-01-15', dischargedOn: '2027-01-20' }]
  const result = computeBenefits({ coverages: [p1, { ...p1, effectiveOn: '2026-02-01' }], events })
  expect(result).toMatchObject({ totalFen: 0, reasons: [{ code: 'NOT_COVERED' }] })
})

test('two disabilities of one accident count as the worse one', () => {
  const events: BenefitEvent[] = [
    { id: 'A', type: 'DISABILITY', accidentOn: '2026-02-01', grade: 9 },
    { id: 'B', type: 'DISABILITY', accidentOn: '2026-02-01', grade: 7 },
  ]
  expect(computeBenefits({ coverages: [{ planId: 'P4', effectiveOn: '2026-01-01', first: true }], events }).totalFen).toBe(2400000)
})

test('the same category is paid once in a period', () => {
  const events: BenefitEvent[] = ['2026-02-01', '2026-03-01'].map((diagnosedOn, i) => ({ id: String(i), type: 'DIAGNOSIS', family: 'P5', category: 'LIGHT', diagnosedOn }))
  expect(computeBenefits({ coverages: [{ planId: 'P5A', effectiveOn: '2026-01-01', first: false }], events })).toMatchObject({ totalFen: 1800000, reasons: [{ event: '1', code: 'ONCE_ONLY' }] })
})

test('a member whose sex is not known gets no benefit of a plan for women', () => {
  const events: BenefitEvent[] = [{ id: 'E', type: 'DIAGNOSIS', family: 'P6', category: 'MALIGNANT', diagnosedOn: '2026-02-01' }]
  expect(computeBenefits({ coverages: [{ planId: 'P6', effectiveOn: '2025-01-01', first: true }], events }).reasons).toEqual([{ event: 'E', planId: 'P6', code: 'SEX_LIMIT' }])
})

test('the bill of the golden case splits without a rest; allowances do not lower it', () => {
  const { expenseFen, totalFen } = computeBenefits({ coverages: [p1, { planId: 'P3', effectiveOn: '2026-01-01', first: false }], events: [stay] })
  expect([expenseFen, totalFen]).toEqual([800000, 848000])
  expect(billSplit(stay, expenseFen)).toEqual({ totalFen: 3700000, pooledFen: 2700000, selfPayFen: 1000000, outOfScopeFen: 0, mutualAidFen: 800000, memberFinalFen: 200000 })
})

test.each([
  ['2026-12-31', '2027-01-01', true],
  ['2026-12-31', '2027-01-30', true],
  ['2026-12-31', '2027-01-31', true],
  ['2026-12-31', '2027-02-01', false],
  ['2027-01-01', '2027-01-01', false],
])('ended on %s, begins on %s: renewal %s', (endsOn, effectiveOn, renewal) => expect(isRenewal(effectiveOn, [endsOn])).toBe(renewal))

test('numbers keep their source label, clauses their text', () => {
  expect(planParam('P1', 'ratePercent')).toEqual({ value: 80, label: 'R', sample: false })
  expect(planParam('P1', 'waitingDays')).toEqual({ value: 30, label: 'A', sample: true })
  expect(clauseZh('C-3')).toContain('免责期')
  expect(clauseZh('P1-1')).toContain('80%')
})

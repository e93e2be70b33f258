import { computeBenefits, billSplit } from '@mock/rules/benefit'
import type { BenefitCoverage, BenefitEvent, PriorUse } from '@mock/rules/benefit-types'
import { capFenOf, coverageTerms, isRenewal } from '@mock/rules/coverage'
import { planIds, planInfo, planParam, readBenefitParams, type BenefitParams, type PlanId, type PlansData, type Sex } from '@mock/rules/plans'
import plansJson from '@mock/rules/data/plans.json'
import vectorsJson from './vectors/benefit-vectors.json'

interface Vector {
  id: string
  title: string
  sex?: Sex
  prior?: Partial<Record<PlanId, PriorUse>>
  coverages: BenefitCoverage[]
  events: BenefitEvent[]
  expected: { perPlanFen: Record<string, number>; totalFen: number; memberFinalFen: number; reasons: { event: string; planId: string; code: string }[] }
}
const vectors = vectorsJson.vectors as unknown as Vector[] // parsing: the file is data

const run = (vector: Vector, params?: BenefitParams) => {
  const coverages = vector.coverages.map((coverage) => ({ ...coverage, prior: vector.prior?.[coverage.planId] }))
  const { perPlanFen, totalFen, memberFinalFen, reasons } = computeBenefits({ coverages, events: vector.events, sex: vector.sex }, params)
  return { perPlanFen, totalFen, memberFinalFen, reasons }
}

test.each(vectors.map((vector) => [vector.id, vector.title, vector] as const))('%s %s', (_id, _title, vector) => {
  expect(run(vector)).toEqual(vector.expected)
})
test('all 41 vectors are there', () => expect(vectors).toHaveLength(41))
void [billSplit, capFenOf, coverageTerms, isRenewal, planIds, planInfo, planParam, readBenefitParams, plansJson]
export type { PlansData }

import { computeBenefits } from '@mock/rules/benefit'
import type { BenefitCoverage, BenefitEvent, PriorUse } from '@mock/rules/benefit-types'
import type { BenefitParams, PlanId, Sex } from '@mock/rules/plans'
import vectorsJson from '../vectors/benefit-vectors.json'

export interface Vector {
  id: string
  title: string
  sex?: Sex
  prior?: Partial<Record<PlanId, PriorUse>>
  coverages: BenefitCoverage[]
  events: BenefitEvent[]
  expected: { perPlanFen: Record<string, number>; totalFen: number; memberFinalFen: number; reasons: { event: string; planId: string; code: string }[] }
}
export const vectors = vectorsJson.vectors as unknown as Vector[] // parsing: the file is data

export const runVector = (vector: Vector, params?: BenefitParams) => {
  const coverages = vector.coverages.map((coverage) => ({ ...coverage, prior: vector.prior?.[coverage.planId] }))
  const { perPlanFen, totalFen, memberFinalFen, reasons } = computeBenefits({ coverages, events: vector.events, sex: vector.sex }, params)
  return { perPlanFen, totalFen, memberFinalFen, reasons }
}

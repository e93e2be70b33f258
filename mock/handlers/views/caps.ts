import * as v from 'valibot'
import type { PlanId } from '@/contract/schemas/common'
import plansJson from '../../rules/data/plans.json'
import { capFenOf } from '../../rules/coverage'
import { planParam } from '../../rules/plans'
import type { CoverageRecord } from '../../store/entities'

const Cap = v.object({ value: v.number(), label: v.picklist(['R', 'I', 'A']), sample: v.boolean() })
const CapByCity = v.record(v.string(), Cap)

export interface Cap {
  fen: number
  label: 'R' | 'I' | 'A'
  sample: boolean
}

/** Highest sum of a period in fen, of a city where the plan has one for each (rule source: plans.json `capFen`, `capFenByCity`). */
export function planCap(planId: PlanId, cityCode: string): Cap {
  const byCity = plansJson.plans.flatMap(({ id, params }) => (id === planId && 'capFenByCity' in params ? [v.parse(CapByCity, params.capFenByCity)] : []))[0]
  const { value, label, sample } = v.parse(Cap, byCity ? (byCity[cityCode] ?? byCity.default) : planParam(planId, 'capFen'))
  return { fen: value, label, sample }
}

/** Cap of one cover: by city for P1, by shares for P6. */
export const capOf = ({ planId, cityCode, shares }: Pick<CoverageRecord, 'planId' | 'cityCode' | 'shares'>): Cap => ({
  ...planCap(planId, cityCode),
  fen: capFenOf({ planId, city: cityCode, shares }),
})

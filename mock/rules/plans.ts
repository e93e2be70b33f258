import { PlanId as PlanIdSchema, type PlanId } from '@/contract/schemas/common'
import type { WorkdayCalendar } from '@/domain/workdays'
import json from './data/plans.json'

export const planIds = PlanIdSchema.options
export type { PlanId }
export type Sex = 'MALE' | 'FEMALE'

/** R published, I inferred, A assumed; `sample`: the screen says 示例数据. */
export interface Labelled<T> {
  value: T
  label: string
  sample: boolean
}

/** The part of plans.json that holds plans; a test hands in a changed copy. */
export interface PlanData {
  id: string
  nameZh: string
  nicknameZh?: string
  kind: string
  params: Readonly<Record<string, unknown>>
  clauses: { id: string; zh: string }[]
}
export interface PlansData {
  plans: PlanData[]
  commonClauses: { id: string; zh: string }[]
}
const data: PlansData = json

/** What the benefit rules read of a plan. Money in fen, time in days. What a plan has not is 0, a limit that it has not is Infinity. */
export interface PlanParams {
  termYears: number
  waitingDays: number
  waitingDaysRenewal: number
  waitingDaysAccident: number
  maxShares: number
  ratePercent: number
  deductibleFen: number
  maxAdmissions: number
  requires: PlanId[]
  causes: string[]
  dailyFen: number
  payFromDay: number
  maxDays: number
  sumFen: number
  sumCapFen: number
  /** Percent of the sum by grade 1 to 10. */
  gradePercents: number[]
  medicalRatePercent: number
  medicalCapFen: number
  severeFen: number
  lightFen: number
  malignantFen: number
  inSituFen: number
  sex: Sex | null
  /** Cap of a period, by city where the plan has one for each; `default` for the rest. */
  capFenByCity: Record<string, number>
}
export type BenefitParams = Record<PlanId, PlanParams>

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
const isNumber = (value: unknown): value is number => typeof value === 'number'
const isPlanId = (value: unknown): value is PlanId => planIds.some((id) => id === value)

const valueOf = (plan: PlanData, name: string): unknown => {
  const param = plan.params[name]
  return isRecord(param) ? param.value : undefined
}
const numberOf = (plan: PlanData, name: string): number | null => {
  const value = valueOf(plan, name)
  if (!isNumber(value)) return null
  if (!Number.isSafeInteger(value) || value < 0) throw new Error(`plans.json: ${plan.id}.${name} is ${value}, a whole number of 0 or more is needed`)
  return value
}
const listOf = <T>(plan: PlanData, name: string, is: (value: unknown) => value is T): T[] => {
  const value = valueOf(plan, name)
  return Array.isArray(value) ? value.filter(is) : []
}
const required = (plan: PlanData, name: string): number => {
  const value = numberOf(plan, name)
  if (value === null) throw new Error(`plans.json: ${plan.id} has no ${name}`)
  return value
}
const planData = (id: PlanId, source: PlansData): PlanData => {
  const plan = source.plans.find((candidate) => candidate.id === id)
  if (!plan) throw new Error(`plans.json: no plan ${id}`)
  return plan
}

const capsOf = (plan: PlanData): Record<string, number> => {
  const byCity = plan.params.capFenByCity
  if (!isRecord(byCity)) return { default: required(plan, 'capFen') }
  const caps = Object.entries(byCity).map(([city, cap]) => [city, isRecord(cap) ? cap.value : null] as const)
  return Object.fromEntries(caps.filter((entry): entry is readonly [string, number] => isNumber(entry[1])))
}

const isText = (value: unknown): value is string => typeof value === 'string'

const planParams = (plan: PlanData): PlanParams => {
  const amount = (name: string): number => numberOf(plan, name) ?? 0
  const limit = (name: string): number => numberOf(plan, name) ?? Infinity
  const sex = valueOf(plan, 'sex')
  return {
    termYears: required(plan, 'termYears'),
    waitingDays: required(plan, 'waitingDays'),
    waitingDaysRenewal: required(plan, 'waitingDaysRenewal'),
    waitingDaysAccident: amount('waitingDaysAccident'),
    maxShares: required(plan, 'maxShares'),
    ratePercent: amount('ratePercent'),
    deductibleFen: amount('deductibleFen'),
    maxAdmissions: limit('maxAdmissions'),
    requires: listOf(plan, 'requires', isPlanId),
    causes: listOf(plan, 'causes', isText),
    dailyFen: amount('dailyFen'),
    payFromDay: numberOf(plan, 'payFromDay') ?? 1,
    maxDays: limit('maxDays'),
    sumFen: amount('sumFen'),
    sumCapFen: numberOf(plan, 'sumCapFen') ?? amount('sumFen'),
    gradePercents: listOf(plan, 'gradePercents', isNumber),
    medicalRatePercent: amount('medicalRatePercent'),
    medicalCapFen: amount('medicalCapFen'),
    severeFen: amount('severeFen'),
    lightFen: amount('lightFen'),
    malignantFen: amount('malignantFen'),
    inSituFen: amount('inSituFen'),
    sex: sex === 'FEMALE' || sex === 'MALE' ? sex : null,
    capFenByCity: capsOf(plan),
  }
}

/** The parameters of all plans, from plans.json or from a changed copy of it. */
export const readBenefitParams = (source: PlansData = data): BenefitParams => ({
  P1: planParams(planData('P1', source)),
  P2: planParams(planData('P2', source)),
  P3: planParams(planData('P3', source)),
  P4: planParams(planData('P4', source)),
  P5A: planParams(planData('P5A', source)),
  P5B: planParams(planData('P5B', source)),
  P6: planParams(planData('P6', source)),
  G7: planParams(planData('G7', source)),
})
export const benefitParams = readBenefitParams()

export interface PlanInfo {
  id: PlanId
  nameZh: string
  nicknameZh: string | null
  /** EXPENSE, ALLOWANCE, FIXED_SUM or MIXED. */
  kind: string
  feeFen: Labelled<number>
  ageMin: number
  ageMax: number
  clauses: { id: string; zh: string }[]
}

/** Names, fee, ages (full years, both inclusive) and clauses of a plan. */
export const planInfo = (id: PlanId, source: PlansData = data): PlanInfo => {
  const plan = planData(id, source)
  return {
    id,
    nameZh: plan.nameZh,
    nicknameZh: plan.nicknameZh ?? null,
    kind: plan.kind,
    feeFen: { ...labelsOf(plan.params.feeFen), value: required(plan, 'feeFen') },
    ageMin: required(plan, 'ageMin'),
    ageMax: required(plan, 'ageMax'),
    clauses: plan.clauses,
  }
}

/** One parameter with its source label, for the figures of a plan page; null where the plan has none of that name. */
export const planParam = (id: PlanId, name: string, source: PlansData = data): Labelled<unknown> | null => {
  const param = planData(id, source).params[name]
  return isRecord(param) && 'value' in param ? { ...labelsOf(param), value: param.value } : null
}

// A number without a label is treated as assumed: better one 示例数据 too many than one too few.
const labelsOf = (param: unknown): { label: string; sample: boolean } => {
  const { label, sample } = isRecord(param) ? param : { label: 'A', sample: true }
  return { label: typeof label === 'string' ? label : 'A', sample: sample !== false }
}

/** Text of a clause (示例条款) by its id, of a plan or common to all. */
export const clauseZh = (clauseId: string, source: PlansData = data): string | null =>
  [...source.commonClauses, ...source.plans.flatMap((plan) => plan.clauses)].find((entry) => entry.id === clauseId)?.zh ?? null

/** Time limits, file rules and lists that more than one rule reads. */
export const limits = json.limits
export const fileRules = json.fileRules
export const workdayCalendar: WorkdayCalendar = json.workdays
export const claimTypes = json.claimTypes
export const documentTypes = json.documentTypes
export const giftAgeMax = json.common.giftAgeMax.value
export const claimWindowYears = json.common.claimWindowYears.value
export const renewalGapDays = json.common.renewalGapDays.value

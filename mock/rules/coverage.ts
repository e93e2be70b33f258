import { addDays, daysBetween, type LocalDate } from '@/domain/dates'
import { effectiveOnFor, endsOnFor, waitingPeriod } from '@/domain/scheme-dates'
import type { BenefitCoverage } from './benefit-types'
import { benefitParams, renewalGapDays, type BenefitParams, type PlanId, type PlanParams } from './plans'

export interface CoverageTerms {
  effectiveOn: LocalDate
  endsOn: LocalDate
  /** Last day that pays nothing yet (illness); null: none. */
  waitingEndsOn: LocalDate | null
  benefitsFrom: LocalDate
}

/** Days of a new cover: from 00:00 of the day after acceptance (R-), waiting only for a first enrolment (A). */
export const coverageTerms = (planId: PlanId, acceptedOn: LocalDate, first: boolean, params: BenefitParams = benefitParams): CoverageTerms => {
  const { termYears, waitingDays, waitingDaysRenewal } = params[planId]
  const effectiveOn = effectiveOnFor(acceptedOn)
  return { effectiveOn, endsOn: endsOnFor(effectiveOn, termYears), ...waitingPeriod(effectiveOn, first ? waitingDays : waitingDaysRenewal) }
}

/** A cover of the same plan that ended at most 30 days before the new one begins makes it a renewal (A). */
export const isRenewal = (effectiveOn: LocalDate, earlierEndsOn: readonly LocalDate[]): boolean =>
  earlierEndsOn.some((endsOn) => endsOn < effectiveOn && daysBetween(endsOn, effectiveOn) - 1 <= renewalGapDays)

/** Shares that count: more than the plan allows are not paid. */
export const sharesOf = (coverage: Pick<BenefitCoverage, 'shares'>, params: PlanParams): number => Math.min(coverage.shares ?? 1, params.maxShares)

/** Cap of one period in fen, by city for P1 and by shares for P6. */
export const capFenOf = (coverage: Pick<BenefitCoverage, 'planId' | 'city' | 'shares'>, all: BenefitParams = benefitParams): number => {
  const params = all[coverage.planId]
  const cap = params.capFenByCity[(coverage.city ?? '').slice(0, 4)] ?? params.capFenByCity.default
  const perShare = params.malignantFen + params.inSituFen
  return perShare > 0 ? Math.min(cap, perShare * sharesOf(coverage, params)) : cap
}

/** A cover with what its period has used so far; changed while events are worked through. */
export interface Period {
  coverage: BenefitCoverage
  params: PlanParams
  endsOn: LocalDate
  capFen: number
  paidFen: number
  admissionsUsed: number
  daysUsed: number
  sumPaidFen: number
  medicalPaidFen: number
  categories: Set<string>
  /** Largest sum paid for one accident, by its date: several disabilities count as the worst. */
  disabilityPaid: Map<LocalDate, number>
}

const periodOf = (coverage: BenefitCoverage, all: BenefitParams): Period => {
  const params = all[coverage.planId]
  const prior = coverage.prior
  return {
    coverage,
    params,
    endsOn: endsOnFor(coverage.effectiveOn, params.termYears),
    capFen: capFenOf(coverage, all),
    paidFen: prior?.paidFen ?? 0,
    admissionsUsed: prior?.admissionsUsed ?? 0,
    daysUsed: prior?.daysUsed ?? 0,
    sumPaidFen: prior?.sumPaidFen ?? 0,
    medicalPaidFen: prior?.medicalPaidFen ?? 0,
    categories: new Set(prior?.categories ?? []),
    disabilityPaid: new Map(Object.entries(prior?.disabilityPaidFen ?? {})),
  }
}

/** Periods in order of start; a second enrolment inside a running period is void (R-). */
export const periodsOf = (coverages: readonly BenefitCoverage[], all: BenefitParams): Period[] => {
  const kept: Period[] = []
  for (const coverage of [...coverages].sort((a, b) => a.effectiveOn.localeCompare(b.effectiveOn))) {
    const period = periodOf(coverage, all)
    const isVoid = kept.some((other) => other.coverage.planId === coverage.planId && coverage.effectiveOn <= other.endsOn)
    if (!isVoid) kept.push(period)
  }
  return kept
}

export const holds = (period: Period, date: LocalDate): boolean => period.coverage.effectiveOn <= date && date <= period.endsOn

/** First day that pays: effectiveOn + N; an accident waits as long as the plan says for accidents. */
export const paysFrom = (period: Period, accident: boolean): LocalDate => {
  const { waitingDays, waitingDaysRenewal, waitingDaysAccident } = period.params
  const firstDays = accident ? waitingDaysAccident : waitingDays
  return addDays(period.coverage.effectiveOn, period.coverage.first ? firstDays : waitingDaysRenewal)
}

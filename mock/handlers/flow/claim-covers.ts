import type { PlanId } from '@/contract/schemas/common'
import type { LocalDate } from '@/domain/dates'
import type { ClaimRecord, CoverageRecord } from '../../store/entities'

type Subject = Pick<ClaimRecord, 'cause' | 'stay' | 'accidentOn' | 'diagnosis'>

/** Plans that may pay for a claim of that kind. */
export function plansFor({ cause, diagnosis }: Pick<Subject, 'cause' | 'diagnosis'>): readonly PlanId[] {
  if (diagnosis) return diagnosis.family === 'P5' ? ['P5A', 'P5B'] : ['P6']
  return cause === 'ACCIDENT' ? ['P1', 'P2', 'P3', 'P4', 'G7'] : ['P1', 'P2', 'P3']
}

/**
 * The day that decides which cover a claim belongs to (rule source A): the diagnosis for P5 and P6, the accident for P4 and G7, the
 * admission for the rest. Null while it is not filled in.
 */
export function decidingDay(claim: Subject, planId: PlanId): LocalDate | null {
  if (claim.diagnosis) return claim.diagnosis.diagnosedOn
  return planId === 'P4' || planId === 'G7' ? (claim.accidentOn ?? claim.stay?.admittedOn ?? null) : (claim.stay?.admittedOn ?? null)
}

export const holdsOn = ({ effectiveOn, endsOn }: Pick<CoverageRecord, 'effectiveOn' | 'endsOn'>, day: LocalDate | null): boolean => day !== null && effectiveOn <= day && day <= endsOn

/** Covers that hold on the deciding day of the claim. */
export const coversOf = (claim: Subject, coverages: readonly CoverageRecord[]): CoverageRecord[] => {
  const plans = plansFor(claim)
  return coverages.filter((coverage) => plans.includes(coverage.planId) && holdsOn(coverage, decidingDay(claim, coverage.planId)))
}

/** Covers that a new claim of that kind may come from: begun by today, ended or not (there are two years to claim). */
export const begunCovers = (claim: Pick<Subject, 'cause' | 'diagnosis'>, coverages: readonly CoverageRecord[], today: LocalDate): CoverageRecord[] =>
  coverages.filter(({ planId, effectiveOn }) => plansFor(claim).includes(planId) && effectiveOn <= today)

/** Claim types (plans.json `claimTypes`) that the covers of a claim call for; one claim carries all of them. */
export function typesOf({ cause, diagnosis }: Pick<Subject, 'cause' | 'diagnosis'>, covers: readonly CoverageRecord[]): string[] {
  const has = (...planIds: PlanId[]): boolean => covers.some(({ planId }) => planIds.includes(planId))
  if (diagnosis) return [diagnosis.family === 'P5' ? 'CRITICAL_ILLNESS' : 'FEMALE_ILLNESS']
  return [...(has('P1', 'P2') ? ['INPATIENT'] : []), ...(has('P3') ? ['ALLOWANCE'] : []), ...(cause === 'ACCIDENT' && has('P4', 'G7') ? ['ACCIDENT_MEDICAL'] : [])]
}

import type { ClaimKind, ClaimPart } from '@/contract/schemas/claim-kind'
import type { PlanId } from '@/contract/schemas/common'
import type { LocalDate } from '@/domain/dates'
import type { ClaimRecord, CoverageRecord } from '../../../store/entities'

type Subject = Pick<ClaimRecord, 'cause' | 'stay' | 'accidentOn' | 'accident' | 'diagnosis'>

/** Plans that may pay for what happened. */
export function plansFor({ cause }: Pick<Subject, 'cause'>): readonly PlanId[] {
  switch (cause) {
    case 'ILLNESS':
      return ['P1', 'P2', 'P3']
    case 'ACCIDENT':
      return ['P1', 'P2', 'P3', 'P4', 'G7']
    case 'CRITICAL':
      return ['P5A', 'P5B']
    case 'FEMALE':
      return ['P6']
    case 'DEATH':
      return ['P4', 'G7']
    default:
      return unreachable(cause)
  }
}

/** By an accident these plans ask for its day, not for that of the admission. */
export const goesByAccident = (planId: PlanId): boolean => planId === 'P4' || planId === 'G7'

export const hasBill = ({ cause, accident }: Pick<Subject, 'cause' | 'accident'>): boolean => cause === 'ILLNESS' || (cause === 'ACCIDENT' && accident?.treatment !== 'NONE')
const isAdmitted = ({ cause, accident }: Pick<Subject, 'cause' | 'accident'>): boolean => cause === 'ILLNESS' || (cause === 'ACCIDENT' && (accident?.treatment ?? 'ADMITTED') === 'ADMITTED')

/** Pages of a draft, in order. @param papersFirst they are read, and fill in what comes after them */
export const partsOf = (claim: Pick<Subject, 'cause' | 'accident'>, papersFirst = false): ClaimPart[] => {
  const bill = hasBill(claim) ? (['stay', 'amounts'] as const) : []
  return [...(claim.cause === 'ILLNESS' ? [] : (['event'] as const)), ...(papersFirst ? (['papers', ...bill] as const) : ([...bill, 'papers'] as const))]
}

/**
 * The day that decides which cover a claim belongs to (rule source A): the diagnosis for P5 and P6, the accident for P4 and G7, the
 * admission for the rest. Null while it is not filled in.
 */
export function decidingDay({ cause, diagnosis, accidentOn, stay, accident }: Subject, planId: PlanId): LocalDate | null {
  if (cause === 'CRITICAL' || cause === 'FEMALE') return diagnosis?.diagnosedOn ?? null
  if (goesByAccident(planId)) return accidentOn ?? stay?.admittedOn ?? null
  return isAdmitted({ cause, accident }) ? (stay?.admittedOn ?? null) : null
}

export const holdsOn = ({ effectiveOn, endsOn }: Pick<CoverageRecord, 'effectiveOn' | 'endsOn'>, day: LocalDate | null): boolean => day !== null && effectiveOn <= day && day <= endsOn

/** The claim says enough to know its covers. */
export const hasDay = (claim: Subject): boolean => plansFor(claim).some((planId) => decidingDay(claim, planId) !== null)

/** Covers that hold on the deciding day of the claim. */
export const coversOf = (claim: Subject, coverages: readonly CoverageRecord[]): CoverageRecord[] => {
  const plans = plansFor(claim)
  return coverages.filter((coverage) => plans.includes(coverage.planId) && holdsOn(coverage, decidingDay(claim, coverage.planId)))
}

/** Covers that a new claim of that kind may come from: begun by today, ended or not (there are two years to claim). */
export const begunCovers = (claim: Pick<Subject, 'cause'>, coverages: readonly CoverageRecord[], today: LocalDate): CoverageRecord[] =>
  coverages.filter(({ planId, effectiveOn }) => plansFor(claim).includes(planId) && effectiveOn <= today)

/** Claim types (plans.json `claimTypes`) that a claim and its covers call for; one claim carries all of them. */
export function typesOf(claim: Pick<Subject, 'cause' | 'accident'>, covers: readonly CoverageRecord[]): string[] {
  const has = (...planIds: PlanId[]): boolean => covers.some(({ planId }) => planIds.includes(planId))
  const { cause, accident } = claim
  switch (cause) {
    case 'CRITICAL':
      return ['CRITICAL_ILLNESS']
    case 'FEMALE':
      return ['FEMALE_ILLNESS']
    case 'DEATH':
      return ['ACCIDENT_DEATH']
    case 'ILLNESS':
    case 'ACCIDENT': {
      const stay = isAdmitted(claim) ? [...(has('P1', 'P2') ? ['INPATIENT'] : []), ...(has('P3') ? ['ALLOWANCE'] : [])] : []
      const accidental = cause === 'ACCIDENT' && has('P4', 'G7')
      return [...stay, ...(accidental && hasBill(claim) ? ['ACCIDENT_MEDICAL'] : []), ...(accidental && accident?.disabilityGrade ? ['ACCIDENT_DISABILITY'] : [])]
    }
    default:
      return unreachable(cause)
  }
}

export const isDiagnosed = (cause: ClaimKind): boolean => cause === 'CRITICAL' || cause === 'FEMALE'

const unreachable = (cause: never): never => {
  throw new Error(`not a kind of claim: ${String(cause)}`)
}

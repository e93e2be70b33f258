import type { LocalDate } from '@/domain/dates'
import type { PlanId, Sex } from './plans'

/** What the running period of a cover has paid already. Money in fen. */
export interface PriorUse {
  paidFen: number
  admissionsUsed?: number
  daysUsed?: number
  sumPaidFen?: number
  medicalPaidFen?: number
  /** Largest sum paid for a disability, by the date of its accident: a worse grade later pays the difference only. */
  disabilityPaidFen?: Readonly<Record<LocalDate, number>>
  /** P5, P6: categories already paid. */
  categories?: DiagnosisCategory[]
}

export interface BenefitCoverage {
  planId: PlanId
  effectiveOn: LocalDate
  /** True: the waiting period of a first enrolment applies. */
  first: boolean
  /** City code of the enrolling union at effectiveOn (its first four digits decide). */
  city?: string | null
  shares?: number
  prior?: PriorUse
}

export type DiagnosisCategory = 'LIGHT' | 'SEVERE' | 'IN_SITU' | 'MALIGNANT'

/** A stay or an outpatient treatment with its bill, in fen. */
export interface BillEvent {
  id: string
  type: 'ADMISSION' | 'OUTPATIENT'
  cause: 'ILLNESS' | 'ACCIDENT'
  admittedOn: LocalDate
  dischargedOn: LocalDate
  accidentOn?: LocalDate | null
  totalFen: number
  pooledFen: number
  inScopeSelfPayFen: number
  outOfScopeFen: number
  otherPaidFen?: number
}
export type BenefitEvent =
  | BillEvent
  | { id: string; type: 'DISABILITY'; accidentOn: LocalDate; grade: number }
  | { id: string; type: 'DEATH'; accidentOn: LocalDate }
  | { id: string; type: 'DIAGNOSIS'; family: 'P5' | 'P6'; category: DiagnosisCategory; diagnosedOn: LocalDate }

export type BenefitReason =
  | 'NOT_COVERED'
  | 'SEX_LIMIT'
  | 'WAITING_PERIOD'
  | 'ADMISSION_LIMIT'
  | 'CAP_EXHAUSTED'
  | 'CAP_APPLIED'
  | 'OTHER_PAYER_DEDUCTED'
  | 'COVER_ENDED'
  | 'ONCE_ONLY'

/** EXPENSE and MEDICAL lower what the member bears; ALLOWANCE and SUM are paid on top. */
export type BenefitItem = 'EXPENSE' | 'MEDICAL' | 'ALLOWANCE' | 'SUM'

export interface BenefitLine {
  eventId: string
  planId: PlanId
  item: BenefitItem
  grossFen: number
  /** What the cap of the period had left before this line. */
  capLeftFen: number
  amountFen: number
  /** The arithmetic as a member reads it, yuan: 10,000.00 × 80% = 8,000.00 */
  formulaZh: string
  reasonCodes: BenefitReason[]
}

export interface BenefitResult {
  /** Every plan that the member has a cover of, with 0 where it pays nothing. */
  perPlanFen: Partial<Record<PlanId, number>>
  lines: BenefitLine[]
  /** In order of evaluation: events by date, then P1, P2, indemnity, P3, P4, G7. */
  reasons: { event: string; planId: PlanId; code: BenefitReason }[]
  totalFen: number
  /** P1 + P2 + G7 medical: the part that lowers the bill. */
  expenseFen: number
  /** inScopeSelfPay + outOfScope - otherPaid - expenseFen, never below 0. */
  memberFinalFen: number
}

export interface BenefitInput {
  coverages: readonly BenefitCoverage[]
  events: readonly BenefitEvent[]
  sex?: Sex
}

import type { Instant, LocalDate } from '@/domain/dates'
import type { Actor, RuleContext } from './actors'
import type { WorkdayDue } from './due'

export const claimStates = [
  'DRAFT',
  'AUTO_MATCHED',
  'SUBMITTED',
  'UNION_CHECK',
  'PRECHECK',
  'REVIEWING',
  'SUPPLEMENT',
  'INVESTIGATING',
  'APPROVED',
  'REJECTED',
  'APPEALING',
  'PAYING',
  'PAID',
  'WITHDRAWN',
  'EXPIRED',
  'CLOSED',
  'RECOVERING',
] as const
export type ClaimState = (typeof claimStates)[number]

/** States that a supplement returns to. */
export type ReturnState = 'UNION_CHECK' | 'PRECHECK' | 'REVIEWING'
export type AppealableState = 'REJECTED' | 'PAID' | 'CLOSED'
export type DecisionMode = 'MANUAL' | 'AUTO'
export type Outcome = 'FULL' | 'DOWN' | 'UP' | 'REJECTED'

/** Standing notices of a claim; words in claim-states.json `noticesZh`, CALENDAR_UNKNOWN has none and is for operators. */
export type ClaimFlag =
  | 'REVIEW_OVERDUE'
  | 'UNION_NO_REPLY'
  | 'INVESTIGATION_OVERDUE'
  | 'SAMPLED'
  | 'STEP_BACK'
  | 'PREFILLED'
  | 'RETURN_IN_APPEAL'
  | 'CALENDAR_UNKNOWN'

/** One paper asked for: which document and why (`code` is a `supplement` reason). */
export interface SupplementItem {
  id: string
  doc: string
  code: string
  /** What exactly, in the reviewer's own words. */
  noteZh?: string
}

/** The list of everything missing; `round` counts the lists sent so far (1 or 2). */
export interface Supplement {
  round: number
  items: SupplementItem[]
  askedOn: LocalDate
  dueOn: LocalDate
}

/** Review time in workdays, counted from the day after `startedOn`; days paused are not counted. */
export interface ReviewClock {
  startedOn: LocalDate
  pausedOn: LocalDate | null
  pausedDays: number
  expected: WorkdayDue
  hard: WorkdayDue
}

export interface ClaimHistoryEntry {
  /** null: recorded without a move (a payout result during an appeal, a flag). */
  transition: string | null
  event: string
  from: ClaimState | null
  to: ClaimState | null
  at: Instant
  actor: Actor
  codes: string[]
}

/** The machine's part of a stored claim (`claim.progress`). Money in fen. */
export interface ClaimProgress {
  state: ClaimState
  /** Grows with every accepted event: the ETag of the claim. */
  version: number
  claimantRef: string
  filedBy: 'MEMBER' | 'AGENT' | 'SYSTEM'
  agentRef: string | null
  decisionMode: DecisionMode
  /** Number of decisions made; a payout belongs to one. */
  decisionVersion: number
  outcome: Outcome | null
  /** Matched (免审) or decided amount; null before either. */
  amountFen: number | null
  /** Paid and not returned. */
  paidFen: number
  /** In payouts that are under way, a returned one included. */
  openFen: number
  /** Of the decision, kept back for recoveries of other claims instead of paid; missing: nothing. */
  offsetFen?: number
  recoverFen: number | null
  recoverReasonCode: string | null
  /** Codes of the decision that the member reads; the first one is the refusal reason. */
  reasonCodes: string[]
  /** For the reviewer only, never shown to the member. */
  proposedReasonCode: string | null
  /** Why the auto-claim lane was left (AUTO_…). */
  autoReasonCode: string | null
  flags: ClaimFlag[]
  returnTo: ReturnState | null
  appealedFrom: AppealableState | null
  supplementRounds: number
  supplement: Supplement | null
  review: ReviewClock | null
  /** People who decided or agreed; none of them may decide the appeal. */
  deciders: string[]
  reopened: boolean
  appealUsed: boolean
  windowEndsOn: LocalDate | null
  draftExpiresOn: LocalDate | null
  matchedOn: LocalDate | null
  autoDueOn: LocalDate | null
  unionDue: WorkdayDue | null
  investigateDueOn: LocalDate | null
  appealDue: WorkdayDue | null
  appealUntil: LocalDate | null
  payoutStart: WorkdayDue | null
  recoverDueOn: LocalDate | null
  submittedAt: Instant | null
  decidedOn: LocalDate | null
  paidAt: Instant | null
  closedOn: LocalDate | null
  history: ClaimHistoryEntry[]
}

/** Every event of claim-states.json; facts that need other records travel in the event. */
export type ClaimEvent =
  | { type: 'create'; claimantRef: string; windowEndsOn: LocalDate | null; c3Granted: boolean; c6Granted?: boolean }
  | { type: 'match'; claimantRef: string; amountFen: number; windowEndsOn: LocalDate; standing: boolean }
  | { type: 'autoConfirm'; standing: boolean; sampled: boolean }
  | { type: 'confirm'; sampled: boolean }
  | { type: 'sample'; sampled: boolean }
  /** AUTO_RULE_DOUBT: the member said yes to an amount that a cap leaves nothing of any more. */
  | { type: 'dispute'; choice: 'AUTO_DISPUTED' | 'AUTO_HUMAN_REQUESTED' | 'AUTO_RULE_DOUBT' }
  | { type: 'decline' }
  | { type: 'timeout' }
  | {
      type: 'submit'
      /** Required documents that are not RECEIVED. */
      missingFiles: number
      /** Claim number that already uses the invoice. */
      invoiceUsedBy: string | null
      windowEndsOn: LocalDate | null
      c3Granted: boolean
      /** Only for P5/P6; leave out otherwise. */
      c4Granted?: boolean
    }
  | { type: 'discard' }
  | { type: 'idle' }
  | { type: 'routeUnion'; unitEnrolled: boolean; accident: boolean }
  | { type: 'route'; unitEnrolled: boolean; accident: boolean }
  | { type: 'endorse'; opinionZh: string }
  | { type: 'return'; items: SupplementItem[] }
  | { type: 'unionTimeout' }
  | { type: 'pass' }
  | { type: 'missing'; items: SupplementItem[] }
  | { type: 'flagFail'; reasonCode: string }
  | {
      type: 'approve'
      outcome: 'FULL' | 'DOWN' | 'UP'
      amountFen: number
      reasonCodes: string[]
      /** The second person who agreed, where two are needed. */
      secondRef: string | null
      /** P5 or P6: always two people. */
      criticalIllness: boolean
    }
  | { type: 'requestMore'; items: SupplementItem[] }
  | { type: 'investigate'; questionZh: string; medicalRecords: boolean; c4Granted: boolean }
  | { type: 'investigated'; findingZh: string }
  | { type: 'investigateTimeout' }
  | { type: 'reject'; reasonCode: string; clause: string; reasonZh: string; secondRef: string | null }
  | { type: 'resubmit'; answered: string[] }
  | { type: 'supplementTimeout' }
  | { type: 'reopen' }
  | { type: 'withdraw' }
  | { type: 'appeal'; groundsZh: string }
  | { type: 'overturn'; amountFen: number; reasonCodes: string[]; reasonZh: string }
  | { type: 'uphold'; reasonZh: string; reasonCodes: string[] }
  /** `offsetFen`: kept back for recoveries; with a cancelled payout: what of it is due again. */
  | { type: 'createPayout'; livePayout: boolean; offsetFen?: number }
  | { type: 'payoutSucceeded'; amountFen: number; paidAt: Instant }
  | { type: 'payoutCancelled'; amountFen: number; offsetFen?: number }
  | { type: 'payoutReturned'; amountFen: number }
  | { type: 'close' }
  | { type: 'appealWindowOver' }
  | { type: 'recover'; amountFen: number; reasonCode: string; dueOn: LocalDate; secondRef: string | null }
  | { type: 'recovered' }
  | { type: 'upholdUnpaid'; reasonZh: string; reasonCodes: string[] }
  | { type: 'payoutVoided'; amountFen: number; causeZh: string; offsetFen?: number }
  | { type: 'prefill'; claimantRef: string; windowEndsOn: LocalDate; c2Granted: boolean; reasonCode: string }

export type ClaimEventType = ClaimEvent['type']
/** Events that bring a claim into being. */
export type OpeningEvent = Extract<ClaimEvent, { type: 'create' | 'match' | 'prefill' }>
export type RunningEvent = Exclude<ClaimEvent, OpeningEvent>

/** `claim` null: the draft was deleted. `transition` null: recorded without a move (payout results during an appeal, one of two payouts). */
export interface ClaimMove {
  claim: ClaimProgress | null
  transition: string | null
}

/** See claim-machine.ts. Throws Refusal. */
export type ApplyClaim = (claim: ClaimProgress | null, event: ClaimEvent, ctx: RuleContext) => ClaimMove

/** A timer that is due (or will be): apply `event` as SYSTEM with `now` = `at`. */
export interface ClaimTimer {
  at: Instant
  event: ClaimEvent | { type: 'reviewOverdue' }
}

import type { Instant, LocalDate } from '@/domain/dates'
import type { Actor, RuleContext } from './actors'
import type { WorkdayDue } from './due'

export const payoutStates = [
  'CREATED',
  'ACCOUNT_REQUIRED',
  'READY',
  'BATCHED',
  'SENT',
  'PROCESSING',
  'UNKNOWN',
  'SUCCESS',
  'FAILED_RETRY',
  'FAILED_ACTION',
  'RETURNED',
  'MANUAL',
  'CANCELLED',
] as const
export type PayoutState = (typeof payoutStates)[number]

export type RetryCode = 'BANK_BUSY' | 'CUTOFF' | 'NETWORK' | 'PAYER_BALANCE' | 'BANK_NOT_FOUND'
export type AccountCode =
  | 'NAME_MISMATCH'
  | 'ACCOUNT_CLOSED'
  | 'ACCOUNT_FROZEN'
  | 'ACCOUNT_LOST'
  | 'CARD_INVALID'
  | 'CREDIT_CARD'
  | 'TYPE2_LIMIT'
  | 'DORMANT'
export type AccountCause = 'NO_CARD' | 'CARD_UNVERIFIED' | 'C5_MISSING' | AccountCode

/** Snapshot of the account that is paid; `issuer` ICBC arrives on the same day. */
export interface PayoutAccount {
  issuer: string
  last4: string
}

/** What is known of the payee's card when a payout looks for an account. */
export type AccountFacts = { ok: true; account: PayoutAccount } | { ok: false; cause: 'NO_CARD' | 'CARD_UNVERIFIED' | 'C5_MISSING' }

export interface PayoutAttempt {
  no: number
  /** payoutNo-no; also the idempotency key of the bank call. */
  instructionNo: string
  batchedAt: Instant
  sentAt: Instant | null
  /** null: no result yet (or not sent). */
  result: 'SUCCESS' | 'FAILED' | 'RETURNED' | null
  code: string | null
  resultAt: Instant | null
}

export interface PayoutHistoryEntry {
  transition: string | null
  event: string
  from: PayoutState | null
  to: PayoutState
  at: Instant
  actor: Actor
  codes: string[]
}

/** The machine's part of a stored payout (`payout.progress`). Money in fen. */
export interface PayoutProgress {
  state: PayoutState
  version: number
  payoutNo: string
  amountFen: number
  attemptNo: number
  /** Number of the open or last attempt; null before the first batch. */
  instructionNo: string | null
  attempts: PayoutAttempt[]
  account: PayoutAccount | null
  accountCause: AccountCause | null
  accountAskedOn: LocalDate | null
  unclaimedOn: LocalDate | null
  /** Card changes on this payout, three at most. */
  changes: number
  coolDownUntil: Instant | null
  /** Batch of the payout: planned in READY, real from BATCHED on. */
  batch: WorkdayDue | null
  payExpected: WorkdayDue | null
  retries: number
  retryAt: Instant | null
  unknownSince: Instant | null
  /** Queries made since `unknownSince`. */
  queries: number
  nextQueryAt: Instant | null
  manualDue: WorkdayDue | null
  /** Code of the last bank answer that failed or returned the money. */
  bankCode: string | null
  paidAt: Instant | null
  cancelledOn: LocalDate | null
  causeZh: string | null
  history: PayoutHistoryEntry[]
}

/** Every event of payout-states.json. */
export type PayoutEvent =
  | { type: 'accountOk'; account: PayoutAccount }
  | { type: 'accountMissing'; cause: 'NO_CARD' | 'CARD_UNVERIFIED' | 'C5_MISSING' }
  /** `matches`: name, ID number and card agree, debit card. */
  | { type: 'bindCard'; account: PayoutAccount; matches: boolean; c5Granted: boolean }
  | { type: 'changesOver' }
  | { type: 'unclaimed' }
  | { type: 'batch' }
  | { type: 'send' }
  | { type: 'ack' }
  /** `connectionLost`: after sending; otherwise the time limits decide. */
  | { type: 'noAnswer'; connectionLost?: boolean }
  | { type: 'stillRunning' }
  | { type: 'succeed'; amountFen: number; paidAt: Instant }
  /** NETWORK only with `neverLeft`, BANK_NOT_FOUND only with `reconciled` (next-day file). */
  | { type: 'failTechnical'; code: RetryCode; neverLeft?: boolean; reconciled?: boolean }
  | { type: 'failAccount'; code: AccountCode }
  | { type: 'retry' }
  | { type: 'retriesOver' }
  | { type: 'askAccount' }
  | { type: 'queryOver' }
  | { type: 'bankReturn'; code: AccountCode }
  | { type: 'askAccountAgain' }
  /** `reconciled`: the bank's file confirms every sent attempt failed or returned. */
  | { type: 'fix'; account: PayoutAccount; reconciled: boolean }
  | { type: 'cancel'; causeZh: string; benefitDue: boolean; reconciled: boolean }
  | { type: 'reconcileSuccess'; amountFen: number; paidAt: Instant }
  | { type: 'grantC5'; account: PayoutAccount }

export type PayoutEventType = PayoutEvent['type']

/** What the claim must be told after a move. */
export type ClaimEcho = 'payoutSucceeded' | 'payoutReturned' | 'payoutCancelled' | 'payoutVoided'

export interface PayoutMove {
  payout: PayoutProgress
  transition: string
  claimEvent: ClaimEcho | null
}

/** See payout-machine.ts. Throws Refusal. */
export type ApplyPayout = (payout: PayoutProgress, event: PayoutEvent, ctx: RuleContext) => PayoutMove

/** EVENT: apply as SYSTEM with `now` = `at`. QUERY: ask the bank by `instructionNo`, then apply its answer or `recordQuery`. */
export type PayoutTimer = { kind: 'EVENT'; at: Instant; event: PayoutEvent } | { kind: 'QUERY'; at: Instant; instructionNo: string }

import type { Instant, LocalDate } from '@/contract/schemas/common'
import type { BankOutcome, RefusalCode, ReturnCode } from './outcomes'

/** What the app sends. Money is fen; the instruction number is the bank's idempotency key. */
export interface BankOrder {
  instructionNo: string
  payoutId: string
  amountFen: number
  accountNumber: string
  /** Day on which the money shall arrive. */
  dueOn: LocalDate
}

/**
 * What the bank says of an instruction. NEVER_LEFT comes from the line: the bank has not got it. NOT_KNOWN: no such number; that counts only
 * once the file of the next day confirms it.
 */
export type BankWord =
  | { kind: 'RUNNING' }
  | { kind: 'PAID'; amountFen: number; paidAt: Instant }
  | { kind: 'REFUSED'; code: RefusalCode }
  | { kind: 'NEVER_LEFT' }
  | { kind: 'NOT_KNOWN' }

/** A word that the bank says by itself, and of which instruction. */
export interface BankNews {
  instructionNo: string
  payoutId: string
  word: BankWord
}

/**
 * One instruction in the bank's own books. It says what the bank did, whatever the app knows of it: `entries` are the only movements of
 * money, and a number that arrives twice adds none.
 */
export interface BankInstruction {
  instructionNo: string
  payoutId: string
  amountFen: number
  /** sha256 of the account number: the books hold no card in clear. */
  accountHash: string
  last4: string
  outcome: BankOutcome
  returnCode: ReturnCode
  state: 'ACCEPTED' | 'NOT_RECEIVED' | 'REFUSED' | 'PAID' | 'RETURNED'
  /** Why it was refused or returned. */
  code: RefusalCode | null
  /** How often this number arrived. */
  times: number
  /** The first answer has been given, heard or not. */
  answered: boolean
  /** Somebody has asked about it. */
  asked: boolean
  receivedAt: Instant
  /** When the bank books it if nothing stands against it. */
  bookAt: Instant
  /** When the money comes back, where the outcome is RETURNED. */
  returnAt: Instant | null
  entries: { kind: 'OUT' | 'BACK'; at: Instant; amountFen: number }[]
}

/** What a tester has asked the bank to do with the next `times` instructions of a payout, or of anybody (`next`). */
export interface BankPlan {
  payoutId: string
  outcome: BankOutcome
  returnCode: ReturnCode
  times: number
  /** Another moment than the usual one (seed). */
  bookAt?: Instant
  returnAt?: Instant
}

/** Id of the plan for whichever instruction comes next. */
export const NEXT = 'next'

/**
 * The bank as the app sees it. It keeps books of its own, apart from the app's store: a call is never part of the app's transaction, and a
 * call that returns has been written down. It has no clock: whoever calls says when.
 */
export interface Bank {
  /**
   * Takes an instruction. The same number again moves nothing.
   * @throws Error where a known number arrives with another amount or account
   */
  instruct(order: BankOrder, at: Instant): Promise<void>
  /** What became of an instruction; null: no answer. Never sends anything. */
  ask(instructionNo: string): Promise<BankWord | null>
  /** When the bank does something next by itself; null: never. */
  nextAt(): Promise<Instant | null>
  /** Does and books all that is due by `at`. What it tells of it, it tells once, whether or not anybody hears. */
  act(at: Instant): Promise<BankNews[]>
  /** The bank's file, in order of arrival: all of it, or of one payout. */
  ledger(payoutId?: string): Promise<BankInstruction[]>
  /** The row of one number in that file. */
  find(instructionNo: string): Promise<BankInstruction | undefined>
  /** Controls of the test mode. */
  plan(plan: BankPlan): Promise<void>
  planned(payoutId: string): Promise<BankPlan | undefined>
  /** Empty books. */
  reset(): Promise<void>
}

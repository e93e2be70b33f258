import type { Instant } from '@/contract/schemas/common'
import type { BankOutcome, ReturnCode } from '../partners/bank-outcomes'

/**
 * One instruction in the simulated bank's own books. It says what the bank did, whatever the app knows of it: `entries` are the only
 * movements of money, and a number that arrives twice adds none.
 */
export interface BankInstructionRecord {
  /** The instruction number: the bank's idempotency key. */
  id: string
  /** The payout that sent it. */
  ownerId: string
  amountFen: number
  /** sha256 of the account number: the books hold no card in clear. */
  accountHash: string
  last4: string
  outcome: BankOutcome
  returnCode: ReturnCode
  state: 'ACCEPTED' | 'NOT_RECEIVED' | 'REFUSED' | 'PAID' | 'RETURNED'
  /** Why it was refused or returned. */
  code: string | null
  /** How often this number arrived. */
  times: number
  receivedAt: Instant
  /** When the bank books it if nothing stands against it. */
  bookAt: Instant
  /** When the money comes back, where the outcome is RETURNED. */
  returnAt: Instant | null
  entries: { kind: 'OUT' | 'BACK'; at: Instant; amountFen: number }[]
}

/** What a tester has asked the bank to do with the next `times` instructions of a payout, or of anybody (`next`). */
export interface BankPlanRecord {
  id: string
  outcome: BankOutcome
  returnCode: ReturnCode
  times: number
}

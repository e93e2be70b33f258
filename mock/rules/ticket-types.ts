import type { TicketState } from '@/contract/schemas/event'
import type { Instant } from '@/domain/dates'

export type { TicketState }

/** What the ticket machine knows of a ticket; the store keeps more around it. */
export interface TicketProgress {
  state: TicketState
  version: number
  /** RESERVED only: until when the place is kept. */
  reservedUntil: Instant | null
  /** CLOCK_SKEW: the member has to confirm on their own phone. */
  flags: string[]
  /** CONFLICT: the failing code. VOID: the cause in words. */
  reason: string | null
}

export type TicketActor = 'MEMBER' | 'REP' | 'SYSTEM' | 'SPONSOR'

/** K01 to K10 of gift-codes.json. */
export type TicketEvent =
  | { type: 'issue' }
  | { type: 'reserve'; clockSkew?: boolean }
  | { type: 'activate'; confirmedBy: 'PHONE' | 'SIGNATURE' }
  | { type: 'release' }
  | { type: 'scanOffline'; clockSkew: boolean }
  | { type: 'syncReserve' }
  | { type: 'syncActivate'; signed: boolean }
  | { type: 'syncRefuse'; code: string }
  | { type: 'expireUnused' }
  | { type: 'void'; causeZh: string }
export type TicketEventType = TicketEvent['type']

export interface TicketMove {
  ticket: TicketProgress
  /** `K03`. */
  transition: string
}

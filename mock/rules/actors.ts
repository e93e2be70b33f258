import type { Instant } from '@/domain/dates'
import type { WorkdayCalendar } from '@/domain/workdays'

/** Who may act on a claim or a payout. MEMBER is also the beneficiary of a death claim. */
export type ActorRole = 'MEMBER' | 'AGENT' | 'SYSTEM' | 'UNION' | 'REVIEWER' | 'APPEAL_REVIEWER' | 'FINANCE' | 'BANK'

/** `ref` is the id of the person (member or staff); timers and rules act as SYSTEM. */
export interface Actor {
  role: ActorRole
  ref: string
}

export const systemActor: Actor = { role: 'SYSTEM', ref: 'system' }
export const bankActor: Actor = { role: 'BANK', ref: 'bank' }

/** What a decision may know of the world: no clock and no store of its own. */
export interface RuleContext {
  now: Instant
  actor: Actor
  calendar: WorkdayCalendar
}

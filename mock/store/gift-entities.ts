import type { Instant, PlanId } from '@/contract/schemas/common'
import type { Signature } from '@/contract/schemas/drawn'
import type { Light, Order, Platform } from '@/contract/schemas/event'
import type { TicketProgress } from '../rules/ticket-types'

/** Records of gifts, events, reps' devices, joining and orders. */
export interface EventRecord { id: string; campaignId: string; placeZh: string; opensAt: Instant; closesAt: Instant; repIds: string[]; posterCode: string }
export interface TicketRecord {
  id: string
  ownerId: string
  campaignId: string
  eventId: string | null
  leaseId: string | null
  repId: string | null
  /** Whether it counts in `used` of its campaign. */
  holdsPlace: boolean
  progress: TicketProgress
  scannedAt: Instant | null
  enrolmentId: string | null
  createdAt: Instant
}
/** A screen code (`ownerId`) that was valid when it was scanned, kept for who has still to sign in or to join; wall clock. `usedBy`: whose it is since it has led to a place. */
export interface VisitRecord { id: string; ownerId: string; eventId: string; expiresMs: number; usedBy: string | null }
/** A reserved ticket, by campaign (`ownerId`), as long as it waits for its member: timers look at these only. */
export interface ReservationRecord { id: string; ownerId: string; eventId: string | null; until: Instant }
/** One entry a member and campaign; the order of entries is the order of insertion. */
export interface WaitlistRecord { id: string; ownerId: string; campaignId: string; createdAt: Instant }
/** `id`: the rep. `installationId` null: the next installation is bound. */
export interface RepDeviceRecord { id: string; installationId: string | null; deviceNo: string; boundAt: Instant | null }
export interface LeaseRecord {
  id: string
  /** The rep. */
  ownerId: string
  eventId: string
  campaignId: string
  deviceNo: string
  size: number
  used: number
  /** The same moment on both clocks: turns the times of the device into the scheme's. */
  drawnAt: Instant
  drawnWallMs: number
  expiresAt: Instant
  state: 'LIVE' | 'RETURNED' | 'EXPIRED' | 'REVOKED'
}
/** A verdict as it was given, for the list of the event (`ownerId`) and the audit. */
export interface ScanRecord {
  id: string
  ownerId: string
  repId: string
  deviceId: string
  leaseId: string | null
  at: Instant
  scannedAt: Instant
  offline: boolean
  light: Light
  code: string
  repZh: string
  memberId: string | null
  nameMasked: string | null
  /** Last digits of the membership number, to search by; never shown. */
  numberEnd: string | null
  ticketId: string | null
  signed: boolean
  /** By number and name, not by a card code. */
  entered?: boolean
  /** Between the rep's device and the server; null: unknown. Missing in scans of before. */
  clockSkewMs?: number | null
}
/** Whom a rep has scanned in the last hour, and when on the device's clock. */
export interface RepHourRecord { id: string; seen: { memberId: string; atMs: number }[] }
/** `id`: the rep. Stopped since then, until somebody lifts it. */
export interface RepStopRecord { id: string; eventId: string; at: Instant; members: number; limit: number }
/** `id`: the rep. When numbers and names did not belong together, on the wall clock: guessing ends soon. */
export interface EntryMissRecord { id: string; atMs: number[] }
/** When a code was last scanned at an event (hash of both), on the wall clock: the pause for the same code. */
export interface SeenCodeRecord { id: string; atMs: number }
export interface MemberDeviceRecord { id: string; ownerId: string; deviceId: string; publicKey: string; expiresMs: number; revokedKeys: string[] }
/** A confirmation signed on a rep's device: the drawn document lies in the file store under `hash`. */
export type SignatureRecord = { id: string; ownerId: string; ticketId: string; hash: string; consentVersion: string; repId: string; at: Instant } & Signature
export interface ApplicationRecord { id: string; ownerId: string; platform: Platform; reason: string | null; memberNo: string | null; at: Instant }
export interface OrderRecord {
  id: string
  ownerId: string
  planId: PlanId
  payer: Order['payer']
  feeFen: number
  state: Order['state']
  payBefore: Instant
  /** Instructions to the pay partner, oldest first: a new one only after the last has failed. */
  charges: { instructionNo: string; method: Order['methods'][number]['method']; sentAt: Instant; result: 'SUCCESS' | 'FAILED' | 'UNKNOWN' }[]
  askAgainAt: Instant | null
  paidAt: Instant | null
  enrolmentId: string | null
  createdAt: Instant
}

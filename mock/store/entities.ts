import type { Amounts, Calculation, ClaimDocument, ClaimReceipt, Invoice, Stay } from '@/contract/schemas/claim'
import type { Cause, ConsentId, Instant, LeadsTo, LocalDate, PlanId, Role } from '@/contract/schemas/common'
import type { Light, Order, Platform, SubmitScan } from '@/contract/schemas/event'
import type { DiagnosisCategory } from '../rules/benefit-types'
import type { ClaimProgress } from '../rules/claim-types'
import type { PayoutProgress } from '../rules/payout-types'
import type { TicketProgress } from '../rules/ticket-types'

/** What the store keeps, by kind. Every record has `id`; records of a person have `ownerId` (the account). */
export interface Entities {
  /** `ranTo`: up to where timers and reminders have run, on the scheme's clock. */
  meta: { id: string; clockOffsetMs: number; seededAt: string; keyPair?: string; ranTo?: Instant }
  account: Account
  session: SessionRecord
  smsCode: { id: string; code: string; expiresAtMs: number; attempts: number; sentAtMs: number }
  idempotency: IdempotencyRecord
  consent: ConsentRecord
  enrolment: EnrolmentRecord
  coverage: CoverageRecord
  campaign: CampaignRecord
  claim: ClaimRecord
  document: DocumentRecord
  bankCard: BankCardRecord
  payout: PayoutRecord
  message: MessageRecord
  cardCode: CardCodeRecord
  settlement: SettlementRecord
  event: EventRecord
  ticket: TicketRecord
  reservation: ReservationRecord
  waitlist: WaitlistRecord
  repDevice: RepDeviceRecord
  lease: LeaseRecord
  scan: ScanRecord
  repHour: RepHourRecord
  seenCode: SeenCodeRecord
  memberDevice: MemberDeviceRecord
  signature: SignatureRecord
  application: ApplicationRecord
  order: OrderRecord
}
export type Kind = keyof Entities

export interface Account {
  id: string
  version: number
  personaId: string | null
  name: string
  idNo: string | null
  sex: 'MALE' | 'FEMALE' | null
  birthDate: LocalDate | null
  mobile: string
  roles: Role[]
  groups: string[]
  union: { nameZh: string; pathZh: string[]; cityCode: string } | null
  membership: { memberNo: string; memberType: string; platform: string | null; status: string; joinedOn: LocalDate; dataAsOf: Instant } | null
  realNameVerified: boolean
  medicalInsurance: string | null
  employment: string | null
  elderMode: boolean
  /** Which privacy summary the person ticked last, and when; missing: never signed in. */
  privacy?: { version: string; at: Instant }
  /** What stands in card codes: says nothing to whoever reads it. Made when the first device is certified. */
  memberRef?: string
}

/** Sessions live on the wall clock, not on the movable one: moving time must not sign anyone out. */
export interface SessionRecord {
  id: string
  /** Account, or `tester`. */
  ownerId: string
  family: string
  accessHash: string
  accessExpiresMs: number
  refreshHash: string | null
  refreshExpiresMs: number
  usedRefreshHashes: string[]
  roles: Role[]
  ended: boolean
}

/** The first answer to a key, kept as text: a replay must be the same byte for byte. */
export interface IdempotencyRecord {
  id: string
  ownerId: string
  fingerprint: string
  status: number
  headers: Record<string, string>
  body: string
  atMs: number
}

export interface ConsentRecord { id: string; ownerId: string; consentId: ConsentId; version: string; granted: boolean; standing: boolean | null; at: Instant; claimId: string | null }
export interface EnrolmentRecord { id: string; ownerId: string; certificateNo: string; planId: PlanId; campaignId: string | null; coverageId: string; acceptedAt: Instant }
export interface CoverageRecord {
  id: string
  ownerId: string
  enrolmentId: string | null
  planId: PlanId
  shares: number
  source: string
  first: boolean
  effectiveOn: LocalDate
  waitingEndsOn: LocalDate | null
  benefitsFrom: LocalDate
  endsOn: LocalDate
  cityCode: string
}
export interface CampaignRecord {
  id: string
  nameZh: string
  sponsor: string
  fundSource: string
  planId: PlanId
  targetGroups: string[]
  regions: string[]
  /** used + leased never above it. */
  quota: number
  /** Places that tickets hold: reserved, scanned without a network, activated. */
  used: number
  /** Places of live leases that no ticket has taken yet. */
  leased: number
  /** Places that one rep may hold by lease at once; 0: reps have no part in it. */
  perRepQuota: number
  opensAt: Instant
  closesAt: Instant
  ageMin: number
  ageMax: number
  medicalInsurance: string[]
  noRegift: boolean
}
export interface ClaimRecord {
  id: string
  ownerId: string
  claimNo: string
  version: number
  cause: Cause
  accidentOn: LocalDate | null
  types: string[]
  stay: Stay | null
  amounts: Amounts | null
  invoice: Invoice | null
  /** Of a critical-illness claim in place of a stay; such claims come from the seed only so far. */
  diagnosis?: { family: 'P5' | 'P6'; category: DiagnosisCategory; diagnosedOn: LocalDate }
  progress: ClaimProgress
  /** Of the decision in force, with the arithmetic frozen as it was decided; null before one. */
  decision: { amountFen: number; perPlanFen: Record<string, number>; decidedAt: Instant; reasonCode: string | null; calculation: Calculation } | null
  /** 免审即享: what was worked out from the settlement, frozen with the match. */
  auto?: { dataAsOf: Instant; perPlanFen: Record<string, number>; calculation: Calculation }
  /** What people wrote down with a step: reasons in place of papers, grounds of an appeal, reasons of its decision. Oldest first. */
  statements?: StatementRecord[]
  /** As it was shown after the submission. */
  receipt: ClaimReceipt | null
  submittedAt: Instant | null
  createdAt: Instant
  updatedAt: Instant
}
/** `at` and `event` are those of the step in the claim's history; `doc`: the paper that it is about. */
export interface StatementRecord { event: 'resubmit' | 'appeal' | 'overturn' | 'uphold' | 'upholdUnpaid'; at: Instant; doc: string | null; textZh: string }
export interface DocumentRecord extends Omit<ClaimDocument, 'documentId' | 'stateZh' | 'supplementItemId'> {
  id: string
  ownerId: string
  claimId: string
  /** Missing in stores of before. */
  supplementItemId?: string | null
  /** sha256 of the original bytes: the name of the sanitised bytes in the file store. */
  hash: string | null
}
export interface BankCardRecord { id: string; ownerId: string; number: string; issuer: string; kind: string; verifiedAt: Instant | null; problemCode: string | null; boundAt: Instant }
export interface PayoutRecord {
  id: string
  ownerId: string
  version: number
  payoutNo: string
  claimId: string
  decisionVersion: number
  amountFen: number
  progress: PayoutProgress
  account: { number: string; issuer: string } | null
  createdAt: Instant
  updatedAt: Instant
}
export interface MessageRecord { id: string; ownerId: string; titleZh: string; textZh: string; at: Instant; read: boolean; leadsTo: LeadsTo | null }
/** A code of the membership card: `id` is the hash of the code, so that the store cannot show a card. */
export interface CardCodeRecord { id: string; ownerId: string; validFrom: Instant; validUntil: Instant }
/** A stay as the medical insurance partner will report it, and when; `done`: it has been worked on. */
export interface SettlementRecord { id: string; ownerId: string; arrivesAt: Instant; claimNo: string; cause: Cause; stay: Stay; amounts: Amounts; invoice: Invoice; dataAsOf?: Instant; done: boolean }

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
}
/** Whom a rep has scanned in the last hour, and when on the device's clock. */
export interface RepHourRecord { id: string; seen: { memberId: string; atMs: number }[] }
/** When a code was last scanned at an event (hash of both), on the wall clock: the pause for the same code. */
export interface SeenCodeRecord { id: string; atMs: number }
export interface MemberDeviceRecord { id: string; ownerId: string; deviceId: string; publicKey: string; expiresMs: number; revokedKeys: string[] }
/** A confirmation signed on a rep's device: the drawn document lies in the file store under `hash`. */
export interface SignatureRecord { id: string; ownerId: string; ticketId: string; hash: string; consentVersion: string; repId: string; at: Instant; strokes: NonNullable<SubmitScan['strokes']> }
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

import type { IdDocumentType } from '@/domain/id-document'
import type { PhotoQuality } from '@/domain/photo-quality'
import type { Accident, ClaimKind, Diagnosis } from '@/contract/schemas/claim-kind'
import type { Amounts, Calculation, ClaimDocument, ClaimReceipt, Invoice, Stay } from '@/contract/schemas/claim'
import type { Cause, ConsentId, Instant, LeadsTo, LocalDate, PlanId, Role } from '@/contract/schemas/common'
import type { PaperFields } from '../partners/recognition'
import type { LetterKind } from '@/contract/schemas/drawn'
import type { Sheet } from '../drawing'
import type { ClaimProgress } from '../rules/claim-types'
import type { PayoutProgress } from '../rules/payout-types'
import type { SubscriptionRecord, WechatMessageRecord } from './message-entities'
import type { EventRecord, VisitRecord, TicketRecord, ReservationRecord, WaitlistRecord, RepDeviceRecord, LeaseRecord, ScanRecord, RepHourRecord, SeenCodeRecord, EntryMissRecord, RepStopRecord, MemberDeviceRecord, SignatureRecord, ApplicationRecord, OrderRecord } from './gift-entities'

export type * from './gift-entities'
export type * from './message-entities'

/** What the store keeps, by kind. Every record has `id`; records of a person have `ownerId` (the account). */
export interface Entities {
  /** `ranTo`: up to where timers and reminders have run, on the scheme's clock. `prunedMs`: when old sessions and keys were cleared away, on the wall clock. */
  meta: { id: string; clockOffsetMs: number; seededAt: string; keyPair?: string; ranTo?: Instant; prunedMs?: number }
  account: Account
  session: SessionRecord
  /** Wrong sign-in codes of a phone or from an address, on a day of the wall clock. */
  wrongCodes: { id: string; day: string; count: number }
  smsCode: { id: string; code: string; expiresAtMs: number; attempts: number; sentAtMs: number }
  idempotency: IdempotencyRecord
  consent: ConsentRecord
  authorisation: AuthorisationRecord
  enrolment: EnrolmentRecord
  coverage: CoverageRecord
  campaign: CampaignRecord
  claim: ClaimRecord
  document: DocumentRecord
  letter: LetterRecord
  bankCard: BankCardRecord
  payout: PayoutRecord
  cardPhoto: CardPhotoRecord
  upload: UploadRecord
  message: MessageRecord
  task: TaskRecord
  settlement: SettlementRecord
  event: EventRecord
  visit: VisitRecord
  ticket: TicketRecord
  reservation: ReservationRecord
  waitlist: WaitlistRecord
  repDevice: RepDeviceRecord
  lease: LeaseRecord
  scan: ScanRecord
  repHour: RepHourRecord
  seenCode: SeenCodeRecord
  entryMiss: EntryMissRecord
  repStop: RepStopRecord
  memberDevice: MemberDeviceRecord
  signature: SignatureRecord
  application: ApplicationRecord
  order: OrderRecord
  subscription: SubscriptionRecord
  wechatMessage: WechatMessageRecord
}
export type Kind = keyof Entities

/** A file on its way, in parts; `id` is its account and sha256. The bytes of each part lie with the files. */
export interface UploadRecord {
  id: string
  ownerId: string
  sha256: string
  sizeBytes: number
  parts: { key: string; bytes: number }[]
  /** When it was last asked about, on the wall clock. */
  atMs: number
}

export interface Account {
  id: string
  version: number
  personaId: string | null
  name: string
  idNo: string | null
  /** Which document the number is of; missing: a mainland card. */
  idType?: IdDocumentType
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
  /** The member has died: nobody signs in, what is due goes to the beneficiary. */
  diedOn?: LocalDate
  /** Whom this person inherits the benefit of. */
  beneficiaryOf?: { memberId: string; relation: string }
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
  /** Random; each pair follows from it and from the refresh token before it. Missing in sessions of an earlier version, until they are renewed. */
  seed?: string
  /** Nobody has used the pair that runs yet. */
  unused?: boolean
  /** Those of `usedRefreshHashes` that are still answered, on the wall clock. */
  stillGood?: { hash: string; untilMs: number }[]
  /** Refresh tokens that were replaced. One of them that is good no longer ends the family. */
  usedRefreshHashes: string[]
  roles: Role[]
  /** Opened in test mode: worth nothing where the server runs without. */
  test?: boolean
  ended: boolean
  /** Ended because its owner signed in on too many other devices: this one is told so. */
  displaced?: boolean
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
/** C6: `ownerId` has authorised `agentId`; `until` is the last day. */
export interface AuthorisationRecord { id: string; ownerId: string; agentId: string; relation: 'FAMILY' | 'UNION'; grantedAt: Instant; until: LocalDate; endedAt: Instant | null }
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
  cause: ClaimKind
  /** Whose cover it is, where that is not the owner: the member who has died. */
  memberId?: string
  accidentOn: LocalDate | null
  accident?: Accident | null
  /** `document`: of the beneficiary, where another one than the registered was typed in. */
  death?: { diedOn: LocalDate; document?: { idType: IdDocumentType; idNo: string } } | null
  types: string[]
  stay: Stay | null
  amounts: Amounts | null
  invoice: Invoice | null
  /** Of a critical-illness claim in place of a stay. */
  diagnosis?: Diagnosis | null
  progress: ClaimProgress
  /** Of the decision in force, with the arithmetic frozen as it was decided; null before one. */
  decision: { amountFen: number; perPlanFen: Record<string, number>; /** `G7:MEDICAL` -> fen; missing in stores of before. */ perItemFen?: Record<string, number>; decidedAt: Instant; reasonCode: string | null; calculation: Calculation } | null
  /** 免审即享: what was worked out from the settlement, frozen with the match. */
  auto?: { dataAsOf: Instant; perPlanFen: Record<string, number>; calculation: Calculation }
  /** What people wrote down with a step: reasons in place of papers, grounds of an appeal, reasons of its decision. Oldest first. */
  statements?: StatementRecord[]
  /** What reviewers have put right in what was filed; the claim itself has the right values. Oldest first. */
  corrections?: CorrectionRecord[]
  /** How the member gives back what is to come back. */
  recoveryChoice?: 'REPAY' | 'OFFSET'
  /** What payouts of other claims take of it; `at`: when that payout had arrived, null while it is on its way. */
  setOff?: { payoutId: string; claimNo: string; amountFen: number; at: Instant | null }[]
  feedback?: { score: number; wordsZh: string | null; at: Instant }
  /** As it was shown after the submission. */
  receipt: ClaimReceipt | null
  submittedAt: Instant | null
  createdAt: Instant
  updatedAt: Instant
}
export interface CorrectionRecord { at: Instant; code: 'BASE_CORRECTED' | 'DAYS_CORRECTED' | 'GRADE_CHANGED' | 'DISEASE_CLASS_CHANGED'; /** Which base, where there are two. */ whatZh: string | null; oldZh: string; newZh: string }
/** `at` and `event` are those of the step in the claim's history; `doc`: the paper that it is about. */
export interface StatementRecord { event: 'reject' | 'resubmit' | 'objection' | 'appeal' | 'overturn' | 'uphold' | 'upholdUnpaid' | 'payoutCancelled' | 'payoutVoided'; at: Instant; doc: string | null; textZh: string }
export interface DocumentRecord extends Omit<ClaimDocument, 'documentId' | 'stateZh' | 'supplementItemId' | 'reading'> {
  id: string
  ownerId: string
  claimId: string
  /** Missing in stores of before. */
  supplementItemId?: string | null
  /** sha256 of the original bytes: the name of the sanitised bytes in the file store. */
  hash: string | null
  /** What was read from it; missing: nobody reads it. Stays beside what the member wrote. */
  reading?: ReadingRecord
}
/** As it was issued, word for word. `hash`: of the kept drawing, where it was signed. */
export interface LetterRecord { id: string; ownerId: string; claimId: string; kind: LetterKind; no: number; titleZh: string; issuedAt: Instant; sheet: Sheet; hash?: string }
export interface BankCardRecord { id: string; ownerId: string; number: string; issuer: string; kind: string; verifiedAt: Instant | null; problemCode: string | null; boundAt: Instant }
export interface ReadingRecord { state: 'PENDING' | 'DONE' | 'NONE'; fields: PaperFields; quality?: PhotoQuality }
/** One a member. The picture goes as soon as it has been read. */
export interface CardPhotoRecord { id: string; ownerId: string; photoId: string; state: 'PENDING' | 'DONE' | 'NONE'; hash: string | null; cardNumber: string | null; sure: boolean }
/** `claimId`, `claimNo`: the claim whose money is to come back. */
export interface PayoutOffset { claimId: string; claimNo: string; amountFen: number }
export interface PayoutRecord {
  id: string
  ownerId: string
  version: number
  payoutNo: string
  claimId: string
  decisionVersion: number
  /** What the bank pays: the benefit less `offsets`. */
  amountFen: number
  /** What is kept back for recoveries of the same person. */
  offsets?: PayoutOffset[]
  progress: PayoutProgress
  account: { number: string; issuer: string } | null
  createdAt: Instant
  updatedAt: Instant
}
/**
 * What only a person can settle. `ownerId`: whom it is about. A name change is DRAFT until its document has arrived (`hash`); the picture
 * and the settlement go with the decision.
 */
export interface TaskRecord {
  id: string
  ownerId: string
  at: Instant
  state: 'DRAFT' | 'OPEN' | 'ACCEPTED' | 'REFUSED'
  about: { kind: 'NAME_CHANGE'; name: string; hash: string | null; mime: string | null } | { kind: 'IDENTITY_CONFLICT'; nameZh: string; settlement: SettlementRecord | null }
  reasonZh: string | null
  decidedBy: string | null
  decidedAt: Instant | null
}
export interface MessageRecord { id: string; ownerId: string; titleZh: string; textZh: string; at: Instant; read: boolean; leadsTo: LeadsTo | null }
/** A stay as the medical insurance partner will report it, and when; `done`: it has been worked on. What is missing does not stand against it. */
export interface SettlementRecord {
  id: string
  ownerId: string
  arrivesAt: Instant
  claimNo: string
  cause: Cause
  stay: Stay
  amounts: Amounts
  invoice: Invoice
  dataAsOf?: Instant
  done: boolean
  /** The name in the partner's data, where it is not the member's. */
  nameZh?: string
  thirdParty?: boolean
  /** Settled off-site by hand, so without details. */
  offsiteManual?: boolean
  reversed?: boolean
}

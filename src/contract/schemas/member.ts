import * as v from 'valibot'
import { GiftTicket, GiftWaitlist, PayWay } from './event'
import { ConsentId, Count, Fen, Id, Instant, LeadsTo, LocalDate, PlanId, Tone, Zh } from './common'

export const Card = v.strictObject({
  nameMasked: Zh,
  memberNo: Zh,
  unionZh: Zh,
  unionPathZh: v.array(Zh),
  memberTypeZh: Zh,
  platformZh: v.nullable(Zh),
  joinedOn: LocalDate,
  statusZh: Zh,
  active: v.boolean(),
  medicalInsuranceZh: Zh,
  dataAsOf: Instant,
})

export const Coverage = v.strictObject({
  coverageId: Id,
  planId: PlanId,
  planNameZh: Zh,
  shares: Count,
  sourceZh: Zh,
  effectiveOn: LocalDate,
  endsOn: LocalDate,
  /** Last day that pays nothing yet; null: no waiting period. */
  waitingEndsOn: v.nullable(LocalDate),
  benefitsFrom: LocalDate,
  status: v.picklist(['PENDING', 'WAITING', 'ACTIVE', 'ENDED']),
  statusZh: Zh,
  daysLeft: Count,
  daysTotal: Count,
  capFen: Fen,
  usedFen: Fen,
  sample: v.boolean(),
})
export const CoverageList = v.strictObject({ items: v.array(Coverage) })

export const Todo = v.strictObject({
  kind: v.picklist(['GIFT', 'RENEWAL', 'DRAFT', 'SUPPLEMENT', 'CONFIRM', 'RECOVERY', 'BANK_CARD', 'CONSENT', 'IN_REVIEW', 'MONEY_ON_THE_WAY', 'PAID']),
  titleZh: Zh,
  textZh: Zh,
  tone: Tone,
  leadsTo: LeadsTo,
})
export const Home = v.strictObject({
  nameMasked: Zh,
  unionZh: v.nullable(Zh),
  memberNo: v.nullable(Zh),
  covers: v.array(Coverage),
  todos: v.array(Todo),
  /** 免审即享 may be offered: there is a cover it would work for, and C2 was never answered, neither way. */
  offerAuto: v.boolean(),
  unread: Count,
  serverTime: Instant,
})

export const PlanFigure = v.strictObject({
  labelZh: Zh,
  valueZh: Zh,
  /** R published, I inferred, A assumed; `sample` shows 示例数据. */
  label: v.picklist(['R', 'I', 'A']),
  sample: v.boolean(),
})
export const Plan = v.strictObject({
  planId: PlanId,
  nameZh: Zh,
  nicknameZh: v.nullable(Zh),
  summaryZh: Zh,
  figures: v.array(PlanFigure),
  paysZh: v.array(Zh),
  notPaidZh: v.array(Zh),
  waitingZh: Zh,
  clauses: v.array(v.strictObject({ clauseId: v.pipe(v.string(), v.maxLength(16)), textZh: Zh })),
  /** Running cover of the member in this plan. */
  coverageId: v.nullable(Id),
  /** Of one share and term. */
  feeFen: Fen,
  termYears: Count,
  /** Running, or about to begin. */
  mine: v.boolean(),
  /** It can be taken up now for money, or renewed. */
  canHave: v.boolean(),
  /** null: it can. */
  whyNotZh: v.nullable(Zh),
  /** Ways to pay it by oneself; empty where it cannot be had now. */
  payMethods: v.array(PayWay),
})
export const PlanList = v.strictObject({ items: v.array(Plan) })

export const GiftOffer = v.strictObject({
  campaignId: Id,
  nameZh: Zh,
  sponsorZh: Zh,
  planId: PlanId,
  planNameZh: Zh,
  whyZh: Zh,
  /** Why it is offered to this member: the groups that match. For the member's own phone only. */
  matchedZh: v.array(Zh),
  closesOn: LocalDate,
  quotaLeftZh: Zh,
  state: v.picklist(['AVAILABLE', 'TAKEN', 'NOT_ELIGIBLE']),
  enrolmentId: v.nullable(Id),
})
export const GiftOfferList = v.strictObject({ items: v.array(GiftOffer) })
export const EligibilityCheck = v.strictObject({ code: v.pipe(v.string(), v.maxLength(40)), ok: v.boolean(), textZh: Zh, helpZh: v.nullable(Zh) })
export const GiftConsent = v.strictObject({
  consentId: ConsentId,
  titleZh: Zh,
  textZh: v.array(Zh),
  version: v.pipe(v.string(), v.maxLength(16)),
  required: v.boolean(),
  granted: v.boolean(),
})
export const GiftOfferDetail = v.strictObject({
  offer: GiftOffer,
  plan: Plan,
  eligible: v.boolean(),
  headlineZh: Zh,
  /** Who confirms: what the member checks before the certificate is made out. For the member's own phone only. */
  member: v.strictObject({ nameMasked: Zh, memberNo: v.nullable(Zh), unionZh: v.nullable(Zh), realNameVerified: v.boolean() }),
  checks: v.array(EligibilityCheck),
  consents: v.array(GiftConsent),
  /** What the member would get when accepting today. */
  preview: v.strictObject({ effectiveOn: LocalDate, endsOn: LocalDate, waitingEndsOn: v.nullable(LocalDate), benefitsFrom: LocalDate }),
  /** The newest of this member in this campaign. */
  ticket: v.nullable(GiftTicket),
  waitlist: v.nullable(GiftWaitlist),
  /** No place is free now; the waiting list is open to who is eligible otherwise. */
  soldOut: v.boolean(),
})
export const GiftCode = v.strictObject({ campaignId: Id, eventId: v.nullable(Id), placeZh: v.nullable(Zh) })

export const CreateEnrolment = v.strictObject({
  campaignId: Id,
  consents: v.pipe(v.array(v.strictObject({ consentId: ConsentId, version: v.pipe(v.string(), v.minLength(1), v.maxLength(16)) })), v.maxLength(8)),
})
export const Enrolment = v.strictObject({
  enrolmentId: Id,
  certificateNo: Zh,
  campaignId: v.nullable(Id),
  campaignZh: v.nullable(Zh),
  sponsorZh: v.nullable(Zh),
  nameMasked: Zh,
  acceptedAt: Instant,
  coverage: Coverage,
})
export const EnrolmentList = v.strictObject({ items: v.array(Enrolment) })

export const BankAccount = v.strictObject({
  account: v.nullable(
    v.strictObject({ issuerZh: Zh, last4: v.pipe(v.string(), v.regex(/^\d{4}$/)), holderMasked: Zh, verifiedAt: v.nullable(Instant), usable: v.boolean(), problemZh: v.nullable(Zh) }),
  ),
  /** Consent C5 is asked for where a payout needs it. */
  c5Granted: v.boolean(),
  /** A photo of the card can be read. */
  readsPhotos: v.boolean(),
})
export const PutBankAccount = v.strictObject({
  cardNumber: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  /** The member has looked again at a number that the server could not place (CARD_CONFIRM). */
  confirmed: v.optional(v.boolean()),
})

export type Card = v.InferOutput<typeof Card>
export type Coverage = v.InferOutput<typeof Coverage>
export type Todo = v.InferOutput<typeof Todo>
export type Home = v.InferOutput<typeof Home>
export type Plan = v.InferOutput<typeof Plan>
export type GiftOffer = v.InferOutput<typeof GiftOffer>
export type GiftOfferDetail = v.InferOutput<typeof GiftOfferDetail>
export type GiftConsent = v.InferOutput<typeof GiftConsent>
export type EligibilityCheck = v.InferOutput<typeof EligibilityCheck>
export type Enrolment = v.InferOutput<typeof Enrolment>
export type BankAccount = v.InferOutput<typeof BankAccount>

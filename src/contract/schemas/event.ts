import * as v from 'valibot'
import { Identity } from './identity'
import { Count, Fen, Id, Instant, LocalDate, PlanId, Strokes, TypedName, Zh } from './common'

/** Gifts and events: tickets, devices, leases, scans, joining, orders. Times of devices (`scannedAt`) are the device's own clock. */

export const TicketState = v.picklist(['ISSUED', 'RESERVED', 'SCANNED_OFFLINE', 'ACTIVATED', 'EXPIRED', 'CONFLICT', 'VOID'])
/** Never colour alone: each light comes with a sound, a vibration and words. */
export const Light = v.picklist(['green', 'amber', 'red'])
const ResultCode = v.pipe(v.string(), v.regex(/^[A-Z][A-Z_]{2,39}$/))
/** An event or gift code: 128 random bits or a signed moment, base64url; a mini-program `scene` holds it. */
export const GiftCodeText = v.pipe(v.string(), v.regex(/^[\w-]{22}$/))

/** A place in a campaign, in the member's words. */
export const GiftTicket = v.strictObject({
  ticketId: Id,
  campaignId: Id,
  state: TicketState,
  stateZh: Zh,
  textZh: Zh,
  /** Confirm before then; null: nothing waits. */
  reservedUntil: v.nullable(Instant),
})
export const GiftWaitlist = v.strictObject({ position: v.pipe(v.number(), v.integer(), v.minValue(1)) })
export const OpenGiftVisit = v.strictObject({ code: GiftCodeText })
/** `code`: what to come back with in place of the one that was scanned. */
export const GiftVisit = v.strictObject({ code: GiftCodeText, validUntil: Instant })
/** `code`: the poster that was scanned, or the visit, so that the event counts the place. */
export const ReserveGift = v.strictObject({ code: v.optional(GiftCodeText) })

/** Ed25519, 32 bytes base64url. */
export const PublicKey = v.pipe(v.string(), v.regex(/^[\w-]{43}$/))
export const RegisterDevice = v.strictObject({ publicKey: PublicKey })
/** Put into each card code; the device signs codes by itself until it expires (7 days). Both times are the wall clock of phones, also in test mode. */
export const DeviceCertificate = v.strictObject({ deviceId: Id, certificate: v.pipe(v.string(), v.maxLength(179)), expiresAt: Instant, serverTime: Instant })

export const Platform = v.picklist(['顺丰', '货拉拉', '饿了么', '京东', '美团', '滴滴出行', '其他'])
export const ApplyForMembership = v.strictObject({
  platform: Platform,
  /** C1 in its current version, unless it stands already. */
  c1Version: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(16))),
  /** Of who has not passed 实名认证 yet; nothing else can change who somebody is here. */
  identity: v.optional(Identity),
})
export const MembershipApplication = v.strictObject({
  applicationId: Id,
  platformZh: Zh,
  state: v.picklist(['APPROVED', 'REFUSED']),
  stateZh: Zh,
  /** Why, in words. */
  textZh: Zh,
  /** What would help; null after an approval. */
  helpZh: v.nullable(Zh),
  at: Instant,
  memberNo: v.nullable(Zh),
})
export const MembershipApplicationList = v.strictObject({ items: v.array(MembershipApplication) })

export const PayMethod = v.picklist(['WECHAT', 'UNION_PAY', 'BANK_CARD'])
export const CreateOrder = v.strictObject({ planId: PlanId, payer: v.picklist(['SELF', 'UNIT']) })
/** A way to pay, as the member reads it. */
export const PayWay = v.strictObject({ method: PayMethod, labelZh: Zh })
export const PayOrder = v.strictObject({ method: PayMethod })
/**
 * A plan taken up for money. UNKNOWN: the pay partner has not answered, it is asked again and nothing is charged meanwhile.
 * WAITING_UNIT: the unit pays. FAILED: nothing was charged, paying again is allowed until `payBefore`.
 */
export const Order = v.strictObject({
  orderId: Id,
  planId: PlanId,
  planNameZh: Zh,
  shares: Count,
  payer: v.picklist(['SELF', 'UNIT']),
  feeFen: Fen,
  state: v.picklist(['UNPAID', 'WAITING_UNIT', 'UNKNOWN', 'PAID', 'FAILED', 'CLOSED']),
  stateZh: Zh,
  nextZh: Zh,
  /** The cover that the payment of today would begin, or that it began. */
  preview: v.strictObject({ effectiveOn: LocalDate, endsOn: LocalDate, waitingEndsOn: v.nullable(LocalDate), benefitsFrom: LocalDate }),
  /** Empty where nothing can be paid now. */
  methods: v.array(PayWay),
  payBefore: Instant,
  /** When the pay partner is asked again; null: nothing is open there. */
  askAgainAt: v.nullable(Instant),
  paidAt: v.nullable(Instant),
  enrolmentId: v.nullable(Id),
})

/** An event as the rep's list shows it. */
export const RepEvent = v.strictObject({
  eventId: Id,
  campaignId: Id,
  nameZh: Zh,
  placeZh: Zh,
  planNameZh: Zh,
  opensAt: Instant,
  closesAt: Instant,
  state: v.picklist(['UPCOMING', 'OPEN', 'CLOSED']),
  stateZh: Zh,
  /** Accepted by this rep today: activated or reserved. */
  doneToday: Count,
})
export const RepEventList = v.strictObject({ items: v.array(RepEvent) })

/** Places that a rep's device may promise without a network. `left`: not used up as far as the server knows. */
export const RepLease = v.strictObject({
  leaseId: Id,
  eventId: Id,
  size: Count,
  left: Count,
  expiresAt: Instant,
  state: v.picklist(['LIVE', 'RETURNED', 'EXPIRED', 'REVOKED']),
})
export const RepEventDetail = v.strictObject({
  event: RepEvent,
  quota: v.strictObject({ total: Count, left: Count, leftZh: Zh }),
  /** `max`: places that this rep may hold by lease at once; 0: this campaign is not for reps. */
  share: v.strictObject({ max: Count, leased: Count, done: Count }),
  /** Of the whole event, in the order of the lights. */
  /** People by their latest verdict, and `figures` which it was. */
  lights: v.strictObject({ green: Count, amber: Count, red: Count }),
  figures: v.array(v.strictObject({ code: ResultCode, light: Light, labelZh: Zh, count: Count })),
  /** Reserved here and not yet confirmed by the member; members on the waiting list of the campaign. */
  unconfirmed: Count,
  waiting: Count,
  hintZh: Zh,
  lease: v.nullable(RepLease),
  /** Whether an installation is bound to this rep; the id is known to that installation only. */
  deviceBound: v.boolean(),
  serverTime: Instant,
})
export const BindRepDevice = v.strictObject({})
export const RepDevice = v.strictObject({ deviceId: Id, deviceNo: Zh, boundAt: Instant })
export const DrawLease = v.strictObject({ size: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(200)), deviceId: Id })

/** What a rep's phone needs to judge and keep scans without a network. */
export const EventKit = v.strictObject({
  event: RepEvent,
  /** What a member who signs on the rep's phone reads above the pad; `termZh`: from when to when, and the waiting period. */
  signing: v.strictObject({ planNameZh: Zh, sponsorZh: Zh, coverZh: v.array(Zh), notPaidZh: v.array(Zh), termZh: Zh, consentTitleZh: Zh, consentZh: v.array(Zh) }),
  serverKeys: v.array(v.strictObject({ keyId: Id, publicKey: PublicKey })),
  rules: v.strictObject({
    clockSkewGreenSeconds: Count,
    clockSkewRefuseSeconds: Count,
    sameCodePauseSeconds: Count,
    offlineQueueMax: Count,
    syncConcurrency: Count,
    /** Distinct members an hour above which the rep is stopped. */
    anomalyPerHour: Count,
  }),
  /** Device keys whose codes are refused, and leases that have been taken back. */
  revocations: v.strictObject({ deviceKeys: v.array(PublicKey), leaseIds: v.array(Id) }),
  lease: v.nullable(RepLease),
  words: v.array(v.strictObject({ code: ResultCode, light: Light, repZh: Zh, retryable: v.boolean() })),
  /** The wall clock that phones are compared with, also in test mode, where the scheme's clock is another one. */
  serverTime: Instant,
})
export const DeviceQuery = v.strictObject({ deviceId: Id })

/** Signature on site of a member without a phone: drawn, or in its place the name typed as it is registered. */
const onSite = { strokes: v.optional(Strokes), typedName: v.optional(TypedName) }
export const SubmitScan = v.strictObject({
  /** Whatever was in the code: what is no card code is answered in words. */
  code: v.pipe(v.string(), v.maxLength(5000)),
  scannedAt: Instant,
  deviceId: Id,
  /** Judged without a network and queued. `leaseId` is then needed. */
  offline: v.boolean(),
  leaseId: v.optional(Id),
  /** How far the device's clock was from the server's at their last contact before the scan, ms. A queued scan without it is flagged CLOCK_SKEW. */
  clockSkewMs: v.optional(Count),
  ...onSite,
})
/**
 * A worker who has neither phone nor card with them, entered on site by membership number and name together. The first time without
 * a signature: a place is kept and the masked name comes back; then with it. What was queued is signed already.
 */
export const SubmitEntry = v.strictObject({
  memberNo: v.pipe(v.string(), v.minLength(1), v.maxLength(40)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(60)),
  scannedAt: Instant,
  deviceId: Id,
  offline: v.boolean(),
  leaseId: v.optional(Id),
  clockSkewMs: v.optional(Count),
  ...onSite,
})
/** A verdict. Every scan gets one, is kept and audited; a refusal is a red one, not a problem. */
export const ScanResult = v.strictObject({
  scanId: Id,
  light: Light,
  /** Of gift-codes: a result (`RESERVED`) or the first failing condition (`ALREADY_GIFTED`). */
  code: ResultCode,
  /** What to tell and what to do; never a group that gives away hardship. */
  repZh: Zh,
  /** Whether scanning again can help. */
  retryable: v.boolean(),
  /** null in refusals that come before or are not about the member. */
  nameMasked: v.nullable(Zh),
  at: Instant,
  offline: v.boolean(),
  /** As it is now; null: the scan made none. */
  ticketState: v.nullable(TicketState),
  ticketStateZh: v.nullable(Zh),
  /** Left of the lease that the scan used. */
  leaseLeft: v.nullable(Count),
})
export const ScanQuery = v.strictObject({
  cursor: v.optional(v.pipe(v.string(), v.maxLength(64))),
  limit: v.optional(v.pipe(v.string(), v.regex(/^([1-9]\d?|[1-4]\d{2}|500)$/))),
  light: v.optional(Light),
  /** Start of a masked name, or the last digits (2 or more) of a membership number. */
  q: v.optional(v.pipe(v.string(), v.maxLength(24))),
})
/** Newest first. `total`: all that fit the filter. */
export const ScanList = v.strictObject({ items: v.array(ScanResult), nextCursor: v.nullable(v.string()), total: Count })

export const PosterCode = v.strictObject({ code: GiftCodeText, validFrom: Instant, validUntil: Instant })
/** One code a minute, each valid for 90 s, for the next ten minutes; times are the wall clock, as `serverTime`. The QR holds `linkPrefix` + code. */
export const PosterCodes = v.strictObject({ serverTime: Instant, codes: v.array(PosterCode), linkPrefix: v.pipe(v.string(), v.maxLength(200)), staticCode: GiftCodeText, staticValidUntil: Instant })
export const PosterFormat = v.picklist(['pdf', 'svg', 'png'])

export const AuditedScan = v.strictObject({
  scanId: Id,
  at: Instant,
  scannedAt: Instant,
  eventId: Id,
  repZh: Zh,
  deviceId: Id,
  leaseId: v.nullable(Id),
  offline: v.boolean(),
  light: Light,
  code: ResultCode,
  memberZh: v.nullable(Zh),
  ticketId: v.nullable(Id),
  signed: v.boolean(),
  /** Entered by number and name instead of a card code. */
  entered: v.boolean(),
  /** Between the rep's device and the server, ms: what the server measured or the device reported, whichever is more. null: a queued scan that did not say. */
  clockSkewMs: v.nullable(Count),
})
export const AuditList = v.strictObject({ items: v.array(AuditedScan), nextCursor: v.nullable(v.string()) })
export const TestLeaseList = v.strictObject({ items: v.array(v.strictObject({ lease: RepLease, repId: Id, repZh: Zh, deviceNo: Zh })) })
export const RevokeLease = v.strictObject({})
/** A rep who has scanned more people in an hour than anybody should; nothing is let through until somebody lifts it. */
export const RepStopList = v.strictObject({ items: v.array(v.strictObject({ repId: Id, repZh: Zh, eventId: Id, at: Instant, members: Count, limit: Count })) })
/** Scans of people who do not exist, for trying long lists out. */
export const FillEvent = v.strictObject({ count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10_000)) })
export const EventFilled = v.strictObject({ made: Count })

export type TicketState = v.InferOutput<typeof TicketState>
export type Light = v.InferOutput<typeof Light>
export type GiftTicket = v.InferOutput<typeof GiftTicket>
export type Platform = v.InferOutput<typeof Platform>
export type MembershipApplication = v.InferOutput<typeof MembershipApplication>
export type Order = v.InferOutput<typeof Order>
export type PayMethod = v.InferOutput<typeof PayMethod>
export type PayWay = v.InferOutput<typeof PayWay>
export type RepEvent = v.InferOutput<typeof RepEvent>
export type RepEventDetail = v.InferOutput<typeof RepEventDetail>
export type RepLease = v.InferOutput<typeof RepLease>
export type EventKit = v.InferOutput<typeof EventKit>
export type SubmitEntry = v.InferOutput<typeof SubmitEntry>
export type SubmitScan = v.InferOutput<typeof SubmitScan>
export type { Strokes } from './common'
export type ScanResult = v.InferOutput<typeof ScanResult>
export type GiftVisit = v.InferOutput<typeof GiftVisit>
export type PosterCodes = v.InferOutput<typeof PosterCodes>
export type TestLease = v.InferOutput<typeof TestLeaseList>['items'][number]
export type RepStop = v.InferOutput<typeof RepStopList>['items'][number]
export type AuditedScan = v.InferOutput<typeof AuditedScan>

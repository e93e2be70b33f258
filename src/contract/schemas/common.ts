import * as v from 'valibot'

/** Only actions that convert to JSON Schema are used in the contract (no `check`, no `transform`): the rules hold the rest. */

/** Local calendar date in Guangdong, `2026-11-24`. */
export const LocalDate = v.pipe(v.string(), v.regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/))
/** Instant with the scheme's offset, `2026-11-23T10:00:00+08:00`. */
export const Instant = v.pipe(v.string(), v.regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\+08:00$/))
/** Money as integer fen; 9,999,999.99 yuan at most. */
export const Fen = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(999999999))
export const Id = v.pipe(v.string(), v.regex(/^[A-Za-z0-9_-]{1,48}$/))
export const Count = v.pipe(v.number(), v.integer(), v.minValue(0))
export const Version = v.pipe(v.number(), v.integer(), v.minValue(1))
/** Text for display, already in Chinese, without placeholders. */
export const Zh = v.pipe(v.string(), v.maxLength(2000))

export const PlanId = v.picklist(['P1', 'P2', 'P3', 'P4', 'P5A', 'P5B', 'P6', 'G7'])
export const ConsentId = v.picklist(['C1', 'C2', 'C3', 'C4', 'C5', 'C6', 'C7', 'C8'])
export const Role = v.picklist(['APPLICANT', 'MEMBER', 'AGENT', 'REP', 'BENEFICIARY', 'UNION', 'REVIEWER', 'APPEAL_REVIEWER', 'FINANCE', 'TESTER'])
export const Tone = v.picklist(['info', 'success', 'warn', 'action', 'neutral'])
export const Cause = v.picklist(['ILLNESS', 'ACCIDENT'])

/** Where a state stands, in the words the member reads: headline, what happens next, who acts, by when. */
export const StatusView = v.strictObject({
  state: v.pipe(v.string(), v.maxLength(32)),
  titleZh: Zh,
  nextZh: Zh,
  whoZh: Zh,
  whenZh: Zh,
  /** 1-based place in `steps`; null outside the way (withdrawn, expired, cancelled). */
  step: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1))),
  steps: v.array(Zh),
  tone: Tone,
  memberActs: v.boolean(),
})

export const TimelineItem = v.strictObject({ titleZh: Zh, at: Instant, whoZh: Zh, detailZh: v.nullable(Zh), tone: Tone })

/**
 * How a hospital bill splits; all parts in fen. total = pooled + selfPay + outOfScope. `besideZh`: what mutual aid pays besides the bill
 * (an allowance a day, a fixed sum), in words; missing where there is nothing of the kind, and in decisions of before.
 */
export const BillSplit = v.strictObject({
  totalFen: Fen,
  pooledFen: Fen,
  selfPayFen: Fen,
  outOfScopeFen: Fen,
  mutualAidFen: Fen,
  memberFinalFen: Fen,
  besideZh: v.optional(Zh),
})

/** A page of the app and the record it shows. */
export const LeadsTo = v.strictObject({
  page: v.picklist(['home', 'card', 'claims', 'mine', 'gifts', 'gift', 'certificate', 'plan', 'claimDraft', 'claimDetail', 'claimSupplement', 'payouts', 'payoutDetail', 'bankCard', 'consents', 'profile', 'messages', 'join']),
  id: v.nullable(Id),
})

export const PageQuery = v.strictObject({
  cursor: v.optional(v.pipe(v.string(), v.maxLength(64))),
  limit: v.optional(v.pipe(v.string(), v.regex(/^([1-9]|[1-4]\d|50)$/))),
})

/** The own name, typed by whoever cannot draw a signature. */
export const TypedName = v.pipe(v.string(), v.minLength(1), v.maxLength(60))
/** A signature as it was drawn: strokes of points in a field of 1000 x 1000. */
const Coordinate = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1000))
export const Strokes = v.pipe(v.array(v.pipe(v.array(v.strictTuple([Coordinate, Coordinate])), v.maxLength(500))), v.maxLength(60))

export type LocalDate = v.InferOutput<typeof LocalDate>
export type Strokes = v.InferOutput<typeof Strokes>
export type Instant = v.InferOutput<typeof Instant>
export type PlanId = v.InferOutput<typeof PlanId>
export type ConsentId = v.InferOutput<typeof ConsentId>
export type Role = v.InferOutput<typeof Role>
export type Tone = v.InferOutput<typeof Tone>
export type Cause = v.InferOutput<typeof Cause>
export type StatusView = v.InferOutput<typeof StatusView>
export type TimelineItem = v.InferOutput<typeof TimelineItem>
export type BillSplit = v.InferOutput<typeof BillSplit>
export type LeadsTo = v.InferOutput<typeof LeadsTo>

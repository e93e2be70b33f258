import * as v from 'valibot'
import { Count, Fen, Id, Instant, LocalDate, Zh } from './common'
import { DocumentType } from './document-type'

/** What a member writes in own words: not empty, not only spaces. */
export const OwnWords = v.pipe(v.string(), v.regex(/\S/), v.maxLength(1000))

/** One paper asked for: what, why, how to take it, and whether it has been answered by a file. */
export const SupplementItem = v.strictObject({
  itemId: Id,
  documentType: DocumentType,
  titleZh: Zh,
  /** What is wrong with, or missing of, this paper. */
  whatZh: Zh,
  whyZh: Zh,
  tipZh: Zh,
  /** What a good one looks like, in words. */
  sampleNoteZh: Zh,
  maxFiles: Count,
  state: v.picklist(['OPEN', 'RECEIVED']),
  stateZh: Zh,
  /** What the member said of this paper in an earlier round; null where nothing was said. */
  reasonGivenZh: v.nullable(Zh),
})

/** The one complete list of what a claim in SUPPLEMENT waits for. */
export const Supplement = v.strictObject({ dueOn: LocalDate, round: Count, maxRounds: Count, items: v.array(SupplementItem) })

/** Where an amount comes from that was worked out from settlement data: source, rule, clause, arithmetic. */
export const AutoMatch = v.strictObject({
  dataAsOf: Instant,
  /** Hospital, day of discharge, age of the data. */
  sourceZh: Zh,
  ruleZh: Zh,
  clauseZh: Zh,
  formulaZh: Zh,
  /** Last day to answer; null once it has been answered. */
  dueOn: v.nullable(LocalDate),
  /** Taken to a person by chance, before the payment. */
  sampled: v.boolean(),
  /** What asking for a person's look costs, with the days, if it were asked for today; null once it has been answered. */
  personZh: v.nullable(Zh),
})

/** The one appeal of a claim. */
export const Appeal = v.strictObject({
  /** Last day to appeal. */
  until: LocalDate,
  used: v.boolean(),
  /** Who looks again, and by when they answer, if it were asked for today. */
  nextZh: Zh,
  /** What the member has written; null before the appeal. */
  groundsZh: v.nullable(Zh),
  /** Written reason of the decision on it; null before that. */
  resultZh: v.nullable(Zh),
})

/** A reason for each paper that the member cannot bring; the others are answered by their files. */
export const Resubmit = v.strictObject({ reasons: v.pipe(v.array(v.strictObject({ itemId: Id, reasonZh: OwnWords })), v.maxLength(20)) })
export const ConfirmAuto = v.strictObject({})
export const DisputeAuto = v.strictObject({ choice: v.picklist(['DATA_WRONG', 'HUMAN']) })
export const DeclineAuto = v.strictObject({})
export const FileAppeal = v.strictObject({ reasonZh: OwnWords })
export const Reopen = v.strictObject({})

/** Money that is to come back: why, how much, until when, and what the member has answered. */
export const Recovery = v.strictObject({
  amountFen: Fen,
  /** What is still to come back: not set against another benefit that has arrived. */
  leftFen: Fen,
  /** What other benefits take of it; `at`: when that one had arrived, null while it is on its way. */
  offsets: v.array(v.strictObject({ claimNo: Zh, amountFen: Fen, at: v.nullable(Instant) })),
  reasonZh: Zh,
  dueOn: v.nullable(LocalDate),
  choice: v.nullable(v.picklist(['REPAY', 'OFFSET'])),
  choiceZh: v.nullable(Zh),
  /** Where it is paid to, for REPAY. */
  howZh: v.nullable(Zh),
  objectionZh: v.nullable(Zh),
  /** Nothing is to be answered any more. */
  settled: v.boolean(),
})
/** How it is given back, or what is to be said against it; at least one of the two. */
export const AnswerRecovery = v.strictObject({ choice: v.optional(v.picklist(['REPAY', 'OFFSET'])), objectionZh: v.optional(OwnWords) })
/** What it was like, once: 5 is best. */
export const GiveFeedback = v.strictObject({ score: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(5)), wordsZh: v.optional(v.pipe(v.string(), v.maxLength(500))) })
export const Feedback = v.strictObject({ score: GiveFeedback.entries.score, wordsZh: v.nullable(Zh) })

export type Recovery = v.InferOutput<typeof Recovery>
export type AnswerRecovery = v.InferOutput<typeof AnswerRecovery>
export type GiveFeedback = v.InferOutput<typeof GiveFeedback>
export type SupplementItem = v.InferOutput<typeof SupplementItem>
export type Supplement = v.InferOutput<typeof Supplement>
export type AutoMatch = v.InferOutput<typeof AutoMatch>
export type Appeal = v.InferOutput<typeof Appeal>
export type Resubmit = v.InferOutput<typeof Resubmit>
export type DisputeAuto = v.InferOutput<typeof DisputeAuto>

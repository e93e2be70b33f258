import * as v from 'valibot'
import { Appeal, AutoMatch, Feedback, Recovery, Supplement } from './claim-actions'
import { Accident, ClaimKind, ClaimPart, Death, Diagnosis, FillDeath, NeededPaper } from './claim-kind'
import { BillSplit, Cause, ConsentId, Count, Fen, Id, Instant, LeadsTo, LocalDate, PageQuery, PlanId, StatusView, TimelineItem, Version, Zh } from './common'
import { DocumentType } from './document-type'
import { Signature } from './drawn'
import { ShownDocument } from './identity'
import { DocumentReading, Prefill } from './reading'

export { DocumentType }


/** One file of a claim. The server alone sets `state`: PENDING 等待上传, RECEIVED 已收到, FAILED 未收到. */
export const ClaimDocument = v.strictObject({
  documentId: Id,
  documentType: DocumentType,
  /** Key of the file on the device that registered it, so that an upload can go on after a restart. */
  clientRef: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  name: Zh,
  state: v.picklist(['PENDING', 'RECEIVED', 'FAILED']),
  stateZh: Zh,
  reasonZh: v.nullable(Zh),
  mime: v.nullable(v.pipe(v.string(), v.maxLength(40))),
  sizeBytes: v.nullable(Count),
  /** sha256 of the bytes that were sent, once they have arrived: the same file is known again. Missing in answers of before. */
  sha256: v.optional(v.nullable(v.string())),
  receivedAt: v.nullable(Instant),
  /** The item of a supplement that this file answers; null: handed in with the claim. */
  supplementItemId: v.nullable(Id),
  /** What was read from it; null: nobody reads this one. */
  reading: v.nullable(DocumentReading),
})
export const RegisterDocument = v.strictObject({
  documentType: DocumentType,
  clientRef: v.pipe(v.string(), v.minLength(1), v.maxLength(64)),
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  /** While papers are asked for: which item of the list this file answers. */
  supplementItemId: v.optional(Id),
})

export const Stay = v.strictObject({ hospitalZh: v.pipe(v.string(), v.minLength(2), v.maxLength(60)), admittedOn: LocalDate, dischargedOn: LocalDate })
export const Amounts = v.strictObject({ totalFen: Fen, pooledFen: Fen, inScopeSelfPayFen: Fen, outOfScopeFen: Fen, otherPaidFen: Fen })
export const Invoice = v.strictObject({ code: v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{6,20}$/)), number: v.pipe(v.string(), v.regex(/^[0-9A-Za-z]{6,20}$/)) })

/** A cover that could pay. `worthZh`: what it pays for what happened, `mostFen`: the most that one claim can get of it now; `problemZh`: why it pays nothing (any more, or on the day that was asked about). */
export const OptionCover = v.strictObject({
  planId: PlanId,
  planNameZh: Zh,
  effectiveOn: LocalDate,
  endsOn: LocalDate,
  benefitsFrom: LocalDate,
  /** Left of the cap of the period. */
  remainingFen: Fen,
  worthZh: Zh,
  mostFen: Fen,
  sample: v.boolean(),
  problemZh: v.nullable(Zh),
})
export const ClaimOption = v.strictObject({
  cause: ClaimKind,
  titleZh: Zh,
  textZh: Zh,
  available: v.boolean(),
  /** Why it is not available, or what stands against it although it is (a waiting period). */
  reasonZh: v.nullable(Zh),
  /** The day that decides about covers: 入院日期, 受伤日期, 确诊日期. */
  dayZh: Zh,
  covers: v.array(OptionCover),
  papers: v.array(NeededPaper),
})
export const ClaimOptions = v.strictObject({ options: v.array(ClaimOption) })
/** `on`: the deciding day, where it is known already; without it, covers that have begun. */
export const ClaimOptionsQuery = v.strictObject({ on: v.optional(LocalDate), authorisationId: v.optional(Id) })
/** `authorisationId`: claims that I have filed as the agent of whoever gave it. */
export const ClaimQuery = v.strictObject({ ...PageQuery.entries, authorisationId: v.optional(Id) })

/** `authorisationId`: filed as the agent of whoever gave it. */
export const CreateClaim = v.strictObject({ cause: ClaimKind, authorisationId: v.optional(Id) })
export const UpdateClaim = v.strictObject({
  cause: v.optional(Cause),
  accidentOn: v.optional(v.nullable(LocalDate)),
  stay: v.optional(Stay),
  amounts: v.optional(Amounts),
  invoice: v.optional(Invoice),
  accident: v.optional(Accident),
  diagnosis: v.optional(Diagnosis),
  death: v.optional(FillDeath),
})

export const ChecklistItem = v.strictObject({
  documentType: DocumentType,
  titleZh: Zh,
  whyZh: Zh,
  tipZh: Zh,
  look: NeededPaper.entries.look,
  marksZh: NeededPaper.entries.marksZh,
  required: v.boolean(),
  maxFiles: Count,
  received: Count,
  /** The one received with an earlier claim is used; another one may be sent. */
  reusedZh: v.nullable(Zh),
})
/** `clauseZh`: what it is paid by; `capZh`: the limit of the cover's period, used before this claim and left. Both are missing in decisions of before. */
export const BenefitLine = v.strictObject({ planId: PlanId, planNameZh: Zh, formulaZh: Zh, amountFen: Fen, reasonZh: v.nullable(Zh), clauseZh: v.optional(Zh), capZh: v.optional(Zh), sample: v.boolean() })
/** What a reviewer has put right in what was filed: what it was and is, and the clause. */
export const Adjustment = v.strictObject({ titleZh: Zh, textZh: Zh, clauseZh: v.nullable(Zh) })
/** What the server works out; an estimate before the decision, the decision itself after it. `filedFen`: what the claim as it was filed would have paid, where a reviewer has put something right. */
export const Calculation = v.strictObject({
  amountFen: Fen,
  lines: v.array(BenefitLine),
  split: BillSplit,
  noteZh: Zh,
  reasonZh: v.nullable(Zh),
  clauseZh: v.nullable(Zh),
  adjustments: v.optional(v.array(Adjustment)),
  filedFen: v.optional(Fen),
})

export const Claim = v.strictObject({
  claimId: Id,
  claimNo: Zh,
  version: Version,
  titleZh: Zh,
  /** Whose cover it is, where that is not who is signed in: the member that an agent files for, or who has died. */
  forMasked: v.nullable(Zh),
  /** The agent who files it; null where the owner does. */
  agentMasked: v.nullable(Zh),
  cause: ClaimKind,
  /** Pages of the draft, in order. */
  parts: v.array(ClaimPart),
  accidentOn: v.nullable(LocalDate),
  accident: v.nullable(Accident),
  diagnosis: v.nullable(Diagnosis),
  death: v.nullable(Death),
  /** Of who claims a death, the registered document or the one that was typed in; null: none is known, or it is another kind of claim. */
  beneficiaryDocument: v.nullable(ShownDocument),
  stay: v.nullable(Stay),
  amounts: v.nullable(Amounts),
  invoice: v.nullable(Invoice),
  status: StatusView,
  checklist: v.array(ChecklistItem),
  documents: v.array(ClaimDocument),
  /** Of a draft, where the server reads papers: then they come first on the way. */
  prefill: v.nullable(Prefill),
  /** Why the server has prepared this draft from settlement data, and what to do; null for one that somebody began. */
  preparedZh: v.nullable(Zh),
  /** What still keeps the claim from being submitted; `part` is the page to go to. Empty: it can be submitted. */
  missing: v.array(v.strictObject({ part: v.picklist(['event', 'stay', 'amounts', 'papers', 'consents']), textZh: Zh })),
  consentsNeeded: v.array(ConsentId),
  estimate: v.nullable(Calculation),
  decision: v.nullable(Calculation),
  timeline: v.array(TimelineItem),
  payoutIds: v.array(Id),
  /** Where the member does what the money waits for; null: it waits for nothing of theirs. */
  actionAt: v.nullable(LeadsTo),
  /** There is a receipt of a submission to look at. */
  hasReceipt: v.boolean(),
  /** What is asked for; null while nothing is. */
  supplement: v.nullable(Supplement),
  /** Worked out from settlement data; null for a claim by hand. */
  auto: v.nullable(AutoMatch),
  /** Null before a decision. */
  appeal: v.nullable(Appeal),
  /** Money that is to come back, or was; null where none ever was. */
  recovery: v.nullable(Recovery),
  feedback: v.nullable(Feedback),
  /** What the member may do now, the most likely first. refile: begin a new claim; addPapers: more papers may be added, none is asked for. */
  actions: v.array(v.picklist(['edit', 'submit', 'discard', 'resubmit', 'confirm', 'dispute', 'decline', 'reopen', 'answerRecovery', 'appeal', 'feedback', 'addPapers', 'refile', 'withdraw'])),
  createdAt: Instant,
  updatedAt: Instant,
})
export const ClaimSummary = v.strictObject({
  claimId: Id,
  claimNo: Zh,
  titleZh: Zh,
  status: StatusView,
  /** Decided amount; null before a decision. */
  amountFen: v.nullable(Fen),
  updatedAt: Instant,
})
export const ClaimList = v.strictObject({ items: v.array(ClaimSummary), nextCursor: v.nullable(v.string()) })

export const SubmitClaim = v.strictObject({ declaredTrue: v.literal(true), signature: Signature })
export const ClaimReceipt = v.strictObject({
  claimId: Id,
  claimNo: Zh,
  submittedAt: Instant,
  filesReceived: Count,
  /** Names of files that were announced and had not arrived: they are not part of the claim. Missing in receipts of before. */
  notReceived: v.optional(v.array(Zh)),
  nextZh: Zh,
  whoZh: Zh,
  whenZh: Zh,
  hotline: Zh,
})
export const Withdraw = v.strictObject({})

export const Payout = v.strictObject({
  payoutId: Id,
  payoutNo: Zh,
  claimId: Id,
  claimNo: Zh,
  titleZh: Zh,
  /** What the bank pays: `benefitFen` less `offsets`. */
  amountFen: Fen,
  benefitFen: Fen,
  /** Kept back for money of other claims that is to come back, as the member chose. */
  offsets: v.array(v.strictObject({ claimId: Id, claimNo: Zh, amountFen: Fen })),
  status: StatusView,
  timeline: v.array(TimelineItem),
  split: v.nullable(BillSplit),
  bankZh: v.nullable(Zh),
  last4: v.nullable(v.pipe(v.string(), v.regex(/^\d{4}$/))),
  instructionNo: v.nullable(Zh),
  paidAt: v.nullable(Instant),
  createdAt: Instant,
  /** What to do about the bank's last refusal or return, in plain words. */
  adviceZh: v.nullable(Zh),
  /** Where the member settles what the payout waits for. */
  actionAt: v.nullable(LeadsTo),
})
/** Money of one year that has arrived and stayed, by the month of its arrival and by plan: both add up to `totalFen`. */
export const PayoutSummary = v.strictObject({
  year: v.pipe(v.number(), v.integer()),
  /** Years with money, and the present one; newest first. */
  years: v.array(v.pipe(v.number(), v.integer())),
  totalFen: Fen,
  count: Count,
  /** Decided and on its way, whatever the year. */
  underWayFen: Fen,
  underWayCount: Count,
  months: v.pipe(v.array(Fen), v.length(12)),
  plans: v.array(v.strictObject({ planId: PlanId, nameZh: Zh, amountFen: Fen })),
})
export const PayoutSummaryQuery = v.strictObject({ year: v.optional(v.pipe(v.string(), v.regex(/^20\d{2}$/))) })
export const PayoutList = v.strictObject({ items: v.array(Payout), nextCursor: v.nullable(v.string()), year: v.pipe(v.number(), v.integer()), yearPaidFen: Fen })

export type ClaimDocument = v.InferOutput<typeof ClaimDocument>
export type Stay = v.InferOutput<typeof Stay>
export type Amounts = v.InferOutput<typeof Amounts>
export type Invoice = v.InferOutput<typeof Invoice>
export type ClaimOption = v.InferOutput<typeof ClaimOption>
export type OptionCover = v.InferOutput<typeof OptionCover>
export type ClaimOptions = v.InferOutput<typeof ClaimOptions>
export type UpdateClaim = v.InferOutput<typeof UpdateClaim>
export type ChecklistItem = v.InferOutput<typeof ChecklistItem>
export type BenefitLine = v.InferOutput<typeof BenefitLine>
export type Adjustment = v.InferOutput<typeof Adjustment>
export type Calculation = v.InferOutput<typeof Calculation>
export type Claim = v.InferOutput<typeof Claim>
export type ClaimSummary = v.InferOutput<typeof ClaimSummary>
export type SubmitClaim = v.InferOutput<typeof SubmitClaim>
export type ClaimReceipt = v.InferOutput<typeof ClaimReceipt>
export type PayoutSummary = v.InferOutput<typeof PayoutSummary>
export type Payout = v.InferOutput<typeof Payout>

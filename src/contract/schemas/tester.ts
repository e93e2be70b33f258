import * as v from 'valibot'
import { Amounts, Invoice, Stay } from './claim'
import { Diagnosis } from './claim-kind'
import { Cause, Count, Fen, Id, Instant, LocalDate, Zh } from './common'
import { DocumentType } from './document-type'

/** Controls of the test mode. They answer 404 TEST_MODE_OFF on a server that does not run in it. */
export const Persona = v.strictObject({ personaId: Id, nameZh: Zh, phone: v.pipe(v.string(), v.regex(/^100\d{8}$/)), goodForZh: Zh, loginCode: Zh, smsCode: v.pipe(v.string(), v.regex(/^\d{6}$/)) })
export const PersonaList = v.strictObject({ items: v.array(Persona) })
export const TesterSession = v.strictObject({ accessToken: v.pipe(v.string(), v.minLength(20), v.maxLength(128)) })
export const OpenTesterSession = v.strictObject({})
export const Clock = v.strictObject({ now: Instant, ranEvents: Count })
/** Exactly one of the two; the clock never goes back (reset does that). */
export const MoveClock = v.union([
  v.strictObject({ advanceDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000)) }),
  v.strictObject({ to: Instant }),
])
/** REQUEST_MORE sends the claim back with a list; OVERTURN and UPHOLD decide an appeal, as the appeal reviewer. INVESTIGATE asks the hospital, INVESTIGATED has the answer. */
export const Decide = v.strictObject({
  decision: v.picklist(['APPROVE', 'REJECT', 'REQUEST_MORE', 'OVERTURN', 'UPHOLD', 'ENDORSE', 'INVESTIGATE', 'INVESTIGATED', 'RECOVER', 'RECOVERED']),
  /** REJECT: a reason code of kind `reject`; RECOVER: one of kind `recover`. */
  reasonCode: v.optional(v.pipe(v.string(), v.maxLength(40))),
  /** REQUEST_MORE: everything that is missing, each with a reason code of kind `supplement` and, where that is not enough, what exactly. */
  items: v.optional(v.pipe(v.array(v.strictObject({ documentType: DocumentType, reasonCode: v.pipe(v.string(), v.maxLength(40)), noteZh: v.optional(v.pipe(v.string(), v.maxLength(200))) })), v.maxLength(20))),
  /** APPROVE: the bill as it is right, where it was filed wrongly. OVERTURN: the same; without any correction the waiting period is waived. */
  amounts: v.optional(Amounts),
  /** APPROVE, OVERTURN: the days of the stay, the grade of the lasting harm, the class of the illness as they are right. */
  stayDays: v.optional(v.strictObject({ admittedOn: LocalDate, dischargedOn: LocalDate })),
  disabilityGrade: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(10))),
  category: v.optional(Diagnosis.entries.category),
  /** RECOVER: how much is to come back; everything paid without it. */
  amountFen: v.optional(Fen),
  /** REJECT, OVERTURN, UPHOLD, INVESTIGATE, INVESTIGATED: the written reason, which the member reads (of an investigation: the office); a general one without it. */
  reasonZh: v.optional(v.pipe(v.string(), v.maxLength(500))),
})
/** Another name or phone of a member, as the office enters it. */
export const ChangePerson = v.strictObject({ name: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(120))), phone: v.optional(v.pipe(v.string(), v.regex(/^1\d{10}$/))) })
export const Reset = v.strictObject({})
export const ResetDone = v.strictObject({ now: Instant })
/** `amounts`, `category`: what a reviewer could put right; null where the claim has none. */
export const OpenClaim = v.strictObject({ claimId: Id, claimNo: Zh, ownerZh: Zh, stateZh: Zh, state: Zh, amounts: v.nullable(Amounts), category: v.nullable(Diagnosis.entries.category) })
export const OpenClaimList = v.strictObject({ items: v.array(OpenClaim) })

/** What the simulated bank does with an instruction; PAID is what it does by itself. `mock/partners/bank/outcomes.ts` says what each means. */
export const BankOutcome = v.picklist(['PAID', 'BANK_BUSY', 'CUTOFF', 'NETWORK', 'PAYER_BALANCE', 'BANK_NOT_FOUND', 'NAME_MISMATCH', 'ACCOUNT_CLOSED', 'ACCOUNT_FROZEN', 'ACCOUNT_LOST', 'CARD_INVALID', 'CREDIT_CARD', 'TYPE2_LIMIT', 'DORMANT', 'NO_ANSWER', 'NO_RESULT', 'SILENT_PAID', 'SILENT_UNPAID', 'RETURNED'])
export const ReturnCode = v.picklist(['NAME_MISMATCH', 'ACCOUNT_CLOSED', 'ACCOUNT_FROZEN', 'ACCOUNT_LOST', 'TYPE2_LIMIT', 'DORMANT'])
/** For the next `times` instructions (1 without it); `returnCode` goes with RETURNED. */
export const PlanBankOutcome = v.strictObject({
  outcome: BankOutcome,
  returnCode: v.optional(ReturnCode),
  times: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1000))),
})
/** FIX: the cause is settled, pay on. RECONCILE: the bank's file shows the money arrived. CANCEL: with a written cause; `benefitDue` makes a new payout at once. */
export const FinanceAction = v.strictObject({
  action: v.picklist(['FIX', 'RECONCILE', 'CANCEL']),
  causeZh: v.optional(v.pipe(v.string(), v.maxLength(200))),
  benefitDue: v.optional(v.boolean()),
})
export const TestPayout = v.strictObject({
  payoutId: Id, payoutNo: Zh, claimId: Id, ownerZh: Zh, amountFen: Fen, offsetFen: Fen, state: Zh, stateZh: Zh, nextZh: Zh, whenZh: Zh,
  instructionNo: v.nullable(Zh),
  planned: v.nullable(BankOutcome),
  actions: v.array(FinanceAction.entries.action),
})
/** `nextPlanned`: for whichever instruction comes next. */
export const TestPayoutList = v.strictObject({ items: v.array(TestPayout), nextPlanned: v.nullable(BankOutcome) })
/** The simulated bank's own books: one row an instruction number, `entries` the only movements of money. */
export const BankInstruction = v.strictObject({
  instructionNo: Zh,
  payoutId: Id,
  amountFen: Fen,
  accountHash: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/)),
  last4: Zh,
  outcome: BankOutcome,
  state: v.picklist(['ACCEPTED', 'NOT_RECEIVED', 'REFUSED', 'PAID', 'RETURNED']),
  code: v.nullable(Zh),
  /** How often this number arrived; the second time moves nothing. */
  times: Count,
  receivedAt: Instant,
  entries: v.array(v.strictObject({ kind: v.picklist(['OUT', 'BACK']), at: Instant, amountFen: Fen })),
})
/** `movedFen`: what left the payer's account and did not come back. */
export const BankLedger = v.strictObject({ items: v.array(BankInstruction), movedFen: v.pipe(v.number(), v.integer(), v.minValue(0)) })

/**
 * A stay as the medical insurance partner reports it. Only whose it is must be said: without the rest it is a small bill of a stay of four
 * nights that ended today. `nameZh`: the name in the partner's data, where it differs.
 */
export const PushSettlement = v.strictObject({
  accountId: Id,
  nameZh: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(60))),
  cause: v.optional(Cause),
  stay: v.optional(Stay),
  amounts: v.optional(Amounts),
  invoice: v.optional(Invoice),
  thirdParty: v.optional(v.boolean()),
  offsiteManual: v.optional(v.boolean()),
  reversed: v.optional(v.boolean()),
})
/** MATCHED: worked out, see the claim. PREFILLED: a draft to be looked through. PERSON: nothing taken over, somebody looks. NOTHING: not even a notice. */
export const SettlementOutcome = v.strictObject({
  outcome: v.picklist(['MATCHED', 'PREFILLED', 'PERSON', 'NOTHING']),
  reasonCode: v.nullable(Zh),
  claimId: v.nullable(Id),
})

export type PushSettlement = v.InferOutput<typeof PushSettlement>
export type SettlementOutcome = v.InferOutput<typeof SettlementOutcome>
export type BankOutcome = v.InferOutput<typeof BankOutcome>
export type ReturnCode = v.InferOutput<typeof ReturnCode>
export type PlanBankOutcome = v.InferOutput<typeof PlanBankOutcome>
export type FinanceAction = v.InferOutput<typeof FinanceAction>
export type TestPayout = v.InferOutput<typeof TestPayout>
export type BankInstruction = v.InferOutput<typeof BankInstruction>
export type Persona = v.InferOutput<typeof Persona>
export type MoveClock = v.InferOutput<typeof MoveClock>
export type Decide = v.InferOutput<typeof Decide>
export type Clock = v.InferOutput<typeof Clock>
export type OpenClaim = v.InferOutput<typeof OpenClaim>

import * as v from 'valibot'
import { Amounts } from './claim'
import { Count, Id, Instant, Zh } from './common'
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
/** REQUEST_MORE sends the claim back with a list; OVERTURN and UPHOLD decide an appeal, as the appeal reviewer. */
export const Decide = v.strictObject({
  decision: v.picklist(['APPROVE', 'REJECT', 'REQUEST_MORE', 'OVERTURN', 'UPHOLD']),
  /** REJECT: a reason code of kind `reject`. */
  reasonCode: v.optional(v.pipe(v.string(), v.maxLength(40))),
  /** REQUEST_MORE: everything that is missing, each with a reason code of kind `supplement`. */
  items: v.optional(v.pipe(v.array(v.strictObject({ documentType: DocumentType, reasonCode: v.pipe(v.string(), v.maxLength(40)) })), v.maxLength(20))),
  /** OVERTURN: the bill as it is right; without it the waiting period is waived. */
  amounts: v.optional(Amounts),
  /** OVERTURN, UPHOLD: the written reason; a general one without it. */
  reasonZh: v.optional(v.pipe(v.string(), v.maxLength(500))),
})
export const Reset = v.strictObject({})
export const ResetDone = v.strictObject({ now: Instant })
export const OpenClaim = v.strictObject({ claimId: Id, claimNo: Zh, ownerZh: Zh, stateZh: Zh, state: Zh })
export const OpenClaimList = v.strictObject({ items: v.array(OpenClaim) })

export type Persona = v.InferOutput<typeof Persona>
export type MoveClock = v.InferOutput<typeof MoveClock>
export type Decide = v.InferOutput<typeof Decide>
export type Clock = v.InferOutput<typeof Clock>
export type OpenClaim = v.InferOutput<typeof OpenClaim>

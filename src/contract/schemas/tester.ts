import * as v from 'valibot'
import { Count, Id, Instant, Zh } from './common'

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
export const Decide = v.strictObject({
  decision: v.picklist(['APPROVE', 'REJECT']),
  /** REJECT: a reason code of kind `reject`. */
  reasonCode: v.optional(v.pipe(v.string(), v.maxLength(40))),
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

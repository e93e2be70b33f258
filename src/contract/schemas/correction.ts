import * as v from 'valibot'
import { Id, Instant, Zh } from './common'

/** A new phone, proven by the code that was sent to it; until then the old one stays. */
export const ChangePhone = v.strictObject({ phone: v.pipe(v.string(), v.regex(/^1\d{10}$/)), code: v.pipe(v.string(), v.regex(/^\d{6}$/)) })

/** Another name as the document has it. A new request takes the place of one that is not decided. */
export const RequestNameChange = v.strictObject({ name: v.pipe(v.string(), v.minLength(1), v.maxLength(120)) })
/** OPEN: the photo of the document has not arrived; WAITING: the union looks; then DONE or REFUSED. */
export const NameChange = v.strictObject({
  requestId: Id,
  nameMasked: Zh,
  state: v.picklist(['OPEN', 'WAITING', 'DONE', 'REFUSED']),
  stateZh: Zh,
  /** What happens next, or why not. */
  textZh: Zh,
  at: Instant,
})
export const NameChangeList = v.strictObject({ items: v.array(NameChange) })

/** What waits for somebody of the office. Names stand here in full: they are what has to be compared. */
export const OfficeTask = v.strictObject({
  taskId: Id,
  /** CLAIM: it is decided as a claim (`claimId`); the list only says why it waits for a person. */
  kind: v.picklist(['NAME_CHANGE', 'IDENTITY_CONFLICT', 'CLAIM']),
  titleZh: Zh,
  textZh: Zh,
  facts: v.array(v.strictObject({ labelZh: Zh, valueZh: Zh })),
  claimId: v.nullable(Id),
  hasDocument: v.boolean(),
  choices: v.array(v.strictObject({ decision: v.picklist(['ACCEPT', 'REFUSE']), labelZh: Zh })),
  at: Instant,
})
export const OfficeTaskList = v.strictObject({ items: v.array(OfficeTask) })
/** A refused name change needs the reason that the member reads. */
export const DecideTask = v.strictObject({ decision: v.picklist(['ACCEPT', 'REFUSE']), reasonZh: v.optional(v.pipe(v.string(), v.minLength(1), v.maxLength(200))) })
export const TaskDecided = v.strictObject({ resultZh: Zh })

export type NameChange = v.InferOutput<typeof NameChange>
export type OfficeTask = v.InferOutput<typeof OfficeTask>
export type DecideTask = v.InferOutput<typeof DecideTask>

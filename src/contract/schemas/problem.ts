import * as v from 'valibot'
import { Zh } from './common'

/** RFC 9457 problem details. Extra members (state, version, reasons …) are allowed. */
export const Problem = v.looseObject({
  type: v.string(),
  title: Zh,
  status: v.pipe(v.number(), v.integer()),
  code: v.pipe(v.string(), v.maxLength(40)),
  detail: Zh,
  requestId: v.pipe(v.string(), v.maxLength(64)),
  /** JSON pointer into the body -> words. */
  fieldErrors: v.record(v.string(), Zh),
})
export type Problem = v.InferOutput<typeof Problem>

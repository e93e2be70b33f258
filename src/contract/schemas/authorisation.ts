import * as v from 'valibot'
import { Id, Instant, LocalDate, Zh } from './common'
import { IdDocument } from './identity'

export const Relation = v.picklist(['FAMILY', 'UNION'])

/** 代办授权 (C6) as the member who gave it sees it. */
export const Authorisation = v.strictObject({
  authorisationId: Id,
  agentNameMasked: Zh,
  agentPhoneMasked: Zh,
  relationZh: Zh,
  grantedAt: Instant,
  until: LocalDate,
  /** Of the last change; null while it runs. */
  endedAt: v.nullable(Instant),
  live: v.boolean(),
  stateZh: Zh,
})
export const AuthorisationList = v.strictObject({
  items: v.array(Authorisation),
  /** Last day that a new one may run to: twelve months. */
  untilMax: LocalDate,
})
export const GrantAuthorisation = v.strictObject({
  agentName: v.pipe(v.string(), v.minLength(1), v.maxLength(120)),
  agentPhone: v.pipe(v.string(), v.regex(/^1\d{10}$/)),
  relation: Relation,
  ...IdDocument.entries,
  until: LocalDate,
  /** Version of the text of C6 that was agreed to. */
  c6Version: v.pipe(v.string(), v.minLength(1), v.maxLength(16)),
})

/** Somebody who has authorised me: what an agent needs to see of them, and nothing else. */
export const Principal = v.strictObject({ authorisationId: Id, nameMasked: Zh, relationZh: Zh, until: LocalDate })
export const PrincipalList = v.strictObject({ items: v.array(Principal) })

export type Relation = v.InferOutput<typeof Relation>
export type Authorisation = v.InferOutput<typeof Authorisation>
export type GrantAuthorisation = v.InferOutput<typeof GrantAuthorisation>
export type Principal = v.InferOutput<typeof Principal>

import type { Instant } from '@/domain/dates'
import { localDateOf } from '@/domain/dates'
import type { Actor } from '../../../rules/actors'
import { Refusal } from '../../../rules/refusal'
import type { Account, AuthorisationRecord, ClaimRecord } from '../../../store/entities'
import type { Tx } from '../../../store/store'
import { memberActor } from '../context'

interface Asking {
  tx: Tx
  account: Pick<Account, 'id'>
  now: Instant
}

/** In force: not withdrawn, and its last day not over. Asked anew with each request, so that a withdrawal ends access at once. */
export const isLive = ({ endedAt, until }: AuthorisationRecord, now: Instant): boolean => endedAt === null && localDateOf(now) <= until

/** The authorisation that lets this person act for somebody; one of others, or one that has ended, does not exist. @throws NOT_FOUND */
export async function principalOf({ tx, account, now }: Asking, authorisationId: string): Promise<AuthorisationRecord> {
  const record = await tx.get('authorisation', authorisationId)
  if (!record || record.agentId !== account.id || !isLive(record, now)) throw new Refusal('NOT_FOUND')
  return record
}

export async function authorised({ tx, account, now }: Asking, ownerId: string): Promise<boolean> {
  return (await tx.list('authorisation', ownerId)).some((record) => record.agentId === account.id && isLive(record, now))
}

export interface ClaimAccess {
  claim: ClaimRecord
  /** In which part this person acts on it. */
  actor: Actor
}

/** A claim of one's own, or one that was filed as an agent whose authorisation still runs. @throws NOT_FOUND */
export async function claimFor(asking: Asking, claimId: string): Promise<ClaimAccess> {
  const claim = await asking.tx.get('claim', claimId)
  if (claim?.ownerId === asking.account.id) return { claim, actor: memberActor(claim.ownerId) }
  const mine = claim?.progress.agentRef === asking.account.id
  if (!claim || !mine || !(await authorised(asking, claim.ownerId))) throw new Refusal('NOT_FOUND')
  return { claim, actor: { role: 'AGENT', ref: asking.account.id } }
}

/** The same for what an agent may not do: confirm, withdraw, appeal. @throws NOT_FOUND, FORBIDDEN */
export async function ownClaimOf(asking: Asking, claimId: string): Promise<ClaimRecord> {
  const { claim, actor } = await claimFor(asking, claimId)
  if (actor.role === 'AGENT') throw new Refusal('FORBIDDEN', '这一步只能由会员本人办理。')
  return claim
}

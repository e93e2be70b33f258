import { Refusal } from '../../rules/refusal'
import type { Tx } from '../../store/store'
import type { Claimant } from './claim-benefit'

/** A person with covers and claims. */
export async function readClaimant(tx: Tx, ownerId: string): Promise<Claimant> {
  const account = await tx.get('account', ownerId)
  if (!account) throw new Refusal('NOT_FOUND')
  return { account, coverages: await tx.list('coverage', ownerId), claims: await tx.list('claim', ownerId) }
}

import { Refusal } from '../../../rules/refusal'
import type { ClaimRecord } from '../../../store/entities'
import type { Tx } from '../../../store/store'
import type { Claimant } from '../claims/claim-benefit'

/** A person with covers and all claims on them; those on the covers of somebody who has died are filed and owned by others. */
export async function readClaimant(tx: Tx, personId: string): Promise<Claimant> {
  const account = await tx.get('account', personId)
  if (!account) throw new Refusal('NOT_FOUND')
  const own = (await tx.list('claim', personId)).filter(({ memberId = personId }) => memberId === personId)
  const inherited = account.diedOn ? (await tx.list('claim')).filter(({ memberId }) => memberId === personId) : []
  return { account, coverages: await tx.list('coverage', personId), claims: [...own, ...inherited] }
}

/** The person whose covers a claim is about. */
export const personOf = ({ ownerId, memberId = ownerId }: Pick<ClaimRecord, 'ownerId' | 'memberId'>): string => memberId
export const readClaimantOf = (tx: Tx, claim: Pick<ClaimRecord, 'ownerId' | 'memberId'>): Promise<Claimant> => readClaimant(tx, personOf(claim))

import type { ClaimProgress } from '../../../rules/claim-types'
import type { ClaimRecord } from '../../../store/entities'
import type { Tx } from '../../../store/store'
import type { FlowContext } from '../context'

type Parts = Pick<ClaimRecord, 'id' | 'ownerId' | 'cause' | 'types'> & Partial<ClaimRecord> & { progress: ClaimProgress }

/** A claim that has just been opened; its number is its id. */
export const newClaim = ({ now }: Pick<FlowContext, 'now'>, parts: Parts): ClaimRecord => ({
  claimNo: parts.id,
  version: parts.progress.version,
  accidentOn: null,
  stay: null,
  amounts: null,
  invoice: null,
  decision: null,
  receipt: null,
  submittedAt: null,
  createdAt: now,
  updatedAt: now,
  ...parts,
})

/** Numbers of claims begin at 1001 a store: those below are the seed's. */
export const nextClaimNo = async (tx: Tx, now: string): Promise<string> => `CLM-${now.slice(0, 4)}-${String(1000 + (await tx.next('claim'))).padStart(6, '0')}`

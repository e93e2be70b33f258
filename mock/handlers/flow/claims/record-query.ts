import type { Instant } from '@/domain/dates'
import type { Tx } from '../../../store/store'
import { consentIdOf } from '../../records'

/** C4 is withdrawn, or (for one claim) ends with its decision: nobody asks a hospital after that. */
export async function endRecordQueries(tx: Tx, ownerId: string, now: Instant, claimId?: string): Promise<void> {
  const given = (await tx.list('consent', ownerId)).filter((consent) => consent.consentId === 'C4' && consent.granted && (claimId === undefined || consent.claimId === claimId))
  for (const consent of given) await tx.put('consent', { ...consent, granted: false, at: now })
}

/** A C4 that names no claim is for the one that is handed in next. */
export async function bindRecordQuery(tx: Tx, { id, ownerId }: { id: string; ownerId: string }): Promise<void> {
  const unnamed = await tx.get('consent', consentIdOf(ownerId, 'C4'))
  if (unnamed?.granted && unnamed.claimId === null) await tx.put('consent', { ...unnamed, claimId: id })
}

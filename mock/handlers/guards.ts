import type { ConsentId } from '@/contract/schemas/common'
import type { Tx } from '../store/store'
import { Refusal } from '../rules/refusal'
import { consentIdOf, recordQueryIdOf } from './records'
import { consentTexts } from './words/consent-texts'

/** The record of the signed-in person; a record of somebody else does not exist for them. */
export function own<T extends { ownerId: string }>(record: T | undefined, ownerId: string): T {
  if (!record || record.ownerId !== ownerId) throw new Refusal('NOT_FOUND')
  return record
}

export async function isGranted(tx: Tx, ownerId: string, consentId: ConsentId): Promise<boolean> {
  return (await tx.get('consent', consentIdOf(ownerId, consentId)))?.granted ?? false
}

/** C4 is given for one claim and ends with its decision; given without naming one, it is for the next that is handed in. */
export async function isRecordQueryGranted(tx: Tx, { id, ownerId }: { id: string; ownerId: string }): Promise<boolean> {
  const own = await tx.get('consent', recordQueryIdOf(ownerId, id))
  if (own) return own.granted
  const old = await tx.get('consent', consentIdOf(ownerId, 'C4'))
  return old !== undefined && old.granted && (old.claimId === id || old.claimId === null)
}

/** @throws CONSENT_REQUIRED with the consent's id, so that the client can open the right text */
export async function requireConsent(tx: Tx, ownerId: string, consentId: ConsentId): Promise<void> {
  if (await isGranted(tx, ownerId, consentId)) return
  throw new Refusal('CONSENT_REQUIRED', `继续之前需要您单独同意:${consentTexts[consentId].titleZh}。`, {}, { consentId })
}

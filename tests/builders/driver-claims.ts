import type { Amounts, Claim, DocumentType, Stay } from '@/contract/schemas/claim'
import type { Cause } from '@/contract/schemas/common'
import type { Core } from '@mock/core'
import type { Api } from './api'
import { anAccident } from './golden-claims'
import { signIn } from './people'
import { photo } from './photo'
import { SIGNED } from './signature'

/** Stay and bill of the golden case, on a day that the covers of persona driver hold. */
export const aStay: Stay = { hospitalZh: '广州市第一人民医院', admittedOn: '2026-11-01', dischargedOn: '2026-11-09' }
export const aBill: Amounts = { totalFen: 3_700_000, pooledFen: 2_700_000, inScopeSelfPayFen: 1_000_000, outOfScopeFen: 0, otherPaidFen: 0 }

export interface DraftParts {
  cause?: Cause
  stay?: Stay | null
  amounts?: Amounts | null
  /** How many of the required papers have arrived; all of them without it. */
  papers?: number
}

let files = 0

/** Puts one photo into a claim. */
export async function addPhoto(member: Api, claimId: string, documentType: DocumentType, bytes?: Uint8Array): Promise<void> {
  files += 1
  const { documentId } = (await member('registerDocument', { params: { claimId }, body: { documentType, clientRef: `builder-${files}`, name: '照片.jpg' } })).ok()
  ;(await member('uploadDocument', { params: { claimId, documentId }, file: { bytes: bytes ?? photo(`builder ${files}`), name: '照片.jpg' } })).ok()
}

/** A draft of persona driver (cover P1, all consents) that is ready to be handed in; say only what differs. */
export async function aDraft(core: Core, { cause = 'ILLNESS', stay = aStay, amounts = aBill, papers }: DraftParts = {}, as = 'driver'): Promise<Claim> {
  const member = await signIn(core, as)
  let claim = (await member('createClaim', { body: { cause } })).ok()
  const { claimId } = claim
  const change = { ...(stay && { stay }), ...(amounts && { amounts }), ...(cause === 'ACCIDENT' && stay && { accidentOn: stay.admittedOn, accident: anAccident }) }
  if (Object.keys(change).length > 0) claim = (await member('updateClaim', { params: { claimId }, body: change, version: claim.version })).ok()
  for (const { documentType } of claim.checklist.filter(({ required }) => required).slice(0, papers)) await addPhoto(member, claimId, documentType)
  return (await member('getClaim', { params: { claimId } })).ok()
}

/** The same, handed in. */
export async function aSubmittedClaim(core: Core, parts: DraftParts = {}, as = 'driver'): Promise<Claim> {
  const { claimId, version } = await aDraft(core, parts, as)
  const member = await signIn(core, as)
  ;(await member('submitClaim', { params: { claimId }, body: SIGNED, version })).ok()
  return (await member('getClaim', { params: { claimId } })).ok()
}

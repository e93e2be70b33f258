import type { Claim, UpdateClaim } from '@/contract/schemas/claim'
import type { ClaimKind } from '@/contract/schemas/claim-kind'
import type { PlanId } from '@/contract/schemas/common'
import { addDays } from '@/domain/dates'
import { benefitParams } from '@mock/rules/plans'
import type { Store } from '@mock/store/store'
import type { Api } from './api'
import { photo } from './photo'
import type { People } from './people'
import { SIGNED } from './signature'

type Backend = People & { store: Store }
let covers = 0

export interface CoverDifferences { planId: PlanId; shares?: number; effectiveOn?: string; first?: boolean; endsOn?: string; source?: string }

/** A cover that no persona has, as the office would have entered it. */
export async function giveCover({ store }: Pick<Backend, 'store'>, ownerId: string, { planId, shares = 1, effectiveOn = '2026-01-01', first = true, endsOn = '2026-12-31', source = 'SELF' }: CoverDifferences): Promise<void> {
  covers += 1
  const days = first ? benefitParams[planId].waitingDays : 0
  const id = `CV-T${covers}`
  await store.transact((tx) =>
    tx.put('coverage', { id, ownerId, enrolmentId: null, planId, shares, source, first, effectiveOn, waitingEndsOn: days > 0 ? addDays(effectiveOn, days - 1) : null, benefitsFrom: addDays(effectiveOn, days), endsOn, cityCode: '4401' }),
  )
}

let files = 0
/** Every required paper of a claim, one photo each. */
export async function addPapers(who: Api, { claimId }: { claimId: string }): Promise<void> {
  const { checklist } = (await who('getClaim', { params: { claimId } })).ok()
  for (const { documentType } of checklist.filter(({ required, received }) => required && received === 0)) {
    files += 1
    const { documentId } = (await who('registerDocument', { params: { claimId }, body: { documentType, clientRef: `kinds-${files}`, name: '照片.jpg' } })).ok()
    ;(await who('uploadDocument', { params: { claimId, documentId }, file: { bytes: photo(`kinds ${files}`), name: '照片.jpg' } })).ok()
  }
}

export const grantAll = async (who: Api, ...consents: ('C3' | 'C4' | 'C5')[]): Promise<void> => {
  for (const consentId of consents) (await who('setConsent', { params: { consentId }, body: { granted: true, version: '1.0' } })).ok()
}

/** A draft with everything filled in and every paper, through the API like a member; C3 is granted. */
export async function drafted(who: Api, cause: ClaimKind, change: UpdateClaim): Promise<Claim> {
  await grantAll(who, 'C3')
  const { claimId, version } = (await who('createClaim', { body: { cause } })).ok()
  ;(await who('updateClaim', { params: { claimId }, version, body: change })).ok()
  await addPapers(who, { claimId })
  return (await who('getClaim', { params: { claimId } })).ok()
}

export async function handedIn(who: Api, cause: ClaimKind, change: UpdateClaim): Promise<Claim> {
  const { claimId, version } = await drafted(who, cause, change)
  if (cause === 'CRITICAL' || cause === 'FEMALE') (await who('setConsent', { params: { consentId: 'C4' }, body: { granted: true, version: '1.0', claimId } })).ok()
  ;(await who('submitClaim', { params: { claimId }, version, body: SIGNED })).ok()
  return (await who('getClaim', { params: { claimId } })).ok()
}

/** Handed in and approved by the people of the office. */
export async function approved(people: Backend, who: Api, cause: ClaimKind, change: UpdateClaim): Promise<Claim> {
  const { claimId } = await handedIn(who, cause, change)
  ;(await (await people.tester())('decideClaim', { params: { claimId }, body: { decision: 'APPROVE' } })).ok()
  return (await who('getClaim', { params: { claimId } })).ok()
}

export const aDiagnosis = (category: 'LIGHT' | 'SEVERE' | 'IN_SITU' | 'MALIGNANT', diagnosedOn = '2026-11-10') => ({
  diagnosis: { category, diagnosedOn, diseaseZh: '示例疾病', hospitalZh: '示例市第一人民医院' },
})

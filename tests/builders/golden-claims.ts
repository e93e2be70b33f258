import type { Claim, DocumentType, UpdateClaim } from '@/contract/schemas/claim'
import type { Accident } from '@/contract/schemas/claim-kind'
import type { Cause, ConsentId } from '@/contract/schemas/common'
import { photo } from './photo'
import type { People } from './people'
import { SIGNED } from './signature'

/** Every claim of the builders is the courier's: the golden case. */
export const CLAIMANT = 'courier'
/** A debit card of ICBC that the bank takes at once. */
export const GOOD_CARD = '6222020000000000000'
/** After the stay of the golden case. */
export const AFTER_STAY = '2026-12-31T09:00:00+08:00'

/** How the accident of a test came about, unless the test is about that. */
export const anAccident: Accident = { placeZh: '海珠区某路口', howZh: '送餐途中被电动车撞倒,右腿骨折。', traffic: false, treatment: 'ADMITTED', disabilityGrade: null }

export const goldenStay = { hospitalZh: '示例区第一人民医院', admittedOn: '2026-12-24', dischargedOn: '2026-12-30' }
export const goldenAmounts = { totalFen: 3_700_000, pooledFen: 2_700_000, inScopeSelfPayFen: 1_000_000, outOfScopeFen: 0, otherPaidFen: 0 }
export const goldenInvoice = { code: '44990026', number: '0000000001' }
const accident = { accidentOn: '2026-12-24', accident: anAccident }

export const grant = async (world: People, personaId: string, consentId: ConsentId, granted = true): Promise<void> =>
  void (await (await world.as(personaId))('setConsent', { params: { consentId }, body: { granted, version: '1.0' } })).ok()

/** The courier with the gifted P1, after the stay, with C3. */
export async function readyToClaim(world: People, at = AFTER_STAY): Promise<void> {
  const courier = await world.as(CLAIMANT)
  ;(await courier('createEnrolment', { body: { campaignId: 'CP-2026-01', consents: [{ consentId: 'C1', version: '1.0' }] } })).ok()
  await world.move(at)
  await grant(world, CLAIMANT, 'C3')
}

export interface ClaimDifferences {
  cause?: Cause
  at?: string
  change?: UpdateClaim
}

/** States that a test can begin from; each goes through the API like a member would. */
export type BuiltState = 'DRAFT' | 'FILLED' | 'COMPLETE' | 'REVIEWING' | 'REJECTED' | 'ACCOUNT_REQUIRED' | 'PAYING' | 'PAID' | 'WITHDRAWN'

/** A claim of the courier in a state; says only what differs from the golden case. */
export async function claimAt(world: People, state: BuiltState, { cause = 'ILLNESS', at, change }: ClaimDifferences = {}): Promise<Claim> {
  await readyToClaim(world, at)
  const courier = await world.as(CLAIMANT)
  const drafted = (await courier('createClaim', { body: { cause } })).ok()
  if (state === 'DRAFT') return drafted
  const body = { stay: goldenStay, amounts: goldenAmounts, invoice: goldenInvoice, ...(cause === 'ACCIDENT' ? accident : {}), ...change }
  const filled = (await courier('updateClaim', { params: drafted, version: drafted.version, body })).ok()
  if (state === 'FILLED') return filled
  for (const { documentType } of filled.checklist.filter(({ required }) => required)) await addPaper(world, filled, documentType)
  const reread = async (): Promise<Claim> => (await courier('getClaim', { params: filled })).ok()
  if (state === 'COMPLETE') return reread()
  ;(await courier('submitClaim', { params: filled, version: filled.version, body: SIGNED })).ok()
  const reviewing = await reread()
  if (state === 'REVIEWING') return reviewing
  if (state === 'WITHDRAWN') return (await courier('withdrawClaim', { params: filled, version: reviewing.version, body: {} })).ok()
  await decide(world, filled, state === 'REJECTED' ? 'REJECT' : 'APPROVE')
  if (state === 'REJECTED' || state === 'ACCOUNT_REQUIRED') return reread()
  await grant(world, CLAIMANT, 'C5')
  ;(await courier('putBankAccount', { body: { cardNumber: GOOD_CARD } })).ok()
  if (state === 'PAYING') return reread()
  await world.move(4)
  return reread()
}

/** One received photo of a paper. @returns its document id */
export async function addPaper(world: People, { claimId }: { claimId: string }, documentType: DocumentType, mark: string = documentType): Promise<string> {
  const courier = await world.as(CLAIMANT)
  const { documentId } = (await courier('registerDocument', { params: { claimId }, body: { documentType, clientRef: `photo-${mark}`, name: `${mark}.jpg` } })).ok()
  ;(await courier('uploadDocument', { params: { claimId, documentId }, file: { bytes: photo(mark), name: `${mark}.jpg` } })).ok()
  return documentId
}

export async function decide(world: People, { claimId }: { claimId: string }, decision: 'APPROVE' | 'REJECT'): Promise<void> {
  const reply = await (await world.tester())('decideClaim', { params: { claimId }, body: { decision, ...(decision === 'REJECT' ? { reasonCode: 'EXCLUDED_CAUSE' } : {}) } })
  reply.ok()
}

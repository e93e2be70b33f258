import type { Claim } from '@/contract/schemas/claim'
import type { Decide } from '@/contract/schemas/tester'
import { addPaper, claimAt, CLAIMANT, GOOD_CARD, goldenInvoice, goldenStay, grant, readyToClaim } from './golden-claims'
import { photo } from './photo'
import type { Api } from './api'
import type { People } from './people'
import type { World } from './world'

/** A stay that the rules pay 4,400.00 for: below the limit of 免审即享. */
const smallBill = { totalFen: 3_030_000, pooledFen: 2_480_000, inScopeSelfPayFen: 550_000, outOfScopeFen: 0, otherPaidFen: 0 }
/** SHA-256 of this number goes to a person, and of the other one does not (claim-states.json `samplingVectors`). */
export const SAMPLED_NO = 'CLM-2026-000032'
export const UNSAMPLED_NO = 'CLM-2026-000004'

export const twoItems = [
  { documentType: 'MEDICAL_INVOICE' as const, reasonCode: 'DOC_UNREADABLE' },
  { documentType: 'INSURANCE_SETTLEMENT' as const, reasonCode: 'DOC_STAMP_MISSING' },
]

/** The courier's claim, sent back with two items. */
export async function askedForMore(world: People, items: NonNullable<Decide['items']> = twoItems): Promise<Claim> {
  const claim = await claimAt(world, 'REVIEWING')
  ;(await (await world.tester())('decideClaim', { params: claim, body: { decision: 'REQUEST_MORE', items } })).ok()
  return reread(world, claim)
}

export const reread = async (world: People, claim: { claimId: string }, as = CLAIMANT): Promise<Claim> => (await (await world.as(as))('getClaim', { params: claim })).ok()

/** One received photo as the answer to an item. @returns its document id */
export async function answerItem(member: Api, { claimId, supplement }: Claim, place = 0, mark = `answer-${place}`): Promise<string> {
  const item = supplement?.items[place]
  if (!item) throw new Error(`${claimId} does not ask for item ${place}`)
  const body = { documentType: item.documentType, clientRef: mark, name: `${mark}.jpg`, supplementItemId: item.itemId }
  const { documentId } = (await member('registerDocument', { params: { claimId }, body })).ok()
  ;(await member('uploadDocument', { params: { claimId, documentId }, file: { bytes: photo(mark), name: `${mark}.jpg` } })).ok()
  return documentId
}

/** Stays of the courier that the medical insurance partner has reported, one a number, and that wait for their yes. */
export async function matchedAll(world: World, claimNos: readonly string[]): Promise<Claim[]> {
  await readyToClaim(world)
  const courier = await world.as(CLAIMANT)
  ;(await courier('setConsent', { params: { consentId: 'C2' }, body: { granted: true, version: '1.0', standing: false } })).ok()
  await grant(world, CLAIMANT, 'C5')
  await grant(world, CLAIMANT, 'C3', false)
  ;(await courier('putBankAccount', { body: { cardNumber: GOOD_CARD } })).ok()
  await world.store.transact(async (tx) => {
    for (const [at, claimNo] of claimNos.entries()) {
      // The model's own seeded claim may have that number.
      await tx.delete('claim', claimNo)
      const invoice = at === 0 ? goldenInvoice : { ...goldenInvoice, number: String(9_000_000_000 + at) }
      await tx.put('settlement', { id: `ADM-courier-${at}`, ownerId: CLAIMANT, arrivesAt: '2027-01-02T10:00:00+08:00', claimNo, cause: 'ILLNESS', stay: goldenStay, amounts: smallBill, invoice, dataAsOf: '2027-01-02T02:00:00+08:00', done: false })
    }
  })
  await world.move(3)
  return Promise.all(claimNos.map((claimId) => reread(world, { claimId })))
}

/** One of them. */
export async function matched(world: World, claimNo = UNSAMPLED_NO): Promise<Claim> {
  const [claim] = await matchedAll(world, [claimNo])
  if (!claim) throw new Error('nothing was matched')
  return claim
}

/** A draft of the courier that nobody touched for 90 days. */
export async function expired(world: People): Promise<Claim> {
  const claim = await claimAt(world, 'FILLED')
  await world.move(91)
  return reread(world, claim)
}

export { addPaper, claimAt, CLAIMANT, grant }

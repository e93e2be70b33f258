import type { Claim, DocumentType, UpdateClaim } from '@/contract/schemas/claim'
import { addPaper, claimAt, CLAIMANT, goldenAmounts, goldenInvoice } from './golden-claims'
import type { People } from './people'
import { SIGNED } from './signature'

/** The golden claim, paid; part of it is to come back, and the courier has it taken from later benefits (or says how else). */
export async function owing(world: People, amountFen: number, choice: 'REPAY' | 'OFFSET' = 'OFFSET'): Promise<Claim> {
  const paid = await claimAt(world, 'PAID')
  ;(await (await world.tester())('decideClaim', { params: paid, body: { decision: 'RECOVER', reasonCode: 'OVERPAID', amountFen } })).ok()
  const courier = await world.as(CLAIMANT)
  const asked = (await courier('getClaim', { params: paid })).ok()
  return (await courier('answerRecovery', { params: paid, version: asked.version, body: { choice } })).ok()
}

/** Another stay of the courier, with the self-pay that its benefit of 80 % is taken from. `no`: 1, 2 … */
export async function filedAgain(world: People, inScopeSelfPayFen = goldenAmounts.inScopeSelfPayFen, no = 1): Promise<Claim> {
  const courier = await world.as(CLAIMANT)
  const draft = (await courier('createClaim', { body: { cause: 'ILLNESS' } })).ok()
  const body: UpdateClaim = {
    stay: { hospitalZh: '示例区第一人民医院', admittedOn: '2026-12-31', dischargedOn: '2027-01-03' },
    amounts: { ...goldenAmounts, totalFen: goldenAmounts.pooledFen + inScopeSelfPayFen, inScopeSelfPayFen },
    invoice: { ...goldenInvoice, number: `000000010${no}` },
  }
  const filled = (await courier('updateClaim', { params: draft, version: draft.version, body })).ok()
  const needed: DocumentType[] = filled.checklist.filter(({ required }) => required).map(({ documentType }) => documentType)
  for (const documentType of needed) await addPaper(world, filled, documentType, `${documentType}-${no}`)
  ;(await courier('submitClaim', { params: filled, version: filled.version, body: SIGNED })).ok()
  return (await courier('getClaim', { params: filled })).ok()
}

export async function approvedAgain(world: People, inScopeSelfPayFen?: number, no?: number): Promise<Claim> {
  const claim = await filedAgain(world, inScopeSelfPayFen, no)
  ;(await (await world.tester())('decideClaim', { params: claim, body: { decision: 'APPROVE' } })).ok()
  return (await (await world.as(CLAIMANT))('getClaim', { params: claim })).ok()
}

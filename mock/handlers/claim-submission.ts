import { maskName } from '@/domain/masking'
import { asDocument, requireVersion, type Handler } from '../core'
import { Refusal } from '../rules/refusal'
import type { ClaimRecord } from '../store/entities'
import { claimFor, ownClaimOf } from './flow/people/access'
import { checkAmounts, checkEvent } from './flow/claims/claim-checks'
import { moveClaim, routeClaim } from './flow/claims/claim-flow'
import { coversOf, isDiagnosed } from './flow/claims/claim-covers'
import { memberActor } from './flow/context'
import { bindRecordQuery } from './flow/claims/record-query'
import { keepForm, requireSignature } from './flow/claims/claim-signature'
import { isGranted, isRecordQueryGranted, requireConsent } from './guards'
import { invoiceKeyOf } from './records'
import { missingPapers } from './views/claim-papers'
import { receiptSheet } from './sheets/receipt'
import { claimParts, claimView, titleOf } from './views/claim-view'
import { receiptOf } from './views/receipt-view'

export const submitClaim: Handler<'submitClaim'> = async (context) => {
  const { account, body, params, version, tx, today } = context
  const { claim, actor } = await claimFor(context, params.claimId)
  requireVersion({ version }, claim.version)
  const parts = await claimParts(context, claim)
  const { windowEndsOn } = claim.progress
  if (claim.progress.state === 'DRAFT') {
    requireSignature(body.signature, account.name)
    await requireConsent(tx, claim.ownerId, 'C3')
    const unfilled = parts.missing.filter(({ part }) => part === 'event' || part === 'stay' || part === 'amounts')
    if (unfilled.length > 0) throw new Refusal('CLAIM_INCOMPLETE', unfilled.map(({ textZh }) => textZh).join(''), {}, { missing: parts.missing })
    // Checked again: days have passed since the draft was written, and a cover may have been corrected.
    checkEvent(claim, coversOf(claim, parts.claimant.coverages), parts.claimant.coverages, { today, windowEndsOn })
    checkAmounts(claim.amounts)
  }
  const submitted = await moveClaim(
    context,
    claim,
    {
      type: 'submit',
      missingFiles: missingPapers(parts.checklist).length,
      invoiceUsedBy: await invoiceUsedBy(context, claim),
      windowEndsOn,
      c3Granted: await isGranted(tx, claim.ownerId, 'C3'),
      ...(isDiagnosed(claim.cause) ? { c4Granted: await isRecordQueryGranted(tx, claim) } : {}),
    },
    actor,
  )
  if (isDiagnosed(claim.cause)) await bindRecordQuery(tx, claim)
  await keepForm(context, submitted, parts.documents, { claimant: parts.claimant.account.name, name: account.name, at: context.now, document: parts.beneficiaryDocument, signature: body.signature })
  const routed = await routeClaim(context, submitted)
  const receipt = receiptOf(routed, parts.documents, context.now)
  await tx.put('claim', { ...routed, receipt })
  return receipt
}

export const getClaimReceipt: Handler<'getClaimReceipt'> = async (context) => {
  const { receipt } = (await claimFor(context, context.params.claimId)).claim
  if (!receipt) throw new Refusal('NOT_FOUND')
  return receipt
}

export const drawClaimReceipt: Handler<'drawClaimReceipt'> = async (context) => {
  const { params, tx } = context
  const { claim } = await claimFor(context, params.claimId)
  const owner = await tx.get('account', claim.ownerId)
  if (!claim.receipt) throw new Refusal('NOT_FOUND')
  return asDocument(receiptSheet(claim.receipt, titleOf(claim), maskName(owner?.name ?? '')), params.format)
}

export const withdrawClaim: Handler<'withdrawClaim'> = async (context) => {
  const { account, params, version } = context
  const claim = await ownClaimOf(context, params.claimId)
  requireVersion({ version }, claim.version)
  return claimView(context, await moveClaim(context, claim, { type: 'withdraw' }, memberActor(account.id)))
}

async function invoiceUsedBy({ tx }: Pick<Parameters<Handler<'submitClaim'>>[0], 'tx'>, claim: ClaimRecord): Promise<string | null> {
  if (!claim.invoice) return null
  const holder = await tx.claimKey(invoiceKeyOf(claim.invoice), claim.id)
  return holder === claim.id ? null : ((await tx.get('claim', holder))?.claimNo ?? holder)
}

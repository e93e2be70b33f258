import { requireVersion, type Handler } from '../core'
import { applyClaim, editDraft } from '../rules/claim-machine'
import { Refusal } from '../rules/refusal'
import type { ClaimRecord } from '../store/entities'
import { checkAmounts, checkEvent, windowEndOf } from './flow/claim-checks'
import { begunCovers, coversOf, hasDay, isDiagnosed, typesOf } from './flow/claim-covers'
import { readClaimant } from './flow/claim-reader'
import { memberActor, ruleContext } from './flow/context'
import { dropUnused } from './flow/file-refs'
import { holdInvoice } from './flow/invoice-hold'
import { newClaim, nextClaimNo } from './flow/new-claim'
import { isGranted, own, requireConsent } from './guards'
import { invoiceKeyOf } from './records'
import { optionFor } from './views/claim-options-view'
import { claimView } from './views/claim-view'

export const createClaim: Handler<'createClaim'> = async (context) => {
  const { account, body, tx, now, today } = context
  const claimant = await readClaimant(tx, account.id)
  const option = optionFor(body.cause, claimant, today)
  if (!option.available) throw new Refusal('CLAIM_NOT_COVERED', option.reasonZh ?? undefined)
  await requireConsent(tx, account.id, 'C3')

  const actor = memberActor(account.id)
  const { claim: progress } = applyClaim(null, { type: 'create', claimantRef: account.id, windowEndsOn: null, c3Granted: await isGranted(tx, account.id, 'C3') }, ruleContext(context, actor))
  if (!progress) throw new Error('create gives no claim')
  const claim = newClaim(context, { id: await nextClaimNo(tx, now), ownerId: account.id, cause: body.cause, types: typesOf(body, begunCovers(body, claimant.coverages, today)), progress })
  await tx.put('claim', claim)
  return claimView(context, claim)
}

export const updateClaim: Handler<'updateClaim'> = async (context) => {
  const { account, body, params, version, tx, now, today } = context
  const claim = own(await tx.get('claim', params.claimId), account.id)
  requireVersion({ version }, claim.version)
  const { coverages } = await readClaimant(tx, account.id)

  // A stay may turn out to be of an accident; the other kinds are what they are.
  const cause = claim.cause === 'ILLNESS' || claim.cause === 'ACCIDENT' ? (body.cause ?? claim.cause) : claim.cause
  const accidental = cause === 'ACCIDENT' || cause === 'DEATH'
  const merged = {
    ...claim,
    cause,
    accidentOn: accidental ? (body.accidentOn === undefined ? claim.accidentOn : body.accidentOn) : null,
    accident: accidental ? (body.accident ?? claim.accident ?? null) : null,
    diagnosis: isDiagnosed(cause) ? (body.diagnosis ?? claim.diagnosis ?? null) : null,
    death: cause === 'DEATH' ? (body.death ?? claim.death ?? null) : null,
    stay: body.stay ?? claim.stay,
    amounts: body.amounts ?? claim.amounts,
    invoice: body.invoice ?? claim.invoice,
  }
  const covers = hasDay(merged) ? coversOf(merged, coverages) : begunCovers(merged, coverages, today)
  const windowEndsOn = windowEndOf(merged, covers)
  const progress = editDraft(claim.progress, { windowEndsOn }, ruleContext(context, memberActor(account.id)))
  checkEvent(merged, covers, coverages, { today, windowEndsOn })
  checkAmounts(merged.amounts)

  const changed: ClaimRecord = { ...merged, types: typesOf(merged, covers), progress, version: progress.version, updatedAt: now }
  await holdInvoice(tx, claim, changed)
  await tx.put('claim', changed)
  return claimView(context, changed)
}

export const discardClaim: Handler<'discardClaim'> = async (context) => {
  const { account, params, version, tx } = context
  const claim = own(await tx.get('claim', params.claimId), account.id)
  requireVersion({ version }, claim.version)
  applyClaim(claim.progress, { type: 'discard' }, ruleContext(context, memberActor(account.id)))

  const documents = (await tx.list('document', account.id)).filter(({ claimId }) => claimId === claim.id)
  for (const { id } of documents) await tx.delete('document', id)
  await dropUnused(context, documents.map(({ hash }) => hash))
  if (claim.invoice) await tx.releaseKey(invoiceKeyOf(claim.invoice))
  await tx.delete('claim', claim.id)
  return undefined
}

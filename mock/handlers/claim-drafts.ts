import { requireVersion, type Handler, type HandlerContext } from '../core'
import type { Actor } from '../rules/actors'
import { applyClaim, editDraft } from '../rules/claim-machine'
import { Refusal } from '../rules/refusal'
import type { ClaimRecord } from '../store/entities'
import type { Tx } from '../store/store'
import { claimFor, principalOf } from './flow/people/access'
import { checkAmounts, checkEvent, windowEndOf } from './flow/claims/claim-checks'
import { begunCovers, coversOf, hasDay, isDiagnosed, typesOf } from './flow/claims/claim-covers'
import { readClaimant, readClaimantOf } from './flow/papers/claim-reader'
import { memberActor, ruleContext } from './flow/context'
import { dropUnused } from './flow/papers/file-refs'
import { checkOwnDocument } from './flow/people/identity'
import { cleanChange } from './flow/claims/clean-bill'
import { holdInvoice } from './flow/claims/invoice-hold'
import { newClaim, nextClaimNo } from './flow/claims/new-claim'
import { isGranted, requireConsent } from './guards'
import { invoiceKeyOf } from './records'
import { optionFor } from './views/claim-options-view'
import { claimViewFor } from './views/agent-view'
import { consentTexts } from './words/consent-texts'

/** Drafts of one person at a time (A). */
export const DRAFTS_MAX = 20

/** Room for one draft more, whether it is new or (`besides`) wakes up again. @throws DRAFT_LIMIT */
export async function requireRoom(tx: Tx, ownerId: string, besides?: string): Promise<void> {
  const drafts = (await tx.list('claim', ownerId)).filter(({ id, progress: { state } }) => state === 'DRAFT' && id !== besides)
  if (drafts.length >= DRAFTS_MAX) throw new Refusal('DRAFT_LIMIT', `您已有${drafts.length}份没有提交的申领，请先提交或删除其中一份，再开始新的。`)
}

export const createClaim: Handler<'createClaim'> = async (context) => {
  const { account, body, tx, now, today } = context
  const { ownerId, memberId, actor } = await whoseClaim(context)
  const claimant = await readClaimant(tx, memberId)
  const option = optionFor(body.cause, claimant, today)
  if (!option.available) throw new Refusal('CLAIM_NOT_COVERED', option.reasonZh ?? undefined)
  const byAgent = ownerId !== account.id
  if (byAgent && !(await isGranted(tx, ownerId, 'C3'))) throw new Refusal('CONSENT_REQUIRED', `请会员本人先在“授权与同意”里同意：${consentTexts.C3.titleZh}。`, {}, { consentId: 'C3' })
  await requireConsent(tx, ownerId, 'C3')
  await requireRoom(tx, ownerId)

  const created = { type: 'create' as const, claimantRef: ownerId, windowEndsOn: null, c3Granted: true, ...(byAgent ? { c6Granted: true } : {}) }
  const { claim: progress } = applyClaim(null, created, ruleContext(context, actor))
  if (!progress) throw new Error('create gives no claim')
  const claim = newClaim(context, {
    id: await nextClaimNo(tx, now),
    ownerId,
    ...(memberId === ownerId ? {} : { memberId }),
    cause: body.cause,
    types: typesOf(body, begunCovers(body, claimant.coverages, today)),
    progress,
  })
  await tx.put('claim', claim)
  return claimViewFor(context, claim, actor)
}

/** Who owns the claim, whose covers it is about, and who files it. @throws NOT_FOUND, CLAIM_NOT_COVERED */
async function whoseClaim(context: HandlerContext<'createClaim'>): Promise<{ ownerId: string; memberId: string; actor: Actor }> {
  const { account, body } = context
  if (body.authorisationId !== undefined) {
    const { ownerId } = await principalOf(context, body.authorisationId)
    // A death is for the beneficiary alone to claim.
    if (body.cause === 'DEATH') throw new Refusal('CLAIM_NOT_COVERED', '身故互助金由受益人本人申领。')
    return { ownerId, memberId: ownerId, actor: { role: 'AGENT', ref: account.id } }
  }
  const actor = memberActor(account.id)
  if (body.cause !== 'DEATH') {
    if (!account.roles.includes('MEMBER')) throw new Refusal('CLAIM_NOT_COVERED', '这种申领由会员本人办理。')
    return { ownerId: account.id, memberId: account.id, actor }
  }
  if (!account.beneficiaryOf) throw new Refusal('CLAIM_NOT_COVERED', '身故互助金由登记的受益人申领，请拨打职工服务热线12351。')
  return { ownerId: account.id, memberId: account.beneficiaryOf.memberId, actor }
}

export const updateClaim: Handler<'updateClaim'> = async (received) => {
  const context = { ...received, body: cleanChange(received.body) }
  const { body, params, version, tx, now, today } = context
  const { claim, actor } = await claimFor(context, params.claimId)
  requireVersion({ version }, claim.version)
  const { coverages } = await readClaimantOf(tx, claim)

  // A stay may turn out to be of an accident; the other kinds are what they are.
  const cause = claim.cause === 'ILLNESS' || claim.cause === 'ACCIDENT' ? (body.cause ?? claim.cause) : claim.cause
  const accidental = cause === 'ACCIDENT' || cause === 'DEATH'
  const merged = {
    ...claim,
    cause,
    accidentOn: accidental ? (body.accidentOn === undefined ? claim.accidentOn : body.accidentOn) : null,
    accident: accidental ? (body.accident ?? claim.accident ?? null) : null,
    diagnosis: isDiagnosed(cause) ? (body.diagnosis ?? claim.diagnosis ?? null) : null,
    death: cause === 'DEATH' ? deathOf(context, claim) : null,
    stay: body.stay ?? claim.stay,
    amounts: body.amounts ?? claim.amounts,
    invoice: body.invoice ?? claim.invoice,
  }
  const covers = hasDay(merged) ? coversOf(merged, coverages) : begunCovers(merged, coverages, today)
  const windowEndsOn = windowEndOf(merged, covers)
  const progress = editDraft(claim.progress, { windowEndsOn }, ruleContext(context, actor))
  checkEvent(merged, covers, coverages, { today, windowEndsOn })
  checkAmounts(merged.amounts)

  const changed: ClaimRecord = { ...merged, types: typesOf(merged, covers), progress, version: progress.version, updatedAt: now }
  await holdInvoice(tx, claim, changed)
  await tx.put('claim', changed)
  return claimViewFor(context, changed, actor)
}

/** Without a document the one that was typed in before stays. @throws VALIDATION_FAILED */
function deathOf({ account, body, today }: HandlerContext<'updateClaim'>, { death = null }: ClaimRecord): ClaimRecord['death'] {
  if (!body.death) return death
  const { diedOn, document: typed } = body.death
  const document = typed ? checkOwnDocument(account, typed, today, '/death/document') : death?.document
  return { diedOn, ...(document && { document }) }
}

export const discardClaim: Handler<'discardClaim'> = async (context) => {
  const { params, version, tx } = context
  const { claim, actor } = await claimFor(context, params.claimId)
  requireVersion({ version }, claim.version)
  applyClaim(claim.progress, { type: 'discard' }, ruleContext(context, actor))

  const documents = (await tx.list('document', claim.ownerId)).filter(({ claimId }) => claimId === claim.id)
  for (const { id } of documents) await tx.delete('document', id)
  await dropUnused(context, documents.map(({ hash }) => hash))
  if (claim.invoice) await tx.releaseKey(invoiceKeyOf(claim.invoice))
  await tx.delete('claim', claim.id)
  return undefined
}

import { maskName } from '@/domain/masking'
import { systemActor, type Actor } from '../../../rules/actors'
import { applyClaim } from '../../../rules/claim-machine'
import { payoutDueFen } from '../../../rules/claim-guards'
import type { ClaimEvent } from '../../../rules/claim-types'
import type { ClaimRecord, DocumentRecord } from '../../../store/entities'
import { invoiceKeyOf } from '../../records'
import { benefitOf, objectionFor } from './claim-benefit'
import { readClaimantOf } from '../papers/claim-reader'
import { ruleContext, type FlowContext } from '../context'
import { dropUnused } from '../papers/file-refs'
import { letterOfMove } from '../papers/letters'
import { takesPapers } from '../papers/paper-access'
import { notify } from '../notify'
import { notifyAgent } from '../notify-agent'
import { offsetsFor } from '../payouts/offsets'
import { openPayout, type Inherited } from '../payouts/payout-flow'

/** Applies one event of the claim machine, stores the claim and sends its message. @throws the machine's refusals */
export async function moveClaim(context: FlowContext, claim: ClaimRecord, event: ClaimEvent, actor: Actor): Promise<ClaimRecord> {
  const { claim: progress, transition } = applyClaim(claim.progress, event, ruleContext(context, actor))
  if (progress === null) throw new Error(`${event.type} deletes a claim: use discardClaim`)
  const moved: ClaimRecord = { ...claim, progress, version: progress.version, submittedAt: progress.submittedAt, updatedAt: context.now }
  await context.tx.put('claim', moved)
  if (moved.invoice && (progress.state === 'WITHDRAWN' || progress.state === 'EXPIRED')) await context.tx.releaseKey(invoiceKeyOf(moved.invoice))
  if (event.type === 'idle') await forgetPapers(context, moved)
  if (!takesPapers(moved)) await forgetPapers(context, moved, ({ state }) => state !== 'RECEIVED')
  // The payout tells of the money (created, paid, returned, cancelled); two messages about one thing would be noise.
  if (transition !== null && !toldByPayout.has(transition)) {
    const facts = { claim: { progress, claimNo: moved.claimNo }, ...(actor.role === 'AGENT' ? { byAgent: true, values: { agentNameMasked: await nameOf(context, actor) } } : {}) }
    await notify(context, moved.ownerId, transition, facts, { claimId: moved.id })
    await notifyAgent(context, moved, transition)
  }
  if (transition !== null) await letterOfMove(context, moved, event.type)
  return moved
}

/**
 * T11: nobody has looked at them for 90 days, and a reopened draft begins with fresh photos. What was announced and has not arrived goes
 * with every step after which it cannot arrive any more.
 */
async function forgetPapers({ tx, files }: FlowContext, { id, ownerId }: ClaimRecord, which: (document: DocumentRecord) => boolean = () => true): Promise<void> {
  const documents = (await tx.list('document', ownerId)).filter((document) => document.claimId === id && which(document))
  for (const document of documents) await tx.delete('document', document.id)
  if (files) await dropUnused({ tx, files }, documents.map(({ hash }) => hash))
}

const nameOf = async ({ tx }: FlowContext, { ref }: Actor): Promise<string> => maskName((await tx.get('account', ref))?.name ?? '')

const toldByPayout: ReadonlySet<string> = new Set(['T33', 'T34', 'T35', 'T36', 'T42'])

/** From a handed-in claim to a person's desk: routing and the system's check, which may object but never refuses. */
export async function routeClaim(context: FlowContext, submitted: ClaimRecord): Promise<ClaimRecord> {
  const claimant = await readClaimantOf(context.tx, submitted)
  const unitEnrolled = benefitOf(submitted, claimant)?.covers.some(({ source }) => source === 'UNIT') ?? false
  const accident = submitted.cause === 'ACCIDENT' || submitted.cause === 'DEATH'
  const toUnion = unitEnrolled && (accident || submitted.progress.filedBy === 'AGENT')
  const routed = await moveClaim(context, submitted, { type: toUnion ? 'routeUnion' : 'route', unitEnrolled, accident }, systemActor)
  return toUnion ? routed : precheck(context, routed)
}

/** PRECHECK: passes, or notes for the reviewer why the rules would pay nothing. */
export async function precheck(context: FlowContext, claim: ClaimRecord): Promise<ClaimRecord> {
  const reasonCode = objectionFor(benefitOf(claim, await readClaimantOf(context.tx, claim)))
  return moveClaim(context, claim, reasonCode === null ? { type: 'pass' } : { type: 'flagFail', reasonCode }, systemActor)
}

/** T33 in the same run as the approval: the payout exists from the moment on that the member reads 已核定. */
export async function payOut(context: FlowContext, approved: ClaimRecord, payoutNo?: string, inherited?: Inherited): Promise<ClaimRecord> {
  const dueFen = payoutDueFen(approved.progress)
  const offsets = await offsetsFor(context, approved, dueFen)
  const offsetFen = offsets.reduce((sum, offset) => sum + offset.amountFen, 0)
  const paying = await moveClaim(context, approved, { type: 'createPayout', livePayout: false, offsetFen }, systemActor)
  await openPayout(context, paying, { amountFen: dueFen - offsetFen, offsets }, payoutNo, inherited)
  // Where an offset takes all of it, the claim has gone on.
  return (await context.tx.get('claim', paying.id)) ?? paying
}

import { formatFen } from '@/domain/money'
import type { Actor } from '../../../rules/actors'
import { setOffRecovery } from '../../../rules/claim-machine'
import { offsetsFrom } from '../../../rules/offsets'
import type { ClaimRecord, PayoutOffset, PayoutRecord } from '../../../store/entities'
import { moveClaim } from '../claims/claim-flow'
import { ruleContext, type FlowContext } from '../context'

/**
 * Money that is to come back and is taken from a later benefit (T39 RECOVERING, 从以后的互助金中抵扣). A new payout of the same person is lowered
 * and the sum is spoken for; it counts once that payout has arrived, and is free again where that payout is cancelled. The claim with the
 * recovery keeps the list (`setOff`), the payout keeps its own lines.
 */
const FINANCE: Actor = { role: 'FINANCE', ref: 'finance' }

/** What a payout of `dueFen` gives up for recoveries of its payee who chose that, oldest first. */
export async function offsetsFor({ tx }: FlowContext, { ownerId, progress }: ClaimRecord, dueFen: number): Promise<PayoutOffset[]> {
  // Money of this claim that the bank sent back is still open: whether this payout pays all of it cannot be said, so it is left alone.
  if (progress.openFen > 0) return []
  const recoveries = (await tx.list('claim', ownerId)).filter((claim) => claim.progress.state === 'RECOVERING' && claim.recoveryChoice === 'OFFSET')
  const open = recoveries.map((claim) => ({ claimId: claim.id, claimNo: claim.claimNo, since: recoveringSince(claim), leftFen: (claim.progress.recoverFen ?? 0) - spokenFor(claim) }))
  return offsetsFrom(dueFen, open)
}

/** What payouts that are on their way will take. Fen. */
export const spokenFor = ({ setOff = [] }: ClaimRecord): number => setOff.reduce((sum, { amountFen, at }) => (at === null ? sum + amountFen : sum), 0)

const recoveringSince = ({ progress }: ClaimRecord): string => [...progress.history].reverse().find(({ event }) => event === 'recover')?.at ?? ''

/** Notes on the claims with the recoveries what a new payout takes. */
export async function reserveOffsets({ tx }: FlowContext, payout: PayoutRecord, claimNo: string): Promise<void> {
  for (const { amountFen, claimId } of payout.offsets ?? []) {
    const claim = await tx.get('claim', claimId)
    if (claim) await tx.put('claim', { ...claim, setOff: [...(claim.setOff ?? []), { payoutId: payout.id, claimNo, amountFen, at: null }] })
  }
}

/** The payout is cancelled: what it would have taken is owed as before. @returns how much that was, in fen */
export async function releaseOffsets({ tx }: FlowContext, payout: PayoutRecord): Promise<number> {
  let released = 0
  for (const { claimId } of payout.offsets ?? []) {
    const claim = await tx.get('claim', claimId)
    if (!claim) continue
    const kept = (claim.setOff ?? []).filter(({ at, payoutId }) => at !== null || payoutId !== payout.id)
    released += spokenFor(claim) - spokenFor({ ...claim, setOff: kept })
    await tx.put('claim', { ...claim, setOff: kept })
  }
  return released
}

/** The payout has arrived (or nothing is left of it): what it gave up is settled, and finance closes a recovery of which nothing is left (T40). */
export async function takeOffsets(context: FlowContext, payout: PayoutRecord): Promise<void> {
  const { env, now, tx } = context
  for (const { claimId } of payout.offsets ?? []) {
    const claim = await tx.get('claim', claimId)
    const taken = claim?.setOff?.find(({ at, payoutId }) => at === null && payoutId === payout.id)
    // Paid a second time after the bank sent the money back: the offset has counted already.
    if (!claim || !taken) continue
    const { amountFen } = taken
    const setOff = (claim.setOff ?? []).map((one) => (one === taken ? { ...one, at: now } : one))
    const { recoverFen, state } = claim.progress
    if (state !== 'RECOVERING' || (recoverFen ?? 0) < amountFen) env.log(`${payout.payoutNo} took ${amountFen} fen for ${claim.claimNo}, which owes ${recoverFen ?? 0} (${state}): finance has to look`)
    const progress = state === 'RECOVERING' ? setOffRecovery(claim.progress, amountFen, ruleContext(context, FINANCE)) : claim.progress
    const settled: ClaimRecord = { ...claim, setOff, progress, version: progress.version, updatedAt: now }
    await tx.put('claim', settled)
    if (progress.state === 'RECOVERING' && progress.recoverFen === 0) await moveClaim(context, settled, { type: 'recovered' }, FINANCE)
  }
}

/** Why a payout of which nothing is left ends (Y21, T42). */
export const allSetOffZh = ({ offsets = [] }: PayoutRecord): string => `互助金已全部用于抵扣应退回的款项(${offsets.map(({ amountFen, claimNo }) => `申领${claimNo} ${formatFen(amountFen)}元`).join(',')})`

import { formatFen } from '@/domain/money'
import type { Actor } from '../../../rules/actors'
import { giveBackOffset, setOffRecovery } from '../../../rules/claim-machine'
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

/** What a payout has been asked to give up too much: `claim` is the one that it pays for. */
export interface GivenBack {
  claim: ClaimRecord
  amountFen: number
}

/**
 * Less is owed than payouts on their way have been asked to give up: money of that claim has come back (T36), or the sum was set anew (T39).
 * What is too much is taken off their lines, of the newest first, and is open again for the claims that they pay for.
 */
export async function giveBackOffsets(context: FlowContext, debtor: ClaimRecord): Promise<GivenBack[]> {
  const { now, tx } = context
  let tooMuch = spokenFor(debtor) - (debtor.progress.recoverFen ?? 0)
  const given: GivenBack[] = []
  const lines: NonNullable<ClaimRecord['setOff']> = []
  for (const line of [...(debtor.setOff ?? [])].reverse()) {
    const amountFen = line.at === null ? Math.max(0, Math.min(tooMuch, line.amountFen)) : 0
    if (amountFen < line.amountFen) lines.unshift({ ...line, amountFen: line.amountFen - amountFen })
    if (amountFen === 0) continue
    tooMuch -= amountFen
    const payout = await tx.get('payout', line.payoutId)
    const claim = payout && (await tx.get('claim', payout.claimId))
    if (!payout || !claim) throw new Error(`${debtor.claimNo} is set off by ${line.payoutId}, which is not there`)
    const offsets = (payout.offsets ?? []).map((one) => (one.claimId === debtor.id ? { ...one, amountFen: one.amountFen - amountFen } : one)).filter((one) => one.amountFen > 0)
    await tx.put('payout', { ...payout, offsets, updatedAt: now })
    const progress = giveBackOffset(claim.progress, amountFen, ruleContext(context, FINANCE))
    const opened: ClaimRecord = { ...claim, progress, version: progress.version, updatedAt: now }
    await tx.put('claim', opened)
    given.push({ claim: opened, amountFen })
  }
  if (given.length > 0) await tx.put('claim', { ...debtor, setOff: lines })
  return given
}

/** The payout has arrived (or nothing is left of it): what it gave up is settled, and finance closes a recovery of which nothing is left (T40). */
export async function takeOffsets(context: FlowContext, payout: PayoutRecord): Promise<void> {
  const { now, tx } = context
  for (const { claimId } of payout.offsets ?? []) {
    const claim = await tx.get('claim', claimId)
    const taken = claim?.setOff?.find(({ at, payoutId }) => at === null && payoutId === payout.id)
    // Paid a second time after the bank sent the money back: the offset has counted already.
    if (!claim || !taken) continue
    const { amountFen } = taken
    const setOff = (claim.setOff ?? []).map((one) => (one === taken ? { ...one, at: now } : one))
    const progress = setOffRecovery(claim.progress, amountFen, ruleContext(context, FINANCE))
    const settled: ClaimRecord = { ...claim, setOff, progress, version: progress.version, updatedAt: now }
    await tx.put('claim', settled)
    if (progress.state === 'RECOVERING' && progress.recoverFen === 0) await moveClaim(context, settled, { type: 'recovered' }, FINANCE)
  }
}

/** Why a payout of which nothing is left ends (Y21, T42). */
export const allSetOffZh = ({ offsets = [] }: PayoutRecord): string => `互助金已全部用于抵扣应退回的款项(${offsets.map(({ amountFen, claimNo }) => `申领${claimNo} ${formatFen(amountFen)}元`).join(',')})`

import { endedWithoutMoney } from '../../../partners/bank'
import { systemActor, type Actor } from '../../../rules/actors'
import { accountEvent, applyPayout, cardEvent, newPayout } from '../../../rules/payout-machine'
import type { AccountFacts, PayoutAccount, PayoutEvent, PayoutProgress } from '../../../rules/payout-types'
import type { BankCardRecord, ClaimRecord, PayoutRecord } from '../../../store/entities'
import { isGranted } from '../../guards'
import { bankCardIdOf } from '../../records'
import { moveClaim, payOut } from '../claims/claim-flow'
import { memberActor, ruleContext, type FlowContext } from '../context'
import { letterOfPayout } from '../papers/letters'
import { notify } from '../notify'
import { notifyAgent } from '../notify-agent'
import { allSetOffZh, giveBackOffsets, releaseOffsets, reserveOffsets, takeOffsets } from './offsets'

/**
 * Applies one event of the payout machine, stores the payout, tells the member and the claim. Never the bank: that hears of a payout only
 * once it is on disk (`timers.ts`). @throws the machine's refusals
 */
export async function movePayout(context: FlowContext, payout: PayoutRecord, event: PayoutEvent, actor: Actor): Promise<PayoutRecord> {
  const { payout: progress, transition, claimEvent } = applyPayout(payout.progress, event, ruleContext(context, actor))
  const moved: PayoutRecord = { ...payout, progress, version: progress.version, account: await snapshotOf(context, payout, progress.account), updatedAt: context.now }
  await context.tx.put('payout', moved)
  if (event.type === 'askAccount') await markCard(context, payout)
  // At once: what is paid because of this return must not go to the same card.
  if (event.type === 'bankReturn') await markCard(context, moved)
  const claim = await claimOf(context, moved)
  // Y18 and Y19 run together and are one message: the first has the card that the money came back from.
  if (transition !== 'Y19') await tell(context, moved, claim, transition)
  if (claimEvent === 'payoutSucceeded') await moveClaim(context, claim, { type: 'payoutSucceeded', amountFen: progress.amountFen, paidAt: progress.paidAt ?? context.now }, systemActor)
  if (claimEvent === 'payoutSucceeded') await letterOfPayout(context, claim, moved)
  if (claimEvent === 'payoutSucceeded') await takeOffsets(context, moved)
  if (claimEvent === 'payoutReturned') await payBackOffsets(context, await moveClaim(context, claim, { type: 'payoutReturned', amountFen: progress.amountFen }, systemActor))
  if (claimEvent === 'payoutCancelled') await reissue(context, claim, moved, actor)
  if (claimEvent === 'payoutVoided') {
    // Where nothing is left to pay, the offset stands; otherwise what this payout would have taken is owed as before.
    if (moved.amountFen === 0) await takeOffsets(context, moved)
    const offsetFen = await releaseOffsets(context, moved)
    const closed = await moveClaim(context, withCause(context, claim, 'payoutVoided', moved), { type: 'payoutVoided', amountFen: progress.amountFen, causeZh: progress.causeZh ?? '', offsetFen }, actor)
    await tell(context, moved, closed, 'T42')
  }
  return moved
}

/** The member reads of the money; who filed the claim for them, how far it is. */
async function tell(context: FlowContext, payout: PayoutRecord, claim: ClaimRecord, transition: string, payoutId = payout.id): Promise<void> {
  await notify(context, payout.ownerId, transition, { payout: payout.progress, claim: { progress: claim.progress, claimNo: claim.claimNo } }, { payoutId, claimId: claim.id })
  await notifyAgent(context, claim, transition, payout.progress)
}

/** The payout's words send the member to the claim's record for the cause (payout-states.json CANCELLED): it is written there. */
const withCause = ({ now }: FlowContext, claim: ClaimRecord, event: 'payoutCancelled' | 'payoutVoided', { progress }: PayoutRecord): ClaimRecord =>
  progress.causeZh === null ? claim : { ...claim, statements: [...(claim.statements ?? []), { event, at: now, doc: null, textZh: progress.causeZh }] }

/** The benefit is still due: a new payout in the same run, so that the claim never stands without one. */
async function reissue(context: FlowContext, claim: ClaimRecord, payout: PayoutRecord, actor: Actor): Promise<void> {
  const { ownerId, progress } = payout
  const offsetFen = await releaseOffsets(context, payout)
  const cancelled = await moveClaim(context, withCause(context, claim, 'payoutCancelled', payout), { type: 'payoutCancelled', amountFen: progress.amountFen, offsetFen }, actor)
  // During an appeal the claim waits; its end makes the next payout (`payAgain`, or that of the new decision).
  if (cancelled.progress.state !== 'APPROVED') return
  const paying = await payOut(context, cancelled, undefined, inheritedOf(payout))
  const live = (await context.tx.list('payout', ownerId)).filter(({ claimId }) => claimId === claim.id).slice(-1)[0]
  await tell(context, payout, paying, 'T35', live?.id)
}

/** A payout of its own for each sum that another one, on its way already, was to give up for more than `debtor` owes by now. */
export async function payBackOffsets(context: FlowContext, debtor: ClaimRecord): Promise<void> {
  for (const { amountFen, claim } of await giveBackOffsets(context, debtor)) await openPayout(context, claim, { amountFen })
}

export type Inherited = Partial<Pick<PayoutProgress, 'changes' | 'coolDownUntil'>>
const inheritedOf = ({ progress: { changes, coolDownUntil } }: PayoutRecord): Inherited => ({ changes, coolDownUntil })

/** The appeal has ended without a change: in the place of the payout that finance cancelled meanwhile. What it was to give up for recoveries has been taken. */
export async function payAgain(context: FlowContext, claim: ClaimRecord, amountFen: number): Promise<PayoutRecord> {
  const cancelled = (await context.tx.list('payout', claim.ownerId)).filter(({ claimId, progress }) => claimId === claim.id && progress.state === 'CANCELLED').slice(-1)[0]
  return openPayout(context, claim, { amountFen }, undefined, cancelled && inheritedOf(cancelled))
}

/**
 * A payout for the decision that has just been made, and whether there is an account for it.
 * @param number a given payout number (seed); otherwise the next one
 * @param inherited of the payout in whose place it comes: changes of the card, and the wait after one
 */
export async function openPayout(context: FlowContext, claim: ClaimRecord, { amountFen, offsets }: Pick<PayoutRecord, 'amountFen' | 'offsets'>, number?: string, inherited: Inherited = {}): Promise<PayoutRecord> {
  const { tx, now } = context
  const payoutNo = number ?? `PY-${now.slice(0, 4)}-${String(1000 + (await tx.next('payout'))).padStart(6, '0')}`
  const progress = { ...newPayout(payoutNo, amountFen, ruleContext(context, systemActor)), ...inherited }
  const payout: PayoutRecord = { id: payoutNo, ownerId: claim.ownerId, version: progress.version, payoutNo, claimId: claim.id, decisionVersion: claim.progress.decisionVersion, amountFen, ...(offsets?.length ? { offsets } : {}), progress, account: null, createdAt: now, updatedAt: now }
  await tx.put('payout', payout)
  await reserveOffsets(context, payout, claim.claimNo)
  // Nothing is left for the bank: what is set against a recovery is no longer due, and ends as claim-states.json says at T36 (Y21, T42).
  if (amountFen === 0) return movePayout(context, payout, { type: 'cancel', causeZh: allSetOffZh(payout), benefitDue: false, reconciled: true }, { role: 'FINANCE', ref: 'finance' })
  const facts = await accountFacts(context, claim.ownerId)
  const opened = await movePayout(context, payout, accountEvent(facts), systemActor)
  // Told once the account is known, because only then is there a day to name.
  if (facts.ok) await tell(context, opened, claim, 'T33')
  return opened
}

/** What a payout finds when it looks for an account: a verified, usable own card, and C5. */
export async function accountFacts({ tx }: FlowContext, ownerId: string): Promise<AccountFacts> {
  const card = await tx.get('bankCard', bankCardIdOf(ownerId))
  if (!card) return { ok: false, cause: 'NO_CARD' }
  if (card.verifiedAt === null || card.problemCode !== null) return { ok: false, cause: 'CARD_UNVERIFIED' }
  if (!(await isGranted(tx, ownerId, 'C5'))) return { ok: false, cause: 'C5_MISSING' }
  return { ok: true, account: accountOf(card) }
}

/** A new card lets every payout go on that waits for one. */
export async function resumeAfterCard(context: FlowContext, card: BankCardRecord): Promise<void> {
  for (const payout of await waiting(context, card.ownerId)) {
    const event = cardEvent(payout.progress, { account: accountOf(card), matches: true, c5Granted: true })
    await movePayout(context, payout, event, event.type === 'changesOver' ? systemActor : memberActor(card.ownerId))
  }
}

/** C5 lets every payout go on that waits for nothing else. */
export async function resumeAfterConsent(context: FlowContext, ownerId: string): Promise<void> {
  const facts = await accountFacts(context, ownerId)
  if (!facts.ok) return
  for (const payout of await waiting(context, ownerId)) {
    if (payout.progress.accountCause === 'C5_MISSING') await movePayout(context, payout, { type: 'grantC5', account: facts.account }, memberActor(ownerId))
  }
}

/**
 * C5 is withdrawn: what has not been sent is kept for the member and waits for C5, as the consent's text promises. The listed way there is
 * Y21 with T35 and a new payout (Y02). What waits in an appeal or for a retry is held by the timers.
 */
export async function holdUnsent(context: FlowContext, ownerId: string): Promise<void> {
  const unsent = (await context.tx.list('payout', ownerId)).filter(({ progress }) => progress.state === 'READY')
  for (const payout of unsent) {
    if ((await claimOf(context, payout)).progress.state !== 'PAYING') continue
    const reconciled = await endedWithoutMoney(context.env.bank, payout.id)
    await movePayout(context, payout, { type: 'cancel', causeZh: '会员收回了提供收款账户的同意', benefitDue: true, reconciled }, { role: 'FINANCE', ref: 'finance' })
  }
}

export const waiting = async ({ tx }: FlowContext, ownerId: string): Promise<PayoutRecord[]> => (await tx.list('payout', ownerId)).filter(({ progress }) => progress.state === 'ACCOUNT_REQUIRED')

const accountOf = ({ issuer, number }: BankCardRecord): PayoutAccount => ({ issuer, last4: number.slice(-4) })

/** The whole number that is paid to, taken from the card once the machine has taken the account. */
async function snapshotOf({ tx }: FlowContext, payout: PayoutRecord, account: PayoutAccount | null): Promise<PayoutRecord['account']> {
  if (account === null) return null
  const card = await tx.get('bankCard', bankCardIdOf(payout.ownerId))
  return card && card.number.endsWith(account.last4) ? { number: card.number, issuer: card.issuer } : payout.account
}

/** The card that the bank refused or returned must not be paid to again. */
async function markCard({ tx }: FlowContext, { ownerId, progress }: PayoutRecord): Promise<void> {
  const card = await tx.get('bankCard', bankCardIdOf(ownerId))
  if (card && progress.account && card.number.endsWith(progress.account.last4)) await tx.put('bankCard', { ...card, problemCode: progress.bankCode })
}

async function claimOf({ tx }: FlowContext, payout: PayoutRecord): Promise<ClaimRecord> {
  const claim = await tx.get('claim', payout.claimId)
  if (!claim) throw new Error(`payout ${payout.id} without its claim`)
  return claim
}

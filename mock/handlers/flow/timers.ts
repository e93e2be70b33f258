import type { Instant } from '@/domain/dates'
import { deferDeletes, META_ID, prune, readClock, type Env } from '../../core'
import { nextBankStep } from '../../partners/bank'
import { systemActor } from '../../rules/actors'
import { flagReviewOverdue } from '../../rules/claim-machine'
import { isClaimEvent, nextClaimTimer } from '../../rules/claim-timers'
import { nextPayoutTimer } from '../../rules/payout-timers'
import type { AccountFacts } from '../../rules/payout-types'
import type { ClaimRecord, PayoutRecord } from '../../store/entities'
import { withLists } from '../../store/listed-tx'
import type { FileStore, Store } from '../../store/store'
import { isGranted } from '../guards'
import { settlementArrives } from './auto-claim'
import { book } from './bank-ledger'
import { moveClaim, precheck } from './claim-flow'
import { ruleContext, type FlowContext } from './context'
import { notify } from './notify'
import { accountFacts, bankAnswers, movePayout, queryBank } from './payout-flow'
import { nextOfGifts } from './gift-timers'
import { nextReminder } from './reminders'

/** Something that happens by itself at its own time. */
export interface Due {
  at: Instant
  run(context: FlowContext): Promise<unknown>
}

/** A run that goes on without end would hold the store for ever: more steps than this is a defect. */
const MAX_STEPS = 20_000

/**
 * Everything that is due from where the last run ended up to `until`, in order of time, with the clock standing at each event's own
 * moment: timers of claims and payouts, the bank's answers, settlements that the
 * medical insurance partner reports, reminders.
 * @returns how many events ran
 */
export async function runDue(given: FlowContext, until: Instant): Promise<number> {
  const tx = withLists(given.tx)
  const context = { ...given, tx }
  const meta = await tx.get('meta', META_ID)
  let ranTo = meta?.ranTo ?? context.now
  for (let steps = 0; steps < MAX_STEPS; steps += 1) {
    const due = earliest([await nextOfClaims(context), await nextOfPayouts(context), await nextSettlement(context), earliest(await nextOfGifts(context)), await nextReminder(context, ranTo, until)])
    if (due === null || due.at > until) {
      if (meta) await tx.put('meta', { ...meta, ranTo: until })
      return steps
    }
    await due.run({ ...context, now: due.at })
    if (due.at > ranTo) ranTo = due.at
  }
  throw new Error('timers do not come to an end')
}

/** For a server to call now and then: runs what has become due by itself, and clears away what nobody can use any more. */
export async function tick(store: Store, env: Env, files?: FileStore): Promise<number> {
  const deferred = files && deferDeletes(files)
  const ran = await store.transact(async (tx) => {
    const { now } = await readClock(tx, env)
    await prune(tx, env)
    return runDue({ tx, env, now, files: deferred?.store }, now)
  })
  await deferred?.settle()
  return ran
}

async function nextOfClaims({ tx }: FlowContext): Promise<Due | null> {
  return earliest((await tx.list('claim')).map(claimDue))
}

function claimDue(claim: ClaimRecord): Due | null {
  const timer = nextClaimTimer(claim.progress)
  if (!timer) return null
  const { event } = timer
  if (!isClaimEvent(event)) return { at: timer.at, run: (context) => reviewOverdue(context, claim) }
  if (event.type !== 'unionTimeout') return { at: timer.at, run: (context) => moveClaim(context, claim, event, systemActor) }
  return { at: timer.at, run: async (context) => precheck(context, await moveClaim(context, claim, event, systemActor)) }
}

async function reviewOverdue(context: FlowContext, claim: ClaimRecord): Promise<void> {
  const progress = flagReviewOverdue(claim.progress, ruleContext(context, systemActor))
  await context.tx.put('claim', { ...claim, progress, version: progress.version, updatedAt: context.now })
  await notify(context, claim.ownerId, 'REVIEW_OVERDUE', { claim: { progress, claimNo: claim.claimNo } }, { claimId: claim.id })
}

async function nextOfPayouts(context: FlowContext): Promise<Due | null> {
  const dues: (Due | null)[] = []
  for (const payout of await context.tx.list('payout')) dues.push(await payoutDue(context, payout))
  return earliest(dues)
}

/** Only a payout that looks for an account asks about it: a year of paid ones must not make each step of the clock slow. */
const NOT_ASKED: AccountFacts = { ok: false, cause: 'NO_CARD' }

async function payoutDue(context: FlowContext, payout: PayoutRecord): Promise<Due | null> {
  const account = payout.progress.state === 'CREATED' ? await accountFacts(context, payout.ownerId) : NOT_ASKED
  const timer = (await isHeld(context, payout)) ? null : nextPayoutTimer(payout.progress, { account })
  return earliest([await bankDue(context, payout), timer && { at: timer.at, run: (at) => (timer.kind === 'QUERY' ? queryBank(at, payout, timer.instructionNo) : movePayout(at, payout, timer.event, systemActor)) }])
}

/** Without C5 nothing more goes to the bank, also of what was ready before it was withdrawn. */
const isHeld = async ({ tx }: FlowContext, { ownerId, progress: { state } }: PayoutRecord): Promise<boolean> =>
  (state === 'READY' || state === 'FAILED_RETRY') && !(await isGranted(tx, ownerId, 'C5'))

/** What the bank does next with the payout's instruction; it also books what the app will only hear of by asking. */
async function bankDue({ tx }: FlowContext, payout: PayoutRecord): Promise<Due | null> {
  const { instructionNo, state } = payout.progress
  const instruction = instructionNo === null ? undefined : await tx.get('bankInstruction', instructionNo)
  const step = instruction ? nextBankStep(instruction, state) : null
  if (!instruction || !step) return null
  const { at, booking, event } = step
  return { at, run: (context) => (event ? bankAnswers(context, payout, event) : booking ? book(context.tx, instruction, booking, at) : Promise.resolve()) }
}

async function nextSettlement({ tx }: FlowContext): Promise<Due | null> {
  const coming = (await tx.list('settlement')).filter(({ done }) => !done)
  return earliest(coming.map((settlement) => ({ at: settlement.arrivesAt, run: (context) => settlementArrives(context, settlement) })))
}

const earliest = (dues: readonly (Due | null)[]): Due | null => dues.reduce((first, due) => (due && (!first || due.at < first.at) ? due : first), null)

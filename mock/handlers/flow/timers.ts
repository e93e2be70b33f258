import { msOf, type Instant } from '@/domain/dates'
import { deferDeletes, META_ID, prune, readClock, setClock, type Env } from '../../core'
import { bankActor, systemActor } from '../../rules/actors'
import { flagReviewOverdue } from '../../rules/claim-machine'
import { isClaimEvent, nextClaimTimer } from '../../rules/claim-timers'
import { nextPayoutTimer } from '../../rules/payout-timers'
import type { AccountFacts, PayoutTimer } from '../../rules/payout-types'
import type { ClaimRecord, PayoutRecord } from '../../store/entities'
import { withLists } from '../../store/listed-tx'
import { createQueue } from '../../store/queue'
import type { FileStore, Store } from '../../store/store'
import { isGranted } from '../guards'
import { settlementArrives } from './claims/auto-claim'
import { hear, orderOf, speak, type BankCall } from './payouts/bank-talk'
import { moveClaim, precheck } from './claims/claim-flow'
import { ruleContext, type FlowContext } from './context'
import { notify } from './notify'
import { notifyAgent } from './notify-agent'
import { accountFacts, movePayout } from './payouts/payout-flow'
import { nextOfGifts } from './gifts/gift-timers'
import { nextReminder } from './reminders'
import { pruneUploads } from './papers/uploads'

/** Something that happens by itself at its own time. */
export interface Due {
  at: Instant
  run(context: FlowContext): Promise<unknown>
}

/** The same, or something to say to the bank; `run` then does what is to be on disk before it is said. */
interface Step extends Due {
  call?: (context: FlowContext) => Promise<BankCall>
}

/** What a run of timers works on: units of work of its own, because it speaks to the bank between them. */
export interface Running {
  store: Store
  env: Env
  files?: FileStore
}

/** A run that goes on without end would hold the store for ever: more steps than this is a defect. */
const MAX_STEPS = 20_000
/** One run at a time for each bank: two would both see what is due. */
const queues = new WeakMap<Env['bank'], ReturnType<typeof createQueue>>()

/**
 * Everything that is due from where the last run ended up to `until`, in order of time, with the clock standing at each event's own
 * moment: timers of claims and payouts, the bank, settlements that the medical insurance partner reports, reminders. A unit of work ends
 * where the bank is to be spoken to: what is said is on disk before, and the answer is recorded in a unit of its own. Killed in between,
 * nothing is said again: the machine finds an instruction without an answer, and asks.
 * @param move the scheme's clock goes along (tester), so that a run that is killed stands where it has come to
 * @returns how many events ran
 */
export function runDue(running: Running, until: Instant, move = false): Promise<number> {
  const queue = queues.get(running.env.bank) ?? createQueue()
  queues.set(running.env.bank, queue)
  return queue(async () => {
    for (let steps = 0; ; ) {
      const unit = await inUnit(running, (context) => runUnit(context, until, MAX_STEPS - steps, move))
      steps += unit.steps
      if (unit.calls.length === 0) return steps
      const { at, calls } = unit
      for (const call of calls) {
        const replies = await speak(running.env, call, at)
        if (replies.length > 0) await inUnit(running, async (context) => {
          for (const reply of replies) await hear({ ...context, now: at }, reply)
        })
      }
    }
  })
}

async function inUnit<T>({ env, files, store }: Running, work: (context: FlowContext) => Promise<T>): Promise<T> {
  const deferred = files && deferDeletes(files)
  const result = await store.transact(async (tx) => work({ tx, env, now: (await readClock(tx, env)).now, files: deferred?.store }))
  await deferred?.settle()
  return result
}

/** Steps up to `until`, or through the first moment at which there is something to say to the bank. */
async function runUnit(given: FlowContext, until: Instant, most: number, move: boolean): Promise<{ steps: number; at: Instant; calls: BankCall[] }> {
  const tx = withLists(given.tx)
  const context = { ...given, tx }
  let meta = await tx.get('meta', META_ID)
  let ranTo = meta?.ranTo ?? context.now
  let at = ranTo
  const calls: BankCall[] = []
  for (let steps = 0; steps < most; steps += 1) {
    const due = earliest([await nextReminder(context, ranTo, until), await nextOfClaims(context), await nextOfPayouts(context, calls), await bankDue(context, calls), await nextSettlement(context), earliest(await nextOfGifts(context))])
    if (due === null || due.at > until || (calls.length > 0 && due.at > at)) {
      const end = calls.length > 0 ? ranTo : later(ranTo, until)
      if (move && end > context.now) await setClock(tx, context.env, msOf(end))
      meta = await tx.get('meta', META_ID)
      if (meta) await tx.put('meta', { ...meta, ranTo: end })
      return { steps, at, calls }
    }
    at = due.at
    const then: FlowContext = { ...context, now: at }
    await due.run(then)
    if (due.call) calls.push(await due.call(then))
    ranTo = later(ranTo, at)
  }
  throw new Error('timers do not come to an end')
}

const later = (one: Instant, other: Instant): Instant => (one > other ? one : other)

/** For a server to call now and then: runs what has become due by itself, and clears away what nobody can use any more. */
export async function tick(store: Store, env: Env, files?: FileStore): Promise<number> {
  const kept = files && deferDeletes(files)
  const now = await store.transact(async (tx) => {
    await prune(tx, env)
    if (kept) await pruneUploads({ tx, files: kept.store }, env.wallMs())
    return (await readClock(tx, env)).now
  })
  await kept?.settle()
  return runDue({ store, env, files }, now)
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
  await notifyAgent(context, { ...claim, progress }, 'REVIEW_OVERDUE')
}

/** Whoever waits for the bank's answer of this very moment does nothing until it is there. */
async function nextOfPayouts(context: FlowContext, calls: readonly BankCall[]): Promise<Step | null> {
  const waiting = new Set(calls.map(({ payoutId }) => payoutId))
  const dues: (Step | null)[] = []
  for (const payout of await context.tx.list('payout')) if (!waiting.has(payout.id)) dues.push(await payoutDue(context, payout))
  return earliest(dues)
}

/** Only a payout that looks for an account asks about it: a year of paid ones must not make each step of the clock slow. */
const NOT_ASKED: AccountFacts = { ok: false, cause: 'NO_CARD' }

async function payoutDue(context: FlowContext, payout: PayoutRecord): Promise<Step | null> {
  const { state } = payout.progress
  if (state === 'SUCCESS') return returnDue(context, payout)
  if (await isHeld(context, payout)) return null
  const timer = nextPayoutTimer(payout.progress, { account: state === 'CREATED' ? await accountFacts(context, payout.ownerId) : NOT_ASKED })
  return timer && stepOf(payout, timer)
}

/** Without C5 nothing more goes to the bank, also of what was ready before it was withdrawn. */
const isHeld = async ({ tx }: FlowContext, { ownerId, progress: { state } }: PayoutRecord): Promise<boolean> =>
  (state === 'READY' || state === 'FAILED_RETRY') && !(await isGranted(tx, ownerId, 'C5'))

function stepOf(payout: PayoutRecord, timer: PayoutTimer): Step {
  const { at } = timer
  if (timer.kind === 'QUERY') return { at, run: async () => undefined, call: async () => ({ kind: 'ASK', payoutId: payout.id, instructionNo: timer.instructionNo, queries: payout.progress.queries }) }
  const { event } = timer
  const run = (context: FlowContext): Promise<PayoutRecord> => movePayout(context, payout, event, systemActor)
  if (event.type !== 'send') return { at, run }
  // Y07: number, amount and account are frozen and on disk before the bank hears of them.
  return { at, run, call: async ({ tx }) => ({ kind: 'INSTRUCT', payoutId: payout.id, order: orderOf((await tx.get('payout', payout.id)) ?? payout) }) }
}

/** Y18: money that has come back stands in the bank's file, and is found there. */
async function returnDue({ env }: FlowContext, payout: PayoutRecord): Promise<Step | null> {
  const { history, instructionNo } = payout.progress
  const row = instructionNo === null ? undefined : await env.bank.find(instructionNo)
  if (row?.state !== 'RETURNED' || row.returnAt === null) return null
  return { at: later(row.returnAt, history.slice(-1)[0]?.at ?? row.returnAt), run: (context) => movePayout(context, payout, { type: 'bankReturn', code: row.returnCode }, bankActor) }
}

async function bankDue({ env }: FlowContext, calls: readonly BankCall[]): Promise<Step | null> {
  const at = calls.some(({ kind }) => kind === 'ACT') ? null : await env.bank.nextAt()
  return at === null ? null : { at, run: async () => undefined, call: async () => ({ kind: 'ACT', payoutId: null }) }
}

async function nextSettlement({ tx }: FlowContext): Promise<Due | null> {
  const coming = (await tx.list('settlement')).filter(({ done }) => !done)
  return earliest(coming.map((settlement) => ({ at: settlement.arrivesAt, run: (context) => settlementArrives(context, settlement) })))
}

const earliest = (dues: readonly (Step | null)[]): Step | null => dues.reduce((first, due) => (due && (!first || due.at < first.at) ? due : first), null)

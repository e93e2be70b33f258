import { localDateOf, type Instant } from '@/domain/dates'
import { readClock, type Env } from '../../../core'
import type { BankNews, BankOrder, BankWord } from '../../../partners/bank'
import { accountRefusals, retryRefusals } from '../../../partners/bank/outcomes'
import { bankActor, systemActor } from '../../../rules/actors'
import { lastSent } from '../../../rules/payout-guards'
import { recordQuery } from '../../../rules/payout-machine'
import { payoutRow } from '../../../rules/payout-table'
import type { PayoutEvent, PayoutProgress } from '../../../rules/payout-types'
import type { PayoutRecord } from '../../../store/entities'
import type { Store } from '../../../store/store'
import { ruleContext, type FlowContext } from '../context'
import { movePayout } from './payout-flow'

/** Something to say to the bank. It is said between two units of work: after what it follows from is on disk, and before its answer is. */
export type BankCall =
  | { kind: 'INSTRUCT'; payoutId: string; order: BankOrder }
  | { kind: 'ASK'; payoutId: string; instructionNo: string; queries: number }
  /** Time goes on for the bank too. */
  | { kind: 'ACT'; payoutId: null }

/** What came of a call. LOST: the line broke, so nobody knows whether the bank has the instruction. ASKED: what the bank said, if anything. */
export type BankReply = ({ kind: 'TOLD' } & BankNews) | { kind: 'LOST'; payoutId: string; instructionNo: string } | { kind: 'ASKED'; payoutId: string; instructionNo: string; queries: number; word: BankWord | null }

const lineLost: PayoutEvent = { type: 'noAnswer', connectionLost: true }

/**
 * For a process that begins: what the one before it has sent, or was about to send, gets no answer any more. Nobody knows what became of it,
 * so the bank will be asked (Y09); nothing is sent.
 */
const linesAreLost = (store: Store, env: Env): Promise<void> =>
  store.transact(async (tx) => {
    const { now } = await readClock(tx, env)
    for (const payout of await tx.list('payout')) if (payout.progress.state === 'SENT') await movePayout({ tx, env, now }, payout, lineLost, systemActor)
  })

/** The bank's books lack what the bank has already said: they are gone, or those of another database. By them an open payout would be sent, and paid, once more. */
export class OtherBooks extends Error {}

/** For a process that begins. @throws OtherBooks, before anything is asked or sent */
const booksFit = (store: Store, { bank }: Env): Promise<void> =>
  store.transact(async (tx) => {
    for (const { progress } of await tx.list('payout')) {
      const told = progress.attempts.filter(({ result }) => result === 'SUCCESS' || result === 'RETURNED').map(({ instructionNo }) => instructionNo)
      if (progress.state === 'PROCESSING' && progress.instructionNo !== null) told.push(progress.instructionNo)
      for (const instructionNo of told) if (!(await bank.find(instructionNo))) throw new OtherBooks(instructionNo)
    }
  })

/** Settles what the process before has left. @throws OtherBooks */
export async function resume(store: Store, env: Env): Promise<void> {
  await booksFit(store, env)
  await linesAreLost(store, env)
}

/** The instruction of a payout that has just been sent (Y07): what was frozen with it, and nothing else. */
export function orderOf({ account, id, progress: { amountFen, instructionNo, payExpected } }: PayoutRecord): BankOrder {
  if (instructionNo === null || account === null || payExpected === null) throw new Error(`${id} sends without number, account or day`)
  return { instructionNo, payoutId: id, amountFen, accountNumber: account.number, dueOn: payExpected.dueOn }
}

/** Speaks to the bank at `at`. Never inside a transaction. */
export async function speak({ bank, log }: Env, call: BankCall, at: Instant): Promise<BankReply[]> {
  switch (call.kind) {
    case 'INSTRUCT':
      return bank.instruct(call.order, at).then(
        () => [],
        (error: unknown) => {
          log(`bank: ${call.order.instructionNo}: ${String(error)}`)
          return [{ kind: 'LOST', payoutId: call.payoutId, instructionNo: call.order.instructionNo }]
        },
      )
    case 'ASK': {
      const { instructionNo, payoutId, queries } = call
      const word = await bank.ask(instructionNo).catch((error: unknown) => (log(`bank: ${instructionNo}: ${String(error)}`), null))
      return [{ kind: 'ASKED', payoutId, instructionNo, queries, word }]
    }
    case 'ACT':
      return (await bank.act(at)).map((news) => ({ kind: 'TOLD', ...news }))
    default:
      return call satisfies never
  }
}

/** Records what the bank said, in a unit of work of its own. What does not fit the payout any more is not applied: the bank's file keeps it. */
export async function hear(context: FlowContext, reply: BankReply): Promise<void> {
  const payout = await context.tx.get('payout', reply.payoutId)
  if (!payout || payout.progress.instructionNo !== reply.instructionNo) return
  const { progress } = payout
  const event: PayoutEvent | null = reply.kind === 'LOST' ? lineLost : reply.word && eventOf(reply.word, reply.kind === 'ASKED', progress, context.now)
  if (event && payoutRow(event.type).from.includes(progress.state)) {
    await movePayout(context, payout, event, reply.kind === 'LOST' ? systemActor : bankActor)
  } else if (reply.kind === 'ASKED' && progress.state === 'UNKNOWN' && progress.queries === reply.queries) {
    const asked = recordQuery(progress, ruleContext(context, systemActor))
    await context.tx.put('payout', { ...payout, progress: asked, version: asked.version, updatedAt: context.now })
  }
}

/** A word of the bank, unasked or as an answer, as an event of the payout machine; null: it changes nothing. */
function eventOf(word: BankWord, asked: boolean, payout: PayoutProgress, now: Instant): PayoutEvent | null {
  switch (word.kind) {
    case 'RUNNING':
      return { type: asked ? 'stillRunning' : 'ack' }
    case 'PAID':
      return { type: 'succeed', amountFen: word.amountFen, paidAt: word.paidAt }
    case 'NEVER_LEFT':
      return { type: 'failTechnical', code: 'NETWORK', neverLeft: true }
    case 'NOT_KNOWN': {
      // That the bank has no such number counts only by the file of the next day: an order may still be on its way.
      const sentAt = lastSent(payout)?.sentAt ?? now
      return localDateOf(now) > localDateOf(sentAt) ? { type: 'failTechnical', code: 'BANK_NOT_FOUND', reconciled: true } : null
    }
    case 'REFUSED': {
      const { code } = word
      const account = accountRefusals.find((one) => one === code)
      const retry = retryRefusals.find((one) => one === code)
      return account ? { type: 'failAccount', code: account } : retry ? { type: 'failTechnical', code: retry } : null
    }
    default:
      return word satisfies never
  }
}

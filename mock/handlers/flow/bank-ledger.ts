import type { Instant } from '@/domain/dates'
import { sha256Hex } from '../../core/hash'
import { BOOKED_AT, RETURNED_AT } from '../../partners/bank'
import { atTime, workdayDue } from '../../rules/due'
import { workdayCalendar } from '../../rules/plans'
import type { PayoutEvent } from '../../rules/payout-types'
import type { BankInstructionRecord, BankPlanRecord } from '../../store/bank-entities'
import type { PayoutRecord } from '../../store/entities'
import type { Tx } from '../../store/store'
import type { FlowContext } from './context'

/** Id of the plan for whichever instruction comes next. */
export const NEXT = 'next'

/**
 * The instruction reaches the bank (or does not: the outcome says). The same number again moves nothing; with another amount or account
 * it is a defect of the app, at which the bank throws.
 */
export async function instruct({ tx, now }: FlowContext, payout: PayoutRecord): Promise<void> {
  const { progress } = payout
  if (progress.instructionNo === null || payout.account === null || progress.payExpected === null) throw new Error(`${payout.id} sends without number, account or day`)
  const accountHash = sha256Hex(payout.account.number)
  const known = await tx.get('bankInstruction', progress.instructionNo)
  if (known) {
    if (known.amountFen !== progress.amountFen || known.accountHash !== accountHash) throw new Error(`${known.id} arrived with another content`)
    await tx.put('bankInstruction', { ...known, times: known.times + 1 })
    return
  }
  const plan = await takePlan(tx, payout.id)
  const outcome = plan?.outcome ?? 'PAID'
  const { dueOn } = progress.payExpected
  await tx.put('bankInstruction', {
    id: progress.instructionNo,
    ownerId: payout.id,
    amountFen: progress.amountFen,
    accountHash,
    last4: payout.account.number.slice(-4),
    outcome,
    returnCode: plan?.returnCode ?? 'ACCOUNT_CLOSED',
    state: outcome === 'NETWORK' || outcome === 'BANK_NOT_FOUND' ? 'NOT_RECEIVED' : 'ACCEPTED',
    code: null,
    times: 1,
    receivedAt: now,
    bookAt: atTime(dueOn, BOOKED_AT),
    returnAt: outcome === 'RETURNED' ? atTime(workdayDue(dueOn, 1, workdayCalendar).dueOn, RETURNED_AT) : null,
    entries: [],
  })
}

async function takePlan(tx: Tx, payoutId: string): Promise<BankPlanRecord | undefined> {
  const plan = (await tx.get('bankPlan', payoutId)) ?? (await tx.get('bankPlan', NEXT))
  if (!plan) return undefined
  if (plan.times > 1) await tx.put('bankPlan', { ...plan, times: plan.times - 1 })
  else await tx.delete('bankPlan', plan.id)
  return plan
}

/** A movement in the bank's books. Money leaves once and comes back once, whatever is asked. */
export async function book(tx: Tx, instruction: BankInstructionRecord, booking: 'PAID' | 'REFUSED' | 'RETURNED', at: Instant, code: string | null = null): Promise<void> {
  const { amountFen, entries, state } = instruction
  if (booking === 'RETURNED' ? state !== 'PAID' : state !== 'ACCEPTED') return
  const moved = booking === 'REFUSED' ? entries : [...entries, { kind: booking === 'PAID' ? ('OUT' as const) : ('BACK' as const), at, amountFen }]
  await tx.put('bankInstruction', { ...instruction, state: booking, code, entries: moved })
}

/** Books what an answer of the bank says, before the app hears it. */
export async function bookAnswer(tx: Tx, payout: PayoutRecord, event: PayoutEvent): Promise<void> {
  const instruction = payout.progress.instructionNo === null ? undefined : await tx.get('bankInstruction', payout.progress.instructionNo)
  if (!instruction) return
  if (event.type === 'succeed') await book(tx, instruction, 'PAID', event.paidAt)
  if (event.type === 'failTechnical' || event.type === 'failAccount') await book(tx, instruction, 'REFUSED', instruction.receivedAt, event.code)
  if (event.type === 'bankReturn') await book(tx, instruction, 'RETURNED', instruction.returnAt ?? instruction.bookAt, event.code)
}

/** Whether the bank's file shows that every instruction of a payout ended without the money staying away. */
export const endedWithoutMoney = async (tx: Tx, payoutId: string): Promise<boolean> =>
  (await tx.list('bankInstruction', payoutId)).every(({ state }) => state === 'REFUSED' || state === 'RETURNED' || state === 'NOT_RECEIVED')

import type { Instant } from '@/domain/dates'
import { sha256Hex } from '../../core/hash'
import { atTime, workdayDue } from '../../rules/due'
import { workdayCalendar } from '../../rules/plans'
import { memoryBooks, type BankBooks, type BankEntry } from './books'
import { NEXT, type Bank, type BankInstruction, type BankOrder, type BankPlan } from './port'
import { answerAbout, nextStep, type BankStep } from './steps'

export type { BankBooks, BankEntry } from './books'
export * from './port'

/** When the money is booked on the day of its arrival (A). */
const BOOKED_AT = '18:00'
/** When the payee's bank sends money back, on the next workday (A). */
const RETURNED_AT = '10:00'

/**
 * Whom a card belongs to, as the bank says. Simulated: every card is the member's own, except numbers ending in 0404, which
 * belong to somebody else.
 */
export const cardBelongsTo = (number: string): 'MEMBER' | 'SOMEBODY_ELSE' => (number.endsWith('0404') ? 'SOMEBODY_ELSE' : 'MEMBER')

/** Whether the bank's file shows that every instruction of a payout ended without the money staying away. One that it does not have moved none. */
export const endedWithoutMoney = async (bank: Pick<Bank, 'ledger'>, payoutId: string): Promise<boolean> =>
  (await bank.ledger(payoutId)).every(({ state }) => state === 'REFUSED' || state === 'RETURNED' || state === 'NOT_RECEIVED')

/** The simulated bank on its books. What was written before is read once, here. */
export function createBank(books: BankBooks = memoryBooks()): Bank {
  const rows = new Map<string, BankInstruction>()
  const plans = new Map<string, BankPlan>()

  const remember = (entry: BankEntry): void => {
    if ('instruction' in entry) rows.set(entry.instruction.instructionNo, entry.instruction)
    else if (entry.plan.times > 0) plans.set(entry.plan.payoutId, entry.plan)
    else plans.delete(entry.plan.payoutId)
  }
  for (const entry of books.read()) remember(entry)
  const write = (...entries: BankEntry[]): void => {
    if (entries.length === 0) return
    books.write(entries)
    entries.forEach(remember)
  }
  const dueBy = (at: Instant): { step: BankStep; of: BankInstruction }[] =>
    [...rows.values()].flatMap((of) => {
      const step = nextStep(of)
      return step && step.at <= at ? [{ step, of }] : []
    })

  return {
    async instruct(order, at) {
      const accountHash = sha256Hex(order.accountNumber)
      const known = rows.get(order.instructionNo)
      if (known && (known.amountFen !== order.amountFen || known.accountHash !== accountHash)) throw new Error(`${order.instructionNo} arrived with another content`)
      if (known) return write({ instruction: { ...known, times: known.times + 1 } })
      const plan = plans.get(order.payoutId) ?? plans.get(NEXT)
      write({ instruction: arrived(order, accountHash, at, plan) }, ...(plan ? [{ plan: { ...plan, times: plan.times - 1 } }] : []))
    },
    async ask(instructionNo) {
      const row = rows.get(instructionNo)
      if (row && !row.asked) write({ instruction: { ...row, asked: true } })
      return answerAbout(row)
    },
    nextAt: async () => [...rows.values()].reduce<Instant | null>((first, row) => {
      const at = nextStep(row)?.at ?? null
      return at !== null && (first === null || at < first) ? at : first
    }, null),
    async act(at) {
      const due = dueBy(at)
      write(...due.map(({ step }) => ({ instruction: step.row })))
      return due.flatMap(({ step: { word }, of: { instructionNo, payoutId } }) => (word ? [{ instructionNo, payoutId, word }] : []))
    },
    ledger: async (payoutId) => [...rows.values()].filter((row) => payoutId === undefined || row.payoutId === payoutId),
    find: async (instructionNo) => rows.get(instructionNo),
    plan: async (plan) => write({ plan }),
    planned: async (payoutId) => plans.get(payoutId),
    async reset() {
      books.clear()
      rows.clear()
      plans.clear()
    },
  }
}

function arrived({ accountNumber, amountFen, dueOn, instructionNo, payoutId }: BankOrder, accountHash: string, at: Instant, plan: BankPlan | undefined): BankInstruction {
  const outcome = plan?.outcome ?? 'PAID'
  const backAt = plan?.returnAt ?? atTime(workdayDue(dueOn, 1, workdayCalendar).dueOn, RETURNED_AT)
  return {
    instructionNo,
    payoutId,
    amountFen,
    accountHash,
    last4: accountNumber.slice(-4),
    outcome,
    returnCode: plan?.returnCode ?? 'ACCOUNT_CLOSED',
    state: outcome === 'NETWORK' || outcome === 'BANK_NOT_FOUND' ? 'NOT_RECEIVED' : 'ACCEPTED',
    code: null,
    times: 1,
    answered: false,
    asked: false,
    receivedAt: at,
    bookAt: plan?.bookAt ?? atTime(dueOn, BOOKED_AT),
    returnAt: outcome === 'RETURNED' ? backAt : null,
    entries: [],
  }
}

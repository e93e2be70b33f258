import type { Payout } from '@/contract/schemas/claim'
import type { BankInstruction, FinanceAction, PlanBankOutcome } from '@/contract/schemas/tester'
import type { Reply } from './api'
import type { People } from './people'

/** Payouts of a persona, newest first. */
export const payoutsOf = async (world: People, personaId: string): Promise<Payout[]> => (await (await world.as(personaId))('listPayouts', { query: {} })).ok().items

/** What the bank shall do with the next instruction of a payout, or of anybody (`next`). */
export const bankPlans = async (world: People, payoutId: string, body: PlanBankOutcome): Promise<void> =>
  void (await (await world.tester())('planBankOutcome', { params: { payoutId }, body })).ok()

export const finance = async (world: People, payoutId: string, body: FinanceAction): Promise<Reply<'actAsFinance'>> => (await world.tester())('actAsFinance', { params: { payoutId }, body })

/** The bank's own books, of one payout or of all. */
export const ledgerOf = async (world: People, payoutId?: string): Promise<BankInstruction[]> =>
  (await (await world.tester())('getBankLedger', {})).ok().items.filter((row) => payoutId === undefined || row.payoutId === payoutId)

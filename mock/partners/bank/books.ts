import type { BankInstruction, BankPlan } from './port'

/** A change of the books: the row as it is now. A plan of no more times is gone. */
export type BankEntry = { instruction: BankInstruction } | { plan: BankPlan }

/** Where the bank writes down what it does. Nothing is said before it has been written. */
export interface BankBooks {
  /** What was written since the last `clear`, oldest first; a later row of the same number counts. */
  read(): readonly BankEntry[]
  /** Returns when the entries would survive a power cut (in memory: at once). All of them, or none. */
  write(entries: readonly BankEntry[]): void
  clear(): void
}

/** Books of jest, demo builds and `STORE=memory`: the bank itself remembers, and nothing outlives it. */
export const memoryBooks = (): BankBooks => ({ read: () => [], write: () => undefined, clear: () => undefined })

/** Refusals that a later try may mend. */
export const retryRefusals = ['BANK_BUSY', 'CUTOFF', 'PAYER_BALANCE'] as const
/** Refusals that only another account mends. */
export const accountRefusals = ['NAME_MISMATCH', 'ACCOUNT_CLOSED', 'ACCOUNT_FROZEN', 'ACCOUNT_LOST', 'CARD_INVALID', 'CREDIT_CARD', 'TYPE2_LIMIT', 'DORMANT'] as const
export type RefusalCode = (typeof retryRefusals)[number] | (typeof accountRefusals)[number]

/**
 * What the simulated bank can do with an instruction. PAID is what it does by itself; the others come only when a tester asks for them.
 * - the codes of payout-states.json: refused with that code
 * - NO_ANSWER: the line breaks after sending; a query finds it under way, and it is booked in time
 * - NO_RESULT: accepted and booked, but the result does not arrive; a query finds it
 * - SILENT_PAID, SILENT_UNPAID: not even queries are answered; only the bank's file shows whether the money moved
 * - RETURNED: booked, and sent back by the payee's bank on the next workday
 */
export const bankOutcomes = ['PAID', ...retryRefusals, 'NETWORK', 'BANK_NOT_FOUND', ...accountRefusals, 'NO_ANSWER', 'NO_RESULT', 'SILENT_PAID', 'SILENT_UNPAID', 'RETURNED'] as const
export type BankOutcome = (typeof bankOutcomes)[number]

/** Reasons for which money comes back after it was booked (payout-states.json, Y18). */
export const returnCodes = ['NAME_MISMATCH', 'ACCOUNT_CLOSED', 'ACCOUNT_FROZEN', 'ACCOUNT_LOST', 'TYPE2_LIMIT', 'DORMANT'] as const
export type ReturnCode = (typeof returnCodes)[number]

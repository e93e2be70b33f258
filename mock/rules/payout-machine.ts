import type { RuleContext } from './actors'
import { claimEchoOf, payoutChangeOf } from './payout-effects'
import { guardPayout, refusePayout } from './payout-guards'
import { afterDelay } from './payout-schedule'
import { isPayoutState, mayActOnPayout, payoutRow, payoutRules } from './payout-table'
import type { AccountFacts, ApplyPayout, PayoutAccount, PayoutEvent, PayoutHistoryEntry, PayoutProgress } from './payout-types'
import { Refusal } from './refusal'

/** A payout that has just been created for a decision (T33). `amountFen` > 0 is frozen from here on. */
export const newPayout = (payoutNo: string, amountFen: number, ctx: RuleContext): PayoutProgress => ({
  state: 'CREATED',
  version: 1,
  payoutNo,
  amountFen,
  attemptNo: 0,
  instructionNo: null,
  attempts: [],
  account: null,
  accountCause: null,
  accountAskedOn: null,
  unclaimedOn: null,
  changes: 0,
  coolDownUntil: null,
  batch: null,
  payExpected: null,
  retries: 0,
  retryAt: null,
  unknownSince: null,
  queries: 0,
  nextQueryAt: null,
  manualDue: null,
  bankCode: null,
  paidAt: null,
  cancelledOn: null,
  causeZh: null,
  history: [{ transition: null, event: 'created', from: null, to: 'CREATED', at: ctx.now, actor: ctx.actor, codes: [] }],
})

/**
 * One step of a payout (payout-states.json, Y01 to Y23). Pure. `claimEvent` says what the claim must be told with `amountFen`.
 * @throws Refusal PAYOUT_STATE_CONFLICT with state and version for an event that is not listed or whose guard fails, FORBIDDEN for the wrong actor
 */
export const applyPayout: ApplyPayout = (payout, event, ctx) => {
  const row = payoutRow(event.type)
  if (!row.from.includes(payout.state)) throw refusePayout(payout, 'state')
  if (!mayActOnPayout(row, ctx.actor.role)) throw new Refusal('FORBIDDEN')
  guardPayout(payout, event, ctx)
  if (!isPayoutState(row.to)) throw new Error(`payout-states.json: ${row.id} leads to ${row.to}`)

  const line: PayoutHistoryEntry = { transition: row.id, event: event.type, from: payout.state, to: row.to, at: ctx.now, actor: ctx.actor, codes: codesOf(event) }
  const next = { ...payout, ...payoutChangeOf(payout, event, ctx), state: row.to, version: payout.version + 1, history: [...payout.history, line] }
  return { payout: next, transition: row.id, claimEvent: claimEchoOf(event) }
}

/** The bank gave no answer to a query: the next one is planned, after the last Y17 queryOver is due. Not a transition. */
export const recordQuery = (payout: PayoutProgress, ctx: RuleContext): PayoutProgress => {
  if (payout.state !== 'UNKNOWN' || payout.unknownSince === null) throw refusePayout(payout, 'state')
  const queries = payout.queries + 1
  const delay = payoutRules.queryAfter[queries]
  const line: PayoutHistoryEntry = { transition: null, event: 'query', from: 'UNKNOWN', to: 'UNKNOWN', at: ctx.now, actor: ctx.actor, codes: [] }
  return {
    ...payout,
    version: payout.version + 1,
    queries,
    nextQueryAt: delay ? afterDelay(payout.unknownSince, delay, ctx.calendar) : null,
    history: [...payout.history, line],
  }
}

/** Y01 or Y02: what a new payout finds. SYSTEM. */
export const accountEvent = (facts: AccountFacts): PayoutEvent =>
  facts.ok ? { type: 'accountOk', account: facts.account } : { type: 'accountMissing', cause: facts.cause }

/** Y03 (as MEMBER), or Y04 (as SYSTEM) when the changes of this payout are used up. */
export const cardEvent = (payout: PayoutProgress, card: { account: PayoutAccount; matches: boolean; c5Granted: boolean }): PayoutEvent =>
  payout.changes >= payoutRules.maxCardChanges ? { type: 'changesOver' } : { type: 'bindCard', ...card }

const codesOf = (event: PayoutEvent): string[] => {
  if ('code' in event) return [event.code]
  return event.type === 'accountMissing' ? [event.cause] : []
}

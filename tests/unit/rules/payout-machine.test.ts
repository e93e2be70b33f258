import { applyPayout, cardEvent, newPayout, recordQuery } from '@mock/rules/payout-machine'
import { payoutRow, payoutRows } from '@mock/rules/payout-table'
import { duePayoutEvent, nextPayoutTimer } from '@mock/rules/payout-timers'
import { payoutStates, type PayoutEvent, type PayoutEventType, type PayoutProgress, type PayoutState } from '@mock/rules/payout-types'
import { as, later, payoutAfter, payoutContext, payoutEvents, payoutEventTypes, payoutPaths, refusalOf, start } from './kit'

const account = { issuer: 'CMB', last4: '0015' }
const facts = { account: { ok: true, account } } as const

/** A payout in that state on which the event's guards hold. */
const payoutFor = (state: PayoutState, type: PayoutEventType): PayoutProgress => {
  const payout = payoutAfter(payoutPaths[state])
  if (type === 'changesOver') return { ...payout, changes: 3 }
  if (type === 'grantC5') return { ...payout, accountCause: 'C5_MISSING' }
  if (type === 'retriesOver') return { ...payout, retries: 3, retryAt: null }
  if (type === 'queryOver') return payoutAfter(['query', 'query', 'query'], payout)
  return payout
}
const stateOf = (text: string): PayoutState => payoutStates.find((state) => state === text) ?? 'CANCELLED'

const listed = payoutEventTypes.flatMap((type) => payoutRow(type).from.map((from) => [payoutRow(type).id, stateOf(from), type] as const))
const unlisted = payoutStates.flatMap((state) => payoutEventTypes.filter((type) => !payoutRow(type).from.includes(state)).map((type) => [state, type] as const))

test('the table has 23 rows, one for each event', () => {
  expect(payoutRows.map((row) => row.id).sort()).toEqual(Array.from({ length: 23 }, (_, i) => `Y${String(i + 1).padStart(2, '0')}`))
  expect(payoutEventTypes.length).toBe(23)
})

test.each(payoutStates)('the list of events for %s ends there', (state) => expect(payoutAfter(payoutPaths[state]).state).toBe(state))

test.each(listed)('%s fires in %s (%s)', (id, from, type) => {
  const payout = payoutFor(from, type)
  const move = applyPayout(payout, payoutEvents[type], payoutContext(payout, type))
  expect(move).toMatchObject({ transition: id, payout: { state: payoutRow(type).to, version: payout.version + 1 } })
  expect(move.payout.history.slice(-1)[0]).toMatchObject({ transition: id, event: type, from, to: payoutRow(type).to })
})

test.each(unlisted)('in %s the event %s is a conflict', (state, type) => {
  const payout = payoutFor(state, type === 'queryOver' ? 'batch' : type)
  const refusal = refusalOf(() => applyPayout(payout, payoutEvents[type], payoutContext(payout, type)))
  expect([refusal.code, refusal.extra]).toEqual(['PAYOUT_STATE_CONFLICT', { state, version: payout.version, guard: 'state' }])
})

test.each(listed)('%s in %s is for its actor only', (_id, from, type) => {
  const payout = payoutFor(from, type)
  const stranger = as('REVIEWER', payoutContext(payout, type).now)
  expect(refusalOf(() => applyPayout(payout, payoutEvents[type], stranger)).code).toBe('FORBIDDEN')
})

const change = <T extends PayoutEventType>(type: T, other: Partial<(typeof payoutEvents)[T]>): PayoutEvent => ({ ...payoutEvents[type], ...other })
const in_ = (state: PayoutState, other: Partial<PayoutProgress> = {}): PayoutProgress => ({ ...payoutAfter(payoutPaths[state]), ...other })

test.each<[string, PayoutProgress, PayoutEvent, string | null, string]>([
  ['the card is of another person', in_('ACCOUNT_REQUIRED'), change('bindCard', { matches: false }), null, 'cardMatches'],
  ['a card without C5', in_('ACCOUNT_REQUIRED'), change('bindCard', { c5Granted: false }), null, 'C5'],
  ['a fourth card', in_('ACCOUNT_REQUIRED', { changes: 3 }), payoutEvents.bindCard, null, 'changesOver'],
  ['changes are left', in_('ACCOUNT_REQUIRED', { changes: 2 }), payoutEvents.changesOver, null, 'changesLeft'],
  ['C5 while the card is missing', in_('ACCOUNT_REQUIRED'), payoutEvents.grantC5, null, 'onlyC5'],
  ['day 180 without a card', in_('ACCOUNT_REQUIRED'), payoutEvents.unclaimed, '2027-05-22T23:59:59+08:00', 'due'],
  ['a batch after the cut-off', in_('READY'), payoutEvents.batch, '2026-11-23T16:00:01+08:00', 'cutOff'],
  ['a batch on a Sunday', in_('READY'), payoutEvents.batch, '2026-11-29T10:00:00+08:00', 'cutOff'],
  ['a batch in the cool-down', in_('READY', { coolDownUntil: '2026-11-24T10:00:00+08:00' }), payoutEvents.batch, '2026-11-24T09:59:59+08:00', 'coolDown'],
  ['a batch for money that has arrived', in_('READY', { attempts: payoutAfter(payoutPaths.SUCCESS).attempts }), payoutEvents.batch, null, 'attemptOpen'],
  ['sent again while money has arrived', in_('BATCHED', { attempts: payoutAfter(payoutPaths.SUCCESS).attempts }), payoutEvents.send, null, 'attemptOpen'],
  ['no answer after four minutes', in_('SENT'), payoutEvents.noAnswer, '2026-11-23T16:04:59+08:00', 'due'],
  ['no result before the end of the expected day', in_('PROCESSING'), payoutEvents.noAnswer, '2026-11-24T23:59:59+08:00', 'due'],
  ['another amount', in_('SENT'), change('succeed', { amountFen: 299999 }), null, 'amount'],
  ['NETWORK that may have left', in_('SENT'), change('failTechnical', { code: 'NETWORK' }), null, 'neverLeft'],
  ['BANK_NOT_FOUND without reconciliation', in_('UNKNOWN'), change('failTechnical', { code: 'BANK_NOT_FOUND' }), '2026-11-24T09:00:00+08:00', 'reconciled'],
  ['BANK_NOT_FOUND on the same day', in_('UNKNOWN'), change('failTechnical', { code: 'BANK_NOT_FOUND', reconciled: true }), null, 'reconciled'],
  ['a return for a bad card number', in_('SUCCESS'), change('bankReturn', { code: 'CARD_INVALID' }), null, 'bankCode'],
  ['a retry too early', in_('FAILED_RETRY'), payoutEvents.retry, '2026-11-23T16:20:00+08:00', 'due'],
  ['a fourth retry', in_('FAILED_RETRY', { retries: 3 }), payoutEvents.retry, '2026-11-25T10:00:00+08:00', 'retriesLeft'],
  ['retries are left', in_('FAILED_RETRY'), payoutEvents.retriesOver, null, 'retriesLeft'],
  ['queries are left', in_('UNKNOWN'), payoutEvents.queryOver, null, 'queriesLeft'],
  ['fixed while an attempt may still arrive', in_('MANUAL'), change('fix', { reconciled: false }), null, 'reconciled'],
  ['cancelled while an attempt may still arrive', in_('MANUAL'), change('cancel', { reconciled: false }), null, 'reconciled'],
  ['cancelled without a cause', in_('READY'), change('cancel', { causeZh: ' ' }), null, 'cause'],
  ['the file shows another amount', in_('MANUAL'), change('reconcileSuccess', { amountFen: 1 }), null, 'amount'],
  ['the file shows what was never sent', payoutAfter(['accountMissing', 'unclaimed']), payoutEvents.reconcileSuccess, null, 'attemptSent'],
])('refused: %s', (_title, payout, event, now, guard) => {
  const usual = payoutContext(payout, event.type)
  const refusal = refusalOf(() => applyPayout(payout, event, now ? { ...usual, now } : usual))
  expect([refusal.code, refusal.extra.guard]).toEqual(['PAYOUT_STATE_CONFLICT', guard])
})

test('the bank return keeps the money for the member and asks for a card at once', () => {
  const back = payoutAfter([...payoutPaths.RETURNED, 'askAccountAgain'])
  expect(back).toMatchObject({ state: 'ACCOUNT_REQUIRED', accountCause: 'ACCOUNT_CLOSED', account: null, attempts: [{ no: 1, result: 'RETURNED', code: 'ACCOUNT_CLOSED' }] })
  const again = payoutAfter(['bindCard', 'batch', 'send'], back)
  expect(again).toMatchObject({ attemptNo: 2, instructionNo: 'PY-2026-000001-2', changes: 1 })
})

test.each([
  [['accountOk', 'batch', 'send', 'ack', 'succeed'] as const, 'payoutSucceeded'],
  [['accountOk', 'batch', 'send', 'ack', 'succeed', 'bankReturn'] as const, 'payoutReturned'],
  [['cancel'] as const, 'payoutCancelled'],
])('after %s the claim hears %s', (steps, echo) => {
  const before = payoutAfter(steps.slice(0, -1))
  const last = steps[steps.length - 1]
  expect(applyPayout(before, payoutEvents[last], payoutContext(before, last)).claimEvent).toBe(echo)
})
test('a cancelled payout that is not due any more voids', () => {
  expect(applyPayout(in_('READY'), change('cancel', { benefitDue: false }), as('FINANCE', later(start, 5))).claimEvent).toBe('payoutVoided')
})

describe('timers', () => {
  const at = (payout: PayoutProgress) => nextPayoutTimer(payout, facts)
  test('ready before 16:00: today; at 16:00: the next workday; Friday evening: Monday', () => {
    const ready = (now: string) => applyPayout(newPayout('PY-1', 100, as('SYSTEM', now)), payoutEvents.accountOk, as('SYSTEM', now)).payout
    expect(at(ready('2026-11-23T15:59:59+08:00'))).toMatchObject({ at: '2026-11-23T16:00:00+08:00', event: { type: 'batch' } })
    expect(at(ready('2026-11-23T16:00:00+08:00'))?.at).toBe('2026-11-24T16:00:00+08:00')
    expect(at(ready('2026-11-27T18:00:00+08:00'))?.at).toBe('2026-11-30T16:00:00+08:00')
  })
  test('arrival: ICBC on the same day, others a workday later; the year after the calendar shows no date', () => {
    const sent = (issuer: string, now: string) => applyPayout(newPayout('PY-1', 100, as('SYSTEM', now)), { type: 'accountOk', account: { issuer, last4: '1234' } }, as('SYSTEM', now)).payout.payExpected
    expect(sent('ICBC', '2026-11-27T10:00:00+08:00')).toEqual({ dueOn: '2026-11-27', displayOn: '2026-11-27' })
    expect(sent('CMB', '2026-11-27T10:00:00+08:00')).toEqual({ dueOn: '2026-11-30', displayOn: '2026-11-30' })
    expect(sent('CMB', '2026-12-31T10:00:00+08:00')).toEqual({ dueOn: '2027-01-01', displayOn: null })
  })
  test('a new card above 5,000 yuan cools down for 24 hours, at 5,000 it does not', () => {
    const bound = (amountFen: number) => payoutAfter(['accountMissing', 'bindCard'], newPayout('PY-1', amountFen, as('SYSTEM')))
    expect(at(bound(500001))?.at).toBe('2026-11-24T16:00:00+08:00')
    expect(at(bound(500000))?.at).toBe('2026-11-23T16:00:00+08:00')
  })
  test('retries: +30 min, +4 h, next workday, then a person; after the cut-off at once the next workday', () => {
    const delays: (string | undefined)[] = []
    let payout = payoutAfter(payoutPaths.FAILED_RETRY)
    for (let i = 0; i < 3; i += 1) {
      delays.push(at(payout)?.at)
      payout = payoutAfter(['retry', 'send', 'failTechnical'], payout)
    }
    expect(delays).toEqual(['2026-11-23T16:31:00+08:00', '2026-11-23T20:32:00+08:00', '2026-11-24T09:00:00+08:00'])
    expect(at(payout)).toMatchObject({ event: { type: 'retriesOver' } })
    expect(payout.instructionNo).toBe('PY-2026-000001-4')
    expect(at(applyPayout(in_('SENT'), change('failTechnical', { code: 'CUTOFF' }), as('BANK', '2026-11-23T16:01:00+08:00')).payout)?.at).toBe('2026-11-24T09:00:00+08:00')
  })
  test('no answer: query after 30 min, 2 h and the next workday, never a second instruction, then a person', () => {
    let payout = in_('UNKNOWN')
    const asked: (string | undefined)[] = []
    for (let i = 0; i < 3; i += 1) {
      asked.push(at(payout)?.at)
      payout = recordQuery(payout, payoutContext(payout, 'query'))
    }
    expect(asked).toEqual(['2026-11-23T16:35:00+08:00', '2026-11-23T18:05:00+08:00', '2026-11-24T09:00:00+08:00'])
    expect(payout.attempts).toHaveLength(1)
    expect(at(payout)).toMatchObject({ event: { type: 'queryOver' } })
  })
  test('a new attempt that stays unanswered has all its queries again', () => {
    const again = payoutAfter(['query', 'query', 'failTechnical', 'retry', 'send', 'noAnswer'], in_('UNKNOWN'))
    expect(again).toMatchObject({ state: 'UNKNOWN', attemptNo: 2, queries: 0 })
  })
  test('a bank that is still at it after the expected day is asked once a workday, not every minute', () => {
    const late = payoutAfter(['stillRunning'], payoutAfter(['noAnswer'], in_('PROCESSING')))
    expect(late.payExpected?.dueOn).toBe('2026-11-26')
    expect(at(late)?.at).toBe('2026-11-27T00:00:00+08:00')
  })
  test('only what is due by now', () => {
    const ready = in_('READY')
    expect(duePayoutEvent(ready, '2026-11-23T15:59:59+08:00', facts)).toBeNull()
    expect(duePayoutEvent(ready, '2026-11-23T16:00:00+08:00', facts)).toMatchObject({ event: { type: 'batch' } })
  })
  test.each(['SUCCESS', 'MANUAL', 'CANCELLED'] as const)('%s waits for nobody', (state) => expect(at(in_(state))).toBeNull())
  test('a new payout looks for an account at once', () => {
    const fresh = in_('CREATED')
    expect(at(fresh)).toEqual({ kind: 'EVENT', at: start, event: { type: 'accountOk', account } })
    expect(nextPayoutTimer(fresh, { account: { ok: false, cause: 'C5_MISSING' } })).toMatchObject({ event: { type: 'accountMissing', cause: 'C5_MISSING' } })
  })
})

test('the card a member gives becomes Y03 three times and Y04 after that', () => {
  const card = { account, matches: true, c5Granted: true }
  expect([0, 1, 2, 3].map((changes) => cardEvent({ ...in_('ACCOUNT_REQUIRED'), changes }, card).type)).toEqual(['bindCard', 'bindCard', 'bindCard', 'changesOver'])
})

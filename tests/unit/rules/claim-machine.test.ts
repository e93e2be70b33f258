import { applyClaim, editDraft } from '@mock/rules/claim-machine'
import { claimRow, claimRows } from '@mock/rules/claim-table'
import { claimStates, type ClaimEvent, type ClaimEventType, type ClaimProgress, type ClaimState } from '@mock/rules/claim-types'
import { as, claimAfter, claimContext, claimEvents, claimEventTypes, claimPaths, later, refusalOf, start } from './kit'

const payoutResults: ClaimEventType[] = ['payoutSucceeded', 'payoutCancelled', 'payoutReturned', 'payoutVoided']
const isFrom = (type: ClaimEventType, state: ClaimState | null): boolean => claimRow(type).from.includes(state)

/** A claim in that state on which the event's guards hold. */
const claimFor = (state: ClaimState | null, type: ClaimEventType): ClaimProgress | null => {
  if (state === null) return null
  if (state === 'APPEALING' && type === 'upholdUnpaid') return claimAfter([...claimPaths.PAID, 'appeal', 'payoutReturned'])
  return claimAfter(claimPaths[state])
}

const listed = claimEventTypes.flatMap((type) => claimRow(type).from.map((from) => [claimRow(type).id, from, type] as const))
const unlisted = [null, ...claimStates].flatMap((state) =>
  claimEventTypes.filter((type) => !isFrom(type, state) && !(state === 'APPEALING' && payoutResults.includes(type))).map((type) => [state, type] as const),
)

test('the table has 43 rows, one for each event', () => {
  expect(claimRows.map((row) => row.id).sort()).toEqual(Array.from({ length: 43 }, (_, i) => `T${String(i + 1).padStart(2, '0')}`))
  expect(new Set(claimRows.map((row) => row.event)).size).toBe(43)
})

test('the machine never refuses money: no SYSTEM transition leads to REJECTED', () => {
  expect(claimRows.filter((row) => row.to === 'REJECTED').map((row) => row.actor)).toEqual([['REVIEWER']])
})

test.each(claimStates)('the list of events for %s ends there', (state) => {
  expect(claimAfter(claimPaths[state]).state).toBe(state)
})

test.each(listed)('%s fires in %s (%s)', (id, from, type) => {
  const before = claimStates.find((state) => state === from) ?? null
  const claim = claimFor(before, type)
  const move = applyClaim(claim, claimEvents[type], claimContext(claim, type))
  expect(move.transition).toBe(id)
  const to = claimRow(type).to === '@returnTo' ? claim?.returnTo : claimRow(type).to
  expect(move.claim?.state ?? null).toBe(to)
  if (!move.claim) return
  expect(move.claim.version).toBe((claim?.version ?? 0) + 1)
  expect(move.claim.history.slice(-1)[0]).toMatchObject({ transition: id, event: type, from: before, to })
})

test(`${unlisted.length} pairs of state and event are not listed`, () => expect(unlisted.length).toBe(18 * 43 - listed.length - payoutResults.length))

test.each(unlisted)('in %s the event %s is a conflict', (state, type) => {
  const claim = state === null ? null : claimAfter(claimPaths[state])
  const refusal = refusalOf(() => applyClaim(claim, claimEvents[type], claimContext(claim, type)))
  expect(refusal.code).toBe('CLAIM_STATE_CONFLICT')
  expect(refusal.extra).toMatchObject({ state, version: claim?.version ?? 0, guard: 'state' })
})

test.each(listed)('%s in %s is for its actors only', (_id, from, type) => {
  const claim = claimFor(claimStates.find((state) => state === from) ?? null, type)
  const stranger = as('BANK', claimContext(claim, type).now)
  expect(refusalOf(() => applyClaim(claim, claimEvents[type], stranger)).code).toBe('FORBIDDEN')
})

const paid = (): ClaimProgress => claimAfter(claimPaths.PAID)
const twice = (): ClaimProgress => claimAfter([...claimPaths.SUPPLEMENT, 'resubmit', 'requestMore', 'resubmit'])
const returned = (): ClaimProgress => claimAfter([...claimPaths.PAID, 'appeal', 'payoutReturned'])
const change = <T extends ClaimEventType>(type: T, facts: Partial<(typeof claimEvents)[T]>): ClaimEvent => ({ ...claimEvents[type], ...facts })

test.each<[string, () => ClaimProgress | null, ClaimEvent, Partial<{ role: 'AGENT' | 'REVIEWER' | 'APPEAL_REVIEWER'; ref: string; now: string }>, string, string]>([
  ['without C3', () => null, change('create', { c3Granted: false }), {}, 'CONSENT_REQUIRED', 'C3'],
  ['an agent without C6', () => null, change('create', {}), { role: 'AGENT' }, 'CONSENT_REQUIRED', 'C6'],
  ['after the claim window', () => null, change('create', { windowEndsOn: '2026-11-22' }), {}, 'CLAIM_WINDOW_OVER', 'windowOpen'],
  ['an auto-claim above 5,000 yuan', () => null, change('match', { amountFen: 500001 }), {}, 'CLAIM_STATE_CONFLICT', 'autoAmount'],
  ['prefill without C2', () => null, change('prefill', { c2Granted: false }), {}, 'CONSENT_REQUIRED', 'C2'],
  ['a reason of another kind', () => null, change('prefill', { reasonCode: 'WAITING_PERIOD' }), {}, 'VALIDATION_FAILED', 'reasonCode'],
  ['no standing instruction', () => claimAfter(['match']), change('autoConfirm', { standing: false }), {}, 'CLAIM_STATE_CONFLICT', 'standing'],
  ['sampled, not confirmed by itself', () => claimAfter(['match']), change('autoConfirm', { sampled: true }), {}, 'CLAIM_STATE_CONFLICT', 'notSampled'],
  ['sampled, not confirmed by a tap', () => claimAfter(['match']), change('confirm', { sampled: true }), {}, 'CLAIM_STATE_CONFLICT', 'notSampled'],
  ['not sampled', () => claimAfter(['match']), change('sample', { sampled: false }), {}, 'CLAIM_STATE_CONFLICT', 'sampled'],
  ['the last minute of day 30', () => claimAfter(['match']), change('timeout', {}), { now: '2026-12-23T23:59:59+08:00' }, 'CLAIM_STATE_CONFLICT', 'due'],
  ['papers missing', () => claimAfter(['create']), change('submit', { missingFiles: 2 }), {}, 'FILES_INCOMPLETE', 'files'],
  ['invoice used', () => claimAfter(['create']), change('submit', { invoiceUsedBy: 'CLM-2026-000001' }), {}, 'DUPLICATE_INVOICE', 'invoice'],
  ['submit without C3', () => claimAfter(['create']), change('submit', { c3Granted: false }), {}, 'CONSENT_REQUIRED', 'C3'],
  ['P5 without C4', () => claimAfter(['create']), change('submit', { c4Granted: false }), {}, 'CONSENT_REQUIRED', 'C4'],
  ['day 90 of a draft', () => claimAfter(['create']), change('idle', {}), { now: '2027-02-21T23:59:59+08:00' }, 'CLAIM_STATE_CONFLICT', 'due'],
  ['an illness filed by the member', () => claimAfter(['create', 'submit']), change('routeUnion', { accident: false }), {}, 'CLAIM_STATE_CONFLICT', 'unionNeeded'],
  ['a unit accident past the union', () => claimAfter(['create', 'submit']), change('route', { unitEnrolled: true }), {}, 'CLAIM_STATE_CONFLICT', 'unionNotNeeded'],
  ['the union after two workdays', () => claimAfter(claimPaths.UNION_CHECK), change('unionTimeout', {}), { now: '2026-11-26T23:59:59+08:00' }, 'CLAIM_STATE_CONFLICT', 'due'],
  ['an empty list', () => claimAfter(claimPaths.REVIEWING), change('requestMore', { items: [] }), {}, 'VALIDATION_FAILED', 'items'],
  ['a third round', twice, change('requestMore', {}), {}, 'CLAIM_STATE_CONFLICT', 'supplementRounds'],
  ['approve nothing', () => claimAfter(claimPaths.REVIEWING), change('approve', { amountFen: 0 }), {}, 'VALIDATION_FAILED', 'amount'],
  ['approve half a fen', () => claimAfter(claimPaths.REVIEWING), change('approve', { amountFen: 0.5 }), {}, 'VALIDATION_FAILED', 'amount'],
  ['lower without a reason', () => claimAfter(claimPaths.REVIEWING), change('approve', { outcome: 'DOWN' }), {}, 'VALIDATION_FAILED', 'reasonCode'],
  ['one fen above 10,000 yuan alone', () => claimAfter(claimPaths.REVIEWING), change('approve', { amountFen: 1000001 }), {}, 'FORBIDDEN', 'secondPerson'],
  ['P5 alone', () => claimAfter(claimPaths.REVIEWING), change('approve', { criticalIllness: true }), {}, 'FORBIDDEN', 'secondPerson'],
  ['the same person twice', () => claimAfter(claimPaths.REVIEWING), change('approve', { amountFen: 1000001, secondRef: 'reviewer-1' }), {}, 'FORBIDDEN', 'secondPerson'],
  ['the claimant decides', () => claimAfter(claimPaths.REVIEWING), change('approve', {}), { role: 'REVIEWER', ref: 'courier' }, 'FORBIDDEN', 'uninvolved'],
  ['medical records without C4', () => claimAfter(claimPaths.REVIEWING), change('investigate', { c4Granted: false }), {}, 'CONSENT_REQUIRED', 'C4'],
  ['investigate without a question', () => claimAfter(claimPaths.REVIEWING), change('investigate', { questionZh: ' ' }), {}, 'VALIDATION_FAILED', 'question'],
  ['no finding', () => claimAfter(claimPaths.INVESTIGATING), change('investigated', { findingZh: '' }), {}, 'VALIDATION_FAILED', 'finding'],
  ['refuse alone', () => claimAfter(claimPaths.REVIEWING), change('reject', { secondRef: null }), {}, 'FORBIDDEN', 'secondPerson'],
  ['refuse without a clause', () => claimAfter(claimPaths.REVIEWING), change('reject', { clause: '' }), {}, 'VALIDATION_FAILED', 'clause'],
  ['an adjust code as a refusal', () => claimAfter(claimPaths.REVIEWING), change('reject', { reasonCode: 'CAP_APPLIED' }), {}, 'VALIDATION_FAILED', 'reasonCode'],
  ['an item unanswered', () => claimAfter(claimPaths.SUPPLEMENT), change('resubmit', { answered: [] }), {}, 'FILES_INCOMPLETE', 'items'],
  ['the second reopening', () => claimAfter(['create', 'idle', 'reopen', 'idle']), change('reopen', {}), {}, 'CLAIM_STATE_CONFLICT', 'reopenUsed'],
  ['reopen after the window', () => claimAfter(['create', 'idle']), change('reopen', {}), { now: '2028-11-21T00:00:00+08:00' }, 'CLAIM_WINDOW_OVER', 'windowOpen'],
  ['appeal on day 61', () => claimAfter(claimPaths.REJECTED), change('appeal', {}), { now: '2027-01-23T00:00:00+08:00' }, 'CLAIM_STATE_CONFLICT', 'appealUntil'],
  ['a second appeal', () => claimAfter([...claimPaths.APPEALING, 'uphold']), change('appeal', {}), {}, 'CLAIM_STATE_CONFLICT', 'appealUsed'],
  ['appeal after a recovery', () => claimAfter([...claimPaths.RECOVERING, 'recovered']), change('appeal', {}), {}, 'CLAIM_STATE_CONFLICT', 'recovery'],
  ['the first reviewer hears the appeal', () => claimAfter(claimPaths.APPEALING), change('uphold', {}), { role: 'APPEAL_REVIEWER', ref: 'reviewer-2' }, 'FORBIDDEN', 'uninvolved'],
  ['overturn to what was paid', () => claimAfter([...claimPaths.PAID, 'appeal']), change('overturn', { amountFen: 800000 }), {}, 'VALIDATION_FAILED', 'amount'],
  ['uphold with a returned payout open', returned, change('uphold', {}), {}, 'CLAIM_STATE_CONFLICT', 'returnedPayout'],
  ['upholdUnpaid with nothing open', () => claimAfter(claimPaths.APPEALING), change('upholdUnpaid', {}), {}, 'CLAIM_STATE_CONFLICT', 'returnedPayout'],
  ['a second payout for a decision', () => claimAfter(claimPaths.APPROVED), change('createPayout', { livePayout: true }), {}, 'CLAIM_STATE_CONFLICT', 'livePayout'],
  ['more arrived than was sent', () => claimAfter(claimPaths.PAYING), change('payoutSucceeded', { amountFen: 800001 }), {}, 'CLAIM_STATE_CONFLICT', 'openPayout'],
  ['void without a cause', () => claimAfter(claimPaths.PAYING), change('payoutVoided', { causeZh: '' }), {}, 'VALIDATION_FAILED', 'cause'],
  ['recover alone', paid, change('recover', { secondRef: null }), {}, 'FORBIDDEN', 'secondPerson'],
  ['recover more than was paid', paid, change('recover', { amountFen: 800001 }), {}, 'CLAIM_STATE_CONFLICT', 'paid'],
  ['close on day 30 after payment', paid, change('close', {}), { now: '2026-12-24T23:59:59+08:00' }, 'CLAIM_STATE_CONFLICT', 'due'],
])('refused: %s', (_title, from, event, who, code, guard) => {
  const claim = from()
  const usual = claimContext(claim, event.type)
  const ctx = as(who.role ?? usual.actor.role, who.now ?? usual.now, who.ref ?? (who.role ? undefined : usual.actor.ref))
  const refusal = refusalOf(() => applyClaim(claim, event, ctx))
  expect([refusal.code, refusal.extra.guard]).toEqual([code, guard])
  expect(refusal.wordsZh).not.toMatch(/[{}]/)
})

test('an agent may not endorse the claim they filed', () => {
  const opened = applyClaim(null, change('create', { c6Granted: true }), as('AGENT')).claim
  const submitted = applyClaim(opened, claimEvents.submit, as('AGENT', later(start, 1))).claim
  const asked = applyClaim(submitted, change('routeUnion', { accident: false }), as('SYSTEM', later(start, 2))).claim
  expect(refusalOf(() => applyClaim(asked, claimEvents.endorse, as('UNION', later(start, 3), 'union-officer'))).extra.guard).toBe('uninvolved')
  expect(applyClaim(asked, claimEvents.endorse, as('UNION', later(start, 3))).transition).toBe('T14')
})

describe('payout results during an appeal are recorded', () => {
  const appealing = (): ClaimProgress => claimAfter([...claimPaths.PAID, 'appeal'])
  test('a return: money open again, the member is told, the appeal goes on', () => {
    const claim = appealing()
    const move = applyClaim(claim, claimEvents.payoutReturned, as('SYSTEM', later(start, 3000)))
    expect(move).toMatchObject({ transition: null, claim: { state: 'APPEALING', version: claim.version + 1, paidFen: 0, openFen: 800000, flags: ['RETURN_IN_APPEAL'] } })
  })
  test('paid again before the end: nothing is open, the decision is upheld and closed', () => {
    const again = claimAfter([...claimPaths.PAID, 'appeal', 'payoutReturned', 'payoutSucceeded'])
    expect(again).toMatchObject({ state: 'APPEALING', paidFen: 800000, openFen: 0, flags: [] })
    expect(applyClaim(again, claimEvents.uphold, claimContext(again, 'uphold')).claim?.state).toBe('CLOSED')
  })
  test.each(['payoutCancelled', 'payoutVoided'] as const)('%s: nothing is open any more', (type) => {
    expect(claimAfter([...claimPaths.PAID, 'appeal', 'payoutReturned', type])).toMatchObject({ state: 'APPEALING', openFen: 0 })
  })
  test('cancelled as still due: the end of the appeal opens it again; where it is not due, it closes', () => {
    const due = claimAfter([...claimPaths.PAID, 'appeal', 'payoutReturned', 'payoutCancelled'])
    expect(refusalOf(() => applyClaim(due, claimEvents.uphold, claimContext(due, 'uphold'))).extra.guard).toBe('returnedPayout')
    expect(applyClaim(due, claimEvents.upholdUnpaid, claimContext(due, 'upholdUnpaid')).claim).toMatchObject({ state: 'PAYING', openFen: 800000, flags: [] })
    expect(claimAfter([...claimPaths.PAID, 'appeal', 'payoutReturned', 'payoutVoided', 'uphold'])).toMatchObject({ state: 'CLOSED', openFen: 0 })
  })
})

test('a payout that comes back while the difference after an appeal is on its way is recorded, and open again', () => {
  const paying = claimAfter([...claimPaths.PAID, 'appeal', 'overturn', 'createPayout'])
  expect(applyClaim(paying, claimEvents.payoutReturned, as('SYSTEM', later(start, 5000)))).toMatchObject({ transition: null, claim: { state: 'PAYING', paidFen: 0, openFen: 900000, flags: ['STEP_BACK'] } })
})

test('an overturned decision pays the difference; the first of two payouts does not end the payment', () => {
  const won = claimAfter([...claimPaths.PAID, 'appeal', 'payoutReturned', 'overturn', 'createPayout'])
  expect(won).toMatchObject({ state: 'PAYING', decisionVersion: 2, amountFen: 900000, paidFen: 0, openFen: 900000, appealUsed: true })
  const first = applyClaim(won, claimEvents.payoutSucceeded, as('SYSTEM', later(start, 5000)))
  expect(first).toMatchObject({ transition: null, claim: { state: 'PAYING', openFen: 100000 } })
  const both = applyClaim(first.claim, change('payoutSucceeded', { amountFen: 100000 }), as('SYSTEM', later(start, 5001)))
  expect(both).toMatchObject({ transition: 'T34', claim: { state: 'PAID', paidFen: 900000, openFen: 0 } })
})

test('one person may approve exactly 10,000 yuan', () => {
  const claim = claimAfter(claimPaths.REVIEWING)
  expect(applyClaim(claim, change('approve', { amountFen: 1000000 }), claimContext(claim, 'approve')).claim).toMatchObject({ state: 'APPROVED', deciders: ['reviewer-1'] })
})

test('an answered list is closed; the next one counts as round two', () => {
  const answered = claimAfter([...claimPaths.SUPPLEMENT, 'resubmit'])
  expect(answered).toMatchObject({ state: 'REVIEWING', supplement: null, returnTo: null, supplementRounds: 1 })
  expect(claimAfter([...claimPaths.SUPPLEMENT, 'resubmit', 'requestMore']).supplement?.round).toBe(2)
})

test('a bank return from a recovery is set against it', () => {
  expect(claimAfter([...claimPaths.RECOVERING, 'payoutReturned'])).toMatchObject({ state: 'PAYING', recoverFen: 0, paidFen: 0, openFen: 800000 })
})

test('editing a draft renews its 90 days and its version; nothing else can be edited', () => {
  const edited = editDraft(claimAfter(['create']), { windowEndsOn: '2028-12-30' }, as('MEMBER', '2026-12-01T08:00:00+08:00'))
  expect(edited).toMatchObject({ version: 2, draftExpiresOn: '2027-03-01', windowEndsOn: '2028-12-30' })
  expect(refusalOf(() => editDraft(claimAfter(claimPaths.SUBMITTED), {}, as('MEMBER'))).extra).toMatchObject({ state: 'SUBMITTED', version: 2 })
})

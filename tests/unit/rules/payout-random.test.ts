import fc from 'fast-check'
import { applyPayout, newPayout, recordQuery } from '@mock/rules/payout-machine'
import { payoutRow, payoutRows } from '@mock/rules/payout-table'
import { payoutStates, type PayoutEvent, type PayoutProgress } from '@mock/rules/payout-types'
import { as, payoutContext, payoutEvents, payoutEventTypes, start } from './kit'
import { checkRefusal, frozen, jumps, LISTS, momentOf, must, refusedBy } from './random-kit'

const payoutStep = fc.record({
  type: fc.constantFrom(...payoutEventTypes, 'query' as const),
  pick: fc.nat(),
  anything: fc.constantFrom(true, false, false),
  reconciled: fc.boolean(),
  stranger: fc.constantFrom(true, false, false, false, false, false, false),
  jump: jumps(4),
})

test(`${LISTS} lists of events: never two open attempts, one SUCCESS that stays, versions grow, every refusal says where it stands`, () => {
  const seen = { SUCCESS: 0, RETURNED: 0, refused: 0, retried: 0, withPeople: 0 }
  fc.assert(
    fc.property(fc.array(payoutStep, { minLength: 8, maxLength: 45 }), (steps) => {
      let payout = frozen(newPayout('PY-2026-000001', 300000, as('SYSTEM')))
      let now = start
      for (const step of steps) {
        const before = payout
        const fitting = payoutEventTypes.filter((type) => payoutRow(type).from.includes(before.state) && type !== 'cancel')
        // Asking without an answer leads to people: without this bias nobody would ever act on money whose fate is not known.
        const asked = before.state === 'UNKNOWN' && step.pick % 4 > 0 ? (before.queries < 3 ? 'query' : 'queryOver') : undefined
        const type = step.anything ? step.type : (asked ?? fitting[step.pick % Math.max(1, fitting.length)] ?? 'query')
        const usual = payoutContext(before, type)
        now = momentOf(step.jump, usual.now, now)
        const ctx = { ...usual, now, ...(step.stranger && { actor: as('APPEAL_REVIEWER').actor }) }
        const refusal = refusedBy(() => {
          payout = frozen(type === 'query' ? recordQuery(before, ctx) : applyPayout(before, withFile(payoutEvents[type], step.reconciled), ctx).payout)
        })
        if (refusal) {
          seen.refused += 1
          must(payout === before, 'a refused event changed the payout', type)
          checkRefusal(refusal, before, type === 'query' ? before.state === 'UNKNOWN' : payoutRow(type).from.includes(before.state), 'PAYOUT_STATE_CONFLICT')
          continue
        }
        must(!step.stranger || type === 'query', 'a stranger acted', type)
        check(before, payout)
        checkClosing(before, payout, type, step.reconciled)
        if (payout.state === 'SUCCESS') seen.SUCCESS += 1
        if (payout.state === 'RETURNED') seen.RETURNED += 1
        if (payout.attempts.length > 1) seen.retried += 1
        if (payout.state === 'MANUAL' && payout.attempts.some(isOpen)) seen.withPeople += 1
      }
    }),
    { numRuns: LISTS },
  )
  for (const times of Object.values(seen)) expect(times).toBeGreaterThan(LISTS / 50)
})

const withFile = (event: PayoutEvent, reconciled: boolean): PayoutEvent => ('reconciled' in event ? { ...event, reconciled } : event)

function check(before: PayoutProgress, after: PayoutProgress): void {
  const { attempts, state } = after
  must(payoutStates.includes(state), 'an illegal state', state)
  must(after.version === before.version + 1, 'the version', before.version, after.version)
  const line = after.history[after.history.length - 1]
  const row = payoutRows.find(({ id }) => id === line?.transition)
  must(line?.transition === null ? state === before.state : row !== undefined && row.from.includes(before.state) && row.to === state, 'a way that the table does not list', line)
  must(after.amountFen === before.amountFen, 'the amount is frozen')
  must(attempts.filter(isOpen).length <= 1, 'two open attempts', attempts)
  const succeeded = attempts.filter(({ result }) => result === 'SUCCESS')
  must(succeeded.length <= 1, 'paid twice', attempts)
  must((state === 'SUCCESS') === (succeeded.length === 1), 'SUCCESS without money, or money without SUCCESS', after)
  // Money that has left and whose fate is not known: nothing may follow it.
  const open = attempts.findIndex(isOpen)
  must(open === -1 || attempts.slice(open + 1).every(({ sentAt }) => sentAt === null), 'sent again while the first is open', attempts)
  must(attempts.every(({ no, instructionNo }, at) => no === at + 1 && instructionNo === `${after.payoutNo}-${no}`), 'numbers of instructions', attempts)
  must(after.changes <= 3, 'card changes')
  must(state !== 'CANCELLED' || attempts.every(({ sentAt, result }) => sentAt === null || result !== null), 'cancelled with money on its way', attempts)
}

const isOpen = ({ sentAt, result }: PayoutProgress['attempts'][number]): boolean => sentAt !== null && result === null

/** Money that has left is written off only by the bank's own answer or its file: never because somebody wants to go on. */
function checkClosing(before: PayoutProgress, after: PayoutProgress, type: string, reconciled: boolean): void {
  const writtenOff = before.attempts.some((attempt, at) => isOpen(attempt) && after.attempts[at]?.result === 'FAILED')
  must(!writtenOff || type === 'failTechnical' || type === 'failAccount' || reconciled, 'an open attempt was written off', type, before.attempts)
}

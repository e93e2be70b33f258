import fc from 'fast-check'
import { byMonth, byPlan, type PaidPayout } from '@mock/rules/payout-sums'

const plans = ['P1', 'P2', 'P3', 'P4'] as const

it.each<[string, PaidPayout[], number[], [string, number][]]>([
  ['one plan', [{ amountFen: 100, month: 1, perPlanFen: { P1: 100 } }], [100], [['P1', 100]]],
  ['two of a claim', [{ amountFen: 300, month: 2, perPlanFen: { P1: 100, P2: 200 } }], [0, 300], [['P2', 200], ['P1', 100]]],
  ['the difference after an appeal', [{ amountFen: 101, month: 1, perPlanFen: { P1: 100, P2: 100 } }], [101], [['P1', 51], ['P2', 50]]],
  ['a decision that is gone', [{ amountFen: 100, month: 1, perPlanFen: {} }], [100], []],
])('%s', (_, paid, months, parts) => {
  expect(byMonth(paid).slice(0, months.length)).toEqual(months)
  expect(byPlan(paid, plans).map(({ planId, amountFen }) => [planId, amountFen])).toEqual(parts)
})

it('neither loses nor makes a fen', () => {
  const payout = fc.record({
    amountFen: fc.integer({ min: 1, max: 20_000_000 }),
    month: fc.integer({ min: 1, max: 12 }),
    perPlanFen: fc.record({ P1: fc.integer({ min: 1, max: 17_300_000 }), P2: fc.nat(800_000), P3: fc.nat(1_080_000) }),
  })
  fc.assert(
    fc.property(fc.array(payout, { maxLength: 12 }), (paid) => {
      const total = paid.reduce((sum, { amountFen }) => sum + amountFen, 0)
      expect(byMonth(paid).reduce((sum, fen) => sum + fen, 0)).toBe(total)
      expect(byPlan(paid, plans).reduce((sum, { amountFen }) => sum + amountFen, 0)).toBe(total)
    }),
    { numRuns: 300 },
  )
})

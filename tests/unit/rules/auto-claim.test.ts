import { autoClaimVerdict, isSampled, type AutoClaimFacts } from '@mock/rules/auto-claim'
import claimStates from '@mock/rules/data/claim-states.json'
import vectors from '../vectors/benefit-vectors.json'

const allHold: AutoClaimFacts = {
  c2: true,
  identityEqual: true,
  covered: true,
  rulesHold: true,
  plans: ['P1', 'P3'],
  sumFen: 375724,
  cause: 'ILLNESS',
  thirdParty: false,
  offsiteManual: false,
  addsUp: true,
  duplicateOf: null,
  cardVerifiedHours: 72,
  c5: true,
  openRecovery: false,
}

test.each(claimStates.autoClaim.samplingVectors)('$claimId is sampled: $sampled', ({ claimId, sampled }) => {
  expect(isSampled(claimId)).toBe(sampled)
})

test('a rest of 5 is the first that is not sampled', () => expect(isSampled('CLM-2026-000175')).toBe(false))

test('measured over a hundred thousand numbers: five in a hundred, and the same ones when asked again', () => {
  const numbers = Array.from({ length: 100_000 }, (_, no) => `CLM-2027-${String(no).padStart(6, '0')}`)
  const sampled = numbers.filter(isSampled)
  // Four standard deviations of a fair draw are 276.
  expect(Math.abs(sampled.length - 5_000)).toBeLessThan(280)
  expect(sampled.every(isSampled)).toBe(true)
  // No run of numbers is spared: of each thousand some are taken.
  expect(new Set(sampled.map((no) => no.slice(0, 12))).size).toBe(100)
})

test.each(vectors.autoClaimVectors)('$id $title', ({ claimId, sumFen, c2, standing, cardVerifiedHours, cause, offsiteManual, expected }) => {
  const verdict = autoClaimVerdict({ ...allHold, sumFen, c2, cardVerifiedHours, cause: cause === 'ACCIDENT' ? 'ACCIDENT' : 'ILLNESS', offsiteManual })
  const matched = isSampled(claimId) ? ['T02', 'T05'] : standing ? ['T02', 'T03', 'T33'] : ['T02']
  expect({ MATCH: matched, PREFILL: ['T43'], NOTHING: [] }[verdict.kind]).toEqual(expected.path)
  if (verdict.kind === 'PREFILL') expect(verdict.reasonCode).toBe(expected.reason)
})

test.each<[string, Partial<AutoClaimFacts>, string, string]>([
  ['no consent', { c2: false }, 'NOTHING', 'AUTO_NO_CONSENT'],
  ['another person', { identityEqual: false, sumFen: 1 }, 'NOTHING', 'AUTO_DATA_CONFLICT'],
  ['no cover that day', { covered: false }, 'NOTHING', 'AUTO_RULE_DOUBT'],
  ['still waiting', { rulesHold: false }, 'PREFILL', 'AUTO_RULE_DOUBT'],
  ['a plan that needs papers', { plans: ['P1', 'P2'] }, 'PREFILL', 'AUTO_PLAN_EXCLUDED'],
  ['nothing to pay', { sumFen: 0 }, 'PREFILL', 'AUTO_AMOUNT_OVER'],
  ['third party', { thirdParty: true }, 'PREFILL', 'AUTO_ACCIDENT'],
  ['sums do not fit', { addsUp: false }, 'PREFILL', 'AUTO_DATA_CONFLICT'],
  ['invoice used', { duplicateOf: 'CLM-1' }, 'NOTHING', 'AUTO_DUPLICATE'],
  ['invoice used and amount over', { duplicateOf: 'CLM-1', sumFen: 500001 }, 'NOTHING', 'AUTO_DUPLICATE'],
  ['no card', { cardVerifiedHours: null }, 'PREFILL', 'AUTO_CARD_UNVERIFIED'],
  ['no C5', { c5: false }, 'PREFILL', 'AUTO_CARD_UNVERIFIED'],
  ['open recovery', { openRecovery: true }, 'PREFILL', 'AUTO_RULE_DOUBT'],
  ['the first failed guard names the code', { cause: 'ACCIDENT', offsiteManual: true, addsUp: false }, 'PREFILL', 'AUTO_ACCIDENT'],
])('%s', (_title, change, kind, reasonCode) => {
  expect(autoClaimVerdict({ ...allHold, ...change })).toEqual({ kind, reasonCode })
})

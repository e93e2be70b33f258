import { isSignature } from '@/domain/strokes'
import type { Strokes } from '@/domain/strokes'
import { giftCodes } from '@mock/rules/gift-codes'
import { judgeSkew } from '@mock/rules/clock-skew'
import { allScanCodes, anomalyLimit, firstFailing, isBeforeMember, scanWords } from '@mock/rules/scan-verdict'

it('answers with the first failing code of the file, whatever else fails', () => {
  const order = giftCodes.evaluationOrder
  order.forEach((code, at) => {
    const failures = Object.fromEntries(order.map((other, position) => [other, position >= at]))
    // In the order of the caller's hand, turned round: only the file decides.
    expect(firstFailing(Object.fromEntries(Object.entries(failures).reverse()))).toBe(code)
  })
  expect(firstFailing({})).toBeNull()
})

it('tells nothing of the member up to the used code, and names them after it', () => {
  const before = giftCodes.evaluationOrder.filter(isBeforeMember)
  expect(before).toEqual(['CODE_INVALID', 'CODE_EXPIRED', 'CLOCK_WRONG', 'CAMPAIGN_NOT_STARTED', 'CAMPAIGN_ENDED', 'REP_NOT_ASSIGNED', 'REP_DEVICE_MISMATCH', 'LEASE_REVOKED', 'SCAN_ANOMALY', 'ENTRY_TOO_OFTEN', 'ENTRY_NO_MATCH', 'SCAN_TOO_FAST', 'SELF_SCAN', 'CODE_USED'])
  expect(isBeforeMember('ACTIVATED')).toBe(false)
})

it('has light and words for every outcome, and no rep reads of a group', () => {
  for (const code of allScanCodes()) {
    const { light, repZh, memberZh } = scanWords(code)
    expect(['green', 'amber', 'red']).toContain(light)
    expect(repZh).toMatch(/[\u4e00-\u9fff]/)
    expect(memberZh).toMatch(/[\u4e00-\u9fff]/)
    expect(repZh).not.toMatch(/困难|劳模|劳动模范|groups/)
  }
})

it.each<[number[], string]>([
  [[0], 'green'],
  [[90_000, -90_000], 'green'],
  [[0, 90_001], 'amber'],
  [[0, -300_000], 'amber'],
  [[0, 300_001], 'refused'],
  [[-400_000, 0], 'refused'],
])('clocks %p apart: %s', (differences, expected) => {
  expect(judgeSkew(...differences)).toBe(expected)
})

it.each([[0, 300], [50, 300], [250, 300], [300, 360], [500, 600]])('a lease of %i lets %i members an hour pass', (size, limit) => {
  expect(anomalyLimit(size)).toBe(limit)
})

it.each<[string, Strokes, boolean]>([
  ['nothing', [], false],
  ['a dot', [[[1, 1]]], false],
  ['strokes without points', [[], []], false],
  ['a dot that was tapped ten times', Array.from({ length: 10 }, () => [[500, 500]]), false],
  ['dots all over the field', Array.from({ length: 10 }, (_, at) => [[at * 90, at * 90]]), false],
  ['one line with few points', [[[0, 0], [900, 900]]], false],
  ['a name', [[[100, 100], [200, 300], [400, 500], [600, 700]], [[100, 900], [200, 900], [300, 900], [400, 900]]], true],
])('%s is a signature: %s', (_title, strokes, expected) => {
  expect(isSignature(strokes)).toBe(expected)
})

import fc from 'fast-check'
import { wordsOf } from '@/contract/errors'
import { bankBins, bankNameZh } from '@/domain/bank-bins'
import { checkBankCard } from '@/domain/bank-card'
import { checkUscc, usccWordsZh } from '@/domain/uscc'
import vectors from '../vectors/id-vectors.json'

test('all vectors are here', () => {
  expect(vectors.uscc).toHaveLength(24)
  expect(vectors.cards).toHaveLength(23)
})

describe('checkUscc', () => {
  test.each(vectors.uscc.map((v, at) => ({ ...v, at })))('$at $input', (v) => {
    const check = checkUscc(v.input)
    if (v.valid) {
      const isUnion = vectors.usccRule.unionPrefixes.some((prefix) => v.normalized?.startsWith(prefix))
      expect(check).toEqual({ ok: true, normalized: v.normalized, innerCheck: v.innerCheck, isUnion })
    } else {
      expect(check).toEqual({ ok: false, code: v.reason, messageZh: expect.stringMatching(/。$/) })
    }
  })

  test('every fault is among the vectors', () => {
    expect(new Set(vectors.uscc.flatMap((v) => v.reason ?? []))).toEqual(new Set(Object.keys(usccWordsZh)))
  })

  test('one wrong character anywhere is always noticed', () => {
    const codes = vectors.uscc.flatMap((v) => v.normalized ?? [])
    const { alphabet } = vectors.usccRule
    fc.assert(
      fc.property(fc.constantFrom(...codes), fc.nat(17), fc.integer({ min: 1, max: 30 }), (code, at, by) => {
        const other = alphabet.charAt((alphabet.indexOf(code.charAt(at)) + by) % 31)
        expect(checkUscc(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false)
      }),
    )
  })
})

describe('checkBankCard', () => {
  test('the table is the one of the vectors', () => expect(bankBins).toEqual(vectors.cardRule.bins))

  test.each(vectors.cards.map((v, at) => ({ ...v, at })))('$at $input: $verdict', (v) => {
    const check = checkBankCard(v.input, bankBins)
    expect(check.verdict).toBe(v.verdict)
    const { normalized, luhn, issuer, kind } = v
    expect('card' in check ? check.card : undefined).toEqual(normalized === undefined ? undefined : { normalized, luhn, issuer, kind })
  })

  test.each([
    ['6222020000000000000', null],
    ['6222020000000000001', wordsOf('CARD_CONFIRM')],
    ['6222100000000007', wordsOf('CARD_CREDIT')],
    ['', wordsOf('CARD_FORMAT')],
  ])('%s says %s', (number, words) => expect(checkBankCard(number).messageZh).toBe(words))

  test('a credit card stays refused when a digit is wrong', () => {
    expect(checkBankCard('6222100000000008').verdict).toBe('REJECT_CREDIT')
  })

  test('the longest prefix wins, whatever the order of the table', () => {
    const short = { bin: '6222', issuer: 'SHORT', kind: 'CREDIT', length: 19 } as const
    const long = { bin: '622202', issuer: 'LONG', kind: 'DEBIT', length: 19 } as const
    for (const bins of [[short, long], [long, short]]) {
      expect(checkBankCard('6222020000000000000', bins)).toMatchObject({ verdict: 'ACCEPT', card: { issuer: 'LONG' } })
    }
  })

  test('every bank of the table has a name of its own', () => {
    const names = new Map(bankBins.map(({ issuer }) => [issuer, bankNameZh(issuer)]))
    expect(new Set(names.values()).size).toBe(names.size)
    expect([...names.values()]).not.toContain(bankNameZh('UNKNOWN'))
  })
})

import fc from 'fast-check'
import { differenceFen, formatFen, percentOf, sumsUp } from '@/domain/money'
import { MAX_TYPED_FEN, parseYuan } from '@/domain/typed-yuan'

const typedFen = fc.integer({ min: 0, max: MAX_TYPED_FEN })
const refusalOf = (text: string): string | null => {
  const parsed = parseYuan(text)
  return parsed.ok ? null : parsed.messageZh
}

describe('formatFen', () => {
  test.each([
    [0, '0.00'],
    [5, '0.05'],
    [99, '0.99'],
    [100, '1.00'],
    [99_999, '999.99'],
    [800_000, '8,000.00'],
    [3_700_000, '37,000.00'],
    [546_206_500, '5,462,065.00'],
    [-5, '-0.05'],
    [-123_456, '-1,234.56'],
  ])('%d fen is written %s', (fen, text) => expect(formatFen(fen)).toBe(text))

  test.each([0.5, NaN, Infinity])('refuses %d, which no integer arithmetic gives', (fen) => {
    expect(() => formatFen(fen)).toThrow(RangeError)
  })
})

describe('parseYuan', () => {
  test('reads back every amount that formatFen writes', () => {
    fc.assert(fc.property(typedFen, (fen) => expect(parseYuan(formatFen(fen))).toEqual({ ok: true, fen })))
  })

  test('a plain amount with two decimals is exact, where float arithmetic is not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9_999_999 }), fc.integer({ min: 0, max: 99 }), (yuan, cents) => {
        const text = `${yuan}.${String(cents).padStart(2, '0')}`
        expect(parseYuan(text)).toEqual({ ok: true, fen: Number(BigInt(yuan) * 100n + BigInt(cents)) })
      }),
    )
  })

  test('never throws and never gives a fraction, whatever is typed', () => {
    const signs = fc.constantFrom(...'0123456789.,，．。￥¥元 -+e８०½万'.split(''))
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.string({ unit: signs })), (text) => {
        const parsed = parseYuan(text)
        if (parsed.ok) expect(Number.isSafeInteger(parsed.fen) && parsed.fen >= 0 && parsed.fen <= MAX_TYPED_FEN).toBe(true)
        else expect(parsed.messageZh).toMatch(/。$/)
      }),
    )
  })

  test.each([
    ['37000', 3_700_000],
    ['37,000.00', 3_700_000],
    [' 1234.5 ', 123_450],
    ['１２３４．５６', 123_456],
    ['￥８，０００', 800_000],
    ['¥ 8000元', 800_000],
    ['8000 元', 800_000],
    ['12。5', 1_250],
    ['.5', 50],
    ['5.', 500],
    ['007', 700],
    ['1万', 1_000_000],
    ['3.7万元', 3_700_000],
    ['0', 0],
    ['1.1', 110],
    ['\u202d4.35\u202c', 435],
    ['9999999.99', MAX_TYPED_FEN],
  ])('%j is %d fen', (text, fen) => expect(parseYuan(text)).toEqual({ ok: true, fen }))

  test.each([
    ['', '请填写金额。'],
    [' ￥ ', '请填写金额。'],
    ['-5', '金额不能是负数。'],
    ['−5', '金额不能是负数。'],
    ['abc', '金额只能填数字，例如 1234.56。'],
    ['1.2.3', '金额只能填数字，例如 1234.56。'],
    ['.', '金额只能填数字，例如 1234.56。'],
    ['1e5', '金额只能填数字，例如 1234.56。'],
    ['1 2', '金额只能填数字，例如 1234.56。'],
    ['12,34', '逗号的位置不对，请去掉逗号再填。'],
    ['1,0000', '逗号的位置不对，请去掉逗号再填。'],
    ['1.005', '金额最多填到分（两位小数）。'],
    ['10000000', '金额不能超过 9,999,999.99 元，请核对。'],
    ['9'.repeat(400), '金额不能超过 9,999,999.99 元，请核对。'],
  ])('%j is refused: %s', (text, words) => expect(refusalOf(text)).toBe(words))
})

describe('percentOf', () => {
  test.each([
    [1_000_000, 80, 800_000],
    [1_234_567, 80, 987_654],
    [33_333, 50, 16_667],
    [300_001, 80, 240_001],
    [0, 80, 0],
    [1, 49, 0],
    [1, 50, 1],
  ])('%d fen at %d percent is %d', (base, percent, expected) => expect(percentOf(base, percent)).toBe(expected))

  test('is floor((base * percent + 50) / 100) in exact arithmetic, up to the largest exact integers', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 90_000_000_000_000 }), fc.integer({ min: 0, max: 100 }), (base, percent) => {
        expect(percentOf(base, percent)).toBe(Number((BigInt(base) * BigInt(percent) + 50n) / 100n))
      }),
    )
    // The largest that still has to be rounded down by its last hundredth.
    expect(percentOf(9_007_199_254_740_849, 1)).toBe(90_071_992_547_408)
  })

  test.each([
    [-1, 80],
    [1.5, 80],
    [100, 12.5],
    [100, -1],
    [Number.MAX_SAFE_INTEGER, 80],
  ])('refuses %d at %d percent', (base, percent) => expect(() => percentOf(base, percent)).toThrow(RangeError))
})

describe('sumsUp', () => {
  const golden = { totalFen: 3_700_000, pooledFen: 2_700_000, inScopeSelfPayFen: 1_000_000, outOfScopeFen: 0 }

  test('the golden bill adds up', () => expect(sumsUp(golden)).toBe(true))

  test('says how far the parts are from the total, and on which side', () => {
    const part = fc.integer({ min: 0, max: 1_000_000 })
    fc.assert(
      fc.property(part, part, part, fc.integer({ min: -1000, max: 1000 }), (pooledFen, inScopeSelfPayFen, outOfScopeFen, off) => {
        const bill = { totalFen: pooledFen + inScopeSelfPayFen + outOfScopeFen + off, pooledFen, inScopeSelfPayFen, outOfScopeFen }
        expect(differenceFen(bill)).toBe(off)
        expect(sumsUp(bill)).toBe(off === 0)
      }),
    )
  })
})

import fc from 'fast-check'
import { maskBankCard, maskIdNo, maskInvoiceNo, maskMobile, maskName } from '@/domain/masking'
import { sameName } from '@/domain/names'
import vectors from '../vectors/id-vectors.json'

const maskOf: Record<string, ((text: string) => string) | undefined> = {
  name: maskName,
  idNo: maskIdNo,
  mobile: maskMobile,
  bankCard: maskBankCard,
  invoiceNo: maskInvoiceNo,
}

test('all vectors are here', () => {
  expect(vectors.masking.vectors).toHaveLength(20)
  expect(vectors.masking.nameEquality).toHaveLength(4)
})

test.each(vectors.masking.vectors)('$kind $input is shown as $output', ({ kind, input, output }) => {
  expect(maskOf[kind]?.(input)).toBe(output)
})

test.each(vectors.masking.nameEquality)('$a and $b: $equal', ({ a, b, equal }) => {
  expect(sameName(a, b)).toBe(equal)
  expect(sameName(b, a)).toBe(equal)
})

describe('names', () => {
  test('a decomposed letter counts as the one sign it is', () => {
    expect(maskName('E\u0301a')).toBe('É*')
    expect(sameName('Ren\u00e9', 'Rene\u0301')).toBe(true)
  })

  test('outer spaces and invisible signs do not make a name longer or another', () => {
    expect(maskName('\u3000罗勤\u200b ')).toBe('罗*')
    expect(sameName('罗勤', '\u202d罗勤\u202c')).toBe(true)
  })

  test('every middle dot is the same dot, and may be left out', () => {
    for (const dot of '·・•‧') expect(sameName('阿依·古丽', `阿依${dot}古丽`)).toBe(true)
    expect(sameName('阿依·古丽', '阿依古丽')).toBe(true)
  })

  test('no name equals nothing', () => {
    expect(maskName(' ')).toBe('')
    expect(sameName('', ' ')).toBe(false)
  })

  test('a masked name never shows half a character nor more than the first', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (name) => {
        const masked = maskName(name)
        expect(Array.from(masked).length).toBeLessThanOrEqual(3)
        expect(masked).not.toMatch(/^[\ud800-\udbff]\*/)
      }),
    )
  })
})

describe('a number that is too short for its kind is hidden whole', () => {
  test.each([
    [maskIdNo, '12', '**'],
    [maskMobile, '1000', '****'],
    [maskMobile, '1000000', '*******'],
    [maskBankCard, '1234567', '尾号****'],
    [maskInvoiceNo, '1234', '****'],
    [maskInvoiceNo, '', '****'],
  ])('%p of %j', (mask, text, shown) => expect(mask(text)).toBe(shown))

  test('spaces of a typed number are not counted', () => {
    expect(maskBankCard('6212 2600 0000 0000 018')).toBe('尾号0018')
    expect(maskMobile('100 0000 0001')).toBe('100****0001')
  })
})

import fc from 'fast-check'
import { formatFen } from '@/domain/money'
import { extract, type PaperFields } from '@mock/partners/recognition'
import { goldenBill, pageOf, type PlacedText } from '@tests/builders/paper-text'

const NAME = '陈某某'
const values = (fields: PaperFields): Record<string, unknown> => Object.fromEntries(Object.entries(fields).map(([field, read]) => [field, read.value]))
const sureOf = (fields: PaperFields): string[] => Object.entries(fields).flatMap(([field, read]) => (read.sure ? [field] : [])).sort()
const MONEY = ['outOfScopeFen', 'pooledFen', 'selfPayFen', 'totalFen']

const golden = {
  invoiceCode: '44990026', invoiceNumber: '0000000001', issuedOn: '2026-12-30', admittedOn: '2026-12-24', dischargedOn: '2026-12-30',
  totalFen: 3_700_000, pooledFen: 2_700_000, selfPayFen: 1_000_000, outOfScopeFen: 0, hospital: '示例区第一人民医院', patient: NAME,
}
const changed = (from: string, to: string, more: Partial<PlacedText> = {}): PlacedText[] =>
  goldenBill.map((line) => (line.text.includes(from) ? { ...line, text: line.text.replace(from, to), ...more } : line))

/** Cells of a table: `columns` are left edges. */
const grid = (rows: readonly (readonly string[])[], columns: readonly number[], top = 300, height = 40): PlacedText[] =>
  rows.flatMap((cells, row) => cells.flatMap((text, column) => (text === '' ? [] : [{ text, x: columns[column] ?? 0, y: top + row * height }])))

describe('a bill with its names in the line', () => {
  it('gives all of its values, every one sure', () => {
    const fields = extract(pageOf(goldenBill), NAME)
    expect(values(fields)).toEqual(golden)
    expect(sureOf(fields)).toEqual(Object.keys(golden).sort())
  })

  it('is sure of nothing on a thumbnail or a blurred photo', () => {
    const fields = extract(pageOf(goldenBill, { legible: false }), NAME)
    expect(values(fields)).toEqual(golden)
    expect(sureOf(fields)).toEqual([])
  })

  it.each([
    ['parts that do not make the total', changed('27,000.00', '26,000.00'), MONEY],
    ['a total that is not the amount in words', changed('叁万柒仟元整', '叁万陆仟元整'), MONEY],
    ['another second reading of the parts', changed('医保', '医保', { again: '医保统筹基金支付：21,000.00个人自付：10,000.00个人自费：0.00' }), ['outOfScopeFen', 'pooledFen', 'selfPayFen']],
    ['a number that was not read twice', changed('票据号码', '票据号码', { again: null }), ['invoiceNumber']],
    ['a doubtful digit', changed('票据代码', '票据代码', { least: 0.6 }), ['invoiceCode']],
    ['days that do not fit the stay', changed('6天', '9天'), ['admittedOn', 'dischargedOn']],
    ['a stay that ends before it begins', changed('2026-12-24', '2026-12-31'), ['admittedOn', 'dischargedOn']],
    ['the name of somebody else', changed(NAME, '李某某'), ['patient']],
    ['an amount without decimals', changed('27,000.00', '27,000'), []],
  ])('is not sure with %s', (_what, lines, doubtful) => {
    const fields = extract(pageOf(lines), NAME)
    expect(Object.keys(fields).sort()).toEqual(Object.keys(golden).sort())
    expect(doubtful.filter((field) => sureOf(fields).includes(field))).toEqual([])
    expect(sureOf(fields).length).toBeGreaterThanOrEqual(11 - Math.max(doubtful.length, 3) - 1)
  })

  it('takes from a further page what the first does not say', () => {
    const [first, second] = [goldenBill.slice(0, 6), goldenBill.slice(6)]
    const fields = extract({ ...pageOf(first), more: [pageOf(second)] }, NAME)
    expect(values(fields)).toEqual(golden)
    expect(values(extract(pageOf(first), NAME))).not.toHaveProperty('totalFen')
    expect(sureOf(fields)).toEqual(expect.arrayContaining(['invoiceNumber', 'patient']))
  })

  it('keeps the first page where a further one says something else, and is not sure of it', () => {
    const other = pageOf(changed('0000000001', '0000000009').map((line) => ({ ...line, text: line.text.replace('2026-12-24至', '2026-12-25至').replace('6天', '5天'), again: line.text.replace('2026-12-24至', '2026-12-25至').replace('6天', '5天') })))
    const fields = extract({ ...pageOf(goldenBill), more: [other] }, NAME)
    expect(values(fields)).toEqual(golden)
    expect(sureOf(fields)).toEqual(Object.keys(golden).filter((field) => field !== 'invoiceNumber' && field !== 'admittedOn').sort())
  })

  it('adds what another fund paid to 医保已付, and asks the member about it', () => {
    const fields = extract(pageOf(changed('个人自付：10,000.00', '其他支付：500.00个人自付：9,500.00')), NAME)
    expect(fields).toMatchObject({ pooledFen: { value: 2_750_000, sure: false }, selfPayFen: { value: 950_000, sure: true }, totalFen: { value: 3_700_000, sure: true } })
  })

  it('believes its QR code, and doubts where print says something else', () => {
    const code = '01,06,44990026,0000000002,37000.00,20261230,3f7a9c,A1'
    const fields = extract(pageOf(goldenBill, { codes: ['https://example.org', code] }), NAME)
    expect(fields).toMatchObject({ invoiceCode: { value: '44990026', sure: true }, invoiceNumber: { value: '0000000002', sure: false }, checkCode: { value: '3f7a9c', sure: true } })
  })

  it('keeps a check code as it is printed, and as its QR code has it', () => {
    const printed = changed('0000000001', '0000000001', {}).concat({ text: '校验码：3f7a9c', x: 40, y: 2_000 })
    const fields = extract(pageOf(printed, { codes: ['01,06,44990026,0000000001,37000.00,20261230,3f7a9c,A1'] }), NAME)
    expect(fields.checkCode).toEqual({ value: '3f7a9c', sure: true })
  })
})

describe('names that are nearly the wanted ones', () => {
  it.each(['乙类先行自付', '超限价自费', '个人账户支付', '个人现金支付', '本年统筹累计', '起付标准'])('%s keeps its value to itself', (name) => {
    const fields = extract(pageOf([{ text: `${name}：1,234.00`, x: 60, y: 300 }]), NAME)
    expect(fields).toEqual({})
  })

  it('does not take a word in a sentence for a name', () => {
    const fields = extract(pageOf([{ text: '患者姓名不详者自付费用自理，于2026年12月24日入院', x: 60, y: 300 }, { text: '5,000.00', x: 700, y: 300 }]), NAME)
    expect(sureOf(fields)).toEqual([])
  })

  it('a mislabelled table: the value goes to the name beside it, and no sum, no certainty', () => {
    const rows = [['总费用', '37,000.00', '统筹支付', '10,000.00'], ['自付', '27,000.00', '自费', '500.00']]
    const fields = extract(pageOf(grid(rows, [60, 260, 520, 720])), NAME)
    expect(values(fields)).toEqual({ totalFen: 3_700_000, pooledFen: 1_000_000, selfPayFen: 2_700_000, outOfScopeFen: 50_000 })
    expect(sureOf(fields)).toEqual([])
  })
})

/** Tables that photos of all kinds show: [layout, rows, columns]. */
const figures = (total: number, pooled: number, selfPay: number, outOfScope: number): [string, PlacedText[]][] => {
  const yuan = formatFen
  return [
    ['names beside', grid([['医疗费总额', yuan(total), '起付标准', '800.00'], ['统筹基金支付', yuan(pooled), '大病保险支付', '0.00'], ['政策范围内自付', yuan(selfPay), '乙类先行自付', '15.20'], ['全自费金额', yuan(outOfScope), '超限价自费', '0.00']], [60, 280, 540, 760])],
    ['names above', grid([['总费用', '统筹支付', '自付', '自费', '个人账户支付'], [yuan(total), yuan(pooled), yuan(selfPay), yuan(outOfScope), '320.50']], [60, 240, 430, 620, 800])],
    ['two blocks of names above', grid([['费用总额', '统筹支付'], [yuan(total), yuan(pooled)], ['个人自付', '个人自费'], [yuan(selfPay), yuan(outOfScope)]], [60, 500])],
  ]
}

describe('tables', () => {
  const amount = fc.integer({ min: 1, max: 9_000_000 })
  it.each([0, 1, 2])('layout %i: right, and wrong nowhere, at any tilt', (layout) => {
    fc.assert(fc.property(amount, amount, amount, fc.double({ min: -8, max: 8, noNaN: true }), (pooled, selfPay, outOfScope, tilt) => {
      const total = pooled + selfPay + outOfScope
      const lines = figures(total, pooled, selfPay, outOfScope)[layout]?.[1] ?? []
      // A headline, from which the slope of the page can be seen.
      const fields = extract(pageOf([{ text: '基本医疗保险住院费用结算单据', x: 250, y: 100, size: 28 }, { text: '本单据由医疗机构打印，请妥善保管', x: 60, y: 1000 }, { text: '结算日期：2026-12-30', x: 60, y: 900 }, ...lines], { tilt }), NAME)
      expect(values(fields)).toMatchObject({ totalFen: total, pooledFen: pooled, selfPayFen: selfPay, outOfScopeFen: outOfScope })
      expect(sureOf(fields)).toEqual(MONEY)
    }), { numRuns: 60 })
  })

  it('is never sure of a wrong amount, whatever digits were misread', () => {
    const [pooled, selfPay, outOfScope] = [2_700_012, 1_000_345, 67_890]
    const right = { totalFen: pooled + selfPay + outOfScope, pooledFen: pooled, selfPayFen: selfPay, outOfScopeFen: outOfScope }
    const misread = fc.record({ line: fc.nat(30), at: fc.nat(12), digit: fc.constantFrom(...'0123456789') })
    fc.assert(fc.property(fc.nat(2), fc.array(misread, { minLength: 1, maxLength: 3 }), (layout, errors) => {
      const lines = [...(figures(right.totalFen, pooled, selfPay, outOfScope)[layout]?.[1] ?? [])]
      for (const { line, at, digit } of errors) {
        const hit = lines[line % lines.length]
        if (!hit || !/\d/.test(hit.text)) continue
        const characters = [...hit.text]
        const place = at % characters.length
        if (/\d/.test(characters[place] ?? '')) characters[place] = digit
        // Both readings agree on the wrong digit: the worst case.
        lines[line % lines.length] = { ...hit, text: characters.join(''), again: characters.join('') }
      }
      const fields = extract(pageOf(lines), NAME)
      const wrong = Object.entries(fields).filter(([field, read]) => read.sure && field in right && read.value !== right[field as keyof typeof right])
      // Two errors may cancel out in the sum: one in the total and the same one in a part.
      const cancels = fields.totalFen && fields.pooledFen && fields.selfPayFen && fields.outOfScopeFen && fields.totalFen.value === fields.pooledFen.value + fields.selfPayFen.value + fields.outOfScopeFen.value
      expect(cancels ? [] : wrong).toEqual([])
    }), { numRuns: 300 })
  })
})

describe('a discharge note', () => {
  const note = [
    { text: '示例大学附属第三医院', x: 330, y: 60, size: 28 },
    { text: '出院小结', x: 430, y: 110, size: 24 },
    { text: `姓名：${NAME}`, x: 60, y: 160 },
    { text: '入院日期：2026年12月24日', x: 60, y: 200 },
    { text: '出院日期：2026年12月30日', x: 500, y: 200 },
    { text: '医师签名：莫某日期：2026-12-31', x: 60, y: 900 },
  ]
  it('gives the stay, the hospital of its headline, and no date of a bill', () => {
    const fields = extract(pageOf(note), NAME)
    expect(values(fields)).toEqual({ hospital: '示例大学附属第三医院', patient: NAME, admittedOn: '2026-12-24', dischargedOn: '2026-12-30' })
    expect(sureOf(fields)).toEqual(['admittedOn', 'dischargedOn', 'hospital', 'patient'])
  })
})

it('makes nothing of a page without text, or of text without names', () => {
  expect(extract(pageOf([]), NAME)).toEqual({})
  fc.assert(fc.property(fc.array(fc.string({ maxLength: 30 }), { maxLength: 20 }), (texts) => {
    const fields = extract(pageOf(texts.map((text, i) => ({ text, x: 60, y: 60 + i * 40 }))), NAME)
    expect(sureOf(fields)).toEqual([])
  }))
})

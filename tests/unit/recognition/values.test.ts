import fc from 'fast-check'
import { formatFen } from '@/domain/money'
import { capitals } from '@tests/h5/kit/papers/facts'
import { capitalOf, datesIn, hospitalOf, looseMoneyOf, moneyOf, nameOf, plain } from '@mock/partners/recognition/values'
import { readQr } from '@mock/partners/recognition/qr'

it.each([
  ['27,000.00', 2_700_000],
  ['27.000.00', 2_700_000],
  ['27，000．00', 2_700_000],
  ['￥1,234,567.89元', 123_456_789],
  ['0.00', 0],
  ['37000.50', 3_700_050],
  ['12,34', 1_234],
])('%s is an amount', (text, fen) => expect(moneyOf(plain(text))).toBe(fen))

it.each(['2026-12-30', '12.345', '1,2,3.00', '27,0000.00', '44990026', '12%', '', '三千'])('%s is none with two decimals', (text) => expect(moneyOf(plain(text))).toBeNull())

it('takes a whole number as an amount that is to be looked at', () => {
  expect([looseMoneyOf('37000'), looseMoneyOf('37,000'), looseMoneyOf('2026-12-30')]).toEqual([3_700_000, 3_700_000, null])
})

const fen = fc.integer({ min: 0, max: 999_999_999 })

it('reads every amount that is printed, with separators as they are misread', () => {
  fc.assert(fc.property(fen, fc.constantFrom(',', '.', '，', ', '), fc.constantFrom('', '元', '¥'), (amount, separator, unit) => {
    const printed = formatFen(amount).replace(/,/g, separator)
    expect(moneyOf(plain(unit === '¥' ? `¥${printed}` : `${printed}${unit}`))).toBe(amount)
  }))
})

it('reads every amount in words', () => {
  fc.assert(fc.property(fen.filter((amount) => amount >= 100), (amount) => expect(capitalOf(capitals(amount))).toBe(amount)))
})

it.each([
  ['叁万柒仟元整', 3_700_000],
  ['壹拾万零伍佰元零叁分', 10_050_003],
  ['拾元整', 1_000],
  ['壹亿元整', 10_000_000_000],
  ['叁万柒仟', null],
])('%s in words', (text, amount) => expect(capitalOf(text)).toBe(amount))

it.each([
  ['2026年12月24日', ['2026-12-24']],
  ['2026.12.24～2026.12.30', ['2026-12-24', '2026-12-30']],
  ['2026-12-24至2026-12-30', ['2026-12-24', '2026-12-30']],
  ['2026-12-2409:30', ['2026-12-24']],
  ['20261224', ['2026-12-24']],
  ['2026-02-30', []],
  ['2026-13-01', []],
  ['44990026', []],
])('days in %s', (text, days) => expect(datesIn(plain(text))).toEqual(days))

it.each([
  ['示例区第一人民医院', '示例区第一人民医院'],
  ['示例县妇幼保健院住院收费', '示例县妇幼保健院'],
  ['示例市中医医院（东院区）', '示例市中医医院(东院区)'],
  ['住院号', null],
])('hospital in %s', (text, name) => expect(hospitalOf(plain(text))).toBe(name))

it.each([
  ['欧阳建国', '欧阳建国'],
  ['阿卜杜拉·买买提', '阿卜杜拉·买买提'],
  ['𠮷野明', '𠮷野明'],
  ['A123', null],
])('name in %s', (text, name) => expect(nameOf(plain(text))).toBe(name))

it('takes a QR code of an e-bill by the shape of its parts, and nothing of another', () => {
  expect(readQr('01,06,44990026,0000000001,37000.00,20261230,3f7a9c,A1')).toEqual({
    invoiceCode: { value: '44990026', sure: true }, invoiceNumber: { value: '0000000001', sure: true }, totalFen: { value: 3_700_000, sure: true }, issuedOn: { value: '2026-12-30', sure: true }, checkCode: { value: '3f7a9c', sure: true },
  })
  expect([readQr('https://example.org/?a=1,2'), readQr('02,06,44990026,0000000001'), readQr('01,06,4499'), readQr('')]).toEqual([{}, {}, {}, {}])
})

import fc from 'fast-check'
import { csvOf } from '@/packages/event/model/csv'
import { BLOCK, spanAt } from '@/packages/event/model/windowing'
import { isSignature, PAD, penDown, penMove } from '@/domain/strokes'
import type { Strokes } from '@/contract/schemas/event'
import { parseCsv } from '@tests/builders/csv'

describe('CSV', () => {
  test('UTF-8 with BOM, one line a row, CRLF', () => {
    expect(csvOf([['时间', '姓名'], ['10:00', '陈**']])).toBe('\uFEFF时间,姓名\r\n10:00,陈**\r\n')
  })

  test.each(['=1+1', '+86', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '＝1', '＋1', '－1', '＠1'])('%j is no formula', (value) => {
    expect(csvOf([[value]])).toMatch(/^\uFEFF"?'/)
  })

  test('quotes, commas and line breaks stay in their cell', () => {
    expect(csvOf([['a"b', 'c,d', 'e\nf']])).toBe('\uFEFF"a""b","c,d","e\nf"\r\n')
  })

  test('whatever is written, no cell begins as a formula, and the text can be read back', () => {
    fc.assert(fc.property(fc.array(fc.array(fc.string(), { minLength: 1 }), { minLength: 1 }), (rows) => {
      const back = parseCsv(csvOf(rows).slice(1))
      expect(back.map((row, y) => row.map((cell, x) => (cell === `'${rows[y]?.[x]}` ? cell.slice(1) : cell)))).toEqual(rows)
      for (const cell of back.flat()) expect(cell).not.toMatch(/^[=+\-@\t\r\n＝＋－＠]/)
    }))
  })
})

describe('which rows are drawn', () => {
  test('never more than 60, always those on the screen and the next', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 5_000 }), fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(84, 124), (count, share, rowHeight) => {
      const height = 900
      const scrollTop = share * Math.max(0, count * rowHeight - height)
      const { from, until } = spanAt(scrollTop, rowHeight, count)
      expect(until - from).toBeLessThanOrEqual(60)
      expect(from).toBeLessThanOrEqual(Math.floor(scrollTop / rowHeight))
      expect(until).toBeGreaterThanOrEqual(Math.min(count, Math.ceil((scrollTop + height) / rowHeight)))
    }))
  })

  test('a few pixels change nothing', () => {
    const at = 30 * BLOCK * 84
    expect(spanAt(at + 5, 84, 5_000)).toEqual(spanAt(at + 80, 84, 5_000))
  })
})

describe('signature', () => {
  test('points in a field of 1000 by 1000, wherever the finger goes', () => {
    const drawn = penMove(penMove(penDown([], { x: 0, y: 0 }), { x: PAD.width, y: PAD.height }), { x: -20, y: 9_999 })
    expect(drawn).toEqual([[[0, 0], [1000, 1000], [0, 1000]]])
  })

  test('a dot is no signature, and the contract bounds hold', () => {
    expect(isSignature(penDown([], { x: 1, y: 1 }))).toBe(false)
    let strokes: Strokes = []
    for (let stroke = 0; stroke < 80; stroke++) strokes = penDown(strokes, { x: stroke, y: 1 })
    for (let point = 0; point < 600; point++) strokes = penMove(strokes, { x: point % 300, y: 2 })
    expect(strokes).toHaveLength(60)
    expect(strokes[59]).toHaveLength(500)
    expect(isSignature(strokes)).toBe(true)
  })
})

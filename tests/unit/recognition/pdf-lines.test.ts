import { linesOf, type Glyph } from '@mock/node/recognition/pdf-lines'

/** Letters of a line side by side, 20 px wide. */
const written = (text: string, x: number, y: number, more: Partial<Glyph> = {}): Glyph[] =>
  [...text].map((character, i) => ({ character, known: true, upright: true, left: x + i * 20, right: x + (i + 1) * 20, top: y, bottom: y + 24, ...more }))
/** Enough for a page. */
const rest = ['医疗住院收费票据', '收款单位示例医院', '复核人林某某', '开票人罗某某'].flatMap((text, i) => written(text, 50, 600 + i * 40))
const texts = (glyphs: Glyph[]): string[] | undefined => linesOf([...glyphs, ...rest])?.slice(0, -4).map(({ text }) => text)

it('letters side by side are one line; a gap, another row or going back begins the next', () => {
  expect(texts([...written('票据代码：44990026', 50, 40), ...written('票据号码', 600, 40), ...written('0000000001', 700, 40), ...written('姓名', 50, 80), ...written('陈', 45, 80)])).toEqual(['票据代码：44990026', '票据号码', '0000000001', '姓名', '陈'])
})

it('places are those of the letters, in units of the text', () => {
  const [line] = linesOf([...written('𠮷野', 100, 40), ...rest]) ?? []
  expect(line).toMatchObject({ text: '𠮷野', certain: [1, 1, 1], at: [0.25, 0.25, 0.75], quad: [{ x: 100, y: 40 }, { x: 140, y: 40 }, { x: 140, y: 64 }, { x: 100, y: 64 }], again: null })
})

it('radicals stand for the character that looks the same, and a letter that its font does not name is certain of nothing', () => {
  const [line] = linesOf([...written('⽇期', 50, 40), ...written('?', 90, 40, { known: false }), ...rest]) ?? []
  expect(line).toMatchObject({ text: '日期?', certain: [1, 1, 0] })
})

it.each([
  ['a page number on a scan', written('第1页', 50, 40)],
  ['a page shown turned', [...written('票据代码：44990026', 50, 40, { upright: false }), ...rest]],
  ['one letter a line', Array.from({ length: 40 }, (_, i) => written('票', 50, i * 30)).flat()],
])('%s is read as a picture', (_what, glyphs) => expect(linesOf(glyphs)).toBeNull())

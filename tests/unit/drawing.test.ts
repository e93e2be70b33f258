import jsQR from 'jsqr'
import { layOut, svgSheet, type Sheet } from '@mock/drawing'
import { linesOf } from '@mock/drawing/lines'
import { roughly } from '@mock/drawing/page'
import { drawHere } from '@mock/node/drawing'
import { createDrawingProcess } from '@mock/node/drawing/process'
import { pdfPages } from '@tests/builders/pdf-words'
import { darkShare, pixelsOf } from '@tests/builders/png'

const LINK = 'https://zsb.example/v/Ev1aB3dE5fG7hJ9kL1mN2p'
const sheet: Sheet = {
  titleZh: '示例文书', at: '2026-11-25T10:00:00+08:00', size: 'slip', footZh: ['页脚'], watermarkZh: null,
  blocks: [
    { kind: 'band', overZh: '互助会', titleZh: '保障凭证' },
    { kind: 'facts', items: [{ labelZh: '会员', valueZh: '𬱖**' }, { labelZh: '时间', valueZh: '10:00' }] },
    { kind: 'code', data: LINK, side: 118, captionZh: ['扫码核验'] },
    { kind: 'signature', labelZh: '签名', strokes: [[[100, 100], [900, 900]]], linesZh: [] },
  ],
}
const blank: Sheet = { ...sheet, blocks: [], footZh: [] }
const letter = (paragraphs: number): Sheet => ({ ...sheet, size: 'a4', watermarkZh: '示例数据', blocks: Array.from({ length: paragraphs }, (_, at) => ({ kind: 'text', textZh: `第${at + 1}段`.padEnd(120, '文') })) })

describe('lines of a text', () => {
  const lines = (text: string, width: number) => linesOf(text, 10, false, width, roughly)
  test.each([
    ['Chinese breaks anywhere', '一二三四五六七', 30, ['一二三', '四五六', '七']],
    ['no line begins with a comma or a full stop', '一二三,四五。', 30, ['一二', '三,四', '五。']],
    ['no line ends with an opening bracket', '一二(三四', 30, ['一二', '(三四']],
    ['a number stays whole', '一二12,345.67', 60, ['一二', '12,345.67']],
    ['what no line can hold is broken', 'ABCDEFGH', 30, ['ABCDE', 'FGH']],
    ['a new line begins where the text says so', '一\n二', 30, ['一', '二']],
    ['a sign beyond the BMP counts once', '𬱖𬱖𬱖𬱖', 30, ['𬱖𬱖𬱖', '𬱖']],
    ['nothing is one empty line', '', 30, ['']],
  ])('%s', (_title, text, width, expected) => {
    expect(lines(text, width)).toEqual(expected)
  })
})

describe('pages', () => {
  it('are as many as the text needs, each with its number, nothing outside of the margins', () => {
    const pages = layOut(letter(60), roughly)
    expect(pages.length).toBeGreaterThan(1)
    pages.forEach(({ marks }, at) => {
      const texts = marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []))
      expect(texts.map(({ text }) => text)).toContain(`${at + 1} / ${pages.length}`)
      for (const { text, y } of texts.filter(({ text: words }) => words.includes('文'))) expect([text, y > 54 && y < 842 - 58]).toEqual([text, true])
    })
  })

  it('never begin with a signature alone: its declaration comes along', () => {
    for (let filling = 20; filling < 40; filling += 1) {
      const blocks: Sheet['blocks'] = [...letter(filling).blocks, { kind: 'heading', textZh: '声明', level: 2 }, { kind: 'text', textZh: '真实' }, { kind: 'signature', labelZh: '签名', strokes: [], linesZh: [] }]
      const pages = layOut({ ...letter(0), blocks }, roughly).map(({ marks }) => marks.flatMap((mark) => (mark.kind === 'text' ? [mark.text] : [])))
      const signed = pages.filter((words) => words.includes('签名'))
      expect(signed.map((words) => words.includes('声明') && words.includes('真实'))).toEqual([true])
      expect(pages.flat().filter((word) => word === '声明')).toHaveLength(1)
    }
  })

  it('of a slip are one, however long', () => {
    const [page, ...more] = layOut({ ...letter(60), size: 'slip' }, roughly)
    expect(more).toEqual([])
    expect(page?.height).toBeGreaterThan(3000)
  })
})

describe('a picture', () => {
  it('shows the words, the code and the strokes', async () => {
    const pixels = pixelsOf(await drawHere(sheet, 'png'))
    expect(pixels.width).toBe(1260)
    expect(jsQR(pixels.data, pixels.width, pixels.height)?.data).toBe(LINK)
    const unsigned = pixelsOf(await drawHere({ ...sheet, blocks: sheet.blocks.map((block) => (block.kind === 'signature' ? { ...block, strokes: [] } : block)) }, 'png'))
    const ink = (picture: typeof pixels): number => darkShare(picture, [0, 0, 1, 1])
    expect(ink(pixels)).toBeGreaterThan(ink(unsigned) + 0.0005)
  })

  it('shows signs beyond the BMP and the colon: each word leaves ink of its own', async () => {
    const ink = async (valueZh: string): Promise<number> => darkShare(pixelsOf(await drawHere({ ...blank, blocks: [{ kind: 'facts', items: [{ labelZh: '', valueZh }] }] }, 'png')), [0, 0, 1, 1])
    expect(await ink(' ')).toBe(0)
    const [colon, rare, missing] = [await ink('::::'), await ink('𬱖'), await ink('\u{2ffff}')]
    expect(colon).toBeGreaterThan(0)
    expect(rare).toBeGreaterThan(0)
    // What the font lacks is a crossed box: the rare sign must not be one.
    expect(rare).not.toBe(missing)
  })
})

describe('a PDF', () => {
  it('holds outlines and words of all that was written', async () => {
    const [page] = await pdfPages(await drawHere(sheet, 'pdf'))
    expect(page?.width).toBe(420)
    for (const words of ['保障凭证', '互助会', '𬱖**', '10:00', '扫码核验', '签名', '页脚']) expect(page?.words.split('\n')).toContain(words)
  })

  it('of many signs has several fonts and loses none', async () => {
    const signs = Array.from({ length: 600 }, (_, at) => String.fromCodePoint(0x4e00 + at)).join('')
    const [page] = await pdfPages(await drawHere({ ...blank, blocks: [{ kind: 'text', textZh: signs }] }, 'pdf'))
    expect(page?.words.replace(/\n/g, '')).toBe(signs)
  })

  it('of an A4 letter has its pages', async () => {
    const pages = await pdfPages(await drawHere(letter(60), 'pdf'))
    expect(pages.map(({ width, height }) => [width, height])).toEqual(pages.map(() => [595, 842]))
    expect(pages.map(({ words }) => words).join('\n')).toContain('第60段')
  })
})

test.each(['png', 'pdf'] as const)('the same sheet gives the same bytes as %s', async (format) => {
  expect(Buffer.compare(Buffer.from(await drawHere(sheet, format)), Buffer.from(await drawHere(sheet, format)))).toBe(0)
})

it('without a renderer is an SVG with the words in it, and nothing of the words is markup', () => {
  const svg = svgSheet({ ...sheet, blocks: [{ kind: 'text', textZh: '甲<乙&丙' }] })
  expect(svg).toMatch(/^<svg [^]*甲&lt;乙&amp;丙[^]*<\/svg>$/)
})

describe('the drawing process', () => {
  // Each begins one or two processes, which share the machine with the other tests.
  jest.setTimeout(60_000)

  it('draws the same, several at once, and begins anew after it has ended', async () => {
    const drawing = createDrawingProcess()
    try {
      const here = await drawHere(sheet, 'pdf')
      const both = await Promise.all([drawing.draw(sheet, 'pdf'), drawing.draw(sheet, 'png')])
      expect(Buffer.compare(Buffer.from(both[0]), Buffer.from(here))).toBe(0)
      const cut = drawing.draw(letter(60), 'png')
      drawing.close()
      await expect(cut).rejects.toThrow('the drawing process has ended')
      expect((await drawing.draw(sheet, 'png')).length).toBe(both[1].length)
    } finally {
      drawing.close()
    }
  })

  it('says what went wrong, and goes on', async () => {
    const drawing = createDrawingProcess()
    try {
      await expect(drawing.draw({ ...sheet, blocks: [{ kind: 'code', data: 'x'.repeat(5000), side: 100, captionZh: [] }] }, 'png')).rejects.toThrow()
      expect((await drawing.draw(blank, 'png')).length).toBeGreaterThan(100)
    } finally {
      drawing.close()
    }
  })
})

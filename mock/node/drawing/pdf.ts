import type { DrawnPage, Mark } from '../../drawing'
import type { Instant } from '@/domain/dates'
import type { Glyphs } from './glyphs'
import { colourOf, n, typeOf } from './pdf-type'

/** A curve that passes for a quarter of a circle. */
const ROUND = 0.5523

/**
 * Pages as a PDF with the outlines of its own signs inside and the words behind them, so that it looks the same everywhere and can be
 * searched and copied. `at` stands in for the moment of drawing: the same pages give the same bytes.
 */
export async function pdfOf(pages: readonly DrawnPage[], { titleZh, at }: { titleZh: string; at: Instant }, glyphs: Glyphs): Promise<Uint8Array> {
  const { PDFDocument, PDFName } = await import('pdf-lib')
  const document = await PDFDocument.create({ updateMetadata: false })
  const moment = new Date(at)
  document.setTitle(titleZh, { showInWindowTitleBar: true })
  document.setLanguage('zh-CN')
  document.setCreationDate(moment)
  document.setModificationDate(moment)
  const type = typeOf(glyphs)
  const contents = pages.map(({ height, marks }) => marks.map((mark) => (mark.kind === 'text' ? type.show(mark, height) : shapeOf(mark, height))).join('\n'))
  const fonts = type.embed(document.context, PDFName)
  pages.forEach(({ width, height }, no) => {
    const page = document.addPage([width, height])
    page.node.set(PDFName.of('Contents'), document.context.register(document.context.flateStream(contents[no] ?? '')))
    page.node.set(PDFName.of('Resources'), document.context.obj({ Font: fonts }))
  })
  return document.save({ useObjectStreams: true })
}

/** PDF counts from the lower left corner. */
function shapeOf(mark: Exclude<Mark, { kind: 'text' }>, height: number): string {
  switch (mark.kind) {
    case 'box':
      return `${colourOf(mark.colour)} rg ${n(mark.x)} ${n(height - mark.y - mark.height)} ${n(mark.width)} ${n(mark.height)} re f`
    case 'line': {
      const steps = mark.points.map(([x, y], at) => `${n(x)} ${n(height - y)} ${at === 0 ? 'm' : 'l'}`).join(' ')
      return `1 J 1 j ${colourOf(mark.colour)} RG ${n(mark.width)} w ${steps} S`
    }
    case 'ring': {
      const { x, radius: r } = mark
      const [y, k] = [height - mark.y, mark.radius * ROUND]
      const at = (...values: number[]): string => values.map(n).join(' ')
      const arcs = [at(x + r, y + k, x + k, y + r, x, y + r), at(x - k, y + r, x - r, y + k, x - r, y), at(x - r, y - k, x - k, y - r, x, y - r), at(x + k, y - r, x + r, y - k, x + r, y)]
      return `${colourOf(mark.colour)} RG ${n(mark.width)} w ${at(x + r, y)} m ${arcs.map((arc) => `${arc} c`).join(' ')} h S`
    }
  }
}

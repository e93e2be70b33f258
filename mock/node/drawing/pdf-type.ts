import type { Mark } from '../../drawing'
import type { PDFContext, PDFDict, PDFName, PDFRef } from 'pdf-lib'
import type { Glyph, Glyphs, Step } from './glyphs'

type TextMark = Extract<Mark, { kind: 'text' }>

export const n = (value: number): string => String(Math.round(value * 100) / 100)

/** #rrggbb in the shares of PDF. */
export function colourOf(hex: string): string {
  return [1, 3, 5].map((at) => n(parseInt(hex.slice(at, at + 2), 16) / 255)).join(' ')
}

/** A font of at most this many signs: their codes are single bytes, 0 unused. */
const SIGNS = 255

interface Used {
  sign: string
  glyph: Glyph
}
interface Place {
  font: number
  code: number
}

/**
 * The signs of one document as Type 3 fonts: each is a font of outlines that are drawn like any picture, with a table that says which
 * words they are. A subset of the OpenType font would be the usual way, but fontkit's subsets of CFF fonts stay blank in Chromium.
 */
export function typeOf({ glyphOf, measure }: Glyphs): { show(mark: TextMark, height: number): string; embed(context: PDFContext, names: typeof PDFName): PDFDict } {
  const fonts: Used[][] = []
  const places = new Map<string, Place>()

  function placeOf(sign: string, bold: boolean): Place {
    const key = (bold ? 'b' : 'r') + sign
    const known = places.get(key)
    if (known) return known
    const last = fonts[fonts.length - 1]
    const font = last && last.length < SIGNS ? last : []
    if (font !== last) fonts.push(font)
    font.push({ sign, glyph: glyphOf(sign, bold) })
    const place = { font: fonts.length - 1, code: font.length }
    places.set(key, place)
    return place
  }

  function show({ x, y, size, bold, colour, text, anchor, turn = 0 }: TextMark, height: number): string {
    const width = measure(text, bold) * size
    const shift = anchor === 'start' ? 0 : anchor === 'middle' ? -width / 2 : -width
    const angle = (-turn * Math.PI) / 180
    const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
    const matrix = [cos, sin, -sin, cos, x + shift * cos, height - y + shift * sin].map((value) => value.toFixed(4)).join(' ')
    return `BT ${colourOf(colour)} rg ${matrix} Tm ${runsOf(Array.from(text, (sign) => placeOf(sign, bold)), size)} ET`
  }

  const embed = (context: PDFContext, names: typeof PDFName): PDFDict => context.obj(Object.fromEntries(fonts.map((font, at) => [`T${at}`, fontOf(context, names, font)])))
  return { show, embed }
}

/** Signs that stand in one font are shown at once. */
function runsOf(places: readonly Place[], size: number): string {
  let shown = ''
  let current = -1
  for (const { font, code } of places) {
    if (font !== current) shown += `${current === -1 ? '' : '> Tj '}/T${font} ${size.toFixed(2)} Tf <`
    shown += code.toString(16).padStart(2, '0')
    current = font
  }
  return current === -1 ? '' : `${shown}> Tj`
}

function fontOf(context: PDFContext, names: typeof PDFName, font: readonly Used[]): PDFRef {
  const procedures = font.map(({ glyph }, at) => [`g${at + 1}`, context.register(context.flateStream(drawnGlyph(glyph)))] as const)
  return context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'Type3',
      FontBBox: [-200, -300, 1200, 1000],
      FontMatrix: [0.001, 0, 0, 0.001, 0, 0],
      CharProcs: Object.fromEntries(procedures),
      Encoding: { Type: 'Encoding', Differences: [1, ...procedures.map(([name]) => names.of(name))] },
      FirstChar: 1,
      LastChar: font.length,
      Widths: font.map(({ glyph }) => glyph.advance),
      Resources: {},
      ToUnicode: context.register(context.flateStream(wordsOf(font))),
    }),
  )
}

function drawnGlyph({ advance, outline }: Glyph): string {
  let at: readonly [number, number] = [0, 0]
  const steps = outline.map((step) => {
    const drawn = pdfStep(step, at)
    const end = step.args.slice(-2)
    at = [end[0] ?? at[0], end[1] ?? at[1]]
    return drawn
  })
  return `${advance} 0 -200 -300 1200 1000 d1 ${steps.join(' ')} f`
}

function pdfStep({ command, args }: Step, [x, y]: readonly [number, number]): string {
  switch (command) {
    case 'moveTo':
      return `${args.join(' ')} m`
    case 'lineTo':
      return `${args.join(' ')} l`
    case 'bezierCurveTo':
      return `${args.join(' ')} c`
    case 'quadraticCurveTo': {
      const [cx = 0, cy = 0, tx = 0, ty = 0] = args
      return `${[x + (2 / 3) * (cx - x), y + (2 / 3) * (cy - y), tx + (2 / 3) * (cx - tx), ty + (2 / 3) * (cy - ty), tx, ty].map((value) => value.toFixed(1)).join(' ')} c`
    }
    case 'closePath':
      return 'h'
  }
}

/** Which words the codes are, for whoever searches, copies or listens; beyond the BMP as a pair. */
function wordsOf(font: readonly Used[]): string {
  const rows = font.map(({ sign }, at) => `<${(at + 1).toString(16).padStart(2, '0')}> <${Array.from({ length: sign.length }, (_, unit) => sign.charCodeAt(unit).toString(16).padStart(4, '0')).join('')}>`)
  const blocks = Array.from({ length: Math.ceil(rows.length / 100) }, (_, at) => rows.slice(at * 100, (at + 1) * 100))
  return [
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def /CMapType 2 def 1 begincodespacerange <00> <ff> endcodespacerange',
    ...blocks.map((block) => `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`),
    'endcmap CMapName currentdict /CMap defineresource pop end end',
  ].join('\n')
}

import type { TextLine } from '../../partners/recognition'
import type { Quad } from './geometry'

/** One letter of a page, in pixels. */
export interface Glyph {
  character: string
  /** The font says which letter it is. */
  known: boolean
  /** It stands upright on the picture. */
  upright: boolean
  left: number
  top: number
  right: number
  bottom: number
}

/** Fewer letters than this are a stamp or a page number on a scan. */
const FEWEST = 30
/** A gap of so many heights parts two lines: columns of a table stand apart. */
const GAP = 0.55

/** The letters of a page as lines, in the order of the file. null: too few, or shown turned, or one letter a line: that is read as a picture. */
export function linesOf(glyphs: readonly Glyph[]): TextLine[] | null {
  if (glyphs.length < FEWEST || glyphs.filter(({ upright }) => !upright).length > glyphs.length / 10) return null
  const lines: Glyph[][] = []
  let last: Glyph | undefined
  for (const glyph of glyphs) {
    const line = lines[lines.length - 1]
    if (line && last && follows(last, glyph)) line.push(glyph)
    else lines.push([glyph])
    last = glyph
  }
  return lines.length <= glyphs.length / 2 ? lines.map(lineOf) : null
}

const height = ({ top, bottom }: Glyph): number => bottom - top
const middle = ({ top, bottom }: Glyph): number => (top + bottom) / 2

function follows(before: Glyph, next: Glyph): boolean {
  const tall = Math.max(height(before), height(next))
  return Math.abs(middle(before) - middle(next)) < tall * 0.4 && next.left - before.right < tall * GAP && next.left > before.left - tall * 0.1
}

function lineOf(glyphs: readonly Glyph[]): TextLine {
  const [left, right] = [Math.min(...glyphs.map((glyph) => glyph.left)), Math.max(...glyphs.map((glyph) => glyph.right))]
  const [top, bottom] = [Math.min(...glyphs.map((glyph) => glyph.top)), Math.max(...glyphs.map((glyph) => glyph.bottom))]
  const quad: Quad = [{ x: left, y: top }, { x: right, y: top }, { x: right, y: bottom }, { x: left, y: bottom }]
  // Positions count in units of the text: a letter beyond the basic plane has two.
  const units = glyphs.flatMap((glyph) => [...plainForm(glyph.character)].flatMap((one) => Array.from({ length: one.length }, () => glyph)))
  return {
    text: glyphs.map(({ character }) => plainForm(character)).join(''),
    certain: units.map(({ known }) => (known ? 1 : 0)),
    at: units.map((glyph) => ((glyph.left + glyph.right) / 2 - left) / Math.max(right - left, 1)),
    quad,
    again: null,
  }
}

/** Fonts of bills name radicals where they mean the character that looks the same: ⽇ for 日. */
const plainForm = (character: string): string => (/[\u2e80-\u2fdf\uf900-\ufaff]/.test(character) ? character.normalize('NFKC') : character)

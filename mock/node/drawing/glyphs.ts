import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Measure } from '../../drawing'
import type { Font } from '@pdf-lib/fontkit'

/** A step of an outline in font units, y upwards. */
export interface Step {
  command: 'moveTo' | 'lineTo' | 'quadraticCurveTo' | 'bezierCurveTo' | 'closePath'
  args: readonly number[]
}
export interface Glyph {
  /** Thousandths of the type size. */
  advance: number
  outline: readonly Step[]
}
export interface Glyphs {
  glyphOf(sign: string, bold: boolean): Glyph
  measure: Measure
}

/**
 * Outlines of Noto Sans Hans, so that every machine draws the same, with or without fonts of its own. Fonts come in on first use (16 MB);
 * what has been drawn once is remembered. The font holds the national list of 8,105 signs, those beyond the BMP too; what it lacks is a
 * crossed box.
 */
export async function loadGlyphs(): Promise<Glyphs> {
  const { default: fontkit } = await import('@pdf-lib/fontkit')
  const folder = path.join(path.dirname(require.resolve('@embedpdf/fonts-sc')), '../fonts')
  const [regular, bold] = await Promise.all(['Regular', 'Bold'].map(async (weight) => mended(fontkit.create(await readFile(path.join(folder, `NotoSansHans-${weight}.otf`))))))
  if (!regular || !bold) throw new Error('no fonts')
  const known = new Map<string, Glyph>()
  const glyphOf = (sign: string, isBold: boolean): Glyph => {
    const key = (isBold ? 'b' : 'r') + sign
    const glyph = known.get(key) ?? readGlyph(isBold ? bold : regular, sign)
    known.set(key, glyph)
    return glyph
  }
  return { glyphOf, measure: (text, isBold) => Array.from(text).reduce((sum, sign) => sum + glyphOf(sign, isBold).advance, 0) / 1000 }
}

/** What fontkit has and does not declare. */
interface Drawn {
  path: { commands: Step[] }
}
interface Cff {
  topDict: { FDSelect: { ranges: readonly { first: number; fd: number }[] } }
  fdForGlyph(glyph: number): number
}

/**
 * fontkit 1.1.1 reads the first sign of each part of a CFF font with the data of the part before (`>` in place of `>=`): the colon came
 * out empty.
 */
function mended(font: Font): Font {
  const table = Reflect.get(font, 'CFF ') as Cff
  const { ranges } = table.topDict.FDSelect
  table.fdForGlyph = (glyph) => {
    let fd = 0
    for (const range of ranges) if (range.first <= glyph) fd = range.fd
    return fd
  }
  return font
}

function readGlyph(font: Font, sign: string): Glyph {
  const glyph = font.glyphForCodePoint(sign.codePointAt(0) ?? 0)
  const scale = 1000 / font.unitsPerEm
  const outline = (glyph as unknown as Drawn).path.commands.map(({ command, args }) => ({ command, args: args.map((value) => Math.round(value * scale)) }))
  return { advance: Math.round(glyph.advanceWidth * scale), outline }
}

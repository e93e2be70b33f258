import { layOut, type Draw, type DrawFormat, type Sheet } from '../../drawing'
import { loadGlyphs, type Glyphs } from './glyphs'
import { pdfOf } from './pdf'
import { pngOf } from './png'

let glyphs: Promise<Glyphs> | undefined

/** Draws in this process: what the drawing process runs, and what tests call. */
export const drawHere: Draw = async (sheet: Sheet, format: DrawFormat) => {
  const loaded = await (glyphs ??= loadGlyphs())
  const pages = layOut(sheet, loaded.measure)
  return format === 'png' ? pngOf(pages, loaded) : pdfOf(pages, sheet, loaded)
}

import { svgSheet, type Draw, type DrawFormat, type Sheet } from '../drawing'
import { sha256Hex, utf8 } from './hash'
import type { Answer, DrawnResult, Env } from './types'

const mimes = { png: 'image/png', pdf: 'application/pdf' } as const

/** A document in the format that the path names; the router has let no other through than png, pdf and svg. */
export const asDocument = (sheet: Sheet, format: string): DrawnResult => ({ sheet, format: format === 'pdf' || format === 'svg' ? format : 'png' })

/** Drawings kept for who fetches one in parts: the same sheet is drawn once, and its parts fit together. */
const KEPT = 12
const kept = new Map<string, Promise<Uint8Array>>()
function drawOnce(draw: Draw, sheet: Sheet, format: DrawFormat): Promise<Uint8Array> {
  const key = sha256Hex(`${format} ${JSON.stringify(sheet)}`)
  const known = kept.get(key) ?? draw(sheet, format)
  kept.delete(key)
  kept.set(key, known)
  known.catch(() => kept.delete(key))
  for (const oldest of [...kept.keys()].slice(0, kept.size - KEPT)) kept.delete(oldest)
  return known
}

/** The answer with its document drawn; an SVG where it is asked for, or where nothing is at hand that draws. */
export async function drawn({ drawing, ...answer }: Answer, { draw }: Env): Promise<Answer> {
  if (!drawing) return answer
  const { sheet, format } = drawing
  if (format === 'svg' || !draw) return { ...answer, headers: { 'content-type': 'image/svg+xml' }, bytes: utf8(svgSheet(sheet)) }
  return { ...answer, headers: { 'content-type': mimes[format] }, bytes: await drawOnce(draw, sheet, format) }
}

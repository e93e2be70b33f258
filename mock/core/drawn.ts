import { svgSheet, type Sheet } from '../drawing'
import { utf8 } from './hash'
import type { Answer, DrawnResult, Env } from './types'

const mimes = { png: 'image/png', pdf: 'application/pdf' } as const

/** A document in the format that the path names; the router has let no other through than png, pdf and svg. */
export const asDocument = (sheet: Sheet, format: string): DrawnResult => ({ sheet, format: format === 'pdf' || format === 'svg' ? format : 'png' })

/** The answer with its document drawn; an SVG where it is asked for, or where nothing is at hand that draws. */
export async function drawn({ drawing, ...answer }: Answer, { draw }: Env): Promise<Answer> {
  if (!drawing) return answer
  const { sheet, format } = drawing
  if (format === 'svg' || !draw) return { ...answer, headers: { 'content-type': 'image/svg+xml' }, bytes: utf8(svgSheet(sheet)) }
  return { ...answer, headers: { 'content-type': mimes[format] }, bytes: await draw(sheet, format) }
}

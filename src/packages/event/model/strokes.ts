import type { Strokes } from '@/contract/schemas/event'

/** The pad in px; the server's field is 1000 x 1000. */
export const PAD = { width: 280, height: 168 }
const FIELD = 1000
const MAX_STROKES = 60
const MAX_POINTS = 500
/** Fewer points are a slip of the finger; the server asks for as many. */
const SIGNATURE_POINTS = 8

export interface Point {
  x: number
  y: number
}

const inField = (at: number, size: number): number => Math.min(FIELD, Math.max(0, Math.round((at / size) * FIELD)))

/** Begins a stroke. */
export const penDown = (strokes: Strokes, at: Point): Strokes => (strokes.length >= MAX_STROKES ? strokes : [...strokes, [[inField(at.x, PAD.width), inField(at.y, PAD.height)]]])

/** Goes on with the last stroke. */
export function penMove(strokes: Strokes, at: Point): Strokes {
  const last = strokes[strokes.length - 1]
  if (!last || last.length >= MAX_POINTS) return strokes
  return [...strokes.slice(0, -1), [...last, [inField(at.x, PAD.width), inField(at.y, PAD.height)]]]
}

export const isSignature = (strokes: Strokes): boolean => strokes.reduce((points, stroke) => points + stroke.length, 0) >= SIGNATURE_POINTS

/** The strokes as a picture address. */
export function strokesUrl(strokes: Strokes): string {
  const lines = strokes.map((stroke) => `<polyline points='${stroke.map(([x, y]) => `${x},${y}`).join(' ')}'/>`).join('')
  return `data:image/svg+xml,${encodeURIComponent(`<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 ${FIELD} ${FIELD}' preserveAspectRatio='none' fill='none' stroke='#221f1b' stroke-width='10' stroke-linecap='round'>${lines}</svg>`)}`
}

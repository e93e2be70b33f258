import type { Strokes } from '@/contract/schemas/common'

export type { Strokes }

/** The pad in px, as `_controls.scss` draws it: it fits a phone 320 wide, and a finger. */
export const PAD = { width: 280, height: 168 }
/** Width and height of the field that points are told in. */
export const FIELD = 1000
const MAX_STROKES = 60
const MAX_POINTS = 500
/** Fewer points, or none that goes anywhere, are a slip of the finger. */
const SIGNATURE_POINTS = 8
const SIGNATURE_SPAN = 40

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

/** Points enough, and at least one stroke that goes somewhere: a dot is no signature, however often it is tapped. The server asks for the same. */
export function isSignature(strokes: Strokes): boolean {
  const points = strokes.reduce((sum, { length }) => sum + length, 0)
  const goes = strokes.some((stroke) => [0, 1].some((axis) => spanOf(stroke.map((point) => point[axis] ?? 0)) >= SIGNATURE_SPAN))
  return points >= SIGNATURE_POINTS && goes
}

const spanOf = (values: readonly number[]): number => (values.length === 0 ? 0 : Math.max(...values) - Math.min(...values))

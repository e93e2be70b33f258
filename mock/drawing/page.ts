/** What stands where on a page, in points, the origin in the upper left corner. */
export interface DrawnPage {
  width: number
  height: number
  marks: Mark[]
}

export type Mark =
  /** `y` is the baseline; `turn` in degrees around the anchor, clockwise. */
  | { kind: 'text'; x: number; y: number; size: number; bold: boolean; colour: Colour; text: string; anchor: 'start' | 'middle' | 'end'; turn?: number }
  | { kind: 'box'; x: number; y: number; width: number; height: number; colour: Colour }
  | { kind: 'line'; points: readonly Point[]; width: number; colour: Colour }
  | { kind: 'ring'; x: number; y: number; radius: number; width: number; colour: Colour }

export type Point = readonly [x: number, y: number]
/** #rrggbb */
export type Colour = `#${string}`

/** How wide a text is at size 1, without kerning. */
export type Measure = (text: string, bold: boolean) => number

export const ink: Colour = '#221f1b'
export const soft: Colour = '#6b645c'
export const pale: Colour = '#f1ede8'
export const hairline: Colour = '#d9d2c9'
export const red: Colour = '#b3261e'
export const white: Colour = '#ffffff'

/** Where no font is at hand: Chinese signs are as wide as the type is high, others a little more than half of it. */
export const roughly: Measure = (text) => Array.from(text).reduce((sum, sign) => sum + ((sign.codePointAt(0) ?? 0) < 0x2e80 ? 0.56 : 1), 0)

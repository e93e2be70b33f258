import { hairline, ink, type Colour, type Mark, type Measure } from './page'

/** Marks that stay together, y from the row's own upper edge. `bleeds`: begins at the edge of the paper where it is the first. */
export interface Row {
  height: number
  marks: Mark[]
  bleeds?: true
  /** A heading: what follows belongs to it. */
  opens?: true
  /** Never alone on a page: the part before it, from its heading on, comes along. */
  clings?: true
}
export interface Room {
  width: number
  margin: number
  measure: Measure
}

export interface Style {
  size: number
  bold?: boolean
  colour?: Colour
  /** Height of a line in sizes. */
  leading?: number
}

export const inner = ({ width, margin }: Room): number => width - 2 * margin
/** Letters are read on paper, slips on a phone. */
const isSlip = ({ width }: Room): boolean => width < 500
export const bodySize = (room: Room): number => (isSlip(room) ? 13 : 11)

export const text = (content: string, x: number, y: number, { size, bold = false, colour = ink }: Style, anchor: 'start' | 'middle' | 'end' = 'start'): Mark => ({ kind: 'text', x, y, size, bold, colour, text: content, anchor })
export const lineAt = (from: number, y: number, to: number, colour: Colour = hairline): Mark => ({ kind: 'line', points: [[from, y], [to, y]], width: 0.75, colour })

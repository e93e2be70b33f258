import { labelsIn, type LabelField } from './labels'
import { placeOf, straightener, type Placed } from './layout'
import type { PageText } from './types'
import { plain } from './values'

export interface Label extends Placed {
  field: LabelField
  name: string
  /** What follows it in the same line of text, up to the next name; null: nothing. */
  own: Value | null
  /** Number of its line. */
  line: number
}
export interface Value extends Placed {
  text: string
  /** The same piece in the second reading of its line; null where the two readings do not have the same names. */
  again: string | null
  /** Certainty of the least certain letter or digit of it. */
  least: number
  line: number
}
export interface Pieces {
  labels: Label[]
  /** Pieces without a name in their own line. */
  values: Value[]
}

/** Cuts each line into names and what stands between them. */
export function piecesOf(page: PageText): Pieces {
  const straight = straightener(page)
  const labels: Label[] = []
  const values: Value[] = []
  page.lines.forEach((line, number) => {
    const text = plain(line.text)
    const hits = labelsIn(text)
    const others = secondPieces(line.again, hits.map(({ name }) => name))
    const value = (from: number, to: number, again: string | null): Value | null => {
      const piece = text.slice(from, to)
      return piece.trim() === '' ? null : { text: piece, again, least: leastOf(text, line.certain, from, to), line: number, ...placeOf(line, from, to, straight) }
    }
    const head = value(0, hits[0]?.from ?? text.length, others?.[0] ?? null)
    if (head) values.push(head)
    hits.forEach(({ field, name, from, to }, i) => {
      labels.push({ field, name, line: number, ...placeOf(line, from, to, straight), own: value(to, hits[i + 1]?.from ?? text.length, others?.[i + 1] ?? null) })
    })
  })
  return { labels, values }
}

/** The pieces of the second reading, if it has the same names in the same order. */
function secondPieces(again: string | null, names: readonly string[]): string[] | null {
  if (again === null) return null
  const text = plain(again)
  const hits = labelsIn(text)
  if (hits.length !== names.length || hits.some(({ name }, i) => name !== names[i])) return null
  return [text.slice(0, hits[0]?.from ?? text.length), ...hits.map(({ to }, i) => text.slice(to, hits[i + 1]?.from ?? text.length))]
}

/** Marks do not count: whether a bracket is a wide one says nothing about the value. */
function leastOf(text: string, certain: readonly number[], from: number, to: number): number {
  let least = 1
  for (let at = from; at < to; at += 1) if (/[0-9A-Za-z\u3400-\u9fff]/.test(text[at] ?? '')) least = Math.min(least, certain[at] ?? 0)
  return least
}

import { kindOf, type LabelField, type ValueKind } from './labels'
import type { Label, Pieces, Value } from './pieces'
import { capitalOf, datesIn, hospitalOf, looseMoneyOf, moneyOf, nameOf } from './values'

export interface Tie {
  field: LabelField
  label: Label
  value: Value
  /** No other value or name could have been meant. */
  clear: boolean
}

/** Rows that belong together differ by less than this part of the text's height. */
const SAME_ROW = 0.6
/** A value stands at most so many heights below its name. */
const BELOW = 3.6

/** Whether a text can be a value of that kind at all. */
export function fits(kind: ValueKind, text: string): boolean {
  switch (kind) {
    case 'money': return moneyOf(text) !== null || looseMoneyOf(text) !== null
    case 'date': return datesIn(text).length === 1
    case 'period': return datesIn(text).length >= 1
    case 'capital': return capitalOf(text) !== null
    case 'code': return /^[\s:]*[0-9A-Za-z]{6,20}(?![0-9A-Za-z])/.test(text)
    case 'hospital': return hospitalOf(text) !== null
    case 'name': return nameOf(text) !== null
    case 'count': return /^\s*\d{1,3}\s*(?:天|日|床日)?\s*$/.test(text)
    case 'any': return true
  }
}

/**
 * Values by their names: in the same line, else to the right in the same row, else straight below. Each value goes to one name, the
 * nearest first; a name that is not wanted keeps its value from all others.
 */
export function tie({ labels, values }: Pieces): Tie[] {
  const ties: Tie[] = []
  const options: { label: Label; value: Value; cost: number }[] = []
  for (const label of labels) {
    const kind = kindOf(label.field)
    if (label.own && fits(kind, label.own.text)) {
      ties.push({ field: label.field, label, value: label.own, clear: true })
      continue
    }
    if (label.own && label.own.text.replace(/[\s:;().,]/g, '').length > 1) continue
    const obstacles = [...labels.filter((other) => other !== label), ...values]
    const right = nearestRight(label, obstacles)
    if (right && isValue(right)) {
      if (fits(kind, right.text)) options.push({ label, value: right, cost: (right.x0 - label.x1) / label.height })
      continue
    }
    const below = nearestBelow(label, obstacles)
    if (below && isValue(below) && fits(kind, below.text)) options.push({ label, value: below, cost: 20 + Math.abs(centre(below) - centre(label)) / label.height })
  }
  options.sort((p, q) => p.cost - q.cost)
  const taken = new Set<Value>()
  for (const { label, value } of options) {
    if (taken.has(value)) continue
    taken.add(value)
    ties.push({ field: label.field, label, value, clear: options.filter((other) => other.value === value).length === 1 && alone(label, value, values) })
  }
  return ties
}

const isValue = (piece: Label | Value): piece is Value => !('field' in piece)
const centre = ({ x0, x1 }: { x0: number; x1: number }): number => (x0 + x1) / 2

function nearestRight(label: Label, pieces: readonly (Label | Value)[]): Label | Value | undefined {
  return pieces
    .filter((piece) => Math.abs(piece.y - label.y) < SAME_ROW * Math.min(piece.height, label.height) * 1.2 && piece.x0 > centre(label) && piece.x0 > label.x1 - label.height)
    .sort((p, q) => p.x0 - q.x0)[0]
}

function nearestBelow(label: Label, pieces: readonly (Label | Value)[]): Label | Value | undefined {
  return pieces
    .filter((piece) => piece.y - label.y > 0.7 * label.height && piece.y - label.y < BELOW * label.height && overlap(piece, label) > 0.35 * Math.min(piece.x1 - piece.x0, label.x1 - label.x0))
    .sort((p, q) => p.y - q.y)[0]
}

const overlap = (p: { x0: number; x1: number }, q: { x0: number; x1: number }): number => Math.min(p.x1, q.x1) - Math.max(p.x0, q.x0)

/** No second value half a row above or below the chosen one, from which a tilted row might have come. */
function alone(label: Label, value: Value, values: readonly Value[]): boolean {
  const beside = value.x0 > label.x1 - label.height && Math.abs(value.y - label.y) < value.height
  if (!beside) return values.every((other) => other === value || Math.abs(other.y - value.y) > 0.5 * value.height || overlap(other, label) <= 0)
  return values.every((other) => other === value || overlap(other, value) <= 0 || Math.abs(other.y - label.y) > 1.1 * label.height)
}

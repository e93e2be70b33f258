import type { PageText, Point, TextLine } from './types'

/** A piece of a line: a name or what stands beside it, with its place on the straightened page. */
export interface Placed {
  x0: number
  x1: number
  /** Middle of the row. */
  y: number
  height: number
}

/** Lines shorter than this (in heights) say nothing about the direction of the text. */
const LONG = 4

/** Slope of the text at a place: a photo from the side has another one at the top than at the bottom. */
interface Slope {
  a: number
  bx: number
  by: number
}

/**
 * Takes points of a tilted or skewed page to where they would stand on a straight one. Rows follow the slopes of the long lines of
 * text themselves, so neither the edge of the paper nor its rules are needed.
 */
export function straightener({ width, height, lines }: PageText): (point: Point) => Point {
  const slope = fitSlope(lines, width, height)
  const middle = { x: width / 2, y: height / 2 }
  const mean = slope.a
  const turn = Math.atan(mean)
  return ({ x, y }) => {
    // Along the row to the middle of the page: in steps, because the slope changes on the way.
    let row = y
    const step = (middle.x - x) / 8
    for (let i = 0; i < 8; i += 1) row += step * (slope.a + (slope.bx * (x + (i + 0.5) * step - middle.x)) / width + (slope.by * (row - middle.y)) / height)
    return { x: (x - middle.x) * Math.cos(turn) + (y - middle.y) * Math.sin(turn) + middle.x, y: row }
  }
}

/** Least squares over the long lines, twice: what lies far off the first fit is left out of the second. */
function fitSlope(lines: readonly TextLine[], width: number, height: number): Slope {
  const samples = lines.flatMap(({ quad: [a, b, c, d] }) => {
    const long = Math.hypot(b.x - a.x, b.y - a.y)
    const tall = Math.hypot(d.x - a.x, d.y - a.y)
    if (long < LONG * tall) return []
    const dx = b.x - a.x + c.x - d.x
    if (dx < 1) return []
    return [{ x: ((a.x + b.x + c.x + d.x) / 4 - width / 2) / width, y: ((a.y + b.y + c.y + d.y) / 4 - height / 2) / height, slope: (b.y - a.y + c.y - d.y) / dx, weight: Math.min(long / tall, 20) }]
  })
  if (samples.length < 3) return { a: samples[0]?.slope ?? 0, bx: 0, by: 0 }
  const slopes = samples.map(({ slope }) => slope).sort((p, q) => p - q)
  const median = slopes[Math.floor(slopes.length / 2)] ?? 0
  const near = samples.filter(({ slope }) => Math.abs(slope - median) < 0.12)
  const first = leastSquares(near)
  return leastSquares(near.filter(({ x, y, slope }) => Math.abs(slope - first.a - first.bx * x - first.by * y) < 0.02))
}

function leastSquares(samples: readonly { x: number; y: number; slope: number; weight: number }[]): Slope {
  if (samples.length < 3) return { a: samples[0]?.slope ?? 0, bx: 0, by: 0 }
  // A little pull towards no change keeps few lines from inventing a perspective.
  const m = [[0, 0, 0, 0], [0, 2, 0, 0], [0, 0, 2, 0]]
  for (const { x, y, slope, weight } of samples) {
    const basis = [1, x, y]
    m.forEach((row, i) => [...basis, slope].forEach((value, j) => (row[j] = (row[j] ?? 0) + weight * (basis[i] ?? 0) * value)))
  }
  const [a = 0, bx = 0, by = 0] = eliminate(m)
  return { a, bx, by }
}

function eliminate(m: number[][]): number[] {
  m.forEach((row, i) => {
    const lead = row[i] ?? 0
    if (Math.abs(lead) < 1e-9) return
    m.forEach((other, j) => {
      if (i === j) return
      const factor = (other[i] ?? 0) / lead
      other.forEach((value, k) => (other[k] = value - factor * (row[k] ?? 0)))
    })
  })
  return m.map((row, i) => (Math.abs(row[i] ?? 0) < 1e-9 ? 0 : (row[3] ?? 0) / (row[i] ?? 1)))
}

/** Place of the characters `from` to `to` of a line on the straight page. */
export function placeOf(line: TextLine, from: number, to: number, straight: (point: Point) => Point): Placed {
  const [a, b, c, d] = line.quad
  const half = line.at.length > 1 ? ((line.at[line.at.length - 1] ?? 1) - (line.at[0] ?? 0)) / (line.at.length - 1) / 2 : 0.5
  const start = from === 0 ? 0 : (line.at[from] ?? 1) - half
  const end = to >= line.text.length ? 1 : (line.at[to - 1] ?? 0) + half
  const between = (p: Point, q: Point, t: number): Point => ({ x: p.x + (q.x - p.x) * t, y: p.y + (q.y - p.y) * t })
  const middle = (t: number): Point => between(between(a, b, t), between(d, c, t), 0.5)
  const [left, right] = [straight(middle(Math.max(0, start))), straight(middle(Math.min(1, end)))]
  return { x0: left.x, x1: right.x, y: (left.y + right.y) / 2, height: (Math.hypot(d.x - a.x, d.y - a.y) + Math.hypot(c.x - b.x, c.y - b.y)) / 2 }
}

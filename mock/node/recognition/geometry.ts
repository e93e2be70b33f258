export interface Point {
  x: number
  y: number
}
/** Top left, top right, bottom right, bottom left. */
export type Quad = readonly [Point, Point, Point, Point]
/** Eight numbers of a projective map; the ninth is 1. */
export type Homography = readonly number[]

export const distance = (a: Point, b: Point): number => Math.hypot(a.x - b.x, a.y - b.y)

/** Corners of the convex hull, clockwise on a screen (y downwards). */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y)
  if (sorted.length < 3) return sorted
  const half = (order: readonly Point[]): Point[] => {
    const chain: Point[] = []
    for (const point of order) {
      while (chain.length >= 2 && turn(chain[chain.length - 2], chain[chain.length - 1], point) <= 0) chain.pop()
      chain.push(point)
    }
    return chain.slice(0, -1)
  }
  return [...half(sorted), ...half([...sorted].reverse())]
}

const turn = (a: Point | undefined, b: Point | undefined, c: Point): number => (a && b ? (b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x) : 1)

/** The smallest rectangle around a convex hull, grown by `grow(width, height)` on each side. Long text lies along its top edge. */
export function smallestRectangle(hull: readonly Point[], grow: (width: number, height: number) => number): Quad | null {
  let best: { area: number; angle: number; box: [number, number, number, number] } | null = null
  for (let i = 0; i < hull.length; i += 1) {
    const [a, b] = [hull[i], hull[(i + 1) % hull.length]]
    if (!a || !b || (a.x === b.x && a.y === b.y)) continue
    const angle = Math.atan2(b.y - a.y, b.x - a.x)
    const box = bounds(hull.map((point) => rotate(point, -angle)))
    const area = (box[2] - box[0]) * (box[3] - box[1])
    if (!best || area < best.area) best = { area, angle, box }
  }
  if (!best) return null
  const [left, top, right, bottom] = best.box
  const by = grow(right - left, bottom - top)
  const corners = [[left - by, top - by], [right + by, top - by], [right + by, bottom + by], [left - by, bottom + by]].map(([x = 0, y = 0]) => rotate({ x, y }, best.angle))
  return ordered(corners)
}

const rotate = ({ x, y }: Point, angle: number): Point => ({ x: x * Math.cos(angle) - y * Math.sin(angle), y: x * Math.sin(angle) + y * Math.cos(angle) })

const bounds = (points: readonly Point[]): [number, number, number, number] => [
  Math.min(...points.map(({ x }) => x)), Math.min(...points.map(({ y }) => y)), Math.max(...points.map(({ x }) => x)), Math.max(...points.map(({ y }) => y)),
]

/** Four corners in reading order: the one nearest to the top left first, then clockwise. */
export function ordered(corners: readonly Point[]): Quad | null {
  const [a, b, c, d] = hullOf(corners)
  if (!a || !b || !c || !d) return null
  const ring = [a, b, c, d]
  const sums = ring.map(({ x, y }) => x + y)
  const first = sums.indexOf(Math.min(...sums))
  const [p, q, r, s] = ring.map((_, i) => ring[(first + i) % 4])
  return p && q && r && s ? [p, q, r, s] : null
}

/** The projective map that takes four points to four others. */
export function homography(from: Quad, to: Quad): Homography {
  const rows: number[][] = []
  from.forEach(({ x, y }, i) => {
    const { x: u, y: v } = to[i] ?? { x: 0, y: 0 }
    rows.push([x, y, 1, 0, 0, 0, -u * x, -u * y, u], [0, 0, 0, x, y, 1, -v * x, -v * y, v])
  })
  return solve(rows)
}

export function project(h: Homography, { x, y }: Point): Point {
  const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, i = 0] = h
  const w = g * x + i * y + 1
  return { x: (a * x + b * y + c) / w, y: (d * x + e * y + f) / w }
}

/** Gauss with pivots; each row holds its right side last. */
export function solve(rows: number[][]): number[] {
  const n = rows.length
  for (let column = 0; column < n; column += 1) {
    let pivot = column
    for (let row = column + 1; row < n; row += 1) if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row
    const [here, there] = [rows[column], rows[pivot]]
    if (!here || !there) break
    rows[column] = there
    rows[pivot] = here
    const lead = there[column] ?? 0
    if (Math.abs(lead) < 1e-12) continue
    for (let row = 0; row < n; row += 1) {
      const line = rows[row]
      if (row === column || !line) continue
      const factor = (line[column] ?? 0) / lead
      if (factor !== 0) for (let k = column; k <= n; k += 1) line[k] = (line[k] ?? 0) - factor * (there[k] ?? 0)
    }
  }
  return rows.map((row, i) => (row[n] ?? 0) / (row[i] || 1))
}

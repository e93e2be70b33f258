import type { Point, Quad } from './geometry'
import { homography, project } from './geometry'

/** A picture in memory: RGBA, row by row, upright. */
export interface Raster {
  width: number
  height: number
  data: Uint8Array
}

export const blank = (width: number, height: number): Raster => ({ width, height, data: new Uint8Array(width * height * 4) })

/** Turns the pixels as EXIF orientation 1 to 8 asks for. */
export function upright(source: Raster, orientation: number): Raster {
  if (orientation <= 1 || orientation > 8) return source
  const { width, height } = source
  const lying = orientation >= 5
  const target = blank(lying ? height : width, lying ? width : height)
  const from = new Uint32Array(source.data.buffer, source.data.byteOffset, width * height)
  const to = new Uint32Array(target.data.buffer)
  for (let y = 0; y < target.height; y += 1) {
    for (let x = 0; x < target.width; x += 1) {
      const [sx, sy] = sourceOf(orientation, x, y, width, height)
      to[y * target.width + x] = from[sy * width + sx] ?? 0
    }
  }
  return target
}

/** Where the pixel (x, y) of the upright picture stands in the stored one of `width` x `height`. */
function sourceOf(orientation: number, x: number, y: number, width: number, height: number): [number, number] {
  switch (orientation) {
    case 2: return [width - 1 - x, y]
    case 3: return [width - 1 - x, height - 1 - y]
    case 4: return [x, height - 1 - y]
    case 5: return [y, x]
    case 6: return [y, height - 1 - x]
    case 7: return [width - 1 - y, height - 1 - x]
    case 8: return [width - 1 - y, x]
    default: return [x, y]
  }
}

/** Smaller by the mean of the covered pixels: small print stays legible. Never larger. */
export function shrink(source: Raster, longSide: number): Raster {
  const scale = longSide / Math.max(source.width, source.height)
  if (scale >= 1) return source
  const width = Math.max(1, Math.round(source.width * scale))
  const height = Math.max(1, Math.round(source.height * scale))
  const columns = spans(source.width, width)
  const rows = spans(source.height, height)
  // Sideways first, then downwards; both weigh by the part of the pixel that is covered.
  const half = new Float32Array(width * source.height * 3)
  for (let y = 0; y < source.height; y += 1) {
    columns.forEach(({ from, weights }, x) => {
      let [r, g, b] = [0, 0, 0]
      weights.forEach((weight, i) => {
        const at = (y * source.width + from + i) * 4
        r += weight * (source.data[at] ?? 0)
        g += weight * (source.data[at + 1] ?? 0)
        b += weight * (source.data[at + 2] ?? 0)
      })
      half.set([r, g, b], (y * width + x) * 3)
    })
  }
  const target = blank(width, height)
  rows.forEach(({ from, weights }, y) => {
    for (let x = 0; x < width; x += 1) {
      let [r, g, b] = [0, 0, 0]
      weights.forEach((weight, i) => {
        const at = ((from + i) * width + x) * 3
        r += weight * (half[at] ?? 0)
        g += weight * (half[at + 1] ?? 0)
        b += weight * (half[at + 2] ?? 0)
      })
      target.data.set([r + 0.5, g + 0.5, b + 0.5, 255], (y * width + x) * 4)
    }
  })
  return target
}

interface Span {
  from: number
  weights: number[]
}

function spans(source: number, target: number): Span[] {
  const step = source / target
  return Array.from({ length: target }, (_, i) => {
    const [start, end] = [i * step, Math.min((i + 1) * step, source)]
    const from = Math.floor(start)
    const weights: number[] = []
    for (let at = from; at < end - 1e-9; at += 1) weights.push((Math.min(at + 1, end) - Math.max(at, start)) / (end - start))
    return { from, weights }
  })
}

/** The part inside `quad` (top left, then clockwise), stretched to `width` x `height`. */
export function warp(source: Raster, quad: Quad, width: number, height: number): Raster {
  const target = blank(width, height)
  const there = homography([{ x: 0, y: 0 }, { x: width, y: 0 }, { x: width, y: height }, { x: 0, y: height }], quad)
  for (let y = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1) sample(source, project(there, { x: x + 0.5, y: y + 0.5 }), target.data, (y * width + x) * 4)
  }
  return target
}

/** Between four pixels; outside the edge is repeated. */
function sample({ width, height, data }: Raster, { x, y }: Point, into: Uint8Array, at: number): void {
  const fx = Math.min(Math.max(x - 0.5, 0), width - 1)
  const fy = Math.min(Math.max(y - 0.5, 0), height - 1)
  const [x0, y0] = [Math.floor(fx), Math.floor(fy)]
  const [dx, dy] = [fx - x0, fy - y0]
  const a = (y0 * width + x0) * 4
  const b = x0 + 1 < width ? a + 4 : a
  const down = y0 + 1 < height ? width * 4 : 0
  for (let channel = 0; channel < 3; channel += 1) {
    const top = (data[a + channel] ?? 0) * (1 - dx) + (data[b + channel] ?? 0) * dx
    const bottom = (data[a + down + channel] ?? 0) * (1 - dx) + (data[b + down + channel] ?? 0) * dx
    into[at + channel] = top * (1 - dy) + bottom * dy + 0.5
  }
  into[at + 3] = 255
}

/** Brightness 0 to 255 of each pixel. */
export function greyOf({ width, height, data }: Raster): Uint8Array {
  const grey = new Uint8Array(width * height)
  for (let i = 0; i < grey.length; i += 1) grey[i] = ((data[i * 4] ?? 0) * 77 + (data[i * 4 + 1] ?? 0) * 150 + (data[i * 4 + 2] ?? 0) * 29) >> 8
  return grey
}

import type { InferenceSession, Tensor } from 'onnxruntime-web'
import { distance, hullOf, smallestRectangle, type Point, type Quad } from './geometry'
import type { Raster } from './raster'
import type { Runtime } from './runtime'

/** Pixels above it belong to text; lines below the mean are noise; how far the shrunken map is grown back. All as PaddleOCR has them. */
const PIXEL = 0.3
const LINE = 0.55
const GROW = 1.6
const SMALLEST = 3
const MEAN = [0.485, 0.456, 0.406] as const
const DEVIATION = [0.229, 0.224, 0.225] as const

export interface FoundLine {
  quad: Quad
  /** Mean of the map inside, 0 to 1. */
  score: number
}

/** Where text stands: the DB detector's map, cut into connected patches, each with the smallest rectangle around it. */
export async function detect(runtime: Runtime, session: InferenceSession, raster: Raster): Promise<FoundLine[]> {
  const width = Math.ceil(raster.width / 32) * 32
  const height = Math.ceil(raster.height / 32) * 32
  const input = new Float32Array(3 * width * height).fill(0)
  for (let y = 0; y < raster.height; y += 1) {
    for (let x = 0; x < raster.width; x += 1) {
      const at = (y * raster.width + x) * 4
      // The model was trained on blue, green, red.
      for (let channel = 0; channel < 3; channel += 1) {
        input[(channel * height + y) * width + x] = ((raster.data[at + 2 - channel] ?? 0) / 255 - (MEAN[channel] ?? 0)) / (DEVIATION[channel] ?? 1)
      }
    }
  }
  const output = await session.run({ [session.inputNames[0] ?? 'x']: new runtime.Tensor('float32', input, [1, 3, height, width]) })
  const map = floats(output[session.outputNames[0] ?? ''])
  return patches(map, width, height).flatMap(({ edge, score }) => {
    if (score < LINE) return []
    const quad = smallestRectangle(hullOf(edge), (w, h) => (w * h * GROW) / (2 * (w + h)))
    return quad && Math.min(distance(quad[0], quad[3]), distance(quad[0], quad[1])) >= SMALLEST + 2 ? [{ quad, score }] : []
  })
}

export function floats(tensor: Tensor | undefined): Float32Array {
  if (!(tensor?.data instanceof Float32Array)) throw new Error('the model answers in another type')
  return tensor.data
}

interface Patch {
  edge: Point[]
  score: number
}

/** Connected patches above PIXEL, with the pixels of their left and right ends in each row (enough for the hull). */
function patches(map: Float32Array, width: number, height: number): Patch[] {
  const seen = new Uint8Array(width * height)
  const found: Patch[] = []
  const stack: number[] = []
  for (let start = 0; start < seen.length; start += 1) {
    if (seen[start] || (map[start] ?? 0) <= PIXEL) continue
    const rows = new Map<number, [number, number]>()
    let [sum, count] = [0, 0]
    seen[start] = 1
    stack.push(start)
    while (stack.length > 0) {
      const at = stack.pop() ?? 0
      const [x, y] = [at % width, Math.floor(at / width)]
      sum += map[at] ?? 0
      count += 1
      const row = rows.get(y)
      if (!row) rows.set(y, [x, x])
      else if (x < row[0]) row[0] = x
      else if (x > row[1]) row[1] = x
      for (let dy = -1; dy <= 1; dy += 1) {
        for (let dx = -1; dx <= 1; dx += 1) {
          const [nx, ny] = [x + dx, y + dy]
          if (nx < 0 || ny < 0 || nx >= width || ny >= height) continue
          const next = ny * width + nx
          if (seen[next] || (map[next] ?? 0) <= PIXEL) continue
          seen[next] = 1
          stack.push(next)
        }
      }
    }
    if (rows.size < SMALLEST || count < 12) continue
    // A pixel is a square: its far corner belongs to it too.
    const edge = [...rows].flatMap(([y, [left, right]]) => [{ x: left, y }, { x: right + 1, y }, { x: left, y: y + 1 }, { x: right + 1, y: y + 1 }])
    found.push({ edge, score: sum / count })
  }
  return found
}

import type { InferenceSession } from 'onnxruntime-web'
import { floats } from './detector'
import { distance, type Point, type Quad } from './geometry'
import { warp, type Raster } from './raster'
import type { Runtime } from './runtime'

const HEIGHT = 48
const WIDEST = 2400

export interface ReadLine {
  text: string
  /** Certainty of each character, 0 to 1. */
  certain: number[]
  /** Where each character stands along the line, 0 to 1. */
  at: number[]
}

/** Reads one line of text. `swell` moves the edges of the quad outwards by a part of its height. */
export async function read(runtime: Runtime, session: InferenceSession, dictionary: readonly string[], raster: Raster, quad: Quad, swell = 0): Promise<ReadLine> {
  const q = swollen(quad, swell)
  const tall = distance(q[0], q[3])
  const long = distance(q[0], q[1])
  const width = Math.min(WIDEST, Math.max(HEIGHT, Math.ceil((HEIGHT * long) / Math.max(tall, 1) / 8) * 8))
  const line = warp(raster, q, width, HEIGHT)
  const input = new Float32Array(3 * HEIGHT * width)
  for (let i = 0; i < HEIGHT * width; i += 1) {
    for (let channel = 0; channel < 3; channel += 1) input[channel * HEIGHT * width + i] = (line.data[i * 4 + 2 - channel] ?? 0) / 127.5 - 1
  }
  const output = await session.run({ [session.inputNames[0] ?? 'x']: new runtime.Tensor('float32', input, [1, 3, HEIGHT, width]) })
  const tensor = output[session.outputNames[0] ?? '']
  return decodeCtc(floats(tensor), tensor?.dims[1] ?? 0, tensor?.dims[2] ?? 0, dictionary)
}

/** The likeliest character of each step; repeats and blanks (index 0) drop out. */
export function decodeCtc(scores: Float32Array, steps: number, classes: number, dictionary: readonly string[]): ReadLine {
  const characters: string[] = []
  const at: number[] = []
  const certain: number[] = []
  let before = 0
  for (let step = 0; step < steps; step += 1) {
    let best = 0
    for (let k = 1; k < classes; k += 1) if ((scores[step * classes + k] ?? 0) > (scores[step * classes + best] ?? 0)) best = k
    if (best !== 0 && best !== before) {
      characters.push(dictionary[best - 1] ?? ' ')
      at.push((step + 0.5) / steps)
      certain.push(scores[step * classes + best] ?? 0)
    }
    before = best
  }
  return { text: characters.join(''), certain, at }
}

function swollen([a, b, c, d]: Quad, by: number): Quad {
  if (by === 0) return [a, b, c, d]
  const height = distance(a, d) * by
  const along = unit(a, b)
  const down = unit(a, d)
  const move = ({ x, y }: Point, u: number, v: number): Point => ({ x: x + height * (u * along.x + v * down.x), y: y + height * (u * along.y + v * down.y) })
  return [move(a, -1, -1), move(b, 1, -1), move(c, 1, 1), move(d, -1, 1)]
}

function unit(a: Point, b: Point): Point {
  const length = distance(a, b) || 1
  return { x: (b.x - a.x) / length, y: (b.y - a.y) / length }
}

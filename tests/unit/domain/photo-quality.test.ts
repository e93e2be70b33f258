import { JUDGED_SIDE, photoQuality, type Pixels } from '@/domain/photo-quality'
import { chance } from '../chance'

interface Look {
  /** Radius of the blur in pixels. */
  blur?: number
  /** Part of the light that is left. */
  light?: number
  /** Grain of the sensor, plus or minus. */
  grain?: number
  /** How much of the page is written on. */
  written?: number
}

/** A page of small print as a phone sees it: strokes two pixels wide on paper, lit unevenly. */
function page({ blur = 0, light = 1, grain = 4, written = 1 }: Look): Pixels {
  const [width, height] = [JUDGED_SIDE, 600]
  const by = chance(7)
  let grey: Float64Array = Float64Array.from({ length: width * height }, () => 235)
  for (let line = 30; line < height * written - 20; line += 24) {
    for (let x = 40; x < width - 40; x += by.whole(5, 12)) {
      const tall = by.whole(8, 14)
      for (let y = line; y < line + tall; y += 1) for (const dx of [0, 1]) grey[y * width + x + dx] = 40
    }
  }
  for (let pass = 0; pass < 2 && blur > 0; pass += 1) grey = soften(soften(grey, width, blur, 1), width, blur, width)
  const data = new Uint8ClampedArray(width * height * 4).fill(255)
  for (let at = 0; at < grey.length; at += 1) {
    const shade = 1 - 0.35 * ((at % width) / width)
    data.fill(grey[at] * light * shade + by.whole(-grain, grain), at * 4, at * 4 + 3)
  }
  return { width, height, data }
}

function soften(grey: Float64Array, width: number, radius: number, step: number): Float64Array {
  return grey.map((_value, at) => {
    let [sum, count] = [0, 0]
    for (let near = -radius; near <= radius; near += 1) {
      const from = at + near * step
      if (from < 0 || from >= grey.length) continue
      if (step === 1 && Math.floor(from / width) !== Math.floor(at / width)) continue
      sum += grey[from]
      count += 1
    }
    return sum / count
  })
}

test.each<[string, Look, string]>([
  ['a clear page', {}, 'OK'],
  ['a page with two lines on it', { written: 0.15 }, 'OK'],
  ['a little soft, still legible', { blur: 1 }, 'OK'],
  ['half the light', { light: 0.5 }, 'OK'],
  ['grain of a cheap phone', { grain: 10 }, 'OK'],
  ['out of focus', { blur: 3 }, 'BLURRED'],
  ['far out of focus', { blur: 6 }, 'BLURRED'],
  ['out of focus in dim light', { blur: 3, light: 0.5 }, 'BLURRED'],
  ['a dark room', { light: 0.12 }, 'DARK'],
  ['nearly black', { light: 0.02, blur: 3 }, 'DARK'],
])('%s', (_what, look, expected) => expect(photoQuality(page(look))).toBe(expected))

test('what is too small to judge is let through', () => expect(photoQuality({ width: 10, height: 10, data: new Uint8Array(400) })).toBe('OK'))

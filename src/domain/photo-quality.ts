/** Whether what is written on a photo can be read, as far as a phone can tell. */
export type PhotoQuality = 'OK' | 'BLURRED' | 'DARK'

/** Pixels row by row, four bytes each (RGBA), as a canvas gives them. */
export interface Pixels {
  width: number
  height: number
  data: ArrayLike<number>
}

/** Long side at which a photo is judged: small print is still there, and 0.5 million points take a phone a few milliseconds. */
export const JUDGED_SIDE = 800
/** Mean brightness (0 to 255) below which a page is dark all over; its brightest twentieth below `DARK_PAPER` even where it is lit. */
const DARK_MEAN = 45
const DARK_PAPER = 90
/** A page has edges as sharp as this somewhere (variance of the Laplacian of its sharpest tile); out of focus or shaken it has none. */
const SHARP_TILE = 180
const TILES = 8
/** A thumbnail has no small print to judge. */
const SMALLEST_SIDE = 320

/**
 * Dark before blurred: what is dark has no edges either. A page that is sharp in one place is sharp enough - a table has empty halves -
 * so the sharpest of 64 tiles counts. Thresholds measured on drawn papers (A); the member has the last word.
 */
export function photoQuality({ width, height, data }: Pixels): PhotoQuality {
  if (Math.max(width, height) < SMALLEST_SIDE || Math.min(width, height) < TILES * 3) return 'OK'
  const grey = new Uint8ClampedArray(width * height)
  const histogram = new Uint32Array(256)
  let sum = 0
  for (let at = 0, from = 0; at < grey.length; at += 1, from += 4) {
    const value = (data[from] * 299 + data[from + 1] * 587 + data[from + 2] * 114) / 1000
    grey[at] = value
    sum += value
    histogram[grey[at]] += 1
  }
  if (sum / grey.length < DARK_MEAN && brightest(histogram, grey.length / 20) < DARK_PAPER) return 'DARK'
  return sharpest(grey, width, height) < SHARP_TILE ? 'BLURRED' : 'OK'
}

/** The value that `count` pixels reach or exceed. */
function brightest(histogram: Uint32Array, count: number): number {
  let left = count
  for (let value = 255; value > 0; value -= 1) {
    left -= histogram[value]
    if (left <= 0) return value
  }
  return 0
}

function sharpest(grey: Uint8ClampedArray, width: number, height: number): number {
  let most = 0
  for (let row = 0; row < TILES; row += 1) {
    for (let column = 0; column < TILES; column += 1) {
      most = Math.max(most, variance(grey, width, Math.floor((column * width) / TILES), Math.floor((row * height) / TILES), Math.floor(width / TILES), Math.floor(height / TILES)))
    }
  }
  return most
}

/** Variance of the Laplacian inside a tile, its rim left out. */
function variance(grey: Uint8ClampedArray, width: number, left: number, top: number, tileWidth: number, tileHeight: number): number {
  let [sum, squares, count] = [0, 0, 0]
  for (let y = top + 1; y < top + tileHeight - 1; y += 1) {
    for (let x = left + 1; x < left + tileWidth - 1; x += 1) {
      const at = y * width + x
      const edge = 4 * grey[at] - grey[at - 1] - grey[at + 1] - grey[at - width] - grey[at + width]
      sum += edge
      squares += edge * edge
      count += 1
    }
  }
  return squares / count - (sum / count) ** 2
}

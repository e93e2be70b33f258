import type { FoundLine } from './detector'
import { distance, type Quad } from './geometry'
import type { Raster } from './raster'
import { read } from './recogniser'
import type { Models } from './runtime'

/** EXIF orientations that are pure turns: upright, upside down, lying on either side. */
export type Turn = 1 | 3 | 6 | 8

/** Lines that are read to find out which way is up. */
const SAMPLE = 6
/** Mean certainty from which the first guess is taken without trying the other. */
const CLEAR = 0.85
/** Corner of the picture where the text begins, for a turn: quads count from the top left, clockwise. */
const BEGINS: Readonly<Record<Turn, 0 | 1 | 2 | 3>> = { 1: 0, 8: 1, 3: 2, 6: 3 }

/** How the picture has to be turned for its text to be upright: what chats and screenshots leave of a photo has lost its EXIF. 1 where nothing says otherwise. */
export async function turnOf(models: Models, page: Raster, lines: readonly FoundLine[]): Promise<Turn> {
  const quads = lines.map(({ quad }) => quad).filter((quad) => Math.max(wide(quad), tall(quad)) > 1.5 * Math.min(wide(quad), tall(quad)))
  const sample = quads.sort((p, q) => Math.max(wide(q), tall(q)) - Math.max(wide(p), tall(p))).slice(0, SAMPLE)
  if (sample.length === 0) return 1
  const lying = quads.filter((quad) => tall(quad) > wide(quad)).length > quads.length / 2
  const [first, other]: readonly [Turn, Turn] = lying ? [6, 8] : [1, 3]
  const certainty = await certaintyOf(models, page, sample, first)
  return certainty >= CLEAR || certainty >= (await certaintyOf(models, page, sample, other)) ? first : other
}

const wide = ([a, b]: Quad): number => distance(a, b)
const tall = ([a, , , d]: Quad): number => distance(a, d)

/** Mean certainty of the letters of some lines, read as if the picture were turned; a line without letters counts as nothing. */
async function certaintyOf({ runtime, recogniser, dictionary }: Models, page: Raster, quads: readonly Quad[], turn: Turn): Promise<number> {
  let sum = 0
  for (const quad of quads) {
    const { certain } = await read(runtime, recogniser, dictionary, page, beginningAt(quad, BEGINS[turn]))
    sum += certain.length === 0 ? 0 : certain.reduce((all, one) => all + one, 0) / certain.length
  }
  return sum / quads.length
}

function beginningAt([a, b, c, d]: Quad, corner: 0 | 1 | 2 | 3): Quad {
  switch (corner) {
    case 0: return [a, b, c, d]
    case 1: return [b, c, d, a]
    case 2: return [c, d, a, b]
    case 3: return [d, a, b, c]
  }
}

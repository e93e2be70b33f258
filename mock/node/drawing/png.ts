import { readFile } from 'node:fs/promises'
import { lowered, svgOf, type DrawnPage, type Mark } from '../../drawing'
import type { Glyphs, Step } from './glyphs'

type TextMark = Extract<Mark, { kind: 'text' }>
/** Points of the picture to a point of the page: a slip is then 1260 wide, an A4 sheet 1190. */
const ZOOM = { slip: 3, a4: 2 }
const SLIP_WIDTH = 500

let engine: Promise<typeof import('@resvg/resvg-wasm')> | undefined
/** The WebAssembly comes in with the first picture; it may be started once only. */
function loadEngine(): NonNullable<typeof engine> {
  engine ??= import('@resvg/resvg-wasm').then(async (resvg) => {
    await resvg.initWasm(await readFile(require.resolve('@resvg/resvg-wasm/index_bg.wasm')))
    return resvg
  })
  return engine
}

/** Pages as one picture, below each other; words are outlines, so no font is asked for. */
export async function pngOf(pages: readonly DrawnPage[], glyphs: Glyphs): Promise<Uint8Array> {
  const { Resvg } = await loadEngine()
  const [first] = pages
  if (!first) throw new Error('a sheet without pages')
  const marks = pages.flatMap((page, at) => page.marks.map((mark) => lowered(mark, at * first.height)))
  const svg = svgOf({ width: first.width, height: first.height * pages.length, marks }, (mark) => outlined(mark, glyphs))
  const drawing = new Resvg(svg, { fitTo: { mode: 'zoom', value: first.width < SLIP_WIDTH ? ZOOM.slip : ZOOM.a4 }, font: { loadSystemFonts: false } })
  const picture = drawing.render()
  try {
    return picture.asPng()
  } finally {
    picture.free()
    drawing.free()
  }
}

function outlined({ x, y, size, bold, colour, text, anchor, turn = 0 }: TextMark, { glyphOf, measure }: Glyphs): string {
  const scale = size / 1000
  const width = measure(text, bold) * size
  let at = anchor === 'start' ? 0 : anchor === 'middle' ? -width / 2 : -width
  let d = ''
  for (const sign of Array.from(text)) {
    const { advance, outline } = glyphOf(sign, bold)
    d += outline.map((step) => svgStep(step, scale, at)).join('')
    at += advance * scale
  }
  return d === '' ? '' : `<path transform="translate(${x.toFixed(2)} ${y.toFixed(2)})${turn ? ` rotate(${turn.toFixed(2)})` : ''}" fill="${colour}" d="${d}"/>`
}

const letters: Readonly<Record<Step['command'], string>> = { moveTo: 'M', lineTo: 'L', quadraticCurveTo: 'Q', bezierCurveTo: 'C', closePath: 'Z' }

function svgStep({ command, args }: Step, scale: number, dx: number): string {
  return letters[command] + args.map((value, at) => (at % 2 === 0 ? value * scale + dx : -value * scale).toFixed(2)).join(' ')
}

import jsQR from 'jsqr'
import { JUDGED_SIDE, photoQuality } from '@/domain/photo-quality'
import type { PageText, TextLine } from '../../partners/recognition'
import { detect } from './detector'
import { linesOf } from './pdf-lines'
import type { PdfPage } from './pdf'
import { greyOf, shrink, upright, type Raster } from './raster'
import { read } from './recogniser'
import type { Models } from './runtime'
import { turnOf } from './turn'

/** Best at about this size: smaller loses thin strokes, larger finds dirt. */
const LONG_SIDE = 1280
/** A picture smaller than this is a thumbnail: its figures are guesses. */
const SMALLEST_SIDE = 900
/** How far the second reading cuts wider than the first, in heights of the line. */
const WIDER = 0.08
/** Mean change of brightness over a strong edge of text: below it the photo is blurred. */
const SHARP = 12

/** Lines worth a second look: figures and hospitals. A name is compared with the member's, which is better. */
const SECOND = /\d{2}|\d[.,]|医院|[生健养治]院|中心|[元圆]整?$/

/** Everything that is written on a picture. */
export async function readPage(models: Models, picture: Raster): Promise<PageText> {
  const { runtime, detector, recogniser, dictionary } = models
  const codes = qrCodes(picture)
  const asSent = shrink(picture, LONG_SIDE)
  const foundAsSent = await detect(runtime, detector, asSent)
  const turn = await turnOf(models, asSent, foundAsSent)
  const page = upright(asSent, turn)
  const lines: TextLine[] = []
  for (const { quad } of turn === 1 ? foundAsSent : await detect(runtime, detector, page)) {
    const first = await read(runtime, recogniser, dictionary, page, quad)
    if (first.text === '') continue
    const again = SECOND.test(first.text) ? await read(runtime, recogniser, dictionary, page, quad, WIDER) : null
    lines.push({ ...first, quad, again: again && again.text })
  }
  return { width: page.width, height: page.height, legible: Math.max(picture.width, picture.height) >= SMALLEST_SIDE && sharpness(page) >= SHARP, quality: photoQuality(shrink(picture, JUDGED_SIDE)), lines, codes }
}

/** A PDF: its first page, a scan too, and of the others those that have words of their own; reading more scans would take longer than anybody waits. */
export async function readPdf(models: Models, first: PdfPage, more: readonly PdfPage[]): Promise<PageText> {
  const page = await readPdfPage(models, first)
  const further: PageText[] = []
  for (const one of more) if (linesOf(one.glyphs) !== null) further.push(await readPdfPage(models, one))
  return further.length > 0 ? { ...page, more: further } : page
}

/**
 * Everything that is written on the page of a PDF. Its own words need no reading, but only what the picture of the page says too is read
 * twice: a PDF can show other figures than it holds. A scan without words is read like a photo.
 */
async function readPdfPage(models: Models, { picture, glyphs }: PdfPage): Promise<PageText> {
  const words = linesOf(glyphs)
  if (words === null) return readPage(models, picture)
  const lines: TextLine[] = []
  for (const line of words) lines.push(SECOND.test(line.text) ? { ...line, again: (await read(models.runtime, models.recogniser, models.dictionary, picture, line.quad)).text } : line)
  return { width: picture.width, height: picture.height, legible: true, lines, codes: qrCodes(picture) }
}

function qrCodes(picture: Raster): string[] {
  const small = shrink(picture, 1600)
  const found = jsQR(new Uint8ClampedArray(small.data), small.width, small.height, { inversionAttempts: 'dontInvert' })
  return found && found.data !== '' ? [found.data] : []
}

/** How steep the steepest hundredth of the picture is: text in focus has hard edges. */
export function sharpness(raster: Raster): number {
  const { width, height } = raster
  const grey = greyOf(raster)
  const counts = new Uint32Array(256)
  for (let y = 1; y < height - 1; y += 1) {
    for (let x = 1; x < width - 1; x += 1) {
      const at = y * width + x
      const step = Math.max(Math.abs((grey[at + 1] ?? 0) - (grey[at] ?? 0)), Math.abs((grey[at + width] ?? 0) - (grey[at] ?? 0)))
      counts[step] = (counts[step] ?? 0) + 1
    }
  }
  let left = (width * height) / 100
  for (let step = 255; step > 0; step -= 1) {
    left -= counts[step] ?? 0
    if (left <= 0) return step
  }
  return 0
}

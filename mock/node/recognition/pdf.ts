import { readFile } from 'node:fs/promises'
import type { Pdfium } from '@embedpdf/pdfium'
import type { Glyph } from './pdf-lines'
import { blank, type Raster } from './raster'

/** Long side of the page as it is drawn: what the app makes of photos, too. */
const LONG_SIDE = 1600
/** Pages of a bill hold some thousand letters; more are not looked at. */
const MOST_GLYPHS = 20_000
/** Memory of pdfium in pages of 64 KB: 96 MB beside the models. What unpacks to more than that fails instead of growing. */
const MOST_MEMORY = 1536
const PAGE_BYTES = 65_536
/** Pages that are looked at: a discharge note or a settlement has two or three. */
const MOST_PAGES = 3
/** Notes on the page are drawn too; red, green, blue instead of blue, green, red. */
const FLAGS = 0x01 | 0x10
/** Device units of a letter's place, for pdfium tells whole ones only. */
const FINE = 64
/** Cosine of the angle up to which letters are upright: 15 degrees. */
const UPRIGHT = 0.966

export interface PdfPage {
  picture: Raster
  /** The words behind the page, in pixels of the picture; empty: a scan. */
  glyphs: Glyph[]
}

/**
 * The first pages of a PDF. The library is started for each file and forgotten with all of its memory. A further page that hurts is left out
 * with those behind it.
 * @returns none: not a PDF that opens. @throws where its first page is not whole, or wants more memory than it may have
 */
export async function openPdf(bytes: Uint8Array): Promise<PdfPage[]> {
  const lib = await start()
  const { malloc, memory } = lib.pdfium.wasmExports
  const file = malloc(bytes.length)
  if (file === 0) return []
  new Uint8Array(memory.buffer).set(bytes, file)
  const document = lib.FPDF_LoadMemDocument(file, bytes.length, '')
  const count = document === 0 ? 0 : Math.min(MOST_PAGES, lib.FPDF_GetPageCount(document))
  const pages: PdfPage[] = []
  for (let at = 0; at < count; at += 1) {
    try {
      const page = pageAt(lib, document, at)
      if (!page) break
      pages.push(page)
    } catch (error) {
      if (at === 0) throw error
      break
    }
  }
  return pages
}

function pageAt(lib: Pdfium, document: number, at: number): PdfPage | null {
  const page = lib.FPDF_LoadPage(document, at)
  const [wide, high] = page === 0 ? [0, 0] : [lib.FPDF_GetPageWidthF(page), lib.FPDF_GetPageHeightF(page)]
  const scale = LONG_SIDE / Math.max(wide, high)
  const [width, height] = [Math.round(wide * scale), Math.round(high * scale)]
  // A strip that is no page.
  if (!(Math.min(width, height) >= LONG_SIDE / 10)) return null
  return { picture: drawn(lib, page, width, height), glyphs: glyphsOf(lib, page, width, height) }
}

async function start(): Promise<Pdfium> {
  const { init } = await import('@embedpdf/pdfium')
  const silent = (): void => undefined
  const lib = await init({ wasmBinary: await readFile(require.resolve('@embedpdf/pdfium/pdfium.wasm')), print: silent, printErr: silent })
  const { memory } = lib.pdfium.wasmExports
  const grow = memory.grow.bind(memory)
  memory.grow = (pages) => {
    if (memory.buffer.byteLength / PAGE_BYTES + pages > MOST_MEMORY) throw new RangeError('the PDF wants too much memory')
    return grow(pages)
  }
  lib.PDFiumExt_Init()
  return lib
}

function drawn(lib: Pdfium, page: number, width: number, height: number): Raster {
  const bitmap = lib.FPDFBitmap_Create(width, height, 0)
  if (bitmap === 0) throw new Error('no memory for the page')
  lib.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xffffffff)
  lib.FPDF_RenderPageBitmap(bitmap, page, 0, 0, width, height, 0, FLAGS)
  const [from, stride] = [lib.FPDFBitmap_GetBuffer(bitmap), lib.FPDFBitmap_GetStride(bitmap)]
  const raster = blank(width, height)
  const pixels = new Uint8Array(lib.pdfium.wasmExports.memory.buffer)
  for (let y = 0; y < height; y += 1) raster.data.set(pixels.subarray(from + y * stride, from + y * stride + width * 4), y * width * 4)
  for (let at = 3; at < raster.data.length; at += 4) raster.data[at] = 255
  return raster
}

/** Letters with the boxes that their font gives them. Spaces, and what the library adds by itself, are left out: places tell words apart. */
function glyphsOf(lib: Pdfium, page: number, width: number, height: number): Glyph[] {
  const text = lib.FPDFText_LoadPage(page)
  const box = lib.pdfium.wasmExports.malloc(16)
  if (text === 0 || box === 0) return []
  const place = placer(lib, page, width, height, box)
  const [origin, along] = [place(0, 0), place(100, 0)]
  /** How far the page is shown turned, counter-clockwise. */
  const turn = Math.atan2(origin.y - along.y, along.x - origin.x)
  const glyphs: Glyph[] = []
  const count = Math.min(MOST_GLYPHS, lib.FPDFText_CountChars(text))
  for (let i = 0; i < count; i += 1) {
    const code = lib.FPDFText_GetUnicode(text, i)
    if (code <= 32 || code > 0x10ffff || lib.FPDFText_IsGenerated(text, i) === 1 || !lib.FPDFText_GetLooseCharBox(text, i, box)) continue
    const at = new DataView(lib.pdfium.wasmExports.memory.buffer, box, 16)
    const [left, top, right, bottom] = [0, 4, 8, 12].map((byte) => at.getFloat32(byte, true))
    const [a, b] = [place(left ?? 0, top ?? 0), place(right ?? 0, bottom ?? 0)]
    const character = String.fromCodePoint(code)
    if (character.trim() === '') continue
    glyphs.push({ character, known: lib.FPDFText_HasUnicodeMapError(text, i) !== 1, upright: Math.cos(lib.FPDFText_GetCharAngle(text, i) + turn) > UPRIGHT, left: Math.min(a.x, b.x), right: Math.max(a.x, b.x), top: Math.min(a.y, b.y), bottom: Math.max(a.y, b.y) })
  }
  return glyphs
}

/** From places of the page, as its rotation and its cropping have it, to pixels: three corners tell how. `box`: 8 bytes to write to. */
function placer(lib: Pdfium, page: number, width: number, height: number, box: number): (x: number, y: number) => { x: number; y: number } {
  const far = 1000
  const corner = (x: number, y: number): [number, number] => {
    lib.FPDF_PageToDevice(page, 0, 0, width * FINE, height * FINE, 0, x, y, box, box + 4)
    const at = new DataView(lib.pdfium.wasmExports.memory.buffer, box, 8)
    return [at.getInt32(0, true) / FINE, at.getInt32(4, true) / FINE]
  }
  const [[x0, y0], [xx, xy], [yx, yy]] = [corner(0, 0), corner(far, 0), corner(0, far)]
  return (x, y) => ({ x: x0 + ((xx - x0) * x + (yx - x0) * y) / far, y: y0 + ((xy - y0) * x + (yy - y0) * y) / far })
}

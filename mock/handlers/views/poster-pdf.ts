import type { Poster } from '../posters'

/** A4 in points. */
const WIDTH = 595
const HEIGHT = 842
const CODE = 340

/**
 * One page written by hand: squares for the code, words in STSong-Light, the Chinese font that PDF readers bring themselves (Adobe-GB1,
 * no file embedded): a font of our own would be megabytes, and the library for it too large for the mini-program's demo build.
 */
export function pdfPoster({ linesZh, footZh, modules }: Poster): Uint8Array {
  const unit = CODE / modules.length
  const left = (WIDTH - CODE) / 2
  const top = 590
  const squares = modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`${(left + x * unit).toFixed(2)} ${(top - (y + 1) * unit).toFixed(2)} ${unit.toFixed(2)} ${unit.toFixed(2)} re`] : [])))
  const content = [...squares, 'f', ...linesZh.map((line, at) => textAt(line, 760 - at * 46, 28)), ...footZh.map((line, at) => textAt(line, 205 - at * 30, 17))].join('\n')
  return document([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>`,
    `<< /Length ${content.length} >>\nstream\n${content}\nendstream`,
    '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [6 0 R] >>',
    '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 4 >> /FontDescriptor 7 0 R /DW 1000 /W [1 95 500] >>',
    '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
  ])
}

/** Centred: a Chinese sign is as wide as the type is high, a Latin one half as wide. */
function textAt(text: string, y: number, size: number): string {
  const width = Array.from(text).reduce((sum, sign) => sum + (sign.charCodeAt(0) < 128 ? 0.5 : 1) * size, 0)
  const hex = Array.from({ length: text.length }, (_, at) => text.charCodeAt(at).toString(16).padStart(4, '0')).join('')
  return `BT /F1 ${size} Tf ${((WIDTH - width) / 2).toFixed(1)} ${y} Td <${hex}> Tj ET`
}

/** Objects 1 … n with the table that says where each begins. All text is ASCII, so characters are bytes. */
function document(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.4\n'
  const offsets = objects.map((object, at) => {
    const offset = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = text.length
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')}`
  text += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`
  return Uint8Array.from(text, (sign) => sign.charCodeAt(0))
}

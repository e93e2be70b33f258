import { PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef, decodePDFRawStream, type PDFObject } from 'pdf-lib'

export interface PdfPage {
  width: number
  height: number
  /** The words as a search or a copy finds them, one shown text a line. */
  words: string
}

/** Pages of a PDF with their words, looked up in the tables that the file brings along. */
export async function pdfPages(bytes: Uint8Array): Promise<PdfPage[]> {
  const document = await PDFDocument.load(bytes, { updateMetadata: false })
  return document.getPages().map((page) => {
    const fonts = page.node.Resources()?.lookup(PDFName.of('Font'), PDFDict)
    const tables = new Map((fonts?.entries() ?? []).map(([name, font]) => [name.asString(), wordsOf(resolved(document, font))]))
    const contents = streamText(resolved(document, page.node.get(PDFName.of('Contents'))))
    let table = new Map<string, string>()
    const lines = (contents.match(/BT[^]*?ET/g) ?? []).map((shown) =>
      [...shown.matchAll(/(\/T\d+)|<([0-9a-f]+)>/g)].reduce((line, [, name, codes]) => {
        if (name) table = tables.get(name) ?? new Map()
        return line + (codes?.match(/../g) ?? []).map((code) => table.get(code) ?? '\ufffd').join('')
      }, ''),
    )
    return { ...page.getSize(), words: lines.join('\n') }
  })
}

const resolved = (document: PDFDocument, object: PDFObject | undefined): PDFObject | undefined => (object instanceof PDFRef ? document.context.lookup(object) : object)

function streamText(object: PDFObject | undefined): string {
  if (!(object instanceof PDFRawStream)) throw new Error('not a stream')
  return Buffer.from(decodePDFRawStream(object).decode()).toString('latin1')
}

/** Code of a sign -> the sign, only where its outline is there too. */
function wordsOf(font: PDFObject | undefined): Map<string, string> {
  if (!(font instanceof PDFDict)) throw new Error('not a font')
  const drawn = font.lookup(PDFName.of('CharProcs'), PDFDict)
  const names = font.lookup(PDFName.of('Encoding'), PDFDict).lookup(PDFName.of('Differences'), PDFArray)
  const rows = streamText(font.lookup(PDFName.of('ToUnicode'))).matchAll(/<([0-9a-f]{2})> <([0-9a-f]+)>/g)
  return new Map(
    [...rows].flatMap(([, code = '', units = '']) => {
      const name = names.get(parseInt(code, 16))
      const sign = String.fromCharCode(...(units.match(/.{4}/g) ?? []).map((unit) => parseInt(unit, 16)))
      const outline = name instanceof PDFName && drawn.has(name) ? streamText(drawn.lookup(name)) : ''
      return sign.trim() === '' || / [lc] /.test(outline) ? [[code, sign] as const] : []
    }),
  )
}

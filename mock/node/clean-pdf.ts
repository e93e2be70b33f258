import { stripJpeg } from '../core/documents/jpeg'
import type { CleanPdf } from '../core/types'

/**
 * PDF without /Info, document id and XMP (of the file, its pages and its pictures), and without the metadata inside its photos.
 * Rewritten as a whole, so that nothing of an earlier revision stays inside. The library comes in on first use: it costs start-up
 * time that most starts do not need.
 */
export const cleanPdf: CleanPdf = async (bytes) => {
  if (!endsAsPdf(bytes)) return 'DAMAGED'
  const { PDFDict, PDFDocument, PDFName, PDFRawStream, PDFStream } = await import('pdf-lib')
  try {
    const document = await PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true })
    if (document.getPageCount() === 0) return 'DAMAGED'
    const { context } = document
    const [type, metadata, filter, jpeg] = ['Type', 'Metadata', 'Filter', 'DCTDecode'].map((name) => PDFName.of(name))
    for (const [ref, object] of context.enumerateIndirectObjects()) {
      const dictionary = object instanceof PDFStream ? object.dict : object instanceof PDFDict ? object : undefined
      if (dictionary?.get(type) === metadata || ref === context.trailerInfo.Info) context.delete(ref)
      else for (const key of ['Metadata', 'PieceInfo', 'LastModified']) dictionary?.delete(PDFName.of(key))
      if (object instanceof PDFRawStream && object.dict.get(filter) === jpeg) context.assign(ref, PDFRawStream.of(object.dict, stripJpeg(object.contents).sanitised))
    }
    context.trailerInfo.Info = undefined
    context.trailerInfo.ID = undefined
    return await document.save({ addDefaultPage: false, updateFieldAppearances: false })
  } catch (error) {
    // By its words: the library's error classes do not survive its own compilation (instanceof is false).
    return /encrypted/i.test(String(error)) ? 'ENCRYPTED' : 'DAMAGED'
  }
}

/** A cut-off PDF lacks its last line; pdf-lib would repair it and lose pages without a word. */
const endsAsPdf = (bytes: Uint8Array): boolean => Buffer.from(bytes.subarray(-1024)).includes('%%EOF')

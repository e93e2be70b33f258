import { inflateSync } from 'node:zlib'
import { stripJpeg } from '../core/documents/jpeg'
import type { CleanPdf } from '../core/types'

/**
 * PDF without /Info, document id and XMP (of the file, its pages and its pictures), and without the metadata inside its photos.
 * Rewritten as a whole, so that nothing of an earlier revision stays inside. The library comes in on first use: it costs start-up
 * time that most starts do not need.
 */
export const cleanPdf: CleanPdf = async (bytes) => {
  if (!endsAsPdf(bytes)) return 'DAMAGED'
  if (isBomb(bytes)) return 'TOO_LARGE'
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

/** What the object streams of a PDF may unpack to, all together: those of a bill of a hundred pages take less than one (A). */
const MOST_UNPACKED = 16 * 1024 * 1024
/** How far before its stream a dictionary may begin. */
const DICTIONARY = 4096

/**
 * The library unpacks object and cross-reference streams as it reads, without a limit: 5 MB of them can become 5 GB. Pictures and pages
 * stay packed. Names may be written with #-codes.
 */
function isBomb(bytes: Uint8Array): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let left = MOST_UNPACKED
  for (let at = file.indexOf('stream'); at >= 0; at = file.indexOf('stream', at + 6)) {
    if (file.subarray(at - 3, at).toString('latin1') === 'end') continue
    const head = file.subarray(Math.max(0, at - DICTIONARY), at).toString('latin1')
    const dictionary = head.slice(head.lastIndexOf('obj') + 3).replace(/#([0-9a-f]{2})/gi, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)))
    if (!/\/(ObjStm|XRef)/.test(dictionary)) continue
    // Other packings of such a stream are unheard of, and the library would unpack them as freely.
    if (/\/(LZW|RunLength|ASCII85|ASCIIHex)Decode|\/(LZW|RL|A85|AHx)\b/.test(dictionary) || (dictionary.match(/FlateDecode/g) ?? []).length > 1) return true
    left -= unpackedBytes(file.subarray(at + 6 + (file[at + 6] === 13 ? 2 : 1)), left)
    if (left <= 0) return true
  }
  return false
}

/** Bytes that a packed stream becomes, `most` where it is more; 0 for what is not packed or broken. */
function unpackedBytes(packed: Buffer, most: number): number {
  try {
    return inflateSync(packed, { maxOutputLength: most }).length
  } catch (error) {
    return error instanceof RangeError || (error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE') ? most : 0
  }
}

import { sha256Hex, utf8 } from '../../../core'
import { svgSheet, type Sheet } from '../../../drawing'
import type { FileStore } from '../../../store/store'

/**
 * Draws a signed document and keeps it with the files, under its own hash: what was signed is what lies there, whatever becomes of words
 * and layout later. An SVG, because it is drawn inside the transaction, everywhere, without a font.
 */
export async function keepDrawn(files: FileStore, sheet: Sheet): Promise<string> {
  const drawn = utf8(svgSheet(sheet))
  const hash = sha256Hex(drawn)
  await files.put(hash, drawn)
  return hash
}

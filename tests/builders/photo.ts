import { readFileSync } from 'node:fs'
import { join } from 'node:path'

const upright = readFileSync(join(__dirname, 'fixtures', 'upright.jpg'))

/** Bytes of a small real photo; `mark` makes another photo of it (a comment inside the file, so another hash). */
export function photo(mark = ''): Uint8Array {
  const bytes = Uint8Array.from(upright)
  if (mark === '') return bytes
  const text = Buffer.from(mark)
  const comment = [0xff, 0xfe, (text.length + 2) >> 8, (text.length + 2) & 255, ...text]
  return Uint8Array.from([...bytes.slice(0, 2), ...comment, ...bytes.slice(2)])
}

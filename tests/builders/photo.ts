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

/** The same, made heavy by comments: a photo as a phone's camera leaves it. */
export function heavyPhoto(mark: string, kilobytes: number): Uint8Array {
  const bytes = photo(mark)
  const comment = Uint8Array.from({ length: 1024 * 32 }, (_none, at) => (at < 4 ? [0xff, 0xfe, (32 * 1024 - 2) >> 8, (32 * 1024 - 2) & 255][at] ?? 0 : (at * 7 + mark.length) & 127))
  return Uint8Array.from(Buffer.concat([bytes.slice(0, 2), ...Array.from({ length: Math.ceil(kilobytes / 32) }, () => comment), bytes.slice(2)]))
}

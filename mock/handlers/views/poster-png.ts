import type { Poster } from '../posters'

/** Bytes a square is wide: 8 points each, so that a row of squares is a row of whole bytes. */
const BYTES = 3
const SCALE = BYTES * 8
const QUIET = 4

/** The code alone, black on white with its quiet zone, one bit a point; words would need a font on the server. */
export function pngPoster({ modules }: Poster): Uint8Array {
  const side = (modules.length + 2 * QUIET) * SCALE
  const rowBytes = 1 + side / 8
  const pixels = new Uint8Array(side * rowBytes)
  for (let y = 0; y < side; y += 1) {
    const line = modules[Math.floor(y / SCALE) - QUIET] ?? []
    // Each row begins with its filter: none.
    for (let x = 0; x < side / 8; x += 1) pixels[y * rowBytes + 1 + x] = line[Math.floor(x / BYTES) - QUIET] ? 0 : 255
  }
  const header = [...word(side), ...word(side), 1, 0, 0, 0, 0]
  return concat([Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', Uint8Array.from(header)), chunk('IDAT', zlibStored(pixels)), chunk('IEND', new Uint8Array())])
}

const word = (value: number): number[] => [24, 16, 8, 0].map((shift) => (value >>> shift) & 255)

function chunk(type: string, data: Uint8Array): Uint8Array {
  const named = concat([Uint8Array.from(type, (sign) => sign.charCodeAt(0)), data])
  return concat([Uint8Array.from(word(data.length)), named, Uint8Array.from(word(crc32(named)))])
}

/** zlib with stored blocks: larger than packed, and nothing to carry along. */
function zlibStored(data: Uint8Array): Uint8Array {
  const blocks: Uint8Array[] = [Uint8Array.from([0x78, 0x01])]
  for (let at = 0; at < data.length; at += 65_535) {
    const part = data.subarray(at, at + 65_535)
    const last = at + 65_535 >= data.length ? 1 : 0
    blocks.push(Uint8Array.from([last, part.length & 255, part.length >> 8, ~part.length & 255, (~part.length >> 8) & 255]), part)
  }
  return concat([...blocks, Uint8Array.from(word(adler32(data)))])
}

function adler32(data: Uint8Array): number {
  let [a, b] = [1, 0]
  for (const byte of data) {
    a = (a + byte) % 65_521
    b = (b + a) % 65_521
  }
  return ((b << 16) | a) >>> 0
}

function crc32(data: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of data) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

import { concat, Damaged, latin1, Reader, u32 } from './bytes'
import { orientationTiff, readOrientation } from './exif'
import type { Picture } from './picture'

/** What draws the picture (animations too). Text, EXIF, time, colour profiles with names and unknown chunks are left out. */
const KEPT = ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'cHRM', 'gAMA', 'sRGB', 'sBIT', 'bKGD', 'pHYs', 'acTL', 'fcTL', 'fdAT']
const SIGNATURE_BYTES = 8

/** @throws Damaged */
export function stripPng(bytes: Uint8Array): Picture {
  const file = new Reader(bytes)
  const [header, ...rest] = chunksOf(file)
  if (header?.type !== 'IHDR' || header.data.length !== 13 || !rest.some(({ type }) => type === 'IDAT')) throw new Damaged('no picture')
  const size = { width: new Reader(header.data).u32(0), height: new Reader(header.data).u32(4) }
  if (size.width === 0 || size.height === 0) throw new Damaged('no picture')
  const exif = rest.find(({ type }) => type === 'eXIf')
  const orientation = exif ? readOrientation(exif.data) : 1
  const kept = rest.filter(({ type }) => KEPT.includes(type)).map(({ whole }) => whole)
  return { ...size, sanitised: concat([file.slice(0, SIGNATURE_BYTES), header.whole, ...(orientation === 1 ? [] : [chunk('eXIf', orientationTiff(orientation))]), ...kept]) }
}

interface Chunk {
  type: string
  data: Uint8Array
  whole: Uint8Array
}

/** Chunks up to IEND, each with a checksum that holds; what follows is not part of the picture. */
function chunksOf(file: Reader): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = SIGNATURE_BYTES; ; ) {
    const end = at + 12 + file.u32(at)
    const whole = file.slice(at, end)
    if (crc32(whole.subarray(4, -4)) !== file.u32(end - 4)) throw new Damaged('checksum')
    const type = file.text(at + 4, 4)
    chunks.push({ type, data: whole.subarray(8, -4), whole })
    if (type === 'IEND') return chunks
    at = end
  }
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const checked = concat([latin1(type), data])
  return concat([u32(data.length), checked, u32(crc32(checked))])
}

const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let bit = 0; bit < 8; bit += 1) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

function crc32(bytes: Uint8Array): number {
  let c = 0xffffffff
  for (const byte of bytes) c = (CRC_TABLE[(c ^ byte) & 255] ?? 0) ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}

import { concat, Damaged, latin1, Reader, u32 } from './bytes'
import { orientationTiff, readOrientation } from './exif'
import type { Picture } from './picture'

const KEPT = ['VP8X', 'VP8 ', 'VP8L', 'ALPH', 'ANIM', 'ANMF']
const EXIF_FLAG = 0x08
/** Bits of VP8X for parts that are left out: colour profile, EXIF, XMP. */
const METADATA_FLAGS = 0x20 | EXIF_FLAG | 0x04

interface Chunk {
  type: string
  data: Uint8Array
}

/** @throws Damaged */
export function stripWebp(bytes: Uint8Array): Picture {
  const file = new Reader(bytes)
  const chunks = chunksOf(file, 8 + file.u32(4, true))
  const size = sizeOf(chunks)
  const exif = chunks.find(({ type }) => type === 'EXIF')
  const orientation = exif ? readOrientation(exif.data) : 1
  const kept = chunks.filter(({ type }) => KEPT.includes(type)).map((part) => (part.type === 'VP8X' ? withFlags(part, orientation) : part))
  // EXIF is legal only in the extended format, and comes last there.
  const turned = orientation !== 1 && kept[0]?.type === 'VP8X' ? [...kept, { type: 'EXIF', data: orientationTiff(orientation) }] : kept
  const body = concat([latin1('WEBP'), ...turned.map(write)])
  return { ...size, sanitised: concat([latin1('RIFF'), u32(body.length, true), body]) }
}

function chunksOf(file: Reader, end: number): Chunk[] {
  const chunks: Chunk[] = []
  for (let at = 12; at + 8 <= end; ) {
    const length = file.u32(at + 4, true)
    chunks.push({ type: file.text(at, 4), data: file.slice(at + 8, at + 8 + length) })
    at += 8 + length + (length & 1)
  }
  return chunks
}

function withFlags({ type, data }: Chunk, orientation: number): Chunk {
  const changed = data.slice()
  changed[0] = ((data[0] ?? 0) & ~METADATA_FLAGS) | (orientation === 1 ? 0 : EXIF_FLAG)
  return { type, data: changed }
}

const write = ({ type, data }: Chunk): Uint8Array => concat([latin1(type), u32(data.length, true), data, new Uint8Array(data.length & 1)])

function sizeOf(chunks: Chunk[]): { width: number; height: number } {
  if (!chunks.some(({ type }) => ['VP8 ', 'VP8L', 'ANMF'].includes(type))) throw new Damaged('no picture')
  const [first] = chunks
  const data = new Reader(first?.data ?? new Uint8Array())
  switch (first?.type) {
    case 'VP8X':
      return { width: 1 + (data.u32(3, true) >>> 8), height: 1 + (data.u32(6, true) >>> 8) }
    case 'VP8L':
      return { width: 1 + (data.u32(1, true) & 0x3fff), height: 1 + ((data.u32(1, true) >>> 14) & 0x3fff) }
    case 'VP8 ':
      return { width: data.u16(6, true) & 0x3fff, height: data.u16(8, true) & 0x3fff }
    default:
      throw new Damaged('no picture')
  }
}

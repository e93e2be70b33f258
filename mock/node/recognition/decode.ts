import { readFile } from 'node:fs/promises'
import { readOrientation } from '../../core/documents/exif'
import { inspectFile } from '../../core/documents'
import { sniff } from '../../core/documents/sniff'
import { upright, type Raster } from './raster'

/** The app sends 1600 px at most, a phone's sensor 12 megapixels: decoding more would take the process above its 900 MB. */
const MAX_MEGAPIXELS = 13

/** Pixels of a JPEG, PNG or WebP, upright. null: not a picture that can be read, or too large a one: its size is looked at first. */
export async function decode(bytes: Uint8Array): Promise<Raster | null> {
  const seen = await inspectFile(bytes)
  if (!seen.ok || (seen.width ?? 0) * (seen.height ?? 0) > MAX_MEGAPIXELS * 1e6) return null
  switch (sniff(bytes)) {
    case 'image/jpeg': {
      const { decode: jpeg } = await import('jpeg-js')
      const { width, height, data } = jpeg(bytes, { useTArray: true, formatAsRGBA: true, maxResolutionInMP: MAX_MEGAPIXELS, maxMemoryUsageInMB: 512 })
      return upright({ width, height, data }, orientationOf(bytes))
    }
    case 'image/png': {
      const { PNG } = await import('pngjs')
      const { width, height, data } = PNG.sync.read(Buffer.from(bytes))
      return { width, height, data: onWhite(new Uint8Array(data)) }
    }
    case 'image/webp':
      return webp(bytes)
    default:
      return null
  }
}

async function webp(bytes: Uint8Array): Promise<Raster> {
  const { default: decodeWebp, init } = await import('@jsquash/webp/decode.js')
  const module = require.resolve('@jsquash/webp/codec/dec/webp_dec.wasm')
  await init(await WebAssembly.compile(await readFile(module)))
  const { width, height, data } = await decodeWebp(Uint8Array.from(bytes).buffer)
  return { width, height, data: onWhite(new Uint8Array(data)) }
}

/** What is transparent is white paper, not black. */
function onWhite(data: Uint8Array): Uint8Array {
  for (let at = 0; at < data.length; at += 4) {
    const alpha = data[at + 3] ?? 255
    if (alpha === 255) continue
    for (let channel = 0; channel < 3; channel += 1) data[at + channel] = ((data[at + channel] ?? 0) * alpha + 255 * (255 - alpha)) / 255
    data[at + 3] = 255
  }
  return data
}

/** Orientation of the first EXIF segment of a JPEG; 1 where there is none. */
function orientationOf(bytes: Uint8Array): number {
  for (let at = 2; at + 4 < bytes.length && bytes[at] === 0xff; ) {
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xda) return 1
    const length = ((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0)
    if (marker === 0xe1 && Buffer.from(bytes.subarray(at + 4, at + 8)).toString('latin1') === 'Exif') return readOrientation(bytes.subarray(at + 4, at + 2 + length))
    at += 2 + length
  }
  return 1
}

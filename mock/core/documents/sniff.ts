import { latin1 } from './bytes'

export type Kind = 'image/jpeg' | 'image/png' | 'image/webp' | 'image/heic' | 'application/pdf'

/** Brands of the HEIF family that phones write. AVIF is not among them: it is a type that is not taken. */
const HEIC_BRANDS = ['heic', 'heix', 'heim', 'heis', 'hevc', 'hevx', 'hevm', 'hevs', 'mif1', 'msf1']
/** Readers accept a PDF whose signature stands anywhere here. */
const PDF_HEAD = 1024

const has = (bytes: Uint8Array, at: number, signature: string): boolean => latin1(signature).every((byte, i) => bytes[at + i] === byte)

/** What a file is, by its bytes alone: names and declared types lie. undefined: nothing that is taken. */
export function sniff(bytes: Uint8Array): Kind | undefined {
  if (has(bytes, 0, '\u00ff\u00d8\u00ff')) return 'image/jpeg'
  if (has(bytes, 0, '\u0089PNG\r\n\u001a\n')) return 'image/png'
  if (has(bytes, 0, 'RIFF') && has(bytes, 8, 'WEBP')) return 'image/webp'
  if (has(bytes, 4, 'ftyp') && HEIC_BRANDS.some((brand) => has(bytes, 8, brand))) return 'image/heic'
  for (let at = 0; at < Math.min(PDF_HEAD, bytes.length); at += 1) if (has(bytes, at, '%PDF-')) return 'application/pdf'
  return undefined
}

/** The mark of a JPEG that says how its pixels are to be turned (EXIF, tag 0x0112): 1 upright, 2 to 8 turned or mirrored. */
const ORIENTATION = 0x0112

const at = (bytes: Uint8Array, index: number): number => bytes[index] ?? 0

/** Reads a number of the TIFF part in its own byte order. */
const reader = (bytes: Uint8Array, start: number) => {
  const little = at(bytes, start) === 0x49
  const short = (offset: number): number => (little ? at(bytes, start + offset) | (at(bytes, start + offset + 1) << 8) : (at(bytes, start + offset) << 8) | at(bytes, start + offset + 1))
  return { short, long: (offset: number): number => (little ? short(offset) + short(offset + 2) * 65_536 : short(offset) * 65_536 + short(offset + 2)) }
}

/** `head`: the first bytes of the file; metadata stand before the pixels. 1 where nothing else is said. */
export function orientationOf(head: Uint8Array): number {
  if (at(head, 0) !== 0xff || at(head, 1) !== 0xd8) return 1
  for (let segment = 2; segment + 4 < head.length && at(head, segment) === 0xff; segment += 2 + ((at(head, segment + 2) << 8) | at(head, segment + 3))) {
    const kind = at(head, segment + 1)
    if (kind === 0xda) break
    if (kind !== 0xe1 || String.fromCharCode(...head.slice(segment + 4, segment + 8)) !== 'Exif') continue
    const { short, long } = reader(head, segment + 10)
    const list = long(4)
    for (let entry = 0; entry < short(list); entry += 1) {
      if (short(list + 2 + entry * 12) !== ORIENTATION) continue
      const value = short(list + 2 + entry * 12 + 8)
      return value >= 1 && value <= 8 ? value : 1
    }
  }
  return 1
}

/** A JPEG without metadata, with this mark alone. */
export const withOrientation = (jpeg: Blob, orientation: number): Blob =>
  new Blob(
    [
      // Start of image; EXIF with one entry, big-endian; then the rest.
      new Uint8Array([0xff, 0xd8, 0xff, 0xe1, 0, 34, 0x45, 0x78, 0x69, 0x66, 0, 0, 0x4d, 0x4d, 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]),
      jpeg.slice(2),
    ],
    { type: 'image/jpeg' },
  )

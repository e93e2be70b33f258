import { latin1, Reader } from './bytes'

const ORIENTATION = 0x0112
const EXIF_PREFIX = 'Exif\u0000\u0000'

/** Orientation 1 to 8 from a TIFF block (with or without the prefix `Exif\0\0`); 1 where there is none that can be read. */
export function readOrientation(block: Uint8Array): number {
  try {
    const start = new Reader(block)
    const tiff = block.length > 6 && start.text(0, 6) === EXIF_PREFIX ? new Reader(block.subarray(6)) : start
    const little = tiff.text(0, 2) === 'II'
    if ((!little && tiff.text(0, 2) !== 'MM') || tiff.u16(2, little) !== 42) return 1
    const directory = tiff.u32(4, little)
    for (let i = 0; i < tiff.u16(directory, little); i += 1) {
      const entry = directory + 2 + i * 12
      if (tiff.u16(entry, little) !== ORIENTATION) continue
      const value = tiff.u16(entry + 8, little)
      return value >= 1 && value <= 8 ? value : 1
    }
    return 1
  } catch {
    return 1
  }
}

/** A TIFF block that says nothing but the orientation (26 bytes): without it a phone's photo would lie on its side. */
export function orientationTiff(orientation: number): Uint8Array {
  return Uint8Array.from([...latin1('MM'), 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0])
}

export const exifPrefix = latin1(EXIF_PREFIX)

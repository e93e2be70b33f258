import { concat, Damaged, latin1, Reader } from './bytes'
import { exifPrefix, orientationTiff, readOrientation } from './exif'
import type { Picture } from './picture'

const SOI = 0xd8
const EOI = 0xd9
const SOS = 0xda
const COM = 0xfe
const APP0 = 0xe0
const APP1 = 0xe1
/** Adobe's segment says how colours are coded: without it CMYK and RGB pictures change. */
const APP14 = 0xee
/** Start of frame, all codings; C4, C8 and CC are something else. */
const isFrame = (marker: number): boolean => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
/** Restart markers and the stuffed zero belong to the coded pixels. */
const isInsideScan = (marker: number): boolean => marker === 0 || (marker >= 0xd0 && marker <= 0xd7)

/**
 * Segments that decode the picture, byte for byte, and a minimal EXIF where the picture must be turned. What follows the end of the
 * picture (second pictures, films of a motion photo) goes too. @throws Damaged
 */
export function stripJpeg(bytes: Uint8Array): Picture {
  const file = new Reader(bytes)
  const parts: Uint8Array[] = []
  let orientation = 1
  let size: { width: number; height: number } | undefined
  let scans = 0
  let at = 2
  for (;;) {
    const marker = markerAt(file, at)
    at = marker.end
    if (marker.code === EOI) break
    const end = at + file.u16(at)
    const segment = file.slice(at - 2, end)
    if (marker.code === APP1) orientation = orientation === 1 ? readOrientation(file.slice(at + 2, end)) : orientation
    else if (!isMetadata(marker.code)) parts.push(segment)
    if (isFrame(marker.code)) size = { height: file.u16(at + 3), width: file.u16(at + 5) }
    at = end
    if (marker.code !== SOS) continue
    scans += 1
    const scanEnd = endOfScan(file, at)
    parts.push(file.slice(at, scanEnd))
    at = scanEnd
  }
  if (!size || size.width === 0 || size.height === 0 || scans === 0) throw new Damaged('no picture')
  return { ...size, sanitised: concat([Uint8Array.of(0xff, SOI), ...(orientation === 1 ? [] : [exifSegment(orientation)]), ...parts, Uint8Array.of(0xff, EOI)]) }
}

const isMetadata = (marker: number): boolean => marker === COM || (marker >= APP0 && marker <= 0xef && marker !== APP14)

/** The marker at `at`, after any fill bytes; `end` is behind it. */
function markerAt(file: Reader, at: number): { code: number; end: number } {
  if (file.u8(at) !== 0xff) throw new Damaged('no marker')
  let end = at + 1
  while (file.u8(end) === 0xff) end += 1
  return { code: file.u8(end), end: end + 1 }
}

function endOfScan(file: Reader, from: number): number {
  const { bytes } = file
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = file.u8(at + 1)
    if (next !== 0xff && !isInsideScan(next)) return at
  }
  throw new Damaged('cut off in the picture')
}

function exifSegment(orientation: number): Uint8Array {
  const content = concat([exifPrefix, orientationTiff(orientation)])
  return concat([latin1('\u00ff\u00e1'), Uint8Array.of(0, content.length + 2), content])
}

import { existsSync } from 'node:fs'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright-core'

/** What a photo of a bill looks like when it is upright: one colour a corner, so that a turned picture cannot pass. */
export const corners = { topLeft: 'red', topRight: 'green', bottomLeft: 'blue', bottomRight: 'yellow' } as const
export type Corners = Record<keyof typeof corners, string>

/** A page of any browser. */
type Draws = Pick<Page, 'evaluate'>

/** Side by side as the sensor of a phone held upright delivers them: 12 megapixels, lying. */
const SENSOR = { width: 4000, height: 3000 }
/** EXIF orientation 6: turn by 90° clockwise to see it upright. */
export const TURN_CLOCKWISE = 6
/** The pixels of such a photo, made small and not turned. */
export const asItLies = { width: 1600, height: 1200, corners: { topLeft: 'green', topRight: 'yellow', bottomLeft: 'red', bottomRight: 'blue' } } as const

/**
 * A JPEG as a phone camera writes it: 12 megapixels, several megabytes, lying on its side with EXIF orientation 6, with the place
 * where it was taken. Drawn in a page of the browser once and kept in .cache.
 */
export const phonePhoto = async (page: Draws): Promise<Buffer> => readFile(await phonePhotoFile(page))

/** The same as a file that can be handed in. */
export async function phonePhotoFile(page: Draws): Promise<string> {
  const file = path.resolve(__dirname, '../../.cache/phone-photo.jpg')
  if (existsSync(file)) return file
  const drawn = Buffer.from(await page.evaluate(drawLying, SENSOR), 'base64')
  await mkdir(path.dirname(file), { recursive: true })
  // Test files run beside each other: none meets half a photo.
  const part = `${file}.${process.pid}`
  await writeFile(part, Buffer.concat([drawn.subarray(0, 2), exifSegment(TURN_CLOCKWISE), drawn.subarray(2)]))
  await rename(part, file)
  return file
}

/** Runs in the page. Grain keeps the file as large as a real one. @returns base64 */
async function drawLying({ width, height }: { width: number; height: number }): Promise<string> {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  const image = pen.createImageData(width, height)
  let seed = 1
  for (let i = 0; i < image.data.length; i += 4) {
    seed = (seed * 1664525 + 1013904223) >>> 0
    const grey = 190 + (seed >>> 26)
    image.data[i] = image.data[i + 1] = image.data[i + 2] = grey
    image.data[i + 3] = 255
  }
  pen.putImageData(image, 0, 0)
  const side = 900
  // Where the corners of the upright picture lie before it is turned clockwise.
  for (const [colour, x, y] of [['red', 0, height - side], ['green', 0, 0], ['blue', width - side, height - side], ['yellow', width - side, 0]] as const) {
    pen.fillStyle = colour
    pen.fillRect(x, y, side, side)
  }
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9))
  const url = await new Promise<string>((resolve) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    if (blob) reader.readAsDataURL(blob)
  })
  return url.slice(url.indexOf(',') + 1)
}

/** APP1 with orientation, maker and a place in Guangzhou (TIFF, little-endian). */
function exifSegment(orientation: number): Buffer {
  const word = (value: number): number[] => [value & 255, (value >> 8) & 255]
  const long = (value: number): number[] => [...word(value & 0xffff), ...word(value >>> 16)]
  const text = (value: string): number[] => [...Buffer.from(`${value}\0`)]
  const entry = (tag: number, type: number, count: number, value: number[]): number[] => [...word(tag), ...word(type), ...long(count), ...value]
  const degrees = (d: number, m: number, s: number): number[] => [d, 1, m, 1, s, 1].flatMap(long)

  const maker = text('Example Phone')
  const ifd0At = 8
  const makerAt = ifd0At + 2 + 3 * 12 + 4
  const gpsAt = makerAt + maker.length
  const latitudeAt = gpsAt + 2 + 4 * 12 + 4
  const longitudeAt = latitudeAt + 24
  const tiff = [
    ...Buffer.from('II'), ...word(42), ...long(ifd0At),
    ...word(3), ...entry(0x010f, 2, maker.length, long(makerAt)), ...entry(0x0112, 3, 1, long(orientation)), ...entry(0x8825, 4, 1, long(gpsAt)), ...long(0),
    ...maker,
    ...word(4), ...entry(1, 2, 2, [...text('N'), 0, 0]), ...entry(2, 5, 3, long(latitudeAt)), ...entry(3, 2, 2, [...text('E'), 0, 0]), ...entry(4, 5, 3, long(longitudeAt)), ...long(0),
    ...degrees(23, 6, 30), ...degrees(113, 19, 0),
  ]
  const body = [...Buffer.from('Exif\0\0'), ...tiff]
  return Buffer.from([0xff, 0xe1, (body.length + 2) >> 8, (body.length + 2) & 255, ...body])
}

export interface Looked {
  width: number
  height: number
  corners: Corners
}

/** Size and corners of a picture as a browser shows it. */
export async function lookAt(page: Draws, bytes: Uint8Array): Promise<Looked> {
  const { width, height, pixels } = await page.evaluate(readPixels, Buffer.from(bytes).toString('base64'))
  const [topLeft = '', topRight = '', bottomLeft = '', bottomRight = ''] = pixels.map(colourOf)
  return { width, height, corners: { topLeft, topRight, bottomLeft, bottomRight } }
}

/** Runs in the page; without functions of its own, whose names the transpiler would keep by a helper that the page lacks. */
async function readPixels(base64: string): Promise<{ width: number; height: number; pixels: number[][] }> {
  const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0))
  const picture = await createImageBitmap(new Blob([bytes], { type: 'image/jpeg' }))
  const { width, height } = picture
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.drawImage(picture, 0, 0)
  const pixels: number[][] = []
  for (const y of [20, height - 20]) for (const x of [20, width - 20]) pixels.push([...pen.getImageData(x, y, 1, 1).data])
  return { width, height, pixels }
}

function colourOf([r = 0, g = 0, b = 0]: number[]): string {
  if (r > 200 && g > 200 && b < 60) return 'yellow'
  if (r > 200 && g < 60) return 'red'
  if (b > 200 && r < 60) return 'blue'
  return g > 80 && r < 60 && b < 60 ? 'green' : `rgb(${r},${g},${b})`
}

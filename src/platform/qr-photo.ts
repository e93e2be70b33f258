/** Finding QR codes on a picture (H5 only; loaded when one is scanned, with the decoder). */
import jsqr from 'jsqr'
import type { Drawable } from './picture'
import { smoothAndCompare } from './qr-photo-contrast'
import type { FoundCode } from './scan.types'

interface Point {
  x: number
  y: number
}
/** A part of the picture (its px), and the longest side at which it is looked at. */
interface View {
  left: number
  top: number
  width: number
  height: number
  side: number
  /** Smoothed, and each point compared with those around it: for dark and dazzled pictures. */
  compared?: boolean
  /** Also light on dark, which takes twice the time. */
  inverted?: boolean
}
interface Hit {
  text: string
  /** In px of the picture. */
  corners: Point[]
}

/**
 * Every code on the picture, in reading order, each text once. No single look reads them all: a small code needs 1600 px and
 * more, a photographed screen few (its stripes must blur), a dark photo contrast, two codes a look at each part alone. So the
 * looks go from cheap to thorough and end one after the first that finds something.
 */
export async function codesOn(picture: Drawable): Promise<FoundCode[]> {
  const hits: Hit[] = []
  for (const look of looksAt(picture)) {
    const enough = hits.length > 0
    for (const view of look) {
      searchIn(picture, view, hits)
      await breath()
    }
    if (enough) break
  }
  return inOrder(picture, hits)
}

/** Codes on one frame of a video: a single quick look, because the next frame comes at once. */
export function codesOnFrame(frame: Drawable): FoundCode[] {
  const hits: Hit[] = []
  searchIn(frame, { ...whole(frame), side: 800 }, hits)
  return inOrder(frame, hits)
}

const whole = ({ width, height }: Drawable) => ({ left: 0, top: 0, width, height })

function looksAt(picture: Drawable): View[][] {
  const all = whole(picture)
  const longest = Math.max(picture.width, picture.height)
  return [
    [{ ...all, side: 640, inverted: true }],
    ...(longest > 640 ? [[{ ...all, side: 1000 }]] : []),
    [{ ...all, side: 800, compared: true }],
    ...(longest > 1000 ? [[{ ...all, side: 1600 }]] : []),
    parts(picture, longest * 0.6, 1000),
    ...(longest > 2000 ? [parts(picture, 1400, 1400)] : []),
  ]
}

/** Squares of `size` px that overlap by a third, so that a code on a border is whole in one of them. */
function parts({ width, height }: Drawable, size: number, side: number): View[] {
  const starts = (length: number): number[] => {
    const count = Math.max(1, Math.ceil((length - size / 3) / ((size * 2) / 3)))
    return Array.from({ length: count }, (_, at) => (count === 1 ? 0 : (at * (length - size)) / (count - 1)))
  }
  return starts(height).flatMap((top) => starts(width).map((left) => ({ left, top, width: Math.min(size, width), height: Math.min(size, height), side })))
}

/** More codes than this on one picture are a wall of posters. */
const MOST = 6

/** Adds what the view shows; each find is painted over and the view looked at again. */
function searchIn(picture: Drawable, view: View, hits: Hit[]): void {
  while (hits.length < MOST) {
    const scale = Math.min(1, view.side / Math.max(view.width, view.height))
    const pixels = pixelsOf(picture, view, scale, hits)
    if (!pixels) return
    if (view.compared) smoothAndCompare(pixels)
    const read = jsqr(pixels.data, pixels.width, pixels.height, { inversionAttempts: view.inverted ? 'attemptBoth' : 'dontInvert' })
    if (!read) return
    const { topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner } = read.location
    const corners = [topLeftCorner, topRightCorner, bottomRightCorner, bottomLeftCorner].map(({ x, y }) => ({ x: view.left + x / scale, y: view.top + y / scale }))
    // Bytes that are no UTF-8 come as '' from the decoder: that is a code too, whose text nobody can read.
    hits.push({ text: read.data || (read.binaryData.length > 0 ? '\ufffd' : ''), corners })
  }
}

let canvas: HTMLCanvasElement | undefined

function pixelsOf(picture: Drawable, { left, top, width, height }: View, scale: number, known: Hit[]): ImageData | undefined {
  canvas ??= document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width * scale))
  canvas.height = Math.max(1, Math.round(height * scale))
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return undefined
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture.source, left, top, width, height, 0, 0, canvas.width, canvas.height)
  for (const { corners } of known) {
    const middle = middleOf(corners)
    context.beginPath()
    // A little wider than the code: a mark that looks out would be found again.
    for (const { x, y } of corners) context.lineTo((middle.x + (x - middle.x) * 1.1 - left) * scale, (middle.y + (y - middle.y) * 1.1 - top) * scale)
    context.fill()
  }
  return context.getImageData(0, 0, canvas.width, canvas.height)
}

const middleOf = (corners: Point[]): Point => ({
  x: corners.reduce((sum, { x }) => sum + x, 0) / corners.length,
  y: corners.reduce((sum, { y }) => sum + y, 0) / corners.length,
})

function inOrder({ width, height }: Drawable, hits: Hit[]): FoundCode[] {
  const codes = hits.filter(({ text }) => text !== '').map(({ text, corners }) => ({ text, x: middleOf(corners).x / width, y: middleOf(corners).y / height }))
  return readingOrder(codes)
}

/** From top to bottom, side by side from the left; each text once. */
export function readingOrder(codes: FoundCode[]): FoundCode[] {
  // Side by side: the heights differ less than a tenth of the picture.
  const sorted = [...codes].sort((a, b) => (Math.abs(a.y - b.y) > 0.1 ? a.y - b.y : a.x - b.x))
  return sorted.filter(({ text }, at) => sorted.findIndex((code) => code.text === text) === at)
}

/** Lets the page draw and hear taps between two looks. */
const breath = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

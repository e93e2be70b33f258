import { layOut, lowered } from './layout'
import { roughly, type DrawnPage, type Mark } from './page'
import type { Sheet } from './sheet'

type TextMark = Extract<Mark, { kind: 'text' }>
const n = (value: number): string => String(Math.round(value * 100) / 100)

/** A page as SVG. `words` draws a text: as outlines where a font is at hand, else as a text for the viewer's own font. */
export function svgOf({ width, height, marks }: DrawnPage, words: (mark: TextMark) => string): string {
  const drawn = marks.map((mark) => (mark.kind === 'text' ? words(mark) : shapeOf(mark))).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${n(width)}" height="${n(height)}" viewBox="0 0 ${n(width)} ${n(height)}"><rect width="100%" height="100%" fill="#fff"/>${drawn}</svg>`
}

/** All pages of a sheet below each other, words as text: what is kept as a document, and what is answered where nothing draws. */
export function svgSheet(sheet: Sheet): string {
  const pages = layOut(sheet, roughly)
  const [first] = pages
  if (!first) return ''
  const marks = pages.flatMap((page, at) => page.marks.map((mark) => lowered(mark, at * page.height)))
  return svgOf({ width: first.width, height: first.height * pages.length, marks }, asText)
}

function shapeOf(mark: Exclude<Mark, TextMark>): string {
  switch (mark.kind) {
    case 'box':
      return `<rect x="${n(mark.x)}" y="${n(mark.y)}" width="${n(mark.width)}" height="${n(mark.height)}" fill="${mark.colour}" shape-rendering="crispEdges"/>`
    case 'line':
      return `<polyline points="${mark.points.map(([x, y]) => `${n(x)},${n(y)}`).join(' ')}" fill="none" stroke="${mark.colour}" stroke-width="${n(mark.width)}" stroke-linecap="round" stroke-linejoin="round"/>`
    case 'ring':
      return `<circle cx="${n(mark.x)}" cy="${n(mark.y)}" r="${n(mark.radius)}" fill="none" stroke="${mark.colour}" stroke-width="${n(mark.width)}"/>`
  }
}

const asText = ({ x, y, size, bold, colour, text, anchor, turn }: TextMark): string =>
  `<text x="${n(x)}" y="${n(y)}" font-size="${n(size)}" fill="${colour}" text-anchor="${anchor}" font-family="sans-serif"${bold ? ' font-weight="bold"' : ''}${turn ? ` transform="rotate(${n(turn)} ${n(x)} ${n(y)})"` : ''}>${text.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</text>`

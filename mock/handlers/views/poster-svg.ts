import type { Poster } from '../posters'

const WIDTH = 210
const CODE = 120

/** A4 in millimetres. */
export function svgPoster({ linesZh, footZh, modules }: Poster): string {
  const unit = CODE / modules.length
  const squares = modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${(x * unit).toFixed(3)} ${(y * unit).toFixed(3)}h${unit.toFixed(3)}v${unit.toFixed(3)}h-${unit.toFixed(3)}z`] : []))).join('')
  const words = (lines: readonly string[], top: number, size: number): string =>
    lines.map((line, at) => `<text x="${WIDTH / 2}" y="${top + at * size * 1.6}" font-size="${size}" text-anchor="middle">${line.replace(/&/g, '&amp;').replace(/</g, '&lt;')}</text>`).join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="297mm" viewBox="0 0 210 297" font-family="sans-serif"><rect width="210" height="297" fill="#fff"/>${words(linesZh, 34, 11)}<path transform="translate(${(WIDTH - CODE) / 2} 95)" d="${squares}"/>${words(footZh, 235, 7)}</svg>`
}

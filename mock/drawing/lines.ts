import type { Measure } from './page'

/** Signs that no line begins with, and such that none ends with. */
const CLOSING = /^[,.;:!?%)\]}，。、；：！？）》〉」』】”’％·]/
const OPENING = /[(\[{（《〈「『【“‘]$/

/** A text in lines no wider than `width`: Chinese breaks anywhere, words and numbers stay whole while they fit a line at all. */
export function linesOf(text: string, size: number, bold: boolean, width: number, measure: Measure): string[] {
  return text.split('\n').flatMap((paragraph) => brokenUp(paragraph, (line) => measure(line, bold) * size <= width))
}

function brokenUp(paragraph: string, fits: (line: string) => boolean): string[] {
  const lines: string[] = []
  let line = ''
  for (const piece of piecesOf(paragraph).flatMap((whole) => (fits(whole) ? [whole] : Array.from(whole)))) {
    if (line === '' || fits(line + piece)) {
      line += piece
    } else {
      lines.push(line.trimEnd())
      line = piece.trimStart()
    }
  }
  return [...lines, line.trimEnd()]
}

/** What stays together: words, numbers with their points, and signs with the punctuation that clings to them. */
function piecesOf(text: string): string[] {
  const pieces: string[] = []
  for (const piece of text.match(/[\u0021-\u007e\u00a5\u00d7]+|\s+|[^\u0021-\u007e\u00a5\u00d7\s]/gu) ?? []) {
    const before = pieces[pieces.length - 1]
    if (before !== undefined && (CLOSING.test(piece) || OPENING.test(before))) pieces[pieces.length - 1] = before + piece
    else pieces.push(piece)
  }
  return pieces
}

import { blockMarks } from './blocks'
import { pale, soft, type DrawnPage, type Mark, type Measure } from './page'
import type { Sheet } from './sheet'

/** Sizes in points. */
export const formats = {
  a4: { width: 595, height: 842, margin: 54, foot: 58 },
  slip: { width: 420, height: Infinity, margin: 32, foot: 0 },
} as const
const FOOT_SIZE = 8.5
const FOOT_STEP = 13
/** Higher than any heading, lower than a heading with a line below it. */
const HEADING = 30

/**
 * Places a sheet on pages. A block is made of rows that do not break; a row that no longer fits goes to the next page.
 * Same sheet and measure, same pages.
 */
export function layOut(sheet: Sheet, measure: Measure): DrawnPage[] {
  const { width, height, margin, foot } = formats[sheet.size]
  const bottom = height - foot
  const pages: Mark[][] = [[]]
  let y: number = margin
  /** Where the last heading began: its place among the marks of the page, and its height. */
  let part = { from: 0, y: -Infinity }
  for (const block of sheet.blocks) {
    for (const row of blockMarks(block, { width, margin, measure })) {
      // A band begins at the upper edge of the sheet.
      const top = row.bleeds && y === margin ? 0 : y
      if (row.opens) part = { from: pages[pages.length - 1]?.length ?? 0, y: top }
      if (row.marks.length > 0 && top + row.height > bottom && top > margin) {
        // A heading does not stay behind alone, and a signature or mark takes what it signs along.
        const along = top - part.y < (row.clings ? bottom / 3 : HEADING) ? (pages[pages.length - 1]?.splice(part.from) ?? []) : []
        pages.push(along.map((mark) => lowered(mark, margin - part.y)))
        y = along.length > 0 ? top - part.y + margin : margin
        part = { from: 0, y: margin }
      } else {
        y = top
      }
      pages[pages.length - 1]?.push(...row.marks.map((mark) => lowered(mark, y)))
      y += row.height
    }
  }
  const full = sheet.size === 'a4' ? height : y + sheet.footZh.length * FOOT_STEP + margin
  return pages.map((marks, at) => ({
    width,
    height: full,
    marks: [...watermark(sheet.watermarkZh, width, full), ...marks, ...footer(sheet, { width, full, margin, no: at + 1, of: pages.length })],
  }))
}

export function lowered(mark: Mark, by: number): Mark {
  return mark.kind === 'line' ? { ...mark, points: mark.points.map(([x, y]) => [x, y + by] as const) } : { ...mark, y: mark.y + by }
}

function watermark(text: string | null, width: number, height: number): Mark[] {
  return text === null ? [] : [{ kind: 'text', x: width / 2, y: height / 2 + width / 14, size: width / 7, bold: true, colour: pale, text, anchor: 'middle', turn: -24 }]
}

function footer({ footZh, size }: Sheet, { width, full, margin, no, of }: { width: number; full: number; margin: number; no: number; of: number }): Mark[] {
  const top = full - (size === 'a4' ? 38 : margin) - (footZh.length - 1) * FOOT_STEP
  const lines = footZh.map((text, at): Mark => ({ kind: 'text', x: width / 2, y: top + at * FOOT_STEP, size: FOOT_SIZE, bold: false, colour: soft, text, anchor: 'middle' }))
  const page: Mark[] = of > 1 ? [{ kind: 'text', x: width - margin, y: full - 20, size: FOOT_SIZE, bold: false, colour: soft, text: `${no} / ${of}`, anchor: 'end' }] : []
  return [...lines, ...page]
}

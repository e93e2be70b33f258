/** Rows are drawn in blocks, so that a scroll of a few pixels draws nothing anew. */
export const BLOCK = 10
/** Blocks that are drawn at once: one above the screen, and enough below it for the tallest phone. */
const BLOCKS = 5

export interface Span {
  from: number
  /** Exclusive. */
  until: number
}

/** Which of `count` rows are drawn when the list is scrolled by `scrollTop` px: at most 50. */
export function spanAt(scrollTop: number, rowHeight: number, count: number): Span {
  const block = Math.max(0, Math.floor(scrollTop / rowHeight / BLOCK) - 1)
  const last = Math.max(0, Math.ceil(count / BLOCK) - BLOCKS)
  const from = Math.min(block, last) * BLOCK
  return { from, until: Math.min(count, from + BLOCKS * BLOCK) }
}

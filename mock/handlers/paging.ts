import { Refusal } from '../rules/refusal'

interface PageRequest {
  cursor?: string
  limit?: string
}

export interface PageOf<T> {
  items: T[]
  nextCursor: string | null
}

const USUAL_LIMIT = 20

/**
 * One page of a list that is already newest first. The cursor is the id of the last item shown, so that items arriving meanwhile
 * neither repeat nor hide others. @throws VALIDATION_FAILED where the cursor names nothing in the list
 */
export function pageOf<T extends { id: string }>(sorted: readonly T[], { cursor, limit }: PageRequest): PageOf<T> {
  const start = cursor === undefined ? 0 : sorted.findIndex(({ id }) => id === cursor) + 1
  if (cursor !== undefined && start === 0) throw new Refusal('VALIDATION_FAILED', '列表已有变化，请从头刷新。', { '/cursor': '列表已有变化，请从头刷新。' })
  const size = limit === undefined ? USUAL_LIMIT : Number(limit)
  const items = sorted.slice(start, start + size)
  return { items, nextCursor: start + size < sorted.length ? (items[items.length - 1]?.id ?? null) : null }
}

/** Newest first by an instant; equal instants: the one stored later comes first. */
export const newestFirst = <T>(stored: readonly T[], at: (item: T) => string): T[] =>
  [...stored].reverse().sort((a, b) => (at(a) < at(b) ? 1 : at(a) > at(b) ? -1 : 0))

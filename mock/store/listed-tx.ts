import type { Entities, Kind } from './entities'
import type { Tx } from './store'

/**
 * The same unit of work, with lists of whole kinds kept in memory once they were asked for: timers look at every record again after each
 * step, and reading thousands of JSON documents a thousand times takes minutes. Everything must go through this Tx from then on.
 * Records are shared between its lists: they are never changed in place (nobody changes records in place here).
 */
export function withLists(tx: Tx): Tx {
  const lists = new Map<Kind, Map<string, Entities[Kind]>>()
  return {
    ...tx,
    async list<K extends Kind>(kind: K, ownerId?: string): Promise<Entities[K][]> {
      if (ownerId !== undefined) return tx.list(kind, ownerId)
      const known = lists.get(kind) ?? new Map((await tx.list(kind)).map((record) => [record.id, record]))
      lists.set(kind, known)
      // The kind under which it was kept is the kind that is asked for.
      return [...known.values()] as Entities[K][]
    },
    async put(kind, value) {
      await tx.put(kind, value)
      lists.get(kind)?.set(value.id, value)
    },
    async delete(kind, id) {
      await tx.delete(kind, id)
      lists.get(kind)?.delete(id)
    },
    async clear() {
      await tx.clear()
      lists.clear()
    },
  }
}

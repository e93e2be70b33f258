import type { Entities, Kind } from './entities'
import { createQueue } from './queue'
import type { Store, Tx } from './store'

/** A record as JSON text, so that nobody shares objects with the store and both stores keep exactly the same. */
interface Row {
  json: string
  owner: string | null
  seq: number
}

/** State of the store, and of one unit of work above it; null: deleted in this unit of work. */
class Layer {
  readonly rows = new Map<string, Row | null>()
  readonly keys = new Map<string, string | null>()
  readonly sequences = new Map<string, number>()
  /** Nothing below this layer exists any more. */
  cleared = false
}

const rowKey = (kind: Kind, id: string): string => `${kind} ${id}`

function createTx(base: Layer, top: Layer): Tx {
  const rowAt = (key: string): Row | null => top.rows.get(key) ?? (top.rows.has(key) || top.cleared ? null : (base.rows.get(key) ?? null))
  const holderOf = (name: string): string | null => top.keys.get(name) ?? (top.keys.has(name) || top.cleared ? null : (base.keys.get(name) ?? null))
  const next = (sequence: string): number => {
    const value = (top.sequences.get(sequence) ?? (top.cleared ? 0 : (base.sequences.get(sequence) ?? 0))) + 1
    top.sequences.set(sequence, value)
    return value
  }
  return {
    get: async (kind, id) => parse(rowAt(rowKey(kind, id))),
    async put(kind, value) {
      const key = rowKey(kind, value.id)
      top.rows.set(key, { json: JSON.stringify(value), owner: 'ownerId' in value ? value.ownerId : null, seq: rowAt(key)?.seq ?? next(ROW_SEQUENCE) })
    },
    delete: async (kind, id) => void top.rows.set(rowKey(kind, id), null),
    async list(kind, ownerId) {
      const keys = new Set([...(top.cleared ? [] : base.rows.keys()), ...top.rows.keys()])
      const rows = [...keys].flatMap((key) => (key.startsWith(`${kind} `) ? (rowAt(key) ?? []) : []))
      return rows
        .filter((row) => ownerId === undefined || row.owner === ownerId)
        .sort((a, b) => a.seq - b.seq)
        .flatMap((row) => parse(row) ?? [])
    },
    async claimKey(name, id) {
      const holder = holderOf(name) ?? id
      top.keys.set(name, holder)
      return holder
    },
    releaseKey: async (name) => void top.keys.set(name, null),
    keyHolder: async (name) => holderOf(name) ?? undefined,
    next: async (sequence) => next(sequence),
    async clear() {
      top.rows.clear()
      top.keys.clear()
      top.sequences.clear()
      top.cleared = true
    },
  }
}

/** Counts insertions; not reachable by name from outside. */
const ROW_SEQUENCE = '\u0000row'

const parse = <K extends Kind>(row: Row | null): Entities[K] | undefined => (row ? (JSON.parse(row.json) as Entities[K]) : undefined)

function merge(base: Layer, top: Layer): void {
  if (top.cleared) for (const map of [base.rows, base.keys, base.sequences]) map.clear()
  for (const [key, row] of top.rows) if (row) base.rows.set(key, row)
    else base.rows.delete(key)
  for (const [name, holder] of top.keys) if (holder !== null) base.keys.set(name, holder)
    else base.keys.delete(name)
  for (const [sequence, value] of top.sequences) base.sequences.set(sequence, value)
}

/** Store of jest, demo builds and `STORE=memory`: a unit of work writes into a layer that is merged at its end, or thrown away. */
export function createMemoryStore(): Store {
  const base = new Layer()
  const queue = createQueue()
  const transact: Store['transact'] = (work) =>
    queue(async () => {
      const top = new Layer()
      const result = await work(createTx(base, top))
      merge(base, top)
      return result
    })
  return { transact, clear: () => transact((tx) => tx.clear()), close: async () => undefined }
}

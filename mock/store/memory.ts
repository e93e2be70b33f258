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
  private readonly kinds = new Map<Kind, Map<string, Row | null>>()
  readonly keys = new Map<string, string | null>()
  readonly sequences = new Map<string, number | null>()
  /** Nothing below this layer exists any more. */
  cleared = false

  of(kind: Kind): Map<string, Row | null> {
    const rows = this.kinds.get(kind) ?? new Map<string, Row | null>()
    this.kinds.set(kind, rows)
    return rows
  }

  clear(): void {
    for (const map of [this.kinds, this.keys, this.sequences]) map.clear()
    this.cleared = true
  }

  /** Takes over what a unit of work has done. */
  merge(top: Layer): void {
    if (top.cleared) this.clear()
    for (const [kind, rows] of top.kinds) copy(rows, this.of(kind))
    copy(top.keys, this.keys)
    copy(top.sequences, this.sequences)
  }
}

function copy<V>(from: Map<string, V | null>, to: Map<string, V | null>): void {
  for (const [key, value] of from) {
    if (value === null) to.delete(key)
    else to.set(key, value)
  }
}

function createTx(base: Layer, top: Layer): Tx {
  const seen = <V>(above: Map<string, V>, below: Map<string, V>, key: string): V | undefined => (above.has(key) || top.cleared ? above.get(key) : below.get(key))
  const rowAt = (kind: Kind, id: string): Row | null => seen(top.of(kind), base.of(kind), id) ?? null
  const holderOf = (name: string): string | null => seen(top.keys, base.keys, name) ?? null
  const next = (sequence: string): number => {
    const value = (seen(top.sequences, base.sequences, sequence) ?? 0) + 1
    top.sequences.set(sequence, value)
    return value
  }
  return {
    get: async (kind, id) => parse(rowAt(kind, id)),
    async put(kind, value) {
      const seq = rowAt(kind, value.id)?.seq ?? next(ROW_SEQUENCE)
      top.of(kind).set(value.id, { json: JSON.stringify(value), owner: 'ownerId' in value ? value.ownerId : null, seq })
    },
    delete: async (kind, id) => void top.of(kind).set(id, null),
    async list(kind, ownerId) {
      const ids = new Set([...(top.cleared ? [] : base.of(kind).keys()), ...top.of(kind).keys()])
      return [...ids]
        .flatMap((id) => rowAt(kind, id) ?? [])
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
    clear: async () => top.clear(),
  }
}

/** Counts insertions; not reachable by name from outside. */
const ROW_SEQUENCE = '\u0000row'

const parse = <K extends Kind>(row: Row | null): Entities[K] | undefined => (row ? (JSON.parse(row.json) as Entities[K]) : undefined)

/** Store of jest, demo builds and `STORE=memory`: a unit of work writes into a layer that is merged at its end, or thrown away. */
export function createMemoryStore(): Store {
  const base = new Layer()
  const queue = createQueue()
  const transact: Store['transact'] = (work) =>
    queue(async () => {
      const top = new Layer()
      const result = await work(createTx(base, top))
      base.merge(top)
      return result
    })
  return { transact, clear: () => transact((tx) => tx.clear()), close: async () => undefined }
}

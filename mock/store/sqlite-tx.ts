import type { Database, Statement } from 'node-sqlite3-wasm'
import type { Entities, Kind } from './entities'
import type { Tx } from './store'

const SQL = {
  begin: 'begin',
  commit: 'commit',
  rollback: 'rollback',
  get: 'select json from entity where kind = ? and id = ?',
  put: 'insert into entity (kind, id, owner, json) values (?, ?, ?, ?) on conflict (kind, id) do update set owner = excluded.owner, json = excluded.json',
  delete: 'delete from entity where kind = ? and id = ?',
  list: 'select json from entity where kind = ? order by seq',
  listOwn: 'select json from entity where kind = ? and owner = ? order by seq',
  claim: 'insert into unique_key (name, id) values (?, ?) on conflict (name) do nothing',
  holder: 'select id from unique_key where name = ?',
  release: 'delete from unique_key where name = ?',
  next: 'insert into sequence (name, value) values (?, 1) on conflict (name) do update set value = value + 1',
  value: 'select value from sequence where name = ?',
  clearEntities: 'delete from entity',
  clearKeys: 'delete from unique_key',
  clearSequences: 'delete from sequence',
} as const
export type Statements = Record<keyof typeof SQL, Statement>

/** All statements once: preparing costs more than running. They must be finalized before the database closes. */
export function prepareStatements(db: Database): { statements: Statements; finalize(): void } {
  const statements = Object.fromEntries(Object.entries(SQL).map(([name, sql]) => [name, db.prepare(sql)])) as Statements
  return { statements, finalize: () => Object.values(statements).forEach(finalizeQuietly) }
}

/** Finalizing tells the last error of a statement a second time; it was thrown when it happened. */
function finalizeQuietly(statement: Statement): void {
  try {
    statement.finalize()
  } catch {
    return
  }
}

/** Calls are synchronous underneath; whoever keeps a Tx after its unit of work would write into somebody else's. */
export function createSqliteTx(s: Statements): Tx {
  return {
    get: async (kind, id) => parse(s.get.get([kind, id])),
    put: async (kind, value) => void s.put.run([kind, value.id, 'ownerId' in value ? value.ownerId : null, JSON.stringify(value)]),
    delete: async (kind, id) => void s.delete.run([kind, id]),
    list: async (kind, ownerId) => (ownerId === undefined ? s.list.all([kind]) : s.listOwn.all([kind, ownerId])).flatMap((row) => parse(row) ?? []),
    async claimKey(name, id) {
      s.claim.run([name, id])
      return text(s.holder.get([name]), 'id') ?? id
    },
    releaseKey: async (name) => void s.release.run([name]),
    keyHolder: async (name) => text(s.holder.get([name]), 'id'),
    async next(sequence) {
      s.next.run([sequence])
      return Number(s.value.get([sequence])?.value)
    },
    async clear() {
      for (const statement of [s.clearEntities, s.clearKeys, s.clearSequences]) statement.run()
    },
  }
}

type Row = ReturnType<Statement['get']>

function text(row: Row, column: string): string | undefined {
  const value = row?.[column]
  return typeof value === 'string' ? value : undefined
}

function parse<K extends Kind>(row: Row): Entities[K] | undefined {
  const json = text(row, 'json')
  return json === undefined ? undefined : (JSON.parse(json) as Entities[K])
}

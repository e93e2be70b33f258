import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { Database, type Statement } from 'node-sqlite3-wasm'
import { lockDatabase } from './database-lock'
import { createQueue } from './queue'
import { createSqliteTx, prepareStatements } from './sqlite-tx'
import type { Store } from './store'

/**
 * One document table for every kind, the table of unique names, and the sequences. `seq` is the order of first insertion:
 * AUTOINCREMENT, so that a deleted record's place is never given away again.
 */
const SCHEMA = `
  create table if not exists entity (seq integer primary key autoincrement, kind text not null, id text not null, owner text, json text not null, unique (kind, id));
  create index if not exists entity_owner on entity (kind, owner);
  create table if not exists unique_key (name text primary key, id text not null) without rowid;
  create table if not exists sequence (name text primary key, value integer not null) without rowid;
`

/** A commit did not reach the disk. Memory is ahead of it, so nothing more may be written: restart the server. */
export class StoreBroken extends Error {
  constructor(cause: unknown) {
    super(`the database can no longer be written to: ${cause instanceof Error ? cause.message : String(cause)}`)
    this.name = 'StoreBroken'
  }
}

/**
 * The store of the server: one SQLite file, one connection, WAL in exclusive mode, an fsync with every commit that wrote.
 * @throws DatabaseInUse where another process has it open; Error of `mkdir` or SQLite where the folder cannot be written
 */
export function openSqliteStore(file: string): Store {
  mkdirSync(path.dirname(file), { recursive: true })
  const unlock = lockDatabase(file)
  const db = open(file, unlock)
  const { statements, finalize } = prepareStatements(db)
  const queue = createQueue()
  let broken: StoreBroken | undefined
  let isOpen = true

  const run = (statement: Statement): void => {
    try {
      statement.run()
    } catch (error) {
      broken = new StoreBroken(error)
      throw broken
    }
  }

  const transact: Store['transact'] = (work) =>
    queue(async () => {
      if (broken) throw broken
      run(statements.begin)
      try {
        const result = await work(createSqliteTx(statements))
        run(statements.commit)
        return result
      } catch (error) {
        if (db.inTransaction) run(statements.rollback)
        throw error
      }
    })

  return {
    transact,
    clear: () => transact((tx) => tx.clear()),
    close: () =>
      queue(async () => {
        if (!isOpen) return
        isOpen = false
        try {
          finalize()
          db.close()
        } finally {
          unlock()
        }
      }),
  }
}

function open(file: string, unlock: () => void): Database {
  try {
    const db = new Database(file)
    // The order matters: WAL exists here only in exclusive mode. FULL: one fsync a commit; a transaction that only read has none.
    db.exec('pragma locking_mode = exclusive; pragma journal_mode = wal; pragma synchronous = full;')
    db.exec(SCHEMA)
    return db
  } catch (error) {
    unlock()
    throw error
  }
}

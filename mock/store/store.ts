import type { Entities, Kind } from './entities'

/**
 * One unit of work. All reads and writes of a request go through one Tx: it commits whole or not at all, and transactions never
 * interleave. A resolved `transact` means the write is durable (SQLite: fsynced; memory: for this process only).
 */
export interface Tx {
  get<K extends Kind>(kind: K, id: string): Promise<Entities[K] | undefined>
  /** Insert or replace by `value.id`. */
  put<K extends Kind>(kind: K, value: Entities[K]): Promise<void>
  delete(kind: Kind, id: string): Promise<void>
  /** All of a kind, or those of one owner (`value.ownerId`), in order of first insertion. */
  list<K extends Kind>(kind: K, ownerId?: string): Promise<Entities[K][]>
  /**
   * Claims a unique name for an id across the store: `invoice:44990026…`, `enrolment:<member>:<plan>:<period>`.
   * @returns the id that holds the name now: `id` itself when it was free or already its own
   */
  claimKey(name: string, id: string): Promise<string>
  releaseKey(name: string): Promise<void>
  keyHolder(name: string): Promise<string | undefined>
  /** Next number of a named sequence, from 1: claim numbers, payout numbers. */
  next(sequence: string): Promise<number>
  /** Deletes everything (records, names, sequences) as part of this unit of work: reset of the test mode. */
  clear(): Promise<void>
}

export interface Store {
  /** Runs `work` alone; an exception rolls everything back. */
  transact<T>(work: (tx: Tx) => Promise<T>): Promise<T>
  /** Deletes everything, as a unit of work of its own. */
  clear(): Promise<void>
  close(): Promise<void>
}

/** Content-addressed bytes (documents). Files are written and fsynced before the reference to them commits. */
export interface FileStore {
  put(hash: string, bytes: Uint8Array): Promise<void>
  get(hash: string): Promise<Uint8Array | undefined>
  delete(hash: string): Promise<void>
  clear(): Promise<void>
}

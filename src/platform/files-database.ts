import { DeviceError } from './device-error'

/** A keyed store of plain records. */
export interface Shelf<T> {
  put(id: string, record: T): Promise<void>
  get(id: string): Promise<T | undefined>
  remove(id: string): Promise<void>
  all(): Promise<T[]>
}

/** By its name: what the browser aborts is no choice that the member has cancelled, and a full disk is called so in every browser. */
const failure = (error: DOMException | null): DeviceError => new DeviceError(error?.name === 'QuotaExceededError' ? 'STORAGE_FULL' : 'FAILED', `indexedDB: ${error?.name ?? 'aborted'}`)

/** Names of «not here at all»: what could not be opened holds nothing either. Any other failure may pass. */
const REFUSALS = ['SecurityError', 'InvalidStateError', 'NotSupportedError']
const notOpened = (error: unknown): DeviceError => {
  const name = error instanceof Error || error instanceof DOMException ? error.name : 'blocked'
  return new DeviceError(REFUSALS.includes(name) ? 'UNSUPPORTED' : 'FAILED', `indexedDB: not opened, ${name}`)
}

function openDatabase(name: string, shelf: string): Promise<IDBDatabase> {
  return new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name, 1)
    opening.onupgradeneeded = () => opening.result.createObjectStore(shelf)
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(opening.error ?? undefined)
    opening.onblocked = () => reject()
  }).catch((error: unknown) => Promise.reject(notOpened(error)))
}

/** One object store of an own database. `put` and `remove` return when the transaction is complete, not when it is asked for. @throws DeviceError STORAGE_FULL (`put` alone), UNSUPPORTED (no database here), FAILED */
export function indexedShelf<T>(name: string, shelf: string, isRecord: (value: unknown) => value is T): Shelf<T> {
  let opened: Promise<IDBDatabase> | undefined
  const forget = (): void => void (opened = undefined)
  const database = (): Promise<IDBDatabase> =>
    (opened ??= openDatabase(name, shelf).then((db) => {
      db.onclose = forget
      db.onversionchange = () => (db.close(), forget())
      return db
    }))

  /** A connection can be dead without a word, as after a phone's sleep: what fails is asked once more on a new one. */
  async function run<R>(act: (db: IDBDatabase) => Promise<R>): Promise<R> {
    const known = opened
    try {
      return await act(await database())
    } catch (error) {
      forget()
      if (!known || (error instanceof DeviceError && error.code === 'STORAGE_FULL')) throw error
      return act(await database())
    }
  }
  const asked = <R>(mode: IDBTransactionMode, ask: (store: IDBObjectStore) => IDBRequest<R>): Promise<R> =>
    run(
      (db) =>
        new Promise((resolve, reject) => {
          const tx = db.transaction(shelf, mode, { durability: 'strict' })
          // What goes wrong with the request ends the transaction too, and only then does `tx.error` say what it was.
          tx.onabort = () => reject(failure(tx.error))
          const request = ask(tx.objectStore(shelf))
          tx.oncomplete = () => resolve(request.result)
        }),
    )

  return {
    put: async (id, record) => void (await asked('readwrite', (store) => store.put(record, id))),
    get: async (id) => {
      const value: unknown = await asked('readonly', (store) => store.get(id))
      return isRecord(value) ? value : undefined
    },
    remove: (id) => asked('readwrite', (store) => store.delete(id)),
    all: async () => (await asked<unknown[]>('readonly', (store) => store.getAll())).filter(isRecord),
  }
}

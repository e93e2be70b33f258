import { DeviceError, deviceErrorFrom } from './device-error'

/** A keyed store of plain records that may hold Blobs. */
export interface Shelf<T> {
  readonly durable: boolean
  put(id: string, record: T): Promise<void>
  get(id: string): Promise<T | undefined>
  remove(id: string): Promise<void>
  all(): Promise<T[]>
}

/** Stands in where the browser has no IndexedDB: lost with the tab, and says so (`durable`). */
export function memoryShelf<T>(): Shelf<T> {
  const records = new Map<string, T>()
  return {
    durable: false,
    put: async (id, record) => void records.set(id, record),
    get: async (id) => records.get(id),
    remove: async (id) => void records.delete(id),
    all: async () => [...records.values()],
  }
}

const request = <R>(open: () => IDBRequest<R>): Promise<R> =>
  new Promise((resolve, reject) => {
    const asked = open()
    asked.onsuccess = () => resolve(asked.result)
    asked.onerror = () => reject(deviceErrorFrom('indexedDB', asked.error))
  })

function openDatabase(name: string, shelf: string): Promise<IDBDatabase> {
  const opening = indexedDB.open(name, 1)
  opening.onupgradeneeded = () => opening.result.createObjectStore(shelf)
  return new Promise((resolve, reject) => {
    opening.onsuccess = () => resolve(opening.result)
    opening.onerror = () => reject(deviceErrorFrom('indexedDB', opening.error))
    opening.onblocked = () => reject(new DeviceError('FAILED', 'indexedDB: blocked by another tab'))
  })
}

/** One object store of an own database. `put` and `remove` return when the transaction is complete, not when it is asked for. */
export function indexedShelf<T>(name: string, shelf: string, isRecord: (value: unknown) => value is T): Shelf<T> {
  let opened: Promise<IDBDatabase> | undefined
  const database = async (): Promise<IDBDatabase> => {
    opened ??= openDatabase(name, shelf).then((db) => {
      const forget = () => (opened = undefined)
      db.onclose = forget
      db.onversionchange = () => (db.close(), forget())
      return db
    })
    try {
      return await opened
    } catch (error) {
      opened = undefined
      throw error
    }
  }

  async function change(act: (store: IDBObjectStore) => void): Promise<void> {
    const tx = (await database()).transaction(shelf, 'readwrite', { durability: 'strict' })
    await new Promise<void>((resolve, reject) => {
      tx.oncomplete = () => resolve()
      tx.onabort = tx.onerror = () => reject(deviceErrorFrom('indexedDB', tx.error ?? 'transaction aborted by the browser: quota exceeded'))
      act(tx.objectStore(shelf))
    })
  }
  const read = async <R>(act: (store: IDBObjectStore) => IDBRequest<R>): Promise<R> => {
    const tx = (await database()).transaction(shelf, 'readonly')
    return request(() => act(tx.objectStore(shelf)))
  }

  return {
    durable: true,
    put: (id, record) => change((store) => store.put(record, id)),
    get: async (id) => {
      const value: unknown = await read((store) => store.get(id))
      return isRecord(value) ? value : undefined
    },
    remove: (id) => change((store) => store.delete(id)),
    all: async () => (await read<unknown[]>((store) => store.getAll())).filter(isRecord),
  }
}

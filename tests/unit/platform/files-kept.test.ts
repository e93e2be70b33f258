import { IDBDatabase, IDBFactory, IDBObjectStore } from 'fake-indexeddb'
import { indexedShelf } from '@/platform/files-database'
import type { PickedFile } from '@/platform/files.types'

/** What the browser does instead of taking a record; undefined: it takes it. */
let instead: ((this: IDBObjectStore, value: unknown) => void) | undefined
let factory = new IDBFactory()

type Files = typeof import('@/platform/files')
/** The room as a page finds it that was just opened. */
const opened = (): Files => {
  jest.resetModules()
  return jest.requireActual<Files>('@/platform/files')
}
const keeps = (indexedDB: unknown): void => void Object.defineProperty(globalThis, 'indexedDB', { value: indexedDB, configurable: true, writable: true })

const NAME = { database: 'zsb-files', shelf: 'files' }
const bill = (): PickedFile => ({ blob: new Blob(['%PDF-1.7'], { type: 'application/pdf' }), name: '账单.pdf', size: 8, mime: 'application/pdf' })
const textOf = async (files: Files, fileId: string): Promise<string> => (await new Response((await files.readForUpload(fileId)).blob).text())

/** Everything in the database, as it lies there. */
const onDisk = (): Promise<Record<string, unknown>[]> => indexedShelf(NAME.database, NAME.shelf, (value): value is Record<string, unknown> => typeof value === 'object' && value !== null).all()

const put = IDBObjectStore.prototype.put

beforeEach(() => {
  factory = new IDBFactory()
  keeps(factory)
  instead = undefined
  IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
    if (!instead) return put.call(this, value, key)
    instead.call(this, value)
    return {} as ReturnType<typeof put>
  }
})
afterAll(() => {
  IDBObjectStore.prototype.put = put
  Reflect.deleteProperty(globalThis, 'indexedDB')
})

test('bytes lie there as bytes, with their type beside them, and outlive the page', async () => {
  const files = opened()
  const stored = await files.saveFile(bill())
  expect(files.isDurable()).toBe(true)
  expect(await onDisk()).toEqual([{ ...stored, bytes: expect.any(ArrayBuffer) }])
  const again = opened()
  expect(await textOf(again, stored.fileId)).toBe('%PDF-1.7')
  expect((await again.readForUpload(stored.fileId)).blob?.type).toBe('application/pdf')
  expect(await again.listFiles()).toEqual([stored])
  await again.removeFile(stored.fileId)
  expect(await onDisk()).toEqual([])
})

test('what older builds left is read: a record with a Blob, sent and taken away like any other', async () => {
  const left = { fileId: 'old-1', name: '照片1.jpg', size: 5, mime: 'image/jpeg', savedAt: 1_795_000_000_000, mark: 'm' }
  const old = indexedShelf(NAME.database, NAME.shelf, (value): value is object => typeof value === 'object')
  await old.put('old-1', { ...left, blob: new Blob(['bytes'], { type: 'image/jpeg' }) })
  const files = opened()
  expect(await files.listFiles()).toEqual([left])
  expect(await textOf(files, 'old-1')).toBe('bytes')
  await files.removeFile('old-1')
  expect(await onDisk()).toEqual([])
})

test('WebKit in private mode refuses Blobs: nothing it is given is one', async () => {
  IDBObjectStore.prototype.put = function (value: unknown, key?: IDBValidKey) {
    if (Object.values(value as object).some((field) => field instanceof Blob)) throw new DOMException('Error preparing Blob/File data to be stored in object store', 'UnknownError')
    return put.call(this, value, key)
  }
  const files = opened()
  const stored = await files.saveFile(bill())
  expect(files.isDurable()).toBe(true)
  expect(await textOf(files, stored.fileId)).toBe('%PDF-1.7')
})

/** A request that fails inside the transaction: `tx.error` is null until the transaction has ended. */
const failsLater = (name: string) =>
  function fail(this: IDBObjectStore) {
    const { transaction } = this
    queueMicrotask(() => {
      Object.defineProperty(transaction, 'error', { get: () => null, configurable: true })
      transaction.onerror?.(new Event('error'))
      Object.defineProperty(transaction, 'error', { value: new DOMException('the operation was aborted', name), configurable: true })
      transaction.onabort?.(new Event('abort'))
    })
  }

test('a full disk is an error by its name, and nothing is half kept', async () => {
  instead = failsLater('QuotaExceededError')
  const files = opened()
  await expect(files.saveFile(bill())).rejects.toMatchObject({ code: 'STORAGE_FULL' })
  expect(files.isDurable()).toBe(true)
  expect(await files.listFiles()).toEqual([])
})

const throwing = (name: string) => () => {
  throw new DOMException('no', name)
}
const answering = (name: string): IDBOpenDBRequest => {
  const request: { error: DOMException; onerror?: () => void } = { error: new DOMException('no', name) }
  setTimeout(() => request.onerror?.())
  return request as unknown as IDBOpenDBRequest
}
const cases: [string, () => void][] = [
  ['no database at all', () => keeps(undefined)],
  ['a web view without one', () => keeps(null)],
  ['cookies off: opening throws', () => keeps({ open: throwing('SecurityError') })],
  ['cookies off: even looking for it throws', () => Object.defineProperty(globalThis, 'indexedDB', { get: throwing('SecurityError'), configurable: true })],
  ['an older private mode: opening fails', () => keeps({ open: () => answering('InvalidStateError') })],
  ['a full disk on opening', () => keeps({ open: () => answering('QuotaExceededError') })],
  ['a broken database', () => keeps({ open: () => answering('UnknownError') })],
  ['putting throws', () => (instead = throwing('DataCloneError'))],
  ['putting fails', () => (instead = failsLater('UnknownError'))],
  ['the transaction is ended by the browser', () => (instead = failsLater('AbortError'))],
]
test.each(cases)('%s: the file is held in memory, and that is admitted', async (_name, breaks) => {
  breaks()
  const files = opened()
  const stored = await files.saveFile(bill())
  expect(files.isDurable()).toBe(false)
  expect(await textOf(files, stored.fileId)).toBe('%PDF-1.7')
  expect(await files.previewSrc(stored.fileId)).toMatch(/^blob:/)
  expect(await files.listFiles()).toEqual([stored])
  await files.removeFile(stored.fileId)
  await files.removeFile(stored.fileId).catch(() => undefined)
  expect(await files.listFiles()).toEqual([])
  await expect(files.readForUpload(stored.fileId)).rejects.toMatchObject({ name: 'DeviceError' })
})

test('a database that never answers: two seconds, once; what it takes later lasts after all', async () => {
  const release: (() => void)[] = []
  keeps({
    open: (name: string, version: number) => {
      const late: Partial<IDBOpenDBRequest> = {}
      release.push(() => {
        const real = factory.open(name, version)
        Object.defineProperty(late, 'result', { get: () => real.result })
        real.onupgradeneeded = (event) => late.onupgradeneeded?.call(real, event)
        real.onsuccess = (event) => late.onsuccess?.call(real, event)
      })
      return late
    },
  })
  const files = opened()
  const began = Date.now()
  const first = await files.saveFile(bill())
  const waited = Date.now() - began
  expect(waited).toBeGreaterThanOrEqual(1_900)
  const second = await files.saveFile(bill())
  expect(await files.listFiles()).toEqual([first, second])
  expect(Date.now() - began - waited).toBeLessThan(1_500)
  expect(files.isDurable()).toBe(false)
  await expect(files.readForUpload('elsewhere')).rejects.toMatchObject({ code: 'TIMEOUT' })
  release.forEach((let_go) => let_go())
  while (!files.isDurable()) await new Promise((resolve) => setTimeout(resolve, 10))
  keeps(factory)
  expect((await onDisk()).map(({ fileId }) => fileId).sort()).toEqual([first.fileId, second.fileId].sort())
})

test('a connection that died while the phone slept is opened anew', async () => {
  const files = opened()
  const first = await files.saveFile(bill())
  const dead = jest.spyOn(IDBDatabase.prototype, 'transaction').mockImplementationOnce(throwing('InvalidStateError'))
  expect(await textOf(files, first.fileId)).toBe('%PDF-1.7')
  expect(dead).toHaveBeenCalledTimes(2)
  dead.mockRestore()
})

test('a picked document that is gone by the time it is read is said', async () => {
  const gone = { arrayBuffer: () => Promise.reject(new DOMException('gone', 'NotReadableError')) }
  jest.spyOn(globalThis, 'Response').mockImplementationOnce(() => gone as unknown as Response)
  await expect(opened().saveFile(bill())).rejects.toMatchObject({ code: 'NOT_FOUND' })
})

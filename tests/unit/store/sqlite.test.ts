import { spawnSync } from 'node:child_process'
import fs, { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openSqliteStore, StoreBroken } from '@mock/store/sqlite'

let folder: string
let file: string
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'sqlite-'))
  file = path.join(folder, 'data', 'mock.db')
})
afterEach(() => rmSync(folder, { recursive: true }))

/** Pid of a process that has ended. */
const deadPid = (): number => spawnSync('true').pid

test('finds its records again after closing, and leaves no lock', async () => {
  const first = openSqliteStore(file)
  await first.transact((tx) => tx.put('meta', { id: 'meta', clockOffsetMs: 5, seededAt: '2026-11-23T10:00:00+08:00' }))
  await first.close()
  expect([`${file}.lock`, `${file}.pid`].filter((left) => existsSync(left))).toEqual([])
  const second = openSqliteStore(file)
  expect(await second.transact((tx) => tx.get('meta', 'meta'))).toMatchObject({ clockOffsetMs: 5 })
  await second.close()
})

test('does not give the place of a deleted record away after a restart', async () => {
  const put = (store: ReturnType<typeof openSqliteStore>, id: string) => store.transact((tx) => tx.put('meta', { id, clockOffsetMs: 0, seededAt: '' }))
  const first = openSqliteStore(file)
  await put(first, 'a')
  await put(first, 'b')
  await first.transact((tx) => tx.delete('meta', 'b'))
  await first.close()
  const second = openSqliteStore(file)
  await put(second, 'c')
  await put(second, 'b')
  expect((await second.transact((tx) => tx.list('meta'))).map(({ id }) => id)).toEqual(['a', 'c', 'b'])
  await second.close()
})

test('a second opening of the same database is refused in words', async () => {
  const store = openSqliteStore(file)
  expect(() => openSqliteStore(file)).toThrow(/in use by process \d+/)
  await store.close()
})

test('the pid file of a living process is respected, that of a dead one is not', async () => {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(`${file}.pid`, `${process.ppid} \n`)
  expect(() => openSqliteStore(file)).toThrow(`in use by process ${process.ppid}`)
  writeFileSync(`${file}.pid`, `${deadPid()} 12345\n`)
  mkdirSync(`${file}.lock`)
  const store = openSqliteStore(file)
  expect(await store.transact((tx) => tx.next('n'))).toBe(1)
  await store.close()
})

test('a living process that only inherited the number does not count', async () => {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(`${file}.pid`, `${process.ppid} 1\n`)
  const store = openSqliteStore(file)
  await store.close()
})

test('every commit that wrote is fsynced; reading is not', async () => {
  const store = openSqliteStore(file)
  const fsync = jest.spyOn(fs, 'fsyncSync')
  for (let i = 0; i < 3; i += 1) await store.transact((tx) => tx.next('n'))
  expect(fsync).toHaveBeenCalledTimes(3)
  fsync.mockClear()
  await store.transact((tx) => tx.list('claim'))
  expect(fsync).not.toHaveBeenCalled()
  fsync.mockRestore()
  await store.close()
})

test('an fsync error fails the write and stops every later one', async () => {
  const store = openSqliteStore(file)
  await store.transact((tx) => tx.next('n'))
  const fsync = jest.spyOn(fs, 'fsyncSync').mockImplementation(() => {
    throw new Error('EIO')
  })
  const broken: unknown = await store.transact((tx) => tx.next('n')).catch((error: unknown) => error)
  expect(broken).toBeInstanceOf(StoreBroken)
  fsync.mockRestore()
  const work = jest.fn()
  await expect(store.transact(work)).rejects.toBe(broken)
  expect(work).not.toHaveBeenCalled()
  await store.close()
})

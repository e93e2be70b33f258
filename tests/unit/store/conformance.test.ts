import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { MessageRecord } from '@mock/store/entities'
import { createMemoryStore } from '@mock/store/memory'
import { openSqliteStore } from '@mock/store/sqlite'
import type { Store } from '@mock/store/store'

const message = (id: string, ownerId = 'acc1', titleZh = '标题'): MessageRecord => ({ id, ownerId, titleZh, textZh: '', at: '2026-11-23T10:00:00+08:00', read: false, leadsTo: null })
const ids = (records: { id: string }[]): string[] => records.map(({ id }) => id)
const pause = () => new Promise((resolve) => setImmediate(resolve))

const folder = mkdtempSync(path.join(tmpdir(), 'store-'))
afterAll(() => rmSync(folder, { recursive: true }))
let made = 0

/** Every store keeps these promises; one more store is one more row. */
describe.each<[string, () => Store]>([
  ['memory', createMemoryStore],
  ['SQLite', () => openSqliteStore(path.join(folder, `${(made += 1)}.db`))],
])('the %s store', (_name, create) => {
  let store: Store
  beforeEach(() => void (store = create()))
  afterEach(() => store.close())
  const put = (...records: MessageRecord[]) => store.transact(async (tx) => void (await Promise.all(records.map((record) => tx.put('message', record)))))
  const listed = (ownerId?: string) => store.transact((tx) => tx.list('message', ownerId)).then(ids)

  test('keeps, replaces and deletes a record', async () => {
    await put(message('m1', 'acc1', '旧'))
    await put(message('m1', 'acc1', '新 “引号” \u0000 𠮷'))
    expect(await store.transact((tx) => tx.get('message', 'm1'))).toEqual(message('m1', 'acc1', '新 “引号” \u0000 𠮷'))
    await store.transact((tx) => tx.delete('message', 'm1'))
    expect(await store.transact((tx) => tx.get('message', 'm1'))).toBeUndefined()
    await expect(store.transact((tx) => tx.delete('message', 'm1'))).resolves.toBeUndefined()
  })

  test('keeps kinds with the same id apart', async () => {
    await put(message('same'))
    await store.transact((tx) => tx.put('bankCard', { id: 'same', ownerId: 'acc1', number: '1', issuer: '', kind: '', verifiedAt: null, problemCode: null, boundAt: '2026-11-23T10:00:00+08:00' }))
    expect(await listed()).toEqual(['same'])
  })

  test('shares no object with its caller', async () => {
    const record = message('m1')
    await put(record)
    record.titleZh = '改过'
    const read = await store.transact((tx) => tx.get('message', 'm1'))
    expect(read?.titleZh).toBe('标题')
    if (read) read.titleZh = '改过'
    expect((await store.transact((tx) => tx.get('message', 'm1')))?.titleZh).toBe('标题')
  })

  test('lists in order of first insertion; replacing keeps the place, deleting and inserting again does not', async () => {
    await put(message('c'), message('a'), message('b'))
    await put(message('c', 'acc1', '新'))
    expect(await listed()).toEqual(['c', 'a', 'b'])
    await store.transact(async (tx) => {
      await tx.delete('message', 'c')
      await tx.put('message', message('c'))
    })
    expect(await listed()).toEqual(['a', 'b', 'c'])
  })

  test('lists those of one owner, inside a unit of work too', async () => {
    await put(message('m1', 'acc1'), message('m2', 'acc2'))
    await store.transact(async (tx) => {
      await tx.put('message', message('m3', 'acc1'))
      await tx.delete('message', 'm1')
      expect(ids(await tx.list('message', 'acc1'))).toEqual(['m3'])
      expect(ids(await tx.list('message'))).toEqual(['m2', 'm3'])
    })
    expect(await listed('acc1')).toEqual(['m3'])
    expect(await listed('nobody')).toEqual([])
  })

  test('rolls everything back when the work throws, and goes on', async () => {
    await put(message('stays'))
    const failing = store.transact(async (tx) => {
      await tx.put('message', message('goes'))
      await tx.delete('message', 'stays')
      await tx.claimKey('name', 'goes')
      await tx.next('number')
      throw new Error('refused')
    })
    await expect(failing).rejects.toThrow('refused')
    await store.transact(async (tx) => {
      expect(ids(await tx.list('message'))).toEqual(['stays'])
      expect(await tx.keyHolder('name')).toBeUndefined()
      expect(await tx.next('number')).toBe(1)
    })
  })

  test('never lets two units of work interleave', async () => {
    await put(message('counter', 'acc1', '0'))
    const increment = () =>
      store.transact(async (tx) => {
        const counter = await tx.get('message', 'counter')
        await pause()
        await tx.put('message', message('counter', 'acc1', String(Number(counter?.titleZh) + 1)))
      })
    await Promise.all(Array.from({ length: 50 }, increment))
    expect((await store.transact((tx) => tx.get('message', 'counter')))?.titleZh).toBe('50')
  })

  test('gives a name to one of 100 that want it at once', async () => {
    const claims = Array.from({ length: 100 }, (_, i) => store.transact((tx) => tx.claimKey('invoice:1', `claim${i}`)))
    expect(new Set(await Promise.all(claims))).toEqual(new Set(['claim0']))
    await store.transact(async (tx) => {
      expect(await tx.claimKey('invoice:1', 'claim0')).toBe('claim0')
      expect(await tx.keyHolder('invoice:1')).toBe('claim0')
      await tx.releaseKey('invoice:1')
      expect(await tx.keyHolder('invoice:1')).toBeUndefined()
      expect(await tx.claimKey('invoice:1', 'claim7')).toBe('claim7')
    })
  })

  test('counts named sequences from 1, each number once', async () => {
    const numbers = await Promise.all(Array.from({ length: 100 }, () => store.transact((tx) => tx.next('claimNo'))))
    expect([...numbers].sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1))
    expect(await store.transact((tx) => tx.next('payoutNo'))).toBe(1)
  })

  test('clears everything, as part of a unit of work that may still fail', async () => {
    await put(message('m1'))
    await store.transact(async (tx) => void (await tx.claimKey('name', 'm1'), await tx.next('number')))
    const clearThen = (fail: boolean) =>
      store.transact(async (tx) => {
        await tx.clear()
        expect(await tx.get('message', 'm1')).toBeUndefined()
        expect(await tx.keyHolder('name')).toBeUndefined()
        await tx.put('message', message('fresh'))
        expect(ids(await tx.list('message'))).toEqual(['fresh'])
        if (fail) throw new Error('no')
      })
    await expect(clearThen(true)).rejects.toThrow('no')
    expect(await listed()).toEqual(['m1'])
    await clearThen(false)
    expect(await listed()).toEqual(['fresh'])
    expect(await store.transact((tx) => tx.next('number'))).toBe(1)
    await store.clear()
    expect(await listed()).toEqual([])
  })
})

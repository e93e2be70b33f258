import fs, { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { sha256Hex } from '@mock/core'
import { createDiskFiles } from '@mock/store/files'
import { createMemoryFiles } from '@mock/store/memory-files'
import type { FileStore } from '@mock/store/store'

const root = mkdtempSync(path.join(tmpdir(), 'files-'))
afterAll(() => rmSync(root, { recursive: true }))
const bytes = Uint8Array.from([0, 255, 13, 10, 7])
const hash = sha256Hex(bytes)

describe.each<[string, () => FileStore]>([
  ['memory', createMemoryFiles],
  ['disk', () => createDiskFiles(path.join(root, 'files'))],
])('the %s file store', (_name, create) => {
  test('keeps bytes by name, twice the same, until deleted', async () => {
    const files = create()
    expect(await files.get(hash)).toBeUndefined()
    await files.put(hash, bytes)
    await files.put(hash, bytes)
    expect(await files.get(hash)).toEqual(bytes)
    await files.delete(hash)
    await files.delete(hash)
    expect(await files.get(hash)).toBeUndefined()
  })

  test('shares no bytes with its caller', async () => {
    const files = create()
    const mine = bytes.slice()
    await files.put(hash, mine)
    mine[0] = 99
    expect((await files.get(hash))?.[0]).toBe(0)
  })

  test('clears everything and goes on', async () => {
    const files = create()
    await files.put(hash, bytes)
    await files.clear()
    expect(await files.get(hash)).toBeUndefined()
    await files.put(hash, bytes)
    expect(await files.get(hash)).toEqual(bytes)
  })
})

test('on disk: no path outside the folder, no temporary file left', async () => {
  const folder = path.join(root, 'safe')
  const files = createDiskFiles(folder)
  writeFileSync(path.join(root, 'secret'), 'secret')
  for (const name of ['../secret', '..%2fsecret', `../${hash}`, '', hash.toUpperCase()]) await expect(files.get(name)).rejects.toThrow('not a sha256')
  await expect(files.put('../out', bytes)).rejects.toThrow('not a sha256')
  expect(existsSync(path.join(root, 'out'))).toBe(false)
  await files.put(hash, bytes)
  expect(readdirSync(path.join(folder, hash.slice(0, 2)))).toEqual([hash])
})

test('on disk: the file is synced before its name is given, and the folder after', async () => {
  const files = createDiskFiles(path.join(root, 'synced'))
  const steps: string[] = []
  const { open, rename } = fs.promises
  const opened = jest.spyOn(fs.promises, 'open').mockImplementation(async (...args: Parameters<typeof open>) => {
    const handle = await open(...args)
    const sync = handle.sync.bind(handle)
    handle.sync = async () => {
      steps.push(`sync ${String(args[0]).endsWith('.tmp') ? 'file' : path.basename(String(args[0]))}`)
      await sync()
    }
    return handle
  })
  const renamed = jest.spyOn(fs.promises, 'rename').mockImplementation(async (from, to) => {
    steps.push('rename')
    await rename(from, to)
  })
  await files.put(hash, bytes)
  expect(steps).toEqual(['sync synced', 'sync file', 'rename', `sync ${hash.slice(0, 2)}`])
  opened.mockRestore()
  renamed.mockRestore()
})

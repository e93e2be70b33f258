import { mkdir, open, readFile, rename, rm, type FileHandle } from 'node:fs/promises'
import path from 'node:path'
import { codeOf } from './error-code'
import type { FileStore } from './store'

/**
 * Files on disk, named by hash, in 256 folders. `put` returns when the bytes AND their name would survive a power cut:
 * temporary file, fsync, rename, fsync of the folder.
 */
export function createDiskFiles(root: string): FileStore {
  let temporary = 0
  const pathOf = (hash: string): string => {
    if (!/^[0-9a-f]{64}$/.test(hash)) throw new Error(`not a sha256: ${hash}`)
    return path.join(root, hash.slice(0, 2), hash)
  }
  return {
    async put(hash, bytes) {
      const target = pathOf(hash)
      const folder = path.dirname(target)
      if ((await mkdir(folder, { recursive: true })) !== undefined) await synced(root, 'r')
      temporary += 1
      const written = `${target}.${process.pid}-${temporary}.tmp`
      await synced(written, 'wx', (handle) => handle.writeFile(bytes))
      await rename(written, target)
      await synced(folder, 'r')
    },
    async get(hash) {
      try {
        return new Uint8Array(await readFile(pathOf(hash)))
      } catch (error) {
        if (codeOf(error) === 'ENOENT') return undefined
        throw error
      }
    },
    delete: (hash) => rm(pathOf(hash), { force: true }),
    async clear() {
      await rm(root, { recursive: true, force: true })
      await mkdir(root, { recursive: true })
    },
  }
}

async function synced(file: string, flags: string, write?: (handle: FileHandle) => Promise<void>): Promise<void> {
  const handle = await open(file, flags)
  try {
    await write?.(handle)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

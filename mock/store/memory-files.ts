import type { FileStore } from './store'

/** Files of jest and demo builds. Bytes are copied on the way in and out, as a disk would. */
export function createMemoryFiles(): FileStore {
  const files = new Map<string, Uint8Array>()
  return {
    put: async (hash, bytes) => void files.set(hash, bytes.slice()),
    get: async (hash) => files.get(hash)?.slice(),
    delete: async (hash) => void files.delete(hash),
    clear: async () => files.clear(),
  }
}

import type { FileStore, Tx } from '../../../store/store'

/** Bytes are stored once by their hash: they go when no document of anybody refers to them any more. Call it after the change. */
export async function dropUnused({ tx, files }: { tx: Tx; files: FileStore }, hashes: readonly (string | null)[]): Promise<void> {
  const used = new Set((await tx.list('document')).map(({ hash }) => hash))
  for (const hash of new Set(hashes)) if (hash !== null && !used.has(hash)) await files.delete(hash)
}

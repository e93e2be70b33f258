import { startSha256 } from '@/domain/sha256'
import { bytesOf } from './bytes'
import type { PickedFile } from './files.types'

/** Read at once, so that a large file neither fills the memory nor holds up the screen. */
const PIECE = 256 * 1024

/** sha256 of a file's bytes: the server collects its parts under it, and by it the same file is known again. @throws DeviceError */
export async function markOf(file: PickedFile): Promise<string> {
  const hash = startSha256()
  for (let from = 0; from < file.size; from += PIECE) hash.update(await bytesOf(file, from, PIECE))
  return hash.hex()
}

export const isMark = (mark: string | undefined): mark is string => mark !== undefined && /^[0-9a-f]{64}$/.test(mark)

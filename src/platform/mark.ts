import { fingerprint } from '@/domain/fingerprint'
import type { PickedFile } from './files.types'

/** A mark by which the same file is known again on this phone; undefined where it cannot be read. Never throws. */
export async function markOf({ blob }: PickedFile): Promise<string | undefined> {
  try {
    return blob && fingerprint(new Uint8Array(await new Response(blob).arrayBuffer()))
  } catch {
    return undefined
  }
}

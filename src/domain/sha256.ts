import { sha256 } from '@noble/hashes/sha2'
import { bytesToHex } from '@noble/hashes/utils'

/** sha256 of bytes that come one after the other; `hex` ends it: 64 digits. Where a page is not served over HTTPS the browser has none of its own. */
export function startSha256(): { update(bytes: ArrayBuffer): void; hex(): string } {
  const hash = sha256.create()
  return { update: (bytes) => void hash.update(new Uint8Array(bytes)), hex: () => bytesToHex(hash.digest()) }
}

/**
 * A short mark of some bytes: equal bytes have equal marks, others practically never (53 bits and the length). Not a secret and no
 * proof against somebody who means harm: the server compares sha256. A third of a megabyte takes a phone a few milliseconds.
 */
export function fingerprint(bytes: ArrayLike<number>): string {
  let [high, low] = [0xdeadbeef, 0x41c6ce57]
  for (let at = 0; at < bytes.length; at += 1) {
    high = Math.imul(high ^ bytes[at], 2654435761)
    low = Math.imul(low ^ bytes[at], 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return `${bytes.length.toString(36)}-${(4294967296 * (2097151 & low) + (high >>> 0)).toString(36)}`
}

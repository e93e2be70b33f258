const K: number[] = []
const FIRST: number[] = []
/** First 32 bits of the broken parts of roots of the first 64 primes, as FIPS 180-4 defines the constants. */
for (let n = 2; K.length < 64; n += 1) {
  let prime = true
  for (let d = 2; d * d <= n; d += 1) if (n % d === 0) prime = false
  if (!prime) continue
  if (FIRST.length < 8) FIRST.push((Math.sqrt(n) % 1) * 4294967296 | 0)
  K.push((Math.cbrt(n) % 1) * 4294967296 | 0)
}
const turn = (x: number, by: number): number => (x >>> by) | (x << (32 - by))

/**
 * sha256 (FIPS 180-4) of bytes that come one after the other; `hex` ends it: 64 digits. Own, because a page over HTTP has no `crypto.subtle`, and
 * the library's module needs BigInt as it loads, which iOS 13 and old WeChat lack.
 */
export function startSha256(): { update(bytes: ArrayBuffer): void; hex(): string } {
  const state = [...FIRST]
  const block = new Uint8Array(64)
  const w = new Int32Array(64)
  let [held, total] = [0, 0]
  function mix(): void {
    for (let i = 0; i < 16; i += 1) w[i] = (block[i * 4] << 24) | (block[i * 4 + 1] << 16) | (block[i * 4 + 2] << 8) | block[i * 4 + 3]
    for (let i = 16; i < 64; i += 1) {
      const [x, y] = [w[i - 15], w[i - 2]]
      w[i] = (w[i - 16] + (turn(x, 7) ^ turn(x, 18) ^ (x >>> 3)) + w[i - 7] + (turn(y, 17) ^ turn(y, 19) ^ (y >>> 10))) | 0
    }
    let [a, b, c, d, e, f, g, h] = state
    for (let i = 0; i < 64; i += 1) {
      const one = (h + (turn(e, 6) ^ turn(e, 11) ^ turn(e, 25)) + ((e & f) ^ (~e & g)) + K[i] + w[i]) | 0
      const two = ((turn(a, 2) ^ turn(a, 13) ^ turn(a, 22)) + ((a & b) ^ (a & c) ^ (b & c))) | 0
      h = g; g = f; f = e; e = (d + one) | 0; d = c; c = b; b = a; a = (one + two) | 0
    }
    ;[a, b, c, d, e, f, g, h].forEach((word, i) => (state[i] = (state[i] + word) | 0))
    held = 0
  }
  const add = (byte: number): void => {
    block[held] = byte
    held += 1
    if (held === 64) mix()
  }
  return {
    update: (bytes) => {
      const all = new Uint8Array(bytes)
      total += all.length
      for (let i = 0; i < all.length; i += 1) add(all[i])
    },
    hex: () => {
      add(0x80)
      while (held !== 56) add(0)
      const bits = [Math.floor(total / 536870912), (total << 3) | 0]
      bits.forEach((word) => [24, 16, 8, 0].forEach((by) => add((word >>> by) & 255)))
      return state.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('')
    },
  }
}

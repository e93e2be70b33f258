const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

/** Bytes in base64url without padding. The mini-program has neither `btoa` nor Buffer. */
export function toBase64url(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 3) {
    const [a = 0, b = 0, c = 0] = bytes.subarray(at, at + 3)
    const bits = (a << 16) | (b << 8) | c
    for (let sign = 0; sign <= Math.min(3, bytes.length - at); sign += 1) text += SIGNS.charAt((bits >> (18 - 6 * sign)) & 63)
  }
  return text
}

/** The bytes, or undefined where `text` is not exactly what `toBase64url` writes: a foreign sign, a lone sign, spare bits that are set. */
export function fromBase64url(text: string): Uint8Array | undefined {
  if (text.length % 4 === 1) return undefined
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4))
  let bits = 0
  let held = 0
  let filled = 0
  for (const sign of text) {
    const value = SIGNS.indexOf(sign)
    if (value < 0) return undefined
    bits = ((bits << 6) | value) & 0xffff
    held += 6
    if (held < 8) continue
    held -= 8
    bytes[filled] = (bits >> held) & 255
    filled += 1
  }
  // Two texts for the same bytes would let one altered sign pass.
  return bits & ((1 << held) - 1) ? undefined : bytes
}

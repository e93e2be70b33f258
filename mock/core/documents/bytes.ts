/** The structure of a file does not hold: it is cut off or broken. */
export class Damaged extends Error {}

/** Reads numbers and parts of a file; reaching past its end means that the file is cut off. */
export class Reader {
  private readonly view: DataView

  constructor(readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  get length(): number {
    return this.bytes.length
  }

  u8(at: number): number {
    return this.need(at, 1).getUint8(at)
  }

  u16(at: number, little = false): number {
    return this.need(at, 2).getUint16(at, little)
  }

  u32(at: number, little = false): number {
    return this.need(at, 4).getUint32(at, little)
  }

  slice(from: number, to: number): Uint8Array {
    this.need(from, to - from)
    return this.bytes.subarray(from, to)
  }

  /** Latin-1 text, for the signatures of chunks and boxes. */
  text(at: number, length: number): string {
    return String.fromCharCode(...this.slice(at, at + length))
  }

  private need(at: number, count: number): DataView {
    if (at < 0 || count < 0 || at + count > this.length) throw new Damaged('past the end')
    return this.view
  }
}

export const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0))

export function u32(value: number, little = false): Uint8Array {
  const bytes = new Uint8Array(4)
  new DataView(bytes.buffer).setUint32(0, value, little)
  return bytes
}

export function concat(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}

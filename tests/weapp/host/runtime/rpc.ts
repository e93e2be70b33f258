// Calls from the page to Node. ArrayBuffers travel as {$bytes: base64}.
import { WxFailure, type Reply, type StreamEvent } from '../protocol'
import { httpBridge } from './http-bridge'

export function toBase64(buffer: ArrayBuffer): string {
  const bytes = new Uint8Array(buffer)
  let text = ''
  for (let i = 0; i < bytes.length; i += 0x8000) text += String.fromCharCode(...bytes.subarray(i, i + 0x8000))
  return btoa(text)
}
export const fromBase64 = (text: string): ArrayBuffer => Uint8Array.from(atob(text), (char) => char.charCodeAt(0)).buffer

export function encode(value: unknown): string {
  const binary = (_: string, item: unknown) => {
    if (item instanceof ArrayBuffer) return { $bytes: toBase64(item) }
    if (ArrayBuffer.isView(item)) return { $bytes: toBase64(new Uint8Array(item.buffer, item.byteOffset, item.byteLength).slice().buffer) }
    return item
  }
  return JSON.stringify(value, binary) ?? 'null'
}

/** Reverses {$bytes} one level down: that is where results carry data. */
export function decode(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && '$bytes' in value && typeof value.$bytes === 'string') return fromBase64(value.$bytes)
  return value
}

function unwrap(text: string): unknown {
  const reply: Reply = JSON.parse(text)
  if (reply.ok) return reply.value
  throw new WxFailure(reply.message, reply.errno)
}

const bridge = window.__BRIDGE__ ?? httpBridge

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
/** Results of Node are objects wherever this is used. */
export const record = (value: unknown): Record<string, unknown> => (isObject(value) ? value : {})

export const call = async (name: string, args: unknown): Promise<unknown> => unwrap(await bridge.call(name, encode(args)))
export const callSync = (name: string, args: unknown): unknown => unwrap(bridge.callSync(name, encode(args)))

export function stream(name: string, args: unknown, onEvent: (event: StreamEvent) => void): { result: Promise<unknown>; abort(): void } {
  const { reply, abort } = bridge.stream(name, encode(args), (event) => onEvent(JSON.parse(event)))
  return { result: reply.then(unwrap), abort }
}

/** A path as the app knows it, as an address that the page can load (layout engine only). */
export function resourceUrl(source: string, base: string): string {
  if (!source || /^(data|blob):/.test(source)) return source
  if (source.startsWith('wxfile:')) return `/__file?path=${encodeURIComponent(source)}`
  if (/^(https?:)?\/\//.test(source)) return `/__remote?url=${encodeURIComponent(source.replace(/^\/\//, 'https://'))}`
  return new URL(source, `http://host/${base}`).pathname
}

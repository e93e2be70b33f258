// setData as WeChat transmits it: JSON, counted; what JSON cannot carry is reported.
import { guarded, isFunction, recordError, recordWarning, stats } from './state'

const BIG = 256 * 1024

function byteLength(text: string): number {
  let bytes = text.length
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    // A surrogate pair is 4 bytes: 2 units counted once, 1 more for each half.
    if (unit > 0x7f) bytes += unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff) ? 2 : 1
  }
  return bytes
}

let patched = false

/** All pages and components share one prototype with setData; the first page gives access to it. */
export function patchSetData(instance: object, pageNow: () => string): void {
  if (patched) return
  let proto: object | null = instance
  while (proto && !Object.prototype.hasOwnProperty.call(proto, 'setData')) proto = Object.getPrototypeOf(proto)
  const original: unknown = proto && Reflect.get(proto, 'setData')
  if (!proto || !isFunction(original)) return
  patched = true
  Reflect.set(proto, 'setData', function (this: unknown, data: Record<string, unknown>, callback?: unknown) {
    const started = performance.now()
    const text = JSON.stringify(data, (key, value: unknown) => {
      if (isFunction(value)) recordError('setData', new Error(`setData contains a function at ${key}`))
      return value
    })
    const lost = Object.keys(data).filter((key) => data[key] === undefined)
    if (lost.length > 0) recordWarning(`setData: ${lost.slice(0, 3).join(', ')} set to undefined`)
    const entry = { page: pageNow(), bytes: byteLength(text), ms: 0 }
    if (entry.bytes > BIG) recordWarning(`setData of ${Math.round(entry.bytes / 1024)} KB on ${entry.page}`)
    stats.setData.push(entry)
    const done = isFunction(callback) ? () => window.setTimeout(() => guarded('setData callback', () => callback.call(this))) : undefined
    original.call(this, JSON.parse(text), done)
    entry.ms = Number((performance.now() - started).toFixed(2))
  })
}

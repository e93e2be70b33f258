// Storage: 10 MB in all, 1 MB a key; kept in Node between launches.
import { WxFailure } from '../../protocol'
import { call } from '../rpc'
import { config } from '../state'
import { defineAsync, defineSync } from './define'

const TOTAL = 10 * 1024 * 1024
const PER_KEY = 1024 * 1024
/** Values as JSON text of {data}: what is stored later changes no more. */
const items = new Map(Object.entries(config.storage))
let pending: Promise<unknown> = Promise.resolve()

const keep = (key: string, value: string | null): void => {
  pending = pending.then(() => call('storage', { key, value }))
}
export const flushStorage = async (): Promise<void> => {
  await pending
}
const sizeOf = (key: string): number => key.length + (items.get(key)?.length ?? 0)
export const storageSize = (): number => [...items.keys()].reduce((sum, key) => sum + sizeOf(key), 0)

function get(key: unknown): unknown {
  const text = items.get(String(key))
  return text === undefined ? undefined : JSON.parse(text).data
}
function set(key: unknown, data: unknown): void {
  if (typeof key !== 'string') throw new WxFailure('parameter error: parameter.key should be String')
  const text = JSON.stringify({ data })
  if (text.length > PER_KEY) throw new WxFailure('entry size limit reached')
  if (storageSize() - sizeOf(key) + key.length + text.length > TOTAL) throw new WxFailure('exceed storage max size 10Mb')
  items.set(key, text)
  keep(key, text)
}
function remove(key: unknown): void {
  items.delete(String(key))
  keep(String(key), null)
}
const clear = (): void => [...items.keys()].forEach(remove)
const info = (): object => ({ keys: [...items.keys()], currentSize: Math.ceil(storageSize() / 1024), limitSize: TOTAL / 1024 })

export function defineStorage(): void {
  defineSync('getStorageSync', (key) => get(key) ?? '')
  defineSync('setStorageSync', set)
  defineSync('removeStorageSync', remove)
  defineSync('clearStorageSync', clear)
  defineSync('getStorageInfoSync', info)
  defineAsync('getStorage', ({ key }) => {
    if (!items.has(String(key))) throw new WxFailure('data not found')
    return { data: get(key) }
  })
  defineAsync('setStorage', ({ key, data }) => set(key, data))
  defineAsync('removeStorage', ({ key }) => remove(key))
  defineAsync('clearStorage', clear)
  defineAsync('getStorageInfo', info)
}

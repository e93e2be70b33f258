import Taro from '@tarojs/taro'
import type { StateStorage } from 'zustand/middleware'
import { deviceErrorFrom, isFull, type DeviceError } from './device-error'

/**
 * Small values that survive a restart: localStorage on H5, wx storage (10 MB in all, 1 MB a key) in the mini-program.
 * Every value carries the version of its shape. Files do not belong here: see files.ts.
 */
export const PREFIX = 'zsb:'
const listeners = new Set<(error: DeviceError, key: string) => void>()

/** Hears of values that could not be kept (room used up, storage switched off). Returns how to stop. */
export function onStorageError(listener: (error: DeviceError, key: string) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** What the device keeps nothing of (cookies switched off, a storage that breaks): it lives as long as the page, and every way goes on. */
const held = new Map<string, string>()

/** '' is what both targets answer for a key that is not there. */
function readText(key: string): string {
  const here = held.get(key)
  if (here !== undefined) return here
  try {
    const text: unknown = Taro.getStorageSync(PREFIX + key)
    return typeof text === 'string' ? text : ''
  } catch {
    return ''
  }
}

/** Tells the listeners of what is not kept. Throws only where the member can make room: DeviceError STORAGE_FULL, TOO_LARGE. */
function writeText(key: string, text: string): void {
  try {
    Taro.setStorageSync(PREFIX + key, text)
    held.delete(key)
  } catch (raw) {
    const error = deviceErrorFrom('setStorage', raw)
    for (const tell of listeners) tell(error, key)
    if (isFull(error)) throw error
    held.set(key, text)
  }
}

interface Envelope {
  version: number
  value: unknown
}
function openEnvelope(text: string): Envelope | undefined {
  try {
    const parsed: unknown = JSON.parse(text)
    if (typeof parsed !== 'object' || parsed === null || !('version' in parsed) || !('value' in parsed)) return undefined
    return typeof parsed.version === 'number' ? { version: parsed.version, value: parsed.value } : undefined
  } catch {
    return undefined
  }
}

/**
 * The value under `key`, or undefined where there is none, it is damaged, `parse` refuses it (returns undefined), or it
 * was written in another version and `migrate` is absent or refuses it. Never throws.
 */
export function readStored<T>(key: string, version: number, parse: (value: unknown) => T | undefined, migrate?: (value: unknown, from: number) => T | undefined): T | undefined {
  const envelope = openEnvelope(readText(key))
  if (!envelope) return undefined
  try {
    return envelope.version === version ? parse(envelope.value) : migrate?.(envelope.value, envelope.version)
  } catch {
    return undefined
  }
}

/** When it returns, the value is kept, at least as long as the page (`onStorageError` tells). @throws DeviceError STORAGE_FULL, TOO_LARGE; what was there before stays. */
export const writeStored = (key: string, version: number, value: unknown): void => writeText(key, JSON.stringify({ version, value }))

/** Removing what is not there is fine. */
export function removeStored(key: string): void {
  held.delete(key)
  try {
    Taro.removeStorageSync(PREFIX + key)
  } catch {
    // Nothing to tell: the value is unreadable already.
  }
}

/** All keys of this app, without prefix. */
export function storedKeys(): string[] {
  let kept: string[] = []
  try {
    kept = Taro.getStorageInfoSync().keys.filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length))
  } catch {
    // Nothing is kept then but what is held.
  }
  return [...new Set([...kept, ...held.keys()])]
}

/**
 * For zustand's `persist` (which brings its own version). A failed write is told to `onStorageError` and does not throw,
 * because zustand has changed the state by then. What must not be lost (outbox) uses `writeStored` and its error.
 */
export const zustandStorage: StateStorage = {
  getItem: (key) => readText(key) || null,
  setItem: (key, text) => {
    try {
      writeText(key, text)
    } catch {
      // Told already.
    }
  },
  removeItem: removeStored,
}

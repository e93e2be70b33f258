import { readStored, writeStored } from './storage'

/**
 * The server's clock as this phone knows it. The phone's own may be wrong, and may be put right at any moment: it measures how long ago
 * something was, and nothing else. Server moments and phone moments are both milliseconds since 1970.
 */
const KEY = 'clock'
const VERSION = 1
const parse = (value: unknown): number | undefined => (typeof value === 'number' && Number.isFinite(value) ? value : undefined)

/** Answers travel for different times: below this the clock has not been set, ms. */
const JITTER_MS = 5_000

/** What to add to the phone's clock, ms: learnt from every answer, and from the last one before a restart. */
let aheadMs = readStored(KEY, VERSION, parse) ?? 0

const listeners = new Set<(movedMs: number) => void>()

/** Hears that one of the clocks was set: from now on phone moments of the same instants are `movedMs` earlier. Returns how to stop. */
export function onClockSet(listener: (movedMs: number) => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The server's time now. */
export const serverNow = (): number => Date.now() + aheadMs
/** The server moment of a phone moment, and the other way. */
export const serverMoment = (phoneMs: number): number => phoneMs + aheadMs
export const phoneMoment = (serverMs: number): number => serverMs - aheadMs

/** An answer says what time it is there. */
export function learnServerTime(serverMs: number): void {
  const movedMs = serverMs - serverNow()
  aheadMs += movedMs
  if (Math.abs(movedMs) < JITTER_MS) return
  for (const tell of listeners) tell(movedMs)
  try {
    writeStored(KEY, VERSION, aheadMs)
  } catch {
    // Told by onStorageError; the next answer teaches it again.
  }
}

/**
 * Something kept was answered at this server moment, so it is not earlier now. Where it seems to be, the phone's clock was set since the
 * difference was learnt, and is believed as far as it can be true.
 */
export function knowMoment(serverMs: number): void {
  if (serverNow() + JITTER_MS < serverMs) aheadMs = Math.max(0, serverMs - Date.now())
}

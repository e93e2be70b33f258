import { PREFIX } from './storage'

/** A tab that the browser has put to sleep must not hold the others up for ever, ms. */
const PATIENCE_MS = 10_000

/**
 * Runs `work` while no other tab of this browser runs work of this name. Where the browser has no such locks (older ones, plain HTTP), or the
 * wait takes too long, it runs at once: what must not happen twice is guarded elsewhere too. Rejects with what `work` rejects with. Twin: one-tab.weapp.ts.
 */
export async function oneTabAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
  const locks: LockManager | undefined = navigator.locks
  if (!locks) return work()
  const patience = new AbortController()
  const timer = setTimeout(() => patience.abort(), PATIENCE_MS)
  let begun: Promise<T> | undefined
  try {
    await locks.request(PREFIX + name, { signal: patience.signal }, () => {
      clearTimeout(timer)
      begun = work()
      return begun
    })
  } catch {
    // Either the work has failed, and `begun` says so below, or the lock was not to be had.
  }
  clearTimeout(timer)
  return begun ?? work()
}

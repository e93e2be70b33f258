import type { QueryClient } from '@tanstack/react-query'
import { knowMoment, phoneMoment, serverMoment } from '@/platform/server-clock'
import { readStored, removeStored, writeStored } from '@/platform/storage'

/** Resources that open without a network, with the last data. Everything else stays in memory. */
const KEPT = new Set(['home', 'card', 'device', 'coverages', 'claims', 'claim', 'payouts', 'payout', 'payoutSummary', 'enrolment', 'me', 'rep-events', 'rep-event', 'rep-kit'])
const VERSION = 1
const storageKey = (account: string): string => `cache.${account}`

interface Saved {
  key: readonly unknown[]
  data: unknown
  /** The server's moment of the answer: the phone's clock may be set while the app is closed. */
  at: number
}
const parse = (value: unknown): Saved[] => (Array.isArray(value) ? (value as Saved[]) : [])

/** Puts the kept answers of one account back, with their age: the page shows 数据更新于…. */
export function restoreQueries(client: QueryClient, account: string): void {
  const saved = readStored(storageKey(account), VERSION, parse) ?? []
  saved.forEach(({ at }) => knowMoment(at))
  for (const { key, data, at } of saved) client.setQueryData(key, data, { updatedAt: phoneMoment(at) })
}

/** Answers that come together are written together; a kill loses no more than this, ms. */
const GATHER_MS = 50

/** Keeps writing the allow-listed answers of an account; the returned function stops it. */
export function keepQueries(client: QueryClient, account: string): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined
  const write = (): void => {
    timer = undefined
    const saved: Saved[] = client
      .getQueryCache()
      .getAll()
      .filter(({ queryKey, state }) => queryKey[0] === account && KEPT.has(String(queryKey[1])) && state.data !== undefined)
      .map(({ queryKey, state }) => ({ key: queryKey, data: state.data, at: serverMoment(state.dataUpdatedAt) }))
    try {
      writeStored(storageKey(account), VERSION, saved)
    } catch {
      // A full phone: what was typed and photographed comes first, and an old copy would only mislead.
      removeStored(storageKey(account))
    }
  }
  const off = client.getQueryCache().subscribe((event) => {
    if (event.type === 'updated' && event.action.type === 'success') timer ??= setTimeout(write, GATHER_MS)
  })
  return () => {
    off()
    if (timer) clearTimeout(timer)
  }
}

/** Sign-out: nothing of this account stays readable on the phone. */
export function forgetQueries(client: QueryClient, account: string): void {
  client.clear()
  removeStored(storageKey(account))
}

import type { QueryClient } from '@tanstack/react-query'
import * as prints from '@/contract/fingerprints'
import { accountStorage } from '@/platform/account-storage'
import { fetchCode } from '@/platform/code'
import { knowMoment, phoneMoment, serverMoment } from '@/platform/server-clock'
import { readStored, removeStored, writeStored } from '@/platform/storage'
import { forgetAccounts } from '@/state/left-behind'

/**
 * Resources that open without a network, with the last data, and the shape that this version draws: what was kept in another one is not
 * restored, so that no update draws what it does not know. Everything else stays in memory.
 */
const KEPT: Readonly<Record<string, string>> = {
  home: prints.getHome, card: prints.getCard, coverages: prints.listCoverages, claims: prints.listClaims, claim: prints.getClaim, payouts: prints.listPayouts,
  payout: prints.getPayout, payoutSummary: prints.getPayoutSummary, enrolment: prints.getEnrolment, me: prints.getMe, 'rep-events': prints.listRepEvents,
  'rep-event': prints.getRepEvent, 'rep-kit': prints.getEventKit, device: prints.registerDevice,
}
/** Of these an older shape is brought over, by a step of its own (carried.ts). */
export const CARRIED: readonly string[] = ['card', 'device', 'rep-events', 'rep-event', 'rep-kit']
/** Form of the list below, not of the answers in it. */
const FORM = 2
const storageKey = (account: string): string => accountStorage.answers + account

interface Saved {
  key: readonly unknown[]
  /** Fingerprint of the shape; '' in what builds left that knew none. */
  print: string
  data: unknown
  /** The server's moment of the answer: the phone's clock may be set while the app is closed. */
  at: number
}
const nameOf = ({ key }: Saved): string => String(key[1])
const parse = (value: unknown): Saved[] => (Array.isArray(value) ? (value as Saved[]) : [])
const savedOf = (account: string): Saved[] =>
  readStored(storageKey(account), FORM, parse, (value) => parse(value).map((saved) => ({ ...saved, print: '' }))) ?? []

const isOlder = (saved: Saved): boolean => saved.print !== KEPT[nameOf(saved)]
const isCarried = (saved: Saved): boolean => isOlder(saved) && CARRIED.includes(nameOf(saved))

/** Puts the kept answers of one account back, with their age: the page shows 数据更新于…. */
export function restoreQueries(client: QueryClient, account: string): void {
  const kept = savedOf(account)
  kept.forEach(({ at }) => knowMoment(at))
  const put = ({ key, at }: Saved, data: unknown): unknown => client.setQueryData(key, data, { updatedAt: phoneMoment(at) })
  for (const saved of kept) if (!isOlder(saved)) put(saved, saved.data)
  if (kept.some(isCarried)) bringOver(client, account, put).catch(() => undefined)
}

/** After an update only. What no step knows, or whose step cannot be fetched, stays on the phone as it is. */
const bringOver = (client: QueryClient, account: string, put: (saved: Saved, data: unknown) => unknown): Promise<void> =>
  fetchCode(() => import('./carried')).then(({ carried }) => {
    for (const saved of savedOf(account).filter(isCarried)) {
      if (client.getQueryData(saved.key) === undefined) put(saved, carried[nameOf(saved)]?.[saved.print]?.(saved.data))
    }
  })

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
      .filter(({ queryKey, state }) => queryKey[0] === account && String(queryKey[1]) in KEPT && state.data !== undefined)
      .map(({ queryKey, state }) => ({ key: queryKey, print: KEPT[String(queryKey[1])] ?? '', data: state.data, at: serverMoment(state.dataUpdatedAt) }))
    const fresh = new Set(saved.map(({ key }) => JSON.stringify(key)))
    // What this version could not bring over may be what the next one can.
    const waiting = savedOf(account).filter((old) => isCarried(old) && !fresh.has(JSON.stringify(old.key)))
    try {
      writeStored(storageKey(account), FORM, [...saved, ...waiting])
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

/** Sign-out, or a page that could not be drawn: no answer of this account stays on the phone. What was typed and what waits to be sent lie elsewhere. */
export function forgetQueries(client: QueryClient, account: string): void {
  client.clear()
  removeStored(storageKey(account))
}

/** Somebody signs in, here or in another tab: of whoever was before on this phone nothing can be read any more. */
export function forgetOthers(client: QueryClient, account: string): void {
  client.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'public' && queryKey[0] !== account })
  forgetAccounts((owner) => owner !== account)
}

/** Whether this answer would be there after a restart without a network. */
export const isKept = (account: string, key: readonly unknown[]): boolean =>
  savedOf(account).some((saved) => JSON.stringify(saved.key) === JSON.stringify(key))

/** What has just been answered is written by then. */
export const written = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 2 * GATHER_MS))

import { create } from 'zustand'
import { createJSONStorage, persist } from 'zustand/middleware'
import type { Session } from '@/contract/schemas/session'
import { zustandStorage } from '@/platform/storage'

export interface SessionState {
  accessToken: string | null
  refreshToken: string | null
  account: Session['account'] | null
  /** Set when a session ended by itself, so that the sign-in page can say why. */
  endedZh: string | null
  /** Where to go after sign-in: a deep link survives it. */
  returnTo: string | null
  /** Whose address that is; null: whoever signs in. */
  returnFor: string | null
  /** Whose session has ended, while nobody is signed in: what is still open, and what the way back leads to, is theirs. */
  lastAccount: string | null
  /** Counts the changes of the session on this phone: what a tab has in memory may be older than what another one has stored, or newer where the phone is full. */
  turn: number
  signedIn(session: Session): void
  /** Ends the session. Where it has ended already nothing changes: the words of the first time stay. */
  ended(wordsZh: string | null): void
  remember(url: string | null, owner?: string | null): void
}

const kept = ({ accessToken, refreshToken, account, endedZh, returnTo, returnFor, lastAccount, turn }: SessionState) => ({ accessToken, refreshToken, account, endedZh, returnTo, returnFor, lastAccount, turn })

const isOlder = (stored: unknown, turn: number): boolean => typeof stored === 'object' && stored !== null && 'turn' in stored && typeof stored.turn === 'number' && stored.turn < turn

/** Tokens of the signed-in account. Other stores and the query cache are keyed by `account.accountId`. */
export const useSession = create<SessionState>()(
  persist(
    (set, get) => ({
      accessToken: null,
      refreshToken: null,
      account: null,
      endedZh: null,
      returnTo: null,
      returnFor: null,
      lastAccount: null,
      turn: 0,
      signedIn: ({ accessToken, refreshToken, account }) => {
        const { turn, returnFor } = get()
        const foreign = returnFor !== null && returnFor !== account.accountId
        set({ accessToken, refreshToken, account, endedZh: null, lastAccount: null, turn: turn + 1, ...(foreign && { returnTo: null, returnFor: null }) })
      },
      ended: (endedZh) => {
        const { account, turn } = get()
        if (account) set({ accessToken: null, refreshToken: null, account: null, endedZh, lastAccount: account.accountId, turn: turn + 1 })
      },
      remember: (returnTo, returnFor = null) => set({ returnTo, returnFor }),
    }),
    {
      name: 'session',
      version: 1,
      storage: createJSONStorage(() => zustandStorage),
      partialize: kept,
      merge: (stored, current) => (typeof stored !== 'object' || isOlder(stored, current.turn) ? current : { ...current, ...stored }),
    },
  ),
)

/** Takes what another tab of this browser has stored meanwhile; what is older than this tab's own stays where it is. */
export const takeFromOtherTabs = (): void => void useSession.persist.rehydrate()

/** Key of everything that belongs to one person; `none` before sign-in. */
export const accountKey = (): string => useSession.getState().account?.accountId ?? 'none'

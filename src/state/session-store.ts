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
  signedIn(session: Session): void
  ended(wordsZh: string | null): void
  remember(url: string | null): void
}

/** Tokens of the signed-in account. Other stores and the query cache are keyed by `account.accountId`. */
export const useSession = create<SessionState>()(
  persist(
    (set) => ({
      accessToken: null,
      refreshToken: null,
      account: null,
      endedZh: null,
      returnTo: null,
      signedIn: ({ accessToken, refreshToken, account }) => set({ accessToken, refreshToken, account, endedZh: null }),
      ended: (endedZh) => set({ accessToken: null, refreshToken: null, account: null, endedZh }),
      remember: (returnTo) => set({ returnTo }),
    }),
    {
      name: 'session',
      version: 1,
      storage: createJSONStorage(() => zustandStorage),
      partialize: ({ accessToken, refreshToken, account, returnTo }) => ({ accessToken, refreshToken, account, returnTo }),
    },
  ),
)

/** Key of everything that belongs to one person; `none` before sign-in. */
export const accountKey = (): string => useSession.getState().account?.accountId ?? 'none'

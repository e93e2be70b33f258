import { focusManager, onlineManager, QueryClient } from '@tanstack/react-query'
import { isOnline, onAppHide, onAppShow, onNetworkChange } from '@/platform/network'
import { ApiError } from './api-error'

/** How long an answer counts as fresh, ms. */
export const STALE = { always: 0, minute: 60_000, long: 10 * 60_000 } as const

export const createQueryClient = (): QueryClient =>
  new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'offlineFirst',
        staleTime: STALE.always,
        gcTime: 24 * 3600_000,
        retry: (count, error) => error instanceof ApiError && error.retryable && count < 2,
        retryDelay: (count) => 400 * 2 ** count,
      },
      // A mutation is tried again by the member or the outbox, with its key; never behind their back.
      mutations: { networkMode: 'always', retry: false },
    },
  })

/** The library listens on `window`, which a mini-program lacks: it is told by the platform instead. */
export function wireToDevice(): void {
  focusManager.setEventListener((focused) => {
    const offs = [onAppShow(() => focused(true)), onAppHide(() => focused(false))]
    return () => offs.forEach((off) => off())
  })
  onlineManager.setEventListener((online) => {
    void Promise.resolve(isOnline()).then(online)
    return onNetworkChange(online)
  })
}

import { focusManager, MutationCache, onlineManager, QueryClient, type DefaultedQueryObserverOptions, type DefaultError, type QueryKey, type QueryObserverOptions } from '@tanstack/react-query'
import { isOnline, onAppHide, onAppShow, onNetworkChange } from '@/platform/network'
import { onClockSet } from '@/platform/server-clock'
import { whileAsking } from '@/state/asking-store'
import { ApiError } from './api-error'

/** How long an answer counts as fresh, ms. */
export const STALE = { always: 0, minute: 60_000, long: 10 * 60_000 } as const

/** Library's rule: fresh until `updatedAt + staleTime`. An answer that lies in the future, because the phone's clock was put back since, would be fresh for ever: it is stale. */
class Client extends QueryClient {
  override defaultQueryOptions<F = unknown, E = DefaultError, D = F, Q = F, K extends QueryKey = QueryKey, P = never>(
    options: QueryObserverOptions<F, E, D, Q, K, P> | DefaultedQueryObserverOptions<F, E, D, Q, K>,
  ): DefaultedQueryObserverOptions<F, E, D, Q, K> {
    const all = super.defaultQueryOptions<F, E, D, Q, K, P>(options)
    const { staleTime } = all
    if (options._defaulted) return all
    return { ...all, staleTime: (query) => (query.state.dataUpdatedAt > Date.now() ? -Infinity : typeof staleTime === 'function' ? staleTime(query) : (staleTime ?? 0)) }
  }
}

export function createQueryClient(): QueryClient {
  // What nobody knows the end of is looked for where it would show: all that is on the screen is asked for anew, and pages say so meanwhile.
  const onError = (error: Error): void => {
    if (error instanceof ApiError && error.unsure) void whileAsking(() => client.invalidateQueries())
  }
  const client: Client = new Client({
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        networkMode: 'offlineFirst',
        staleTime: STALE.always,
        gcTime: 24 * 3600_000,
        retry: (count, error) => error instanceof ApiError && error.retryable && count < 2,
        retryDelay: (count) => 400 * 2 ** count,
      },
      // What may be sent again after a lost answer is sent again by `act`, with its key.
      mutations: { networkMode: 'always', retry: false },
    },
  })
  // What was answered before keeps its server moment.
  onClockSet((movedMs) => {
    for (const query of client.getQueryCache().getAll()) {
      const { dataUpdatedAt } = query.state
      if (dataUpdatedAt) query.setState({ dataUpdatedAt: dataUpdatedAt - movedMs })
    }
  })
  return client
}

/** Begins everything anew that waits for a network: the phone may be wrong about having none. Resolves once it has begun. */
export async function askWaiting(client: QueryClient): Promise<void> {
  const waiting = client.getQueryCache().findAll({ fetchStatus: 'paused' })
  await client.cancelQueries({ fetchStatus: 'paused' })
  void client.refetchQueries({ predicate: (query) => waiting.includes(query) })
}

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

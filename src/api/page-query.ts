import { useQuery, type QueryKey, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query'
import { useRef } from 'react'
import { useDidShow } from '@/platform/lifecycle'
import { useSignedIn } from '@/state/guard'

/**
 * The query of a page: leads to sign-in where nobody is signed in (and back here afterwards), and asks again when the page comes back
 * to the front. Hand the result to `<Page query={…}>`.
 */
export function usePageQuery<T, E extends Error, D, K extends QueryKey>(options: UseQueryOptions<T, E, D, K>): UseQueryResult<D, E> {
  const signedIn = useSignedIn()
  const query = useQuery({ ...options, enabled: signedIn && options.enabled !== false })
  const shown = useRef(false)
  const before = useRef<E | null>(null)
  useDidShow(() => {
    if (shown.current && signedIn && query.isStale) {
      before.current = query.error
      void query.refetch()
    }
    shown.current = true
  })
  if (!query.isPending) before.current = null
  return before.current && query.fetchStatus === 'fetching' ? refused(query, before.current) : query
}

/** What was refused stays so until there is another answer: by itself nothing goes from under the member's finger. */
const refused = <Q extends object>(query: Q, error: Error): Q => Object.create(query, { error: { value: error }, isPending: { value: false } }) as Q

import { queryOptions, useQuery } from '@tanstack/react-query'
import { call } from './call'
import { STALE } from './query-client'

/** Public and the same for everyone: not keyed by account. */
export const configQuery = () => queryOptions({ queryKey: ['public', 'config'], queryFn: ({ signal }) => call('getConfig', { signal }), staleTime: STALE.long })

/** The number that helps, also while the server cannot be reached (the national workers' hotline, rule source R). */
export const useHotline = (): string => useQuery(configQuery()).data?.hotline ?? '12351'

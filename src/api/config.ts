import { queryOptions } from '@tanstack/react-query'
import { call } from './call'
import { STALE } from './query-client'

/** Public and the same for everyone: not keyed by account. */
export const configQuery = () => queryOptions({ queryKey: ['public', 'config'], queryFn: ({ signal }) => call('getConfig', { signal }), staleTime: STALE.long })

import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef } from 'react'
import { isRefusal } from '@/api/api-error'
import { claimQuery } from '@/api/claims'
import { usePageQuery } from '@/api/page-query'
import { back, useRouteParam } from '@/platform/navigation'
import { routes } from '@/routes'
import { withheld } from '@/ui'
import { addressOfPart, isForOther } from './addresses'

/** What every page about one claim begins with: its id from the address, its query, the way back. */
export function useClaimPage() {
  const client = useQueryClient()
  const claimId = useRouteParam('claimId')
  const from = useRouteParam('from')
  const fromCheck = from === 'check'
  // Without an id the path would be that of the list: a made-up one gets the server's «not found» words.
  const wanted = claimQuery(claimId || 'none')
  const query = usePageQuery(wanted)
  // Deleted, or an authorisation has ended: what the phone had kept of it is nobody's to read any more. Not before the page goes: asked again, it needs its query.
  const gone = isRefusal(query.error, 'NOT_FOUND')
  const atEnd = useRef(() => undefined as void)
  atEnd.current = () => (gone ? client.removeQueries({ queryKey: wanted.queryKey }) : undefined)
  useEffect(() => () => atEnd.current(), [])
  const forOther = query.data && isForOther(query.data)
  return {
    claimId,
    fromCheck,
    fromDetail: from === 'detail',
    query: gone ? withheld(query) : query,
    leave: () => back(fromCheck ? addressOfPart('check', claimId) : forOther ? routes.claimOthers : routes.claims),
  }
}

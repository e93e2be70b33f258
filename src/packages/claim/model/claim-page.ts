import { claimQuery } from '@/api/claims'
import { usePageQuery } from '@/api/page-query'
import { back, useRouteParam } from '@/platform/navigation'
import { routes } from '@/routes'
import { addressOfPart } from './addresses'

/** What every page about one claim begins with: its id from the address, its query, the way back. */
export function useClaimPage() {
  const claimId = useRouteParam('claimId')
  const from = useRouteParam('from')
  const fromCheck = from === 'check'
  // Without an id the path would be that of the list: a made-up one gets the server's «not found» words.
  const query = usePageQuery(claimQuery(claimId || 'none'))
  return { claimId, fromCheck, fromDetail: from === 'detail', query, leave: () => void back(fromCheck ? addressOfPart('check', claimId) : routes.claims) }
}

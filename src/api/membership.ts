import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { BodyOf } from '@/contract/endpoints'
import { accountKey } from '@/state/session-store'
import { act } from './act'
import { call, heldToken, renew } from './call'

export const applicationsQuery = () =>
  queryOptions({ queryKey: [accountKey(), 'applications'], queryFn: ({ signal }) => call('listMembershipApplications', { signal }) })

/** Joins the union. An approval changes what the account may do: session and everything asked before are renewed. */
export function useApply() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async ({ key, ...body }: BodyOf<'applyForMembership'> & { key: string }) => {
      const application = await act('applyForMembership', { body, key })
      if (application.state === 'APPROVED') await renew(heldToken())
      return application
    },
    onSuccess: () => client.invalidateQueries({ queryKey: [accountKey()] }),
  })
}

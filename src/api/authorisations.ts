import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { GrantAuthorisation } from '@/contract/schemas/authorisation'
import { accountKey } from '@/state/session-store'
import { act } from './act'
import { call } from './call'

export const authorisationsQuery = () => queryOptions({ queryKey: [accountKey(), 'authorisations'], queryFn: ({ signal }) => call('listAuthorisations', { signal }) })
export const principalsQuery = () => queryOptions({ queryKey: [accountKey(), 'principals'], queryFn: ({ signal }) => call('listPrincipals', { signal }) })
/** Claims that I have filed for somebody; not among what is kept on the phone, because access may end any time. */
export const principalClaimsQuery = (authorisationId: string) =>
  queryOptions({ queryKey: [accountKey(), 'principal-claims', authorisationId], queryFn: ({ signal }) => call('listClaims', { signal, query: { authorisationId, limit: '50' } }) })

function useAuthorisationChange<In>(mutationFn: (input: In) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({ mutationFn, onSuccess: () => Promise.all(['authorisations', 'consents'].map((name) => client.invalidateQueries({ queryKey: [accountKey(), name] }))) })
}
export const useGrantAuthorisation = () => useAuthorisationChange(({ key, ...body }: GrantAuthorisation & { key: string }) => act('createAuthorisation', { body, key }))
export const useEndAuthorisation = () => useAuthorisationChange((authorisationId: string) => act('endAuthorisation', { params: { authorisationId } }))

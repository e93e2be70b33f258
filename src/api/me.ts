import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { accountKey } from '@/state/session-store'
import type { ConsentId } from '@/contract/schemas/common'
import { act } from './act'
import { call } from './call'

export const meQuery = () => queryOptions({ queryKey: [accountKey(), 'me'], queryFn: ({ signal }) => call('getMe', { signal }) })
export const homeQuery = () => queryOptions({ queryKey: [accountKey(), 'home'], queryFn: ({ signal }) => call('getHome', { signal }) })
export const cardQuery = () => queryOptions({ queryKey: [accountKey(), 'card'], queryFn: ({ signal }) => call('getCard', { signal }) })
export const coveragesQuery = () => queryOptions({ queryKey: [accountKey(), 'coverages'], queryFn: ({ signal }) => call('listCoverages', { signal }) })
export const consentsQuery = () => queryOptions({ queryKey: [accountKey(), 'consents'], queryFn: ({ signal }) => call('listConsents', { signal }) })

export interface ConsentChange {
  consentId: ConsentId
  granted: boolean
  version: string
  standing?: boolean
  /** C4 only: the claim that it is for. */
  claimId?: string
  /** C2 withdrawn: amounts that wait for a yes stop too. */
  stopRunning?: boolean
}

/** Grants or withdraws one consent; everything of the account is asked for again, since a consent changes what is allowed. */
export function useSetConsent() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ consentId, ...body }: ConsentChange) => act('setConsent', { params: { consentId }, body }),
    onSuccess: ({ consentId, granted }) => {
      // Without C1 no card is shown: not even the one that was kept for days without a network.
      if (consentId === 'C1' && !granted) ['card', 'device'].forEach((kept) => client.removeQueries({ queryKey: [accountKey(), kept] }))
      return client.invalidateQueries({ queryKey: [accountKey()] })
    },
  })
}

/** «不用了» to a consent that was never given: an answer like any other, and asked for again by nobody. Saying no needs no version of the text. */
export function useDeclineConsent(consentId: ConsentId): { decline: () => Promise<unknown>; error: Error | null } {
  const { mutateAsync, error } = useSetConsent()
  return { decline: () => mutateAsync({ consentId, granted: false, version: '-' }).catch(() => undefined), error }
}

export function useSaveElderMode() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (elderMode: boolean) => {
      const me = await client.fetchQuery(meQuery())
      return call('updatePreferences', { body: { elderMode }, version: me.version })
    },
    onSuccess: (me) => client.setQueryData(meQuery().queryKey, me),
  })
}

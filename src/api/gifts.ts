import { queryOptions, skipToken, useMutation, useQueryClient } from '@tanstack/react-query'
import type { BodyOf } from '@/contract/endpoints'
import { accountKey } from '@/state/session-store'
import { act } from './act'
import { ApiError } from './api-error'
import { call } from './call'

export const giftOffersQuery = () => queryOptions({ queryKey: [accountKey(), 'gifts'], queryFn: ({ signal }) => call('listGiftOffers', { signal }) })
export const giftOfferQuery = (campaignId: string) =>
  queryOptions({ queryKey: [accountKey(), 'gift', campaignId], queryFn: ({ signal }) => call('getGiftOffer', { signal, params: { campaignId } }) })
export const enrolmentQuery = (enrolmentId: string) =>
  queryOptions({ queryKey: [accountKey(), 'enrolment', enrolmentId], queryFn: ({ signal }) => call('getEnrolment', { signal, params: { enrolmentId } }) })
export const enrolmentsQuery = () => queryOptions({ queryKey: [accountKey(), 'enrolments'], queryFn: ({ signal }) => call('listEnrolments', { signal }) })

/** The link to pass on with a certificate. */
export const certificateLinkQuery = (enrolmentId: string) =>
  queryOptions({ queryKey: [accountKey(), 'certificate-link', enrolmentId], queryFn: ({ signal }) => call('getCertificateLink', { signal, params: { enrolmentId } }), staleTime: Infinity })

export const resolveGiftCode = (code: string) => call('resolveGiftCode', { params: { code } })

/** What to come back with after sign-in or joining, in place of a code that was scanned: that it was valid then is what counts. */
export const openGiftVisit = async (code: string, signal?: AbortSignal): Promise<string> => (await call('openGiftVisit', { body: { code }, signal })).code

/** The same, asked for until the server has answered: the reference to come back with. */
export const giftVisitQuery = (code: string | undefined) =>
  queryOptions({
    queryKey: ['none', 'gift-visit', code],
    queryFn: code === undefined ? skipToken : ({ signal }) => openGiftVisit(code, signal),
    staleTime: Infinity,
    retry: (_count, error) => error instanceof ApiError && error.retryable,
    retryDelay: (count) => Math.min(8_000, 400 * 2 ** count),
  })

/** Takes up a gifted plan. Tapping twice with one key, or again another day, gives the same certificate. */
export function useEnrol() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ key, ...body }: BodyOf<'createEnrolment'> & { key: string }) => act('createEnrolment', { body, key }),
    onSuccess: (enrolment) => {
      client.setQueryData(enrolmentQuery(enrolment.enrolmentId).queryKey, enrolment)
      return client.invalidateQueries({ queryKey: [accountKey()], predicate: ({ queryKey }) => queryKey[1] !== 'enrolment' })
    },
  })
}

/** Keeps a place for 15 minutes; who has one already gets it again. `code`: the poster that was scanned, so that its event counts the place. */
export function useReserve(campaignId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ key, code }: { key: string; code: string }) => act('reserveGift', { params: { campaignId }, body: code ? { code } : {}, key }),
    onSettled: () => client.invalidateQueries({ queryKey: giftOfferQuery(campaignId).queryKey }),
  })
}

/** Joins or leaves the waiting list of a campaign. */
export function useWaitlist(campaignId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: async (join: boolean) => {
      if (join) await act('joinWaitlist', { params: { campaignId } })
      else await act('leaveWaitlist', { params: { campaignId } })
    },
    onSettled: () => client.invalidateQueries({ queryKey: giftOfferQuery(campaignId).queryKey }),
  })
}

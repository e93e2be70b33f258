import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { BodyOf } from '@/contract/endpoints'
import { accountKey } from '@/state/session-store'
import { call } from './call'

export const giftOffersQuery = () => queryOptions({ queryKey: [accountKey(), 'gifts'], queryFn: ({ signal }) => call('listGiftOffers', { signal }) })
export const giftOfferQuery = (campaignId: string) =>
  queryOptions({ queryKey: [accountKey(), 'gift', campaignId], queryFn: ({ signal }) => call('getGiftOffer', { signal, params: { campaignId } }) })
export const enrolmentQuery = (enrolmentId: string) =>
  queryOptions({ queryKey: [accountKey(), 'enrolment', enrolmentId], queryFn: ({ signal }) => call('getEnrolment', { signal, params: { enrolmentId } }) })
export const enrolmentsQuery = () => queryOptions({ queryKey: [accountKey(), 'enrolments'], queryFn: ({ signal }) => call('listEnrolments', { signal }) })

export const resolveGiftCode = (code: string) => call('resolveGiftCode', { params: { code } })

/** Takes up a gifted plan. Tapping twice with one key, or again another day, gives the same certificate. */
export function useEnrol() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ key, ...body }: BodyOf<'createEnrolment'> & { key: string }) => call('createEnrolment', { body, key }),
    onSuccess: (enrolment) => {
      client.setQueryData(enrolmentQuery(enrolment.enrolmentId).queryKey, enrolment)
      return client.invalidateQueries({ queryKey: [accountKey()], predicate: ({ queryKey }) => queryKey[1] !== 'enrolment' })
    },
  })
}

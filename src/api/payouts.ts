import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { accountKey } from '@/state/session-store'
import type { BodyOf } from '@/contract/endpoints'
import { act } from './act'
import { call } from './call'

export const payoutsQuery = () => queryOptions({ queryKey: [accountKey(), 'payouts'], queryFn: ({ signal }) => call('listPayouts', { signal, query: { limit: '50' } }) })
/** @param year null: the present one, by the server's clock */
export const payoutSummaryQuery = (year: number | null) =>
  queryOptions({ queryKey: [accountKey(), 'payoutSummary', year], queryFn: ({ signal }) => call('getPayoutSummary', { signal, query: year === null ? {} : { year: String(year) } }) })
export const payoutQuery = (payoutId: string) =>
  queryOptions({ queryKey: [accountKey(), 'payout', payoutId], queryFn: ({ signal }) => call('getPayout', { signal, params: { payoutId } }) })
export const bankAccountQuery = () => queryOptions({ queryKey: [accountKey(), 'bank'], queryFn: ({ signal }) => call('getBankAccount', { signal }) })

/** Binds a card; a waiting payout goes on by itself, so what shows money is asked for again. */
export function useBindCard() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: BodyOf<'putBankAccount'>) => act('putBankAccount', { body }),
    onSuccess: () => client.invalidateQueries({ queryKey: [accountKey()] }),
  })
}

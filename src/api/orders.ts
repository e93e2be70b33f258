import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Order, PayMethod } from '@/contract/schemas/event'
import type { PlanId } from '@/contract/schemas/common'
import { accountKey } from '@/state/session-store'
import { act } from './act'
import { call } from './call'

/** While an answer of the pay partner is missing, it is asked again this often, ms. */
const ASK_AGAIN_MS = 15_000

export const orderQuery = (orderId: string) =>
  queryOptions({
    queryKey: [accountKey(), 'order', orderId],
    queryFn: ({ signal }) => call('getOrder', { signal, params: { orderId } }),
    refetchInterval: ({ state }) => (state.data?.state === 'UNKNOWN' ? ASK_AGAIN_MS : false),
  })

/** An open order of the same plan is given again: nobody pays twice. */
export function useCreateOrder() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ key, ...body }: { planId: PlanId; payer: Order['payer']; key: string }) => act('createOrder', { body, key }),
    onSuccess: (order) => client.setQueryData(orderQuery(order.orderId).queryKey, order),
  })
}

export function usePayOrder() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: ({ orderId, method, key }: { orderId: string; method: PayMethod; key: string }) => act('payOrder', { params: { orderId }, body: { method }, key }),
    onSuccess: (order) => {
      client.setQueryData(orderQuery(order.orderId).queryKey, order)
      if (order.state === 'PAID') return client.invalidateQueries({ queryKey: [accountKey()], predicate: ({ queryKey }) => queryKey[1] !== 'order' })
      return undefined
    },
  })
}

import { useState } from 'react'
import { ApiError, isRefusal, messageOf } from '@/api/api-error'
import { useIntention } from '@/api/keys'
import { useCreateOrder, usePayOrder } from '@/api/orders'
import type { Order, PayMethod } from '@/contract/schemas/event'
import type { PlanId } from '@/contract/schemas/common'
import { go, withParams } from '@/platform/navigation'
import { routes } from '@/routes'

/** One try with a key that stays until the server has answered. */
function useOnce<In>(work: (input: In, key: string) => Promise<unknown>) {
  const intention = useIntention()
  const [error, setError] = useState<unknown>(null)
  const run = async (input: In): Promise<void> => {
    setError(null)
    try {
      await work(input, intention.key())
      intention.renew()
    } catch (problem) {
      setError(problem)
      // After an answer the next tap is a new intention; without one the same key finds out what became of this.
      if (problem instanceof ApiError && !problem.retryable) intention.renew()
    }
  }
  return { run: (input: In) => void run(input), failedZh: messageOf(error), consentMissing: isRefusal(error, 'CONSENT_REQUIRED') }
}

export function useOrdering(planId: PlanId) {
  const create = useCreateOrder()
  const once = useOnce(async (payer: Order['payer'], key) => {
    const { orderId } = await create.mutateAsync({ planId, payer, key })
    await go(withParams(routes.order, { orderId }))
  })
  return { ...once, busy: create.isPending }
}

export function usePaying(orderId: string) {
  const pay = usePayOrder(orderId)
  const once = useOnce((method: PayMethod, key) => pay.mutateAsync({ method, key }))
  return { ...once, busy: pay.isPending }
}

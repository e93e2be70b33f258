import { useRef, useState } from 'react'
import { ApiError, failureOf, isRefusal } from '@/api/api-error'
import { useIntention } from '@/api/keys'
import { useCreateOrder, usePayOrder } from '@/api/orders'
import type { Order, PayMethod } from '@/contract/schemas/event'
import type { PlanId } from '@/contract/schemas/common'
import type { Plan } from '@/contract/schemas/member'
import { replace, withParams } from '@/platform/navigation'
import { routes } from '@/routes'
import { useTyped } from '@/state/draft-store'
import type { FieldProblem } from '@/ui'
import { orderTexts as t } from '../texts'

/** One try with a key that stays until the server has answered. */
function useOnce<In>(work: (input: In, key: string) => Promise<unknown>) {
  const intention = useIntention()
  const [error, setError] = useState<unknown>(null)
  const run = async (input: In): Promise<boolean> => {
    setError(null)
    try {
      await work(input, intention.key())
      intention.renew()
      return true
    } catch (problem) {
      setError(problem)
      // After an answer the next tap is a new intention; without one the same key finds out what became of this.
      if (problem instanceof ApiError && !problem.retryable) intention.renew()
      return false
    }
  }
  return { run, failure: failureOf(error, t.failed), consentMissing: isRefusal(error, 'CONSENT_REQUIRED') }
}

const PAYERS: readonly Order['payer'][] = ['SELF', 'UNIT']

/**
 * Ordering a plan and, where the member pays, paying it in the same tap; the order's page then shows what became of it, also where no
 * answer came. A renewal has both choices made beforehand, as they may be changed, so that it takes one tap here.
 */
export function useOrdering(planId: PlanId, plan: Plan | undefined) {
  const create = useCreateOrder()
  const pay = usePayOrder()
  const once = useOnce((payer: Order['payer'], key) => create.mutateAsync({ planId, payer, key }).then(({ orderId, state }) => (ordered.current = { orderId, state })))
  const ordered = useRef<Pick<Order, 'orderId' | 'state'> | null>(null)
  const payKey = useIntention()
  const { value, set, forget } = useTyped(`order:${planId}`)
  const [missing, setMissing] = useState(false)
  const renewal = plan?.mine ?? false
  const payer = PAYERS.find((one) => one === value('payer')) ?? (renewal ? 'SELF' : undefined)
  const method = plan?.payMethods.find((one) => one.method === value('method'))?.method ?? (renewal ? plan?.payMethods[0]?.method : undefined)

  const submit = async (): Promise<void> => {
    const complete = payer === 'UNIT' || (payer === 'SELF' && method !== undefined)
    setMissing(!complete)
    if (!payer || !complete || !(await once.run(payer)) || !ordered.current) return
    const { orderId, state } = ordered.current
    forget()
    // What goes wrong from here on is told by the order itself: it knows whether money has moved.
    const due = payer === 'SELF' && method && (state === 'UNPAID' || state === 'FAILED')
    const answered = !due || (await pay.mutateAsync({ orderId, method, key: payKey.key() }).then(() => true, () => false))
    payKey.renew()
    await replace(withParams(routes.order, { orderId, ...(!answered && { unsure: '1' }) }))
  }
  const problems: FieldProblem[] = [
    ...(missing && !payer ? [{ fieldId: 'payer', message: t.payerMissing }] : []),
    ...(missing && payer === 'SELF' && !method ? [{ fieldId: 'method', message: t.methodMissing }] : []),
  ]
  return {
    ...once, payer, method, problems, renewal,
    choosePayer: set('payer'),
    chooseMethod: set('method'),
    submit: () => submit(),
    busy: create.isPending || pay.isPending,
  }
}

/** Paying an order whose payment is still to come. */
export function usePaying(order: Order | undefined) {
  const orderId = order?.orderId ?? ''
  const pay = usePayOrder()
  const { value, set, forget } = useTyped(`pay:${orderId}`)
  const [missing, setMissing] = useState(false)
  const { run, ...once } = useOnce((chosen: PayMethod, key) => pay.mutateAsync({ orderId, method: chosen, key }))
  const method = order?.methods.find((one) => one.method === value('method'))?.method
  const submit = async (): Promise<void> => {
    setMissing(method === undefined)
    if (method && (await run(method))) forget()
  }
  return { ...once, method, choose: set('method'), missing, busy: pay.isPending, submit: () => submit() }
}

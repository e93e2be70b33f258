import { queryOptions } from '@tanstack/react-query'
import type { PlanId } from '@/contract/schemas/common'
import { accountKey } from '@/state/session-store'
import { call } from './call'
import { STALE } from './query-client'

export const plansQuery = () => queryOptions({ queryKey: [accountKey(), 'plans'], queryFn: ({ signal }) => call('listPlans', { signal }), staleTime: STALE.minute })
export const planQuery = (planId: PlanId) => queryOptions({ queryKey: [accountKey(), 'plan', planId], queryFn: ({ signal }) => call('getPlan', { signal, params: { planId } }), staleTime: STALE.minute })

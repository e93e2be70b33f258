import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { DecideTask } from '@/contract/schemas/correction'
import type { Decide, FinanceAction, MoveClock, PlanBankOutcome, PushSettlement } from '@/contract/schemas/tester'
import { ApiError } from './api-error'
import { call } from './call'
import { newKey } from './keys'

/** Controls of the test mode. They use a token of their own, kept in memory only. */
let token: string | null = null

export async function asTester<T>(work: (token: string) => Promise<T>): Promise<T> {
  const kept = token
  const current = kept ?? (await call('openTesterSession', { body: {} })).accessToken
  token = current
  try {
    return await work(current)
  } catch (error) {
    if (!(error instanceof ApiError) || error.status !== 401) throw error
    // The token has run out (or the server began anew): once more with a fresh one.
    if (token === current) token = null
    if (kept === null) throw error
    return asTester(work)
  }
}

export const personasQuery = () => queryOptions({ queryKey: ['public', 'personas'], queryFn: ({ signal }) => call('listPersonas', { signal }), retry: false })
export const clockQuery = () => queryOptions({ queryKey: ['public', 'clock'], queryFn: () => asTester((t) => call('getClock', { token: t })) })
export const openClaimsQuery = () => queryOptions({ queryKey: ['public', 'open-claims'], queryFn: () => asTester((t) => call('listOpenClaims', { token: t })) })
export const officeTasksQuery = () => queryOptions({ queryKey: ['public', 'office-tasks'], queryFn: () => asTester((t) => call('listOfficeTasks', { token: t })) })
export const testPayoutsQuery = () => queryOptions({ queryKey: ['public', 'test-payouts'], queryFn: () => asTester((t) => call('listTestPayouts', { token: t })) })

export function useTesterAction<In, Out>(work: (input: In, token: string) => Promise<Out>) {
  const client = useQueryClient()
  return useMutation({ mutationFn: (input: In) => asTester((t) => work(input, t)), onSuccess: () => client.invalidateQueries() })
}
export const useMoveClock = () => useTesterAction((body: MoveClock, t) => call('moveClock', { body, token: t }))
export const useDecide = () => useTesterAction(({ claimId, ...body }: Decide & { claimId: string }, t) => call('decideClaim', { params: { claimId }, body, token: t }))
export const useDecideTask = () => useTesterAction(({ taskId, ...body }: DecideTask & { taskId: string }, t) => call('decideTask', { params: { taskId }, body, key: newKey(), token: t }))
export const usePlanBank = () => useTesterAction(({ payoutId, ...body }: PlanBankOutcome & { payoutId: string }, t) => call('planBankOutcome', { params: { payoutId }, body, token: t }))
export const useFinance = () => useTesterAction(({ payoutId, ...body }: FinanceAction & { payoutId: string }, t) => call('actAsFinance', { params: { payoutId }, body, token: t }))
export const usePushSettlement = () => useTesterAction((body: PushSettlement, t) => call('pushSettlement', { body, token: t }))
export const useReset = () => useTesterAction((_nothing: void, t) => call('resetData', { body: {}, token: t }))

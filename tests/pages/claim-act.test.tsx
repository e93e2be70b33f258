import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { renderHook, waitFor } from '@testing-library/react'
import type { ReactNode } from 'react'
import { ApiError, networkError } from '@/api/api-error'
import type { ClaimStep } from '@/api/claim-actions'
import type { Claim } from '@/contract/schemas/claim'
import { useClaimAct } from '@/packages/claim/model/claim-act'

// Answers come when they come, as on a device.
beforeAll(() => Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false }))

const claim = { claimId: 'c1', version: 3 } as Claim

function open() {
  const client = new QueryClient()
  const wrapper = ({ children }: { children: ReactNode }) => <QueryClientProvider client={client}>{children}</QueryClientProvider>
  const steps: ClaimStep[] = []
  const { result } = renderHook(() => useClaimAct(claim), { wrapper })
  const run = (content: string, work: () => Promise<void> = async () => undefined): void => void result.current.act('appeal', content, async (step) => (steps.push(step), work()))
  return { result, steps, run, idle: () => waitFor(() => expect(result.current.busy).toBeNull()) }
}

test('two taps before anything is drawn: one step', async () => {
  const { steps, run, idle } = open()
  run('a')
  run('a')
  await idle()
  expect(steps).toHaveLength(1)
  expect(steps[0]).toMatchObject({ claimId: 'c1', version: 3 })
})

test('after a lost answer the same content keeps its key; other content is another intention', async () => {
  const { result, steps, run, idle } = open()
  run('a', () => Promise.reject(networkError()))
  await waitFor(() => expect(result.current.refusedZh).toBe(networkError().message))
  run('a', () => Promise.reject(networkError()))
  await waitFor(() => expect(steps).toHaveLength(2))
  await idle()
  run('b')
  await waitFor(() => expect(steps).toHaveLength(3))
  expect(steps[1]?.key).toBe(steps[0]?.key)
  expect(steps[2]?.key).not.toBe(steps[0]?.key)
})

test('a refusal ends the intention, and is said in the server’s words', async () => {
  const { result, steps, run, idle } = open()
  run('a', () => Promise.reject(new ApiError('CLAIM_STATE_CONFLICT', 409, '复核申请期已结束。')))
  await waitFor(() => expect(result.current.refusedZh).toBe('复核申请期已结束。'))
  await idle()
  run('a')
  await waitFor(() => expect(steps).toHaveLength(2))
  expect(steps[1]?.key).not.toBe(steps[0]?.key)
})

import { onlineManager } from '@tanstack/react-query'
import type { EndpointName, SuccessOf } from '@/contract/endpoints'
import { onNetworkChange } from '@/platform/network'
import { whileAsking } from '@/state/asking-store'
import { isLost, isRefusal, unsureError, type ApiError } from './api-error'
import { call, type CallOptions } from './call'

/** How long is waited before the same is asked again, ms; at once when the network comes back. */
export const PAUSES: readonly number[] = [700, 2_000, 4_000, 8_000, 15_000]

/** The server is still at the first of them. */
const UNDER_WAY = 'IDEMPOTENCY_IN_PROGRESS'

/** Ends after `ms`, or as soon as there is a network again. */
export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    const end = (): void => {
      clearTimeout(timer)
      off()
      resolve()
    }
    const timer = setTimeout(end, ms)
    const off = onNetworkChange((online) => online && end())
  })

/**
 * What a member does, as opposed to what a page asks: every call that changes something at the server and is no work of the outbox. After a lost
 * answer nobody knows whether it was done. With a key the same is sent again until the server has said what became of it, and pages say meanwhile
 * that it is being found out; without one nothing is sent twice, and the mutation cache asks for what the page shows (query-client.ts).
 * @throws ApiError; `unsure` where nobody knows in the end either
 */
export async function act<N extends EndpointName>(name: N, options: CallOptions<N>): Promise<SuccessOf<N>> {
  // What the phone knows to have no network for has not left it.
  const left = onlineManager.isOnline()
  try {
    return await call(name, options)
  } catch (error) {
    if (!left || !(isLost(error) || isRefusal(error, UNDER_WAY))) throw error
    if (options.key === undefined) throw unsureError(error)
    return await whileAsking(() => askedAgain(() => call(name, options), error))
  }
}

async function askedAgain<T>(send: () => Promise<T>, first: ApiError): Promise<T> {
  let last = first
  for (const ms of PAUSES) {
    await pause(ms)
    try {
      return await send()
    } catch (error) {
      if (!isLost(error) && !isRefusal(error, UNDER_WAY)) throw error
      last = error
    }
  }
  throw unsureError(last)
}

import type { EndpointName, SuccessOf } from '@/contract/endpoints'
import { answersAtOnce, objectsAtOnce } from '@/contract/shapes-first'
import { fetchCode } from '@/platform/code'
import { takeNewVersion } from '@/platform/new-version'
import { misfitError, networkError, parseJson } from './api-error'
import { fits } from './fits'

type Table = readonly [shape: string | undefined, objects: readonly string[]]

/** Shape of an answer: at hand where home needs it, else in a chunk of its own. Ask before the request goes out: both come side by side. */
async function tableOf(name: EndpointName): Promise<Table> {
  const shape = answersAtOnce[name]
  if (shape !== undefined) return [shape, objectsAtOnce]
  const { answersLater, objectsLater } = await fetchCode(() => import('@/contract/shapes-rest'))
  return [answersLater[name], [...objectsAtOnce, ...objectsLater]]
}

/** Begins to fetch what `answerOf` will need. */
export const expectAnswer = (name: EndpointName): void => void tableOf(name).catch(() => undefined)

/** What came over the wire with a status below 300. */
export interface WireAnswer {
  status: number
  text: string
  /** Header `x-request-id`, where there is one. */
  requestId: string | null
}

/**
 * An answer that is what the contract promises. Nothing else is handed on: no portal's page, no empty body, no answer of another version.
 * @throws ApiError MISFIT, or NETWORK where its shape cannot be fetched: for an act nobody knows whether it was done (`lost`)
 */
export async function answerOf<N extends EndpointName>(name: N, { status, text, requestId }: WireAnswer): Promise<SuccessOf<N>> {
  const [shape, objects] = await tableOf(name).catch(() => takeNewVersion().then(() => Promise.reject(networkError())))
  if (shape === '' && status === 204) return undefined as SuccessOf<N>
  const data = parseJson(text)
  if (!shape || !fits(objects, shape, data)) throw misfitError(text, requestId)
  return data as SuccessOf<N>
}

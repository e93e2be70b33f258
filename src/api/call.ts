import axios, { AxiosHeaders, isAxiosError, type AxiosResponse } from 'axios'
import type { BodyOf, EndpointName, ParamsOf, QueryOf, SuccessOf } from '@/contract/endpoints'
import { routes } from '@/contract/routes'
import type { Session } from '@/contract/schemas/session'
import { apiBase } from '@/platform/env'
import { taroAdapter } from '@/platform/http'
import { oneTabAtATime } from '@/platform/one-tab'
import { accountKey, takeFromOtherTabs, useSession } from '@/state/session-store'
import { answerOf, expectAnswer } from './answer'
import { ApiError, errorFromAxios } from './api-error'
import { noteServerTime } from './server-time'

/** What a call takes: only the parts that its row in the contract has. */
export type CallOptions<N extends EndpointName> = (keyof ParamsOf<N> extends never ? { params?: undefined } : { params: ParamsOf<N> }) &
  (QueryOf<N> extends undefined ? { query?: undefined } : { query?: QueryOf<N> }) &
  (BodyOf<N> extends undefined ? { body?: undefined } : { body: BodyOf<N> }) & {
    /** Idempotency key of the intention: the same key for every try, a new one for a new intention. */
    key?: string
    /** Version that the change is based on (If-Match). */
    version?: number
    signal?: AbortSignal
    /** Another token than the session's (tester controls). */
    token?: string
  }

/** Queries of the contract are flat texts; axios' own serialiser is left out of the builds (config/index.ts). */
const serialize = (query: Record<string, unknown>): string =>
  Object.entries(query)
    .filter(([, value]) => value !== undefined && value !== null)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(String(value))}`)
    .join('&')

const http = axios.create({ adapter: taroAdapter, baseURL: apiBase, timeout: 20_000, responseType: 'text', paramsSerializer: { serialize }, transformResponse: (text: unknown) => text })

/** Address of an endpoint below the API base, parameters filled in. */
export const pathOf = (name: EndpointName, params: Record<string, string> = {}): string =>
  routes[name][1].replace(/:(\w+)/g, (_whole, param: string) => encodeURIComponent(params[param] ?? ''))

/**
 * One typed call of the contract. Signs it with the session, renews the access token once when it has run out.
 * @throws ApiError, always
 */
export async function call<N extends EndpointName>(name: N, options: CallOptions<N>): Promise<SuccessOf<N>> {
  const own = options.token !== undefined || routes[name][2] === 'public'
  const held = heldToken()
  try {
    return await send(name, options, options.token ?? held.token)
  } catch (error) {
    if (own || !(error instanceof ApiError) || error.status !== 401) throw error
    return send(name, options, await renew(held))
  }
}

async function send<N extends EndpointName>(name: N, options: CallOptions<N>, token: string | null): Promise<SuccessOf<N>> {
  const { params, query, body, key, version, signal } = options as CallOptions<EndpointName> & { params?: Record<string, string>; body?: unknown; query?: Record<string, string> }
  const headers = new AxiosHeaders()
  if (token) headers.set('Authorization', `Bearer ${token}`)
  if (key) headers.set('Idempotency-Key', key)
  if (version !== undefined) headers.set('If-Match', `"${version}"`)
  expectAnswer(name)
  let response: AxiosResponse<unknown>
  try {
    response = await http.request({ method: routes[name][0], url: pathOf(name, params), params: query, data: body, headers, signal })
  } catch (error) {
    if (isAxiosError(error)) throw errorFromAxios(error)
    throw error
  }
  noteServerTime(response.headers)
  const requestId: unknown = AxiosHeaders.from(response.headers as AxiosHeaders).get('x-request-id')
  return answerOf(name, { status: response.status, text: String(response.data ?? ''), requestId: typeof requestId === 'string' ? requestId : null })
}

/** The session's access token at a moment, and whose it was. */
export interface HeldToken {
  token: string | null
  owner: string
}
export const heldToken = (): HeldToken => ({ token: useSession.getState().accessToken, owner: accountKey() })

let renewal: Promise<void> | null = null

/**
 * A fresh access token for a request whose token was refused. One renewal at a time, also among the tabs of a browser: what another call or tab
 * has renewed meanwhile is taken.
 * @throws ApiError; 401 ends the session and says why on the sign-in page, and also comes where somebody else has signed in meanwhile: nothing of
 * one account ever travels with the token of another
 */
export async function renew({ token, owner }: HeldToken): Promise<string> {
  if (useSession.getState().accessToken === token) {
    renewal ??= oneTabAtATime('session', () => rotate(token)).finally(() => {
      renewal = null
    })
    await renewal
  }
  const renewed = useSession.getState().accessToken
  if (renewed && accountKey() === owner) return renewed
  throw new ApiError('UNAUTHENTICATED', 401, '请先登录。')
}

async function rotate(spent: string | null): Promise<void> {
  takeFromOtherTabs()
  const { accessToken, refreshToken } = useSession.getState()
  if (!refreshToken || accessToken !== spent) return
  /** False where the member has signed out meanwhile, or another tab was quicker. */
  const stillHeld = (): boolean => useSession.getState().refreshToken === refreshToken
  try {
    const session: Session = await send('refreshSession', { body: { refreshToken } }, null)
    if (stillHeld()) useSession.getState().signedIn(session)
  } catch (error) {
    takeFromOtherTabs()
    if (!stillHeld()) return
    if (error instanceof ApiError && error.status === 401) useSession.getState().ended(error.message)
    throw error
  }
}

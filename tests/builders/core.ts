import { endpoints, type EndpointName } from '@/contract/endpoints'
import { checkResponse, bodyOf, openSession } from '@mock/core'
import type { Core, CoreRequest, CoreResponse, Env, Handlers } from '@mock/core/types'
import type { Account } from '@mock/store/entities'
import type { Store } from '@mock/store/store'

/** Handlers of a test: those that matter to it; every other one fails loudly. */
export function stubHandlers(own: Partial<Handlers>): Handlers {
  const missing = Object.fromEntries(Object.keys(endpoints).map((name) => [name, () => Promise.reject(new Error(`no handler for ${name}`))]))
  return { ...missing, ...own } as Handlers
}

export function request(method: string, path: string, parts: Partial<CoreRequest> & { json?: unknown } = {}): CoreRequest {
  const { json, headers, ...rest } = parts
  const body = json === undefined ? {} : { text: JSON.stringify(json) }
  return { method, path: `/api/v1${path}`, query: {}, remote: '10.0.0.1', headers: { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...headers }, ...body, ...rest }
}

export interface Told {
  response: CoreResponse
  status: number
  headers: Record<string, string>
  body: Record<string, unknown>
}

/** Sends a request and checks the answer against the contract. */
export async function tell(core: Core, name: EndpointName, sent: CoreRequest): Promise<Told> {
  const response = await core.handle(sent)
  const body = bodyOf(response)
  expect(checkResponse(name, response.status, body)).toEqual([])
  return { response, status: response.status, headers: response.headers, body: body as Record<string, unknown> }
}

export const anAccount = (parts: Partial<Account> = {}): Account => ({
  id: 'acc1',
  version: 1,
  personaId: null,
  name: '陈某某',
  idNo: null,
  sex: null,
  birthDate: null,
  mobile: '10012340001',
  roles: ['MEMBER'],
  groups: [],
  union: null,
  membership: null,
  realNameVerified: true,
  medicalInsurance: null,
  employment: null,
  elderMode: false,
  ...parts,
})

/** Stores the account and signs it in. @returns the headers of its requests */
export async function signedIn(store: Store, env: Env, account: Account = anAccount()): Promise<{ authorization: string }> {
  return store.transact(async (tx) => {
    await tx.put('account', account)
    return { authorization: `Bearer ${(await openSession(tx, env, account.id, account.roles)).accessToken}` }
  })
}

/** The tester's own session. */
export async function testerSignedIn(store: Store, env: Env): Promise<{ authorization: string }> {
  return store.transact(async (tx) => ({ authorization: `Bearer ${(await openSession(tx, env, 'tester', ['TESTER'])).accessToken}` }))
}

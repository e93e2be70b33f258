import { endpoints, type EndpointName } from '@/contract/endpoints'
import { checkResponse } from '@mock/core'

export interface Heard {
  status: number
  headers: Headers
  text: string
  body: Record<string, unknown>
}
export interface Sent {
  params?: Record<string, string>
  json?: unknown
  form?: FormData
  headers?: Record<string, string>
}

/** Asks a server by the name of the endpoint, and checks the answer against the contract. Rejects where the connection breaks. */
export function clientOf(base: string, authorization?: string) {
  return async (name: EndpointName, { params = {}, json, form, headers }: Sent = {}): Promise<Heard> => {
    const { method, path } = endpoints[name]
    const url = `${base}/api/v1${path.replace(/:(\w+)/g, (_all, key: string) => params[key] ?? '')}`
    const body = form ?? (json === undefined ? undefined : JSON.stringify(json))
    const sent = { ...(json === undefined ? {} : { 'content-type': 'application/json' }), ...(authorization ? { authorization } : {}), ...headers }
    const response = await fetch(url, { method, headers: sent, ...(body === undefined ? {} : { body }) })
    const text = await response.text()
    const parsed: unknown = text === '' ? undefined : JSON.parse(text)
    const problems = checkResponse(name, response.status, parsed)
    if (problems.length > 0) throw new Error(`${name}: ${problems.join('; ')}`)
    return { status: response.status, headers: response.headers, text, body: (parsed ?? {}) as Record<string, unknown> }
  }
}
export type Client = ReturnType<typeof clientOf>

/** Signs a persona in and grants what claims need. */
export async function signedInAs(base: string, personaId: string): Promise<Client> {
  const anonymous = clientOf(base)
  const { privacy } = (await anonymous('getConfig')).body as { privacy: { version: string } }
  const session = await anonymous('signIn', { json: { method: 'wechat', code: `test:${personaId}`, privacyVersion: privacy.version } })
  if (session.status !== 201) throw new Error(session.text)
  const client = clientOf(base, `Bearer ${String(session.body.accessToken)}`)
  const { items } = (await client('listConsents')).body as { items: { consentId: string; version: string }[] }
  const c3 = items.find(({ consentId }) => consentId === 'C3')
  await client('setConsent', { params: { consentId: 'C3' }, json: { granted: true, version: c3?.version } })
  return client
}

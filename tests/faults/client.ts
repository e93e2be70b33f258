import { endpoints, type EndpointName } from '@/contract/endpoints'
import { checkResponse, MAX_PART_BYTES, sha256Hex } from '@mock/core'

export interface Heard {
  status: number
  headers: Headers
  text: string
  body: Record<string, unknown>
}
export interface Sent {
  params?: Record<string, string>
  json?: unknown
  /** The file of an endpoint with `upload`: sent in parts first. */
  file?: Uint8Array
  /** Of an endpoint with `part`. */
  bytes?: Uint8Array
  headers?: Record<string, string>
}

/** Asks a server by the name of the endpoint, and checks the answer against the contract. Rejects where the connection breaks. */
export function clientOf(base: string, authorization?: string) {
  async function ask(name: EndpointName, params: Record<string, string>, type: string, body: string | Uint8Array | undefined, headers?: Record<string, string>): Promise<Heard> {
    const { method, path } = endpoints[name]
    const url = `${base}/api/v1${path.replace(/:(\w+)/g, (_all, key: string) => params[key] ?? '')}`
    const sent = { ...(body === undefined ? {} : { 'content-type': type }), ...(authorization ? { authorization } : {}), ...headers }
    const response = await fetch(url, { method, headers: sent, ...(body === undefined ? {} : { body: typeof body === 'string' ? body : new Blob([Uint8Array.from(body)]) }) })
    const text = await response.text()
    const parsed: unknown = text === '' ? undefined : JSON.parse(text)
    const problems = checkResponse(name, response.status, parsed)
    if (problems.length > 0) throw new Error(`${name}: ${problems.join('; ')}`)
    return { status: response.status, headers: response.headers, text, body: (parsed ?? {}) as Record<string, unknown> }
  }
  return async (name: EndpointName, { params = {}, json, file, bytes, headers }: Sent = {}): Promise<Heard> => {
    if (bytes) return ask(name, params, 'application/octet-stream', bytes)
    if (!file) return ask(name, params, 'application/json', json === undefined ? undefined : JSON.stringify(json), headers)
    const sha256 = sha256Hex(file)
    const named = JSON.stringify({ sha256 })
    const opened = await ask('openUpload', { sha256 }, 'application/json', JSON.stringify({ sizeBytes: file.length }))
    for (let at = Number(opened.body.receivedBytes ?? file.length); at < file.length; at += MAX_PART_BYTES) {
      await ask('sendUploadPart', { sha256, offset: String(at) }, 'application/octet-stream', file.slice(at, at + MAX_PART_BYTES))
    }
    return ask(name, params, 'application/json', named, headers)
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

import { API_PREFIX, endpoints, type BodyOf, type Endpoint, type EndpointName, type ParamsOf, type QueryOf, type SuccessOf } from '@/contract/endpoints'
import type { ErrorCode } from '@/contract/errors'
import type { Problem } from '@/contract/schemas/problem'
import { bodyOf, checkResponse, MAX_PART_BYTES, sha256Hex, type Core, type CoreRequest } from '@mock/core'

export interface CallInput<N extends EndpointName> {
  params?: ParamsOf<N>
  query?: QueryOf<N>
  body?: BodyOf<N>
  /** Sent as it is, in place of `body`. */
  text?: string
  /** If-Match. */
  version?: number
  /** Idempotency-Key; a fresh one where the endpoint takes one and none is given. null: none. */
  key?: string | null
  /** Of an endpoint with `upload`: sent in parts first, then named by the body. */
  file?: { bytes: Uint8Array; name?: string }
  /** Of an endpoint with `part`. */
  bytes?: Uint8Array
  headers?: Record<string, string>
}

export interface Reply<N extends EndpointName> {
  name: N
  status: number
  headers: Record<string, string>
  text: string
  /** The declared body. @throws when the answer is a refusal */
  ok(): SuccessOf<N>
  /** The refusal. @throws when the answer is a success, or another code than the expected one */
  problem(code?: ErrorCode): Problem
}

export type Api = <N extends EndpointName>(name: N, input?: CallInput<N>) => Promise<Reply<N>>

let keys = 0

/** Calls endpoints by name through the core; every response is checked against the contract. */
export const api = (core: Core, token?: string): Api => async (name, input = {}) => {
  if (input.file) await sendFile(core, input.file.bytes, token)
  const response = await core.handle(requestOf(name, input, token))
  const body = bodyOf(response)
  const problems = checkResponse(name, response.status, body)
  if (problems.length > 0) throw new Error(`${name} answered ${response.status} against the contract: ${problems.join('; ')}\n${response.text}`)
  return {
    name,
    status: response.status,
    headers: response.headers,
    text: response.text,
    ok() {
      if (response.status >= 400) throw new Error(`${name} answered ${response.status}: ${response.text}`)
      return body as never
    },
    problem(code) {
      const problem = body as Problem
      if (response.status < 400) throw new Error(`${name} answered ${response.status} instead of a refusal`)
      if (code !== undefined && problem.code !== code) throw new Error(`${name} answered ${problem.code} instead of ${code}: ${response.text}`)
      return problem
    },
  }
}

/** Sends a file in parts, as far as they are taken. */
async function sendFile(core: Core, bytes: Uint8Array, token?: string): Promise<void> {
  const sha256 = sha256Hex(bytes)
  const opened = await core.handle(requestOf('openUpload', { params: { sha256 }, body: { sizeBytes: bytes.length } }, token))
  if (opened.status >= 400) return
  for (let at = 0; at < bytes.length; at += MAX_PART_BYTES) {
    await core.handle(requestOf('sendUploadPart', { params: { sha256, offset: String(at) }, bytes: bytes.slice(at, at + MAX_PART_BYTES) }, token))
  }
}

/** The request of a call as any transport would make it. */
export function requestOf<N extends EndpointName>(name: N, input: CallInput<N>, token?: string): CoreRequest {
  const endpoint: Endpoint = endpoints[name]
  const json: unknown = input.file ? { sha256: sha256Hex(input.file.bytes) } : input.body
  const text = input.text ?? (json === undefined ? undefined : JSON.stringify(json))
  const key = input.key === undefined ? `key-${(keys += 1)}` : input.key
  const headers: Record<string, string> = {
    ...(token === undefined ? {} : { authorization: `Bearer ${token}` }),
    ...(text === undefined ? {} : { 'content-type': 'application/json' }),
    ...(input.bytes === undefined ? {} : { 'content-type': 'application/octet-stream' }),
    ...(endpoint.idempotent && key !== null ? { 'idempotency-key': key } : {}),
    ...(input.version === undefined ? {} : { 'if-match': `"${input.version}"` }),
    ...input.headers,
  }
  // A whole record may be handed in for its ids: only the names of the path are looked at.
  const params: Record<string, string> = input.params ?? {}
  const path = endpoint.path.replace(/:(\w+)/g, (_, param: string) => encodeURIComponent(params[param] ?? 'nothing'))
  return { method: endpoint.method, path: `${API_PREFIX}${path}`, query: { ...(input.query ?? {}) } as Record<string, string>, headers, text, bytes: input.bytes, remote: 'test' }
}

import { statusOf } from '@/contract/errors'
import type { EndpointName } from '@/contract/endpoints'
import { Refusal } from '../rules/refusal'
import { checkResponse } from './checking'
import { problemOf } from './problem'
import type { Afterwards, Answer, BinaryResult, CoreRequest, DrawnResult, HandlerResult, Route } from './types'

type AnyResult = Exclude<HandlerResult<EndpointName>, Afterwards<unknown>> | BinaryResult | DrawnResult

/** A handler's result as a response. A version in the body becomes the etag that If-Match wants back. */
export function render({ endpoint }: Route, result: AnyResult, requestId: string): Answer {
  if (result !== undefined && 'kept' in result) return renderRefusal(result.kept, requestId)
  const [status] = endpoint.success
  if (result === undefined) return { status, headers: {}, text: '' }
  if (result instanceof Uint8Array) return { status, headers: { 'content-type': 'application/octet-stream' }, text: '', bytes: result }
  if ('sheet' in result) return { status, headers: {}, text: '', drawing: result }
  if ('bytes' in result) return { status, headers: { 'content-type': result.mime }, text: '', bytes: result.bytes }
  const etag: Record<string, string> = 'version' in result ? { etag: `"${result.version}"` } : {}
  return { status, headers: { 'content-type': 'application/json; charset=utf-8', ...etag }, text: JSON.stringify(result) }
}

export function renderRefusal(refusal: Refusal, requestId: string): Answer {
  const { retryAfterSeconds, allow } = refusal.extra
  const headers: Record<string, string> = { 'content-type': 'application/problem+json; charset=utf-8' }
  if (typeof retryAfterSeconds === 'number') headers['retry-after'] = String(retryAfterSeconds)
  if (Array.isArray(allow)) headers.allow = allow.join(', ')
  return { status: statusOf(refusal.code), headers, text: JSON.stringify(problemOf(refusal, requestId)) }
}

/** @throws Error where the answer is not what the contract declares for this endpoint */
export function assertDeclared({ name }: Route, answer: Answer): Answer {
  const problems = checkResponse(name, answer.status, bodyOf(answer))
  if (problems.length > 0) throw new Error(`${name} answers ${answer.status} against the contract: ${problems.join('; ')}`)
  return answer
}

/** Parsed body of a response: bytes, JSON, or undefined for none. */
export function bodyOf({ bytes, text }: Answer): unknown {
  return bytes ?? (text === '' ? undefined : JSON.parse(text))
}

/** The client's own id when it is usable, so that its log and ours can be laid side by side. */
export function requestIdOf({ headers }: CoreRequest, fresh: () => string): string {
  const given = headers['x-request-id'] ?? ''
  return /^[A-Za-z0-9_-]{8,64}$/.test(given) ? given : fresh()
}

import * as v from 'valibot'
import { commonErrors, endpoints, type Endpoint, type EndpointName } from '@/contract/endpoints'
import { isErrorCode, statusOf } from '@/contract/errors'
import { Problem } from '@/contract/schemas/problem'

/**
 * What a response has against the contract: empty when it is as declared.
 * @param body parsed JSON; the bytes of a file; undefined for no content
 */
export function checkResponse(name: EndpointName, status: number, body: unknown): string[] {
  const endpoint: Endpoint = endpoints[name]
  return status >= 400 ? checkProblem(endpoint, status, body) : checkSuccess(endpoint, status, body)
}

function checkSuccess({ success: [declared, schema] }: Endpoint, status: number, body: unknown): string[] {
  // A part of a file where a part was asked for.
  if (schema === 'binary' && status === 206) return body instanceof Uint8Array && body.length > 0 ? [] : ['not the bytes of a file']
  if (status !== declared) return [`status ${status} instead of ${declared}`]
  if (schema === null) return body === undefined || body === '' ? [] : ['a body where none is declared']
  if (schema === 'binary') return body instanceof Uint8Array && body.length > 0 ? [] : ['not the bytes of a file']
  return issuesOf(schema, body)
}

function checkProblem(endpoint: Endpoint, status: number, body: unknown): string[] {
  const issues = issuesOf(Problem, body)
  if (issues.length > 0 || !v.is(Problem, body)) return issues
  if (!isErrorCode(body.code)) return [`unknown error code ${body.code}`]
  if (statusOf(body.code) !== status || body.status !== status) return [`${body.code} with status ${status}`]
  return endpoint.errors.includes(body.code) || commonErrors(endpoint).includes(body.code) ? [] : [`error ${body.code} is not declared`]
}

function issuesOf(schema: v.GenericSchema, body: unknown): string[] {
  const result = v.safeParse(schema, body)
  return result.success ? [] : result.issues.map((issue) => `${v.getDotPath(issue) ?? '(root)'}: ${issue.message}`)
}

import { API_PREFIX, defaultParam, endpoints, type Endpoint, type EndpointName } from '@/contract/endpoints'
import * as v from 'valibot'
import { Refusal } from '../rules/refusal'
import type { Route } from './types'

export interface Match {
  route: Route
  params: Record<string, string>
}

interface Entry {
  route: Route
  segments: string[]
}

const isName = (name: string): name is EndpointName => Object.prototype.hasOwnProperty.call(endpoints, name)

/** The table, fixed segments before parameters so that `/a/b` wins over `/a/:id`. */
const entries: Entry[] = Object.keys(endpoints)
  .filter(isName)
  .map((name) => ({ route: { name, endpoint: endpoints[name] as Endpoint }, segments: endpoints[name].path.split('/').slice(1) }))
  .sort((a, b) => rank(a.segments).localeCompare(rank(b.segments)))

function rank(segments: string[]): string {
  return segments.map((segment) => (segment.startsWith(':') ? '1' : '0')).join('')
}

/** WeChat cannot send PATCH: a POST may name the method it stands for. */
export function methodOf(method: string, headers: Record<string, string>): string {
  const meant = headers['x-http-method-override']?.toUpperCase()
  return method === 'POST' && meant && ['PUT', 'PATCH', 'DELETE'].includes(meant) ? meant : method
}

/**
 * The endpoint of a request.
 * @throws ENDPOINT_UNKNOWN for an unknown path, NOT_FOUND for a parameter of the wrong form, METHOD_NOT_ALLOWED (extra `allow`) for a known path
 */
export function findRoute(method: string, path: string): Match {
  const segments = path.startsWith(`${API_PREFIX}/`) ? path.slice(API_PREFIX.length + 1).split('/').map(decode) : null
  const onPath = segments === null ? [] : entries.filter((entry) => fits(entry.segments, segments))
  const found = onPath.find((entry) => entry.route.endpoint.method === method)
  if (segments === null || onPath.length === 0) throw new Refusal('ENDPOINT_UNKNOWN')
  if (!found) throw new Refusal('METHOD_NOT_ALLOWED', undefined, {}, { allow: onPath.map((entry) => entry.route.endpoint.method) })
  const params: Record<string, string> = {}
  found.segments.forEach((segment, at) => {
    const value = segments[at]
    if (segment.startsWith(':') && typeof value === 'string') params[segment.slice(1)] = value
  })
  for (const [name, value] of Object.entries(params)) {
    if (!v.is(found.route.endpoint.params?.[name] ?? defaultParam, value)) throw new Refusal('NOT_FOUND')
  }
  return { route: found.route, params }
}

const fits = (pattern: string[], segments: (string | null)[]): boolean =>
  pattern.length === segments.length && pattern.every((part, at) => (part.startsWith(':') ? segments[at] : part === segments[at]))

function decode(segment: string): string | null {
  try {
    return decodeURIComponent(segment)
  } catch {
    return null
  }
}

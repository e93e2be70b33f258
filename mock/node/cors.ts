import type { IncomingMessage } from 'node:http'

/**
 * Headers for a page of another origin. None by default: app and API share one origin. Only origins named in the list are let in. No
 * cookies: the session travels in the Authorization header, uploads included, so credentials are not allowed.
 */
export function corsHeaders(request: IncomingMessage, allowed: readonly string[]): Record<string, string> {
  const { origin } = request.headers
  if (!origin || !allowed.includes(origin)) return {}
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST, PUT, PATCH, DELETE',
    'access-control-allow-headers': 'authorization, content-type, idempotency-key, if-match, if-range, range, x-request-id, x-http-method-override',
    'access-control-expose-headers': 'content-range, etag, idempotent-replay, retry-after, x-request-id, x-server-time',
    'access-control-max-age': '600',
    vary: 'origin',
  }
}

import type { IncomingMessage, ServerResponse } from 'node:http'
import { TransportDropped } from '../core/faults'
import type { Core, CoreRequest } from '../core/types'
import { remoteOf } from './address'
import { BodyCut, readBody } from './body'

/** Nothing that the API answers is a page: were it opened as one, it may do nothing. */
const API_HEADERS = { 'x-content-type-options': 'nosniff', 'content-security-policy': "default-src 'none'; sandbox" }

/** HTTP to plain request, plain response to HTTP. A dropped answer cuts the connection, as a broken line would. */
export async function serveApi(core: Core, request: IncomingMessage, response: ServerResponse, url: URL, extra: Record<string, string>, proxies: number): Promise<void> {
  try {
    const answer = await core.handle({ ...head(request, url, proxies), ...(await readBody(request)) })
    const body = answer.bytes ?? Buffer.from(answer.text, 'utf8')
    const length: Record<string, string> = answer.status === 204 ? {} : { 'content-length': String(body.length) }
    response.writeHead(answer.status, { ...API_HEADERS, ...extra, ...answer.headers, ...length }).end(body)
  } catch (error) {
    request.socket.destroy()
    if (!(error instanceof TransportDropped || error instanceof BodyCut)) throw error
  }
}

function head(request: IncomingMessage, url: URL, proxies: number): Omit<CoreRequest, 'text' | 'bytes'> {
  const headers: Record<string, string> = {}
  for (const [name, value] of Object.entries(request.headers)) if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value
  return { method: request.method ?? 'GET', path: url.pathname, query: Object.fromEntries(url.searchParams), headers, remote: remoteOf(request, proxies) }
}

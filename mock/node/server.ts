import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { API_PREFIX } from '@/contract/endpoints'
import type { Core } from '../core/types'
import { serveApi } from './api'
import { corsHeaders } from './cors'
import { DOCS_CSP, docsPage, openApiText } from './docs-page'
import { createWeb } from './web'

export interface ServerOptions {
  core: Core
  /** 0: any free port. */
  port: number
  /** Default: this machine only. */
  host?: string
  /** Folder of the built H5 app. */
  webDir: string
  /** Other origins that may call the API; none by default. */
  allowedOrigins?: readonly string[]
  /** How many proxies of one's own stand in front. */
  trustProxy?: number
  log?(line: string): void
}
export interface RunningServer {
  port: number
  /** Takes no more requests, lets running ones end for 3 s, then cuts them. */
  close(): Promise<void>
}

/** An idle line stays open for longer than proxies and clients keep one: who sends on it must not meet its end. */
const IDLE_MS = 65_000
/** How long a running request may take once the server is asked to stop. */
const GRACE_MS = 3000

/** App, API and its documentation on one port. @throws the system's error where the port cannot be opened */
export async function startServer({ core, port, host = '127.0.0.1', webDir, allowedOrigins = [], trustProxy = 0, log = console.error }: ServerOptions): Promise<RunningServer> {
  const web = createWeb(webDir)

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = parseUrl(request.url)
    if (!url) return text(response, 400, 'text/plain', 'Bad address.')
    if (isUnder(url.pathname, API_PREFIX)) {
      const cors = corsHeaders(request, allowedOrigins)
      const preflight = request.method === 'OPTIONS' && request.headers['access-control-request-method'] !== undefined
      return preflight ? void response.writeHead(204, cors).end() : serveApi(core, request, response, url, cors, trustProxy)
    }
    if (url.pathname === '/api/docs') return text(response, 200, 'text/html', docsPage(openApiText()), { 'content-security-policy': DOCS_CSP })
    if (url.pathname === '/api/openapi.json') return text(response, 200, 'application/json', openApiText())
    if (isUnder(url.pathname, '/api')) return text(response, 404, 'text/plain', 'Not found.')
    return web(request, response, url)
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      log(error instanceof Error ? (error.stack ?? error.message) : String(error))
      if (response.headersSent) response.destroy()
      else text(response, 500, 'text/plain', 'Internal error.')
    })
  })
  server.keepAliveTimeout = IDLE_MS
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, host, resolve))
  const address = server.address() as AddressInfo
  return {
    port: address.port,
    close: () =>
      new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), GRACE_MS)
        server.close(() => {
          clearTimeout(cut)
          resolve()
        })
        server.closeIdleConnections()
      }),
  }
}

const isUnder = (pathname: string, prefix: string): boolean => pathname === prefix || pathname.startsWith(`${prefix}/`)

function parseUrl(raw: string | undefined): URL | undefined {
  try {
    return new URL(`http://server${raw ?? '/'}`)
  } catch {
    return undefined
  }
}

function text(response: ServerResponse, status: number, type: string, body: string, headers: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'x-content-type-options': 'nosniff', 'cache-control': 'no-cache', ...headers }).end(body)
}

import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import path from 'node:path'
import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.txt': 'text/plain; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
}
const SQUEEZED = /^(text\/|application\/(manifest\+)?json|image\/svg|application\/wasm)/
/** Content-hashed names: what they hold never changes. */
const HASHED = /\.[0-9a-f]{8,}\.\w+$/
/** The service worker obeys the policy of its own script: it fetches the files of this origin and does nothing else. */
const WORKER = 'sw.js'
const WORKER_CSP = "default-src 'none'; connect-src 'self'"
const compress = {
  br: (bytes: Buffer) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
  gzip: (bytes: Buffer) => promisify(gzip)(bytes, { level: 9 }),
}
type Encoding = keyof typeof compress

interface WebFile {
  bytes: Buffer
  type: string
  etag: string
  changedMs: number
  csp: string
  encoded: Partial<Record<Encoding, Promise<Buffer>>>
}

/** The H5 app from its folder: files as they are, and index.html for every route of the app. Compressed once, then from memory. */
export function createWeb(folder: string): (request: IncomingMessage, response: ServerResponse, url: URL) => Promise<void> {
  const root = path.resolve(folder)
  const cache = new Map<string, WebFile>()

  async function load(file: string): Promise<WebFile | undefined> {
    const info = await stat(file).catch(() => undefined)
    if (!info?.isFile()) return undefined
    const cached = cache.get(file)
    if (cached?.changedMs === info.mtimeMs) return cached
    const bytes = await readFile(file)
    const type = TYPES[path.extname(file).toLowerCase()] ?? 'application/octet-stream'
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
    const fresh: WebFile = { bytes, type, etag, changedMs: info.mtimeMs, csp: type.startsWith('text/html') ? cspOf(bytes.toString('utf8')) : file === path.join(root, WORKER) ? WORKER_CSP : "default-src 'none'", encoded: {} }
    cache.set(file, fresh)
    return fresh
  }

  return async (request, response, url) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') return plain(response, 405, 'Only GET here.', { allow: 'GET, HEAD' })
    const asked = fileOf(root, url.pathname)
    const isRoute = asked !== undefined && path.extname(asked) === ''
    const found = asked && ((await load(asked)) ?? (isRoute ? await load(path.join(root, 'index.html')) : undefined))
    if (!found) return plain(response, 404, isRoute ? 'The H5 app is not built yet: npm run build:h5' : 'Not found.')

    const squeezed = SQUEEZED.test(found.type)
    const encoding = squeezed ? encodingFor(request.headers['accept-encoding'] ?? '') : undefined
    const headers: Record<string, string> = {
      'content-type': found.type,
      etag: found.etag,
      'cache-control': HASHED.test(asked ?? '') ? 'public, max-age=31536000, immutable' : 'no-cache',
      'content-security-policy': found.csp,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      ...(squeezed ? { vary: 'accept-encoding' } : {}),
      ...(encoding ? { 'content-encoding': encoding } : {}),
    }
    if (request.headers['if-none-match'] === found.etag) return void response.writeHead(304, headers).end()
    const body = encoding ? await (found.encoded[encoding] ??= compress[encoding](found.bytes)) : found.bytes
    response.writeHead(200, { ...headers, 'content-length': String(body.length) }).end(request.method === 'HEAD' ? undefined : body)
  }
}

/** The file that a path names inside the folder. undefined: outside of it, hidden, or not a path at all. */
function fileOf(root: string, pathname: string): string | undefined {
  try {
    const decoded = decodeURIComponent(pathname)
    const file = path.resolve(root, `.${decoded}`)
    const hidden = decoded.includes('\0') || decoded.includes('\\') || decoded.split('/').some((part) => part.startsWith('.'))
    return hidden || (file !== root && !file.startsWith(root + path.sep)) ? undefined : file
  } catch {
    return undefined
  }
}

function encodingFor(accepted: string): Encoding | undefined {
  if (/\bbr\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted)) return 'br'
  return /\bgzip\b(?!\s*;\s*q=0(\.0*)?\s*(,|$))/.test(accepted) ? 'gzip' : undefined
}

/** Scripts of this origin only; the few that Taro writes into the page itself are allowed one by one, by their hash. */
function cspOf(html: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)].map(([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`)
  return [
    "default-src 'self'",
    ["script-src 'self'", ...inline].join(' '),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "manifest-src 'self'",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'self'",
    "form-action 'self'",
    "frame-ancestors 'self'",
  ].join('; ')
}

function plain(response: ServerResponse, status: number, text: string, extra: Record<string, string> = {}): void {
  response.writeHead(status, { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff', ...extra }).end(text)
}

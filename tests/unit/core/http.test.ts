import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { Readable } from 'node:stream'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { Handler } from '@mock/core/types'
import { createEmbeddedCore, type Embedded } from '@mock/embedded'
import { MAX_PART_BYTES } from '@mock/core'
import { CUT_BYTES } from '@mock/node/body'
import { startServer, type RunningServer } from '@mock/node/server'
import { Refusal } from '@mock/rules/refusal'
import { signedIn, stubHandlers } from '@tests/builders/core'

let seen: number | undefined
const sendUploadPart: Handler<'sendUploadPart'> = async ({ part }) => {
  seen = part.length
  return { sizeBytes: part.length, receivedBytes: part.length, partBytes: MAX_PART_BYTES }
}
const getDocumentContent: Handler<'getDocumentContent'> = async () => ({ bytes: Uint8Array.of(0, 255, 1), mime: 'image/png' })
const updatePreferences: Handler<'updatePreferences'> = async () => Promise.reject(new Refusal('VERSION_STALE'))

const web = mkdtempSync(path.join(tmpdir(), 'web-'))
let embedded: Embedded
let server: RunningServer
let authorization: string
const logged: string[] = []

beforeAll(async () => {
  mkdirSync(path.join(web, 'js'))
  writeFileSync(path.join(web, 'index.html'), '<!doctype html><script>var a = 1</script><script src="/js/app.12345678.js"></script>')
  writeFileSync(path.join(web, 'js', 'app.12345678.js'), 'console.log("应用");'.repeat(500))
  writeFileSync(path.join(web, '.secret'), 'secret')
  writeFileSync(`${web}-beside`, 'secret')
  embedded = await createEmbeddedCore({ seed: null, handlers: stubHandlers({ sendUploadPart, getDocumentContent, updatePreferences }), env: { log: (line) => logged.push(line) } })
  authorization = (await signedIn(embedded.store, embedded.env)).authorization
  server = await startServer({ core: embedded.core, port: 0, webDir: web, allowedOrigins: ['http://app.test'], log: (line) => logged.push(line) })
})
afterAll(async () => {
  await server.close()
  rmSync(web, { recursive: true })
  rmSync(`${web}-beside`)
  expect(logged).toEqual([])
})

interface Heard {
  status: number
  headers: http.IncomingHttpHeaders
  body: Buffer
}
/** Plain node:http: fetch normalises paths, decodes bodies and hides broken connections. */
function ask(method: string, at: string, headers: Record<string, string> = {}, body: (Buffer | string)[] = []): Promise<Heard> {
  return new Promise((resolve, reject) => {
    const request = http.request({ port: server.port, method, path: at, headers, agent: false }, (response) => {
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk)).on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(chunks) }))
    })
    request.on('error', reject)
    Readable.from(body).pipe(request)
  })
}
const problem = ({ body }: Heard): string => (JSON.parse(body.toString()) as { code: string }).code

const CONTENT = '/api/v1/claims/c1/documents/d1/content'
const PART = `/api/v1/uploads/${'0'.repeat(64)}/parts/0`
const upload = (body: (Buffer | string)[], type = 'application/octet-stream') => ask('PUT', PART, { authorization, 'content-type': type }, body)
const blocks = (total: number): Buffer[] => Array.from({ length: Math.ceil(total / 65536) }, (_, i) => Buffer.alloc(Math.min(65536, total - i * 65536), 7))

describe('uploads', () => {
  beforeEach(() => void (seen = undefined))

  test('a part arrives byte for byte, also in pieces', async () => {
    expect((await upload([Buffer.from([1, 2, 3]), Buffer.from([4])])).status).toBe(200)
    expect(seen).toBe(4)
  })

  test('exactly the limit is taken, one byte more is refused after the whole body', async () => {
    expect((await upload(blocks(MAX_PART_BYTES))).status).toBe(200)
    expect(seen).toBe(MAX_PART_BYTES)
    const refused = await upload(blocks(MAX_PART_BYTES + 1))
    expect([refused.status, problem(refused)]).toEqual([413, 'BODY_TOO_LARGE'])
  })

  test('far above the limit the connection is cut', async () => {
    await expect(upload(blocks(CUT_BYTES + 65536))).rejects.toThrow(/ECONNRESET|EPIPE|socket hang up/)
    expect(seen).toBeUndefined()
  })

  test.each<[string, () => Promise<Heard>, number, string]>([
    ['nothing', () => upload([]), 400, 'BAD_REQUEST'],
    ['a form', () => upload(['x'], 'multipart/form-data; boundary=b'), 415, 'UNSUPPORTED_CONTENT_TYPE'],
    ['a bare picture', () => upload(['x'], 'image/jpeg'), 415, 'UNSUPPORTED_CONTENT_TYPE'],
  ])('%s', async (_name, send, status, code) => {
    const heard = await send()
    expect([heard.status, problem(heard), seen]).toEqual([status, code, undefined])
  })

  test('a client that goes away in the middle of a part leaves nothing behind and breaks nothing', async () => {
    const socket = net.connect(server.port)
    socket.write(`PUT ${PART} HTTP/1.1\r\nhost: x\r\nauthorization: ${authorization}\r\ncontent-type: application/octet-stream\r\ncontent-length: 1000\r\n\r\nhalf`)
    await new Promise((resolve) => setTimeout(resolve, 50))
    socket.destroy()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(seen).toBeUndefined()
    expect([(await upload(['x'])).status, seen]).toEqual([200, 1])
  })

  test('a stored file comes back byte for byte, and may not act as a page', async () => {
    const { status, headers, body } = await ask('GET', CONTENT, { authorization })
    expect([status, [...body], headers['content-type'], headers['x-content-type-options']]).toEqual([200, [0, 255, 1], 'image/png', 'nosniff'])
    expect(headers['content-security-policy']).toContain('sandbox')
  })

  test('a stored file in parts, which fit together; another version of it comes whole', async () => {
    const part = (range: string, more: Record<string, string> = {}) => ask('GET', CONTENT, { authorization, range, ...more })
    const first = await part('bytes=0-1')
    expect([first.status, [...first.body], first.headers['content-range'], first.headers['content-length']]).toEqual([206, [0, 255], 'bytes 0-1/3', '2'])
    const rest = await part('bytes=2-70000', { 'if-range': String(first.headers.etag) })
    expect([rest.status, [...rest.body], rest.headers['content-range'], rest.headers.etag]).toEqual([206, [1], 'bytes 2-2/3', first.headers.etag])
    for (const whole of [await part('bytes=2-3', { 'if-range': '"older"' }), await part('bytes=9-12'), await part('pages=1')]) expect([whole.status, [...whole.body]]).toEqual([200, [0, 255, 1]])
  })
})

describe('JSON bodies', () => {
  const patch = (body: (Buffer | string)[]) => ask('PATCH', '/api/v1/me/preferences', { authorization, 'content-type': 'application/json', 'if-match': '1' }, body)

  test('arrive as sent', async () => expect(problem(await patch(['{"elder', 'Mode":true}']))).toBe('VERSION_STALE'))

  test('without a declared length are counted while they stream', async () => {
    const refused = await patch(['{"elderMode":"', ...blocks(1_000_000), '"}'])
    expect([refused.status, problem(refused)]).toEqual([413, 'BODY_TOO_LARGE'])
    await expect(patch(blocks(CUT_BYTES + 65536))).rejects.toThrow(/ECONNRESET|EPIPE|socket hang up/)
  })
})

describe('the app', () => {
  test('index.html for the root and for every route, never cached blindly', async () => {
    for (const at of ['/', '/pages/home/index', '/packages/gift/pages/plan/index?id=1']) {
      const { status, headers, body } = await ask('GET', at)
      expect([status, headers['cache-control'], body.toString()]).toEqual([200, 'no-cache', expect.stringContaining('<!doctype html>')])
      expect(headers['content-security-policy']).toContain("script-src 'self' 'sha256-")
    }
  })

  test('hashed files for ever, squeezed as the client can read them', async () => {
    const file = (accepted?: string) => ask('GET', '/js/app.12345678.js', accepted ? { 'accept-encoding': accepted } : {})
    const plain = await file()
    expect([plain.headers['cache-control'], plain.headers['content-encoding']]).toEqual(['public, max-age=31536000, immutable', undefined])
    const brotli = await file('gzip, deflate, br')
    expect([brotli.headers['content-encoding'], brotliDecompressSync(brotli.body).equals(plain.body)]).toEqual(['br', true])
    const gzipped = await file('gzip;q=1.0, br;q=0')
    expect([gzipped.headers['content-encoding'], gunzipSync(gzipped.body).equals(plain.body)]).toEqual(['gzip', true])
    const again = await ask('GET', '/js/app.12345678.js', { 'if-none-match': String(plain.headers.etag) })
    expect([again.status, again.body.length]).toEqual([304, 0])
  })

  test('a new build is served at once', async () => {
    writeFileSync(path.join(web, 'new.txt'), 'one')
    expect((await ask('GET', '/new.txt')).body.toString()).toBe('one')
    await new Promise((resolve) => setTimeout(resolve, 20))
    writeFileSync(path.join(web, 'new.txt'), 'two')
    expect((await ask('GET', '/new.txt')).body.toString()).toBe('two')
  })

  const beside = `${path.basename(web)}-beside`
  test.each(['/missing.js', '/.secret', '/js/../.secret', `/../${beside}`, `/%2e%2e/${beside}`, `/..%2f${beside}`, `/js/%2e%2e%2f%2e%2e%2f${beside}`, `/..%5c${beside}`, '/%00', '/%'])('nothing at %s', async (at) => {
    const heard = await ask('GET', at)
    expect(heard.body.toString()).not.toContain('secret')
    if (path.extname(at) !== '' || at.includes('%')) expect([404, 200]).toContain(heard.status)
  })

  test('only reading', async () => expect((await ask('POST', '/')).status).toBe(405))
})

describe('beside the API', () => {
  test('its documentation names every endpoint and needs no script', async () => {
    const { status, headers, body } = await ask('GET', '/api/docs')
    expect([status, headers['content-security-policy']]).toEqual([200, expect.not.stringContaining('script')])
    expect(body.toString()).toContain('/claims/{claimId}/submission')
    expect(body.toString()).not.toContain('<script')
    expect((JSON.parse((await ask('GET', '/api/openapi.json')).body.toString()) as { openapi: string }).openapi).toBe('3.1.0')
  })

  test('an unknown address below /api is never the app', async () => {
    for (const at of ['/api', '/api/v2/me', '/api/v1', '/api/v1/nothing']) {
      const heard = await ask('GET', at)
      expect([heard.status, heard.body.toString()]).toEqual([404, expect.not.stringContaining('<!doctype')])
    }
  })

  test('another origin is let in by name only', async () => {
    const preflight = (origin: string) => ask('OPTIONS', '/api/v1/me', { origin, 'access-control-request-method': 'PATCH' })
    expect((await preflight('http://app.test')).headers['access-control-allow-origin']).toBe('http://app.test')
    expect((await preflight('http://evil.test')).headers['access-control-allow-origin']).toBeUndefined()
    expect((await ask('GET', '/api/v1/me', { origin: 'http://app.test' })).headers['access-control-expose-headers']).toContain('etag')
    expect((await ask('GET', '/api/v1/me', { origin: 'http://app.test' })).headers['access-control-allow-credentials']).toBeUndefined()
  })
})

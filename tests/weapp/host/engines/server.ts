// Local HTTP server behind a page in Chromium: compiled scripts, files of the package and of the phone, the bridge.
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { mimeType } from '../node/files'
import type { Services } from '../node/services'

async function readBody(request: http.IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(Buffer.from(chunk))
  return Buffer.concat(chunks).toString('utf8')
}

/** Path -> text, made anew at every request. */
export type Assets = Record<string, () => string>

const assetType = (name: string): string => (name.endsWith('.js') ? 'text/javascript' : name.endsWith('.css') ? 'text/css' : 'text/html')

export interface HostServer {
  origin: string
  close(): Promise<void>
}

export async function startServer(assets: Assets, dist: string, services: Services): Promise<HostServer> {
  async function handle(request: http.IncomingMessage, response: http.ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', 'http://host')
    const [, area = '', name = ''] = url.pathname.split('/')
    const reply = (body: string | Buffer, type: string) => void response.writeHead(200, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
    const asset = assets[url.pathname]
    if (asset) return reply(asset(), `${assetType(url.pathname)}; charset=utf-8`)
    if (area === '__call') return reply(await services.call(name, await readBody(request)), 'application/json')
    if (area === '__sync') return reply(services.callSync(name, await readBody(request)), 'application/json')
    if (area === '__stream') {
      const controller = new AbortController()
      response.on('close', () => controller.abort())
      response.writeHead(200, { 'content-type': 'application/x-ndjson' })
      const line = (kind: string, text: string) => response.write(`${kind}${text}\n`)
      line('r', await services.stream(name, await readBody(request), (event) => line('e', event), controller.signal))
      response.end()
      return
    }
    if (area === '__remote') {
      const answer = await services.network.picture(url.searchParams.get('url') ?? '')
      response.writeHead(answer.statusCode, { 'content-type': answer.header['content-type'] ?? 'application/octet-stream' }).end(answer.body)
      return
    }
    const file = area === '__file' ? services.files.existing(url.searchParams.get('path') ?? '') : services.files.existing(decodeURIComponent(url.pathname))
    if (!fs.statSync(file).isFile()) throw new Error(`${path.relative(dist, file)} is no file`)
    reply(fs.readFileSync(file), mimeType(file))
  }

  const server = http.createServer((request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent) response.end()
      else response.writeHead(404).end(String(error))
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () => new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    }),
  }
}

import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { endpoints, type EndpointName } from '@/contract/endpoints'

/** A line to a server on which single answers come as something else, always with status 200. */
export interface BrokenLine {
  base: string
  /** What comes in place of the answer of an endpoint; the last good one is in `heard`. */
  answers: Map<EndpointName, string>
  heard: Map<EndpointName, string>
  /** How many answers went out in their place. */
  sent: number
  close(): Promise<void>
}

export const isFor = (name: EndpointName): RegExp => new RegExp(`^${endpoints[name].method} .*/api/v1${endpoints[name].path.replace(/:\w+/g, '[^/]+')}(\\?|$)`)
const names = Object.keys(endpoints).filter((name): name is EndpointName => name in endpoints)

export async function brokenLineTo(base: string): Promise<BrokenLine> {
  const line: BrokenLine = { base: '', answers: new Map(), heard: new Map(), sent: 0, close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))) }
  const server = http.createServer((request, response) => {
    const asked = `${request.method ?? ''} ${request.url ?? ''}`
    const name = names.find((one) => isFor(one).test(asked))
    const home = http.request(base + (request.url ?? ''), { method: request.method, headers: request.headers }, (answer) => {
      const parts: Buffer[] = []
      answer.on('data', (part: Buffer) => parts.push(part))
      answer.on('end', () => {
        const whole = Buffer.concat(parts)
        const other = name && (answer.statusCode ?? 500) < 300 ? line.answers.get(name) : undefined
        if (name && other === undefined) line.heard.set(name, whole.toString('utf8'))
        if (other !== undefined) line.sent += 1
        const { 'content-length': _length, 'transfer-encoding': _encoding, ...headers } = answer.headers
        response.writeHead(other === undefined ? (answer.statusCode ?? 500) : 200, headers).end(other ?? whole)
      })
    })
    home.on('error', () => response.destroy())
    request.pipe(home)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // One that a failed test has forgotten must not keep the run alive.
  server.unref()
  line.base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return line
}

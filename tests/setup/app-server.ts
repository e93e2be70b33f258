import type { EndpointName } from '@/contract/endpoints'
import { statusOf, wordsOf, type ErrorCode } from '@/contract/errors'
import { bodyOf, checkResponse, type Core, type CoreRequest, type CoreResponse } from '@mock/core'
import { findRoute, methodOf } from '@mock/core/router'
import type { RequestHandler } from './taro-network'

/** The wire between a page and the core: every answer is checked against the contract, and a test can spoil single endpoints. */
export interface AppServer {
  handle: RequestHandler
  /** What was asked, oldest first. */
  asked: EndpointName[]
  /** The same with body and query. */
  sent: { name: EndpointName; body: unknown; query: Record<string, string> }[]
  /** Every request to this endpoint is refused with this code, until `mend`. */
  spoil(name: EndpointName, code: ErrorCode): void
  /** The next request to this endpoint is handled, and its answer lost on the way back. */
  loseAnswer(name: EndpointName): void
  /** Idempotency keys in the order they came. */
  keys: string[]
  /** This endpoint answers only after the returned function was called. */
  hold(name: EndpointName): () => void
  /** Good answers of this endpoint come as this text instead, with this status (200), until `mend`. */
  garble(name: EndpointName, text: (answer: string) => string, status?: number): void
  /** This server has no such endpoint, until `mend`. */
  forget(name: EndpointName): void
  mend(): void
  /** Cuts or joins the line. */
  cut(off: boolean): void
}

export function createAppServer(core: Core): AppServer {
  const asked: EndpointName[] = []
  const sent: AppServer['sent'] = []
  const spoilt = new Map<EndpointName, ErrorCode>()
  const held = new Map<EndpointName, Promise<void>>()
  const lost = new Set<EndpointName>()
  const garbled = new Map<EndpointName, { text: (answer: string) => string; status: number }>()
  const forgotten = new Set<EndpointName>()
  const keys: string[] = []
  let off = false

  async function handle(request: Request): Promise<Response> {
    if (off) throw new Error('connection refused')
    const plain = await plainRequest(request)
    const { name } = findRoute(methodOf(plain.method, plain.headers), plain.path).route
    asked.push(name)
    sent.push({ name, body: plain.text ? JSON.parse(plain.text) : undefined, query: plain.query })
    const key = plain.headers['idempotency-key']
    if (key) keys.push(key)
    await held.get(name)
    if (forgotten.has(name)) {
      const { status, text, headers } = await core.handle({ ...plain, path: '/api/v1/not-here' })
      return new Response(text, { status, headers })
    }
    const code = spoilt.get(name)
    const answer = code ? refusal(code) : await core.handle(plain)
    const problems = checkResponse(name, answer.status, bodyOf(answer))
    // Not thrown here: the page would take it for a broken line and the test for a failure of its own.
    if (problems.length > 0) console.error(`${name} answered ${answer.status} against the contract: ${problems.join('; ')}\n${answer.text}`)
    if (lost.delete(name)) throw new Error('connection reset')
    const garble = answer.status < 300 ? garbled.get(name) : undefined
    if (garble) return new Response(garble.text(answer.text ?? ''), { status: garble.status, headers: answer.headers })
    const content = answer.bytes ? new Blob([Uint8Array.from(answer.bytes)]) : answer.text
    return new Response(answer.status === 204 ? null : content, { status: answer.status, headers: answer.headers })
  }
  return {
    handle, asked, sent, keys,
    loseAnswer: (name) => void lost.add(name),
    spoil: (name, code) => void spoilt.set(name, code),
    hold: (name) => {
      let open = (): void => undefined
      held.set(name, new Promise((resolve) => (open = resolve)))
      return () => {
        held.delete(name)
        open()
      }
    },
    garble: (name, text, status = 200) => void garbled.set(name, { text, status }),
    forget: (name) => void forgotten.add(name),
    mend: () => {
      forgotten.clear()
      spoilt.clear()
      garbled.clear()
    },
    cut: (now) => void (off = now),
  }
}

async function plainRequest(request: Request): Promise<CoreRequest> {
  const { pathname, searchParams } = new URL(request.url)
  const headers = Object.fromEntries(request.headers)
  const common = { method: request.method, path: pathname, query: Object.fromEntries(searchParams), headers, remote: 'jest' }
  if (headers['content-type'] !== 'application/octet-stream') return { ...common, text: (await request.text()) || undefined }
  return { ...common, bytes: new Uint8Array(await request.arrayBuffer()) }
}

function refusal(code: ErrorCode): CoreResponse {
  const body = { type: `https://example.org/problems/${code}`, title: code, status: statusOf(code), code, detail: wordsOf(code), requestId: 'spoilt-1', fieldErrors: {} }
  return { status: statusOf(code), headers: { 'content-type': 'application/problem+json' }, text: JSON.stringify(body) }
}

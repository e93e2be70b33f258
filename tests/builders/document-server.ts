import type { ClaimDocument } from '@/contract/schemas/claim'
import { wordsOf, statusOf, type ErrorCode } from '@/contract/errors'
import { exampleOf } from './examples'

/** One request as the made-up server saw it. */
export interface Seen {
  what: 'register' | 'upload' | 'remove' | 'claim' | 'refresh'
  token: string | null
  key: string | null
  clientRef: string | null
}

/** What happens to a request: its usual answer, a refusal, a broken line before it is handled, or one after it was. */
export type Fate = 'answer' | 'cut' | 'answerLost' | 'garbage' | 'stillPending' | ErrorCode

/** A server of documents whose line and moods a test commands: files in memory, the rules of the contract for clientRef and keys. */
export function createDocumentServer() {
  const documents = new Map<string, ClaimDocument>()
  const first = new Map<string, string>()
  const uploads = new Map<string, { sizeBytes: number; receivedBytes: number; partBytes: number }>()
  const tokens = new Set(['access-token-of-courier-1', 'access-token-of-other-001'])
  const seen: Seen[] = []
  let fate: (seen: Seen) => Fate = () => 'answer'
  let gate: Promise<void> | undefined
  let open = (): void => undefined
  const refusal = (code: ErrorCode): Response => new Response(JSON.stringify({ type: 'x', title: code, status: statusOf(code), code, detail: wordsOf(code), requestId: 'r1', fieldErrors: {} }), { status: statusOf(code) })
  const json = (body: unknown, status = 200): Response => new Response(JSON.stringify(body), { status })
  const byId = (id: string): ClaimDocument | undefined => [...documents.values()].find(({ documentId }) => documentId === id)

  async function handle(request: Request): Promise<Response> {
    const { pathname } = new URL(request.url)
    const parts = pathname.replace('/api/v1', '').split('/')
    const body = request.headers.get('content-type')?.startsWith('application/json') ? ((await request.json()) as Record<string, string>) : {}
    // The parts of a file arrive without anybody's looking: what is counted here is the step that names it.
    if (parts[1] === 'uploads') return sent(request, parts[2] ?? '', body)
    const what: Seen['what'] = pathname.endsWith('/session/refresh') ? 'refresh' : request.method === 'DELETE' ? 'remove' : pathname.endsWith('/content') ? 'upload' : pathname.endsWith('/documents') ? 'register' : 'claim'
    const one: Seen = { what, token: request.headers.get('authorization')?.slice(7) ?? null, key: request.headers.get('idempotency-key'), clientRef: body.clientRef ?? byId(parts[4] ?? '')?.clientRef ?? null }
    seen.push(one)
    if (what === 'upload') {
      await Promise.race([gate, new Promise((resolve) => request.signal.addEventListener('abort', resolve))])
      if (request.signal.aborted) throw new Error('abort')
    }
    const now = fate(one)
    if (now === 'cut') throw new Error('connection refused')
    if (now === 'stillPending') return json(documents.get(one.clientRef ?? ''))
    if (now === 'garbage') return new Response('<html>请登录无线网络</html>')
    const answer = now === 'answer' || now === 'answerLost' ? act(what, one, parts, body) : refusal(now)
    if (now === 'answerLost') throw new Error('connection reset')
    return answer
  }

  async function sent(request: Request, sha256: string, body: Record<string, unknown>): Promise<Response> {
    const upload = uploads.get(sha256) ?? { sizeBytes: Number(body.sizeBytes), receivedBytes: 0, partBytes: 262_144 }
    uploads.set(sha256, upload)
    if (request.headers.get('content-type') === 'application/octet-stream') upload.receivedBytes += (await request.arrayBuffer()).byteLength
    return json(upload)
  }

  function act(what: Seen['what'], { token, key, clientRef }: Seen, parts: string[], body: Record<string, string>): Response {
    if (what === 'refresh') {
      tokens.add('access-token-renewed-0001')
      return json({ accessToken: 'access-token-renewed-0001', expiresInSeconds: 900, refreshToken: 'refresh-token-renewed-001', account: { accountId: 'courier', nameMasked: '陈**', roles: ['MEMBER'] } })
    }
    if (!token || !tokens.has(token)) return refusal('UNAUTHENTICATED')
    if (what === 'claim') return json({ ...exampleOf('getClaim'), claimId: 'c1', documents: [...documents.values()] })
    if (what === 'register') {
      const replay = first.get(key ?? '')
      if (replay) return new Response(replay, { status: 201 })
      const document = documents.get(clientRef ?? '') ?? pending(clientRef ?? '', body)
      documents.set(document.clientRef, document)
      first.set(key ?? '', JSON.stringify(document))
      return json(document, 201)
    }
    const known = byId(parts[4] ?? '')
    if (!known) return refusal('NOT_FOUND')
    if (what === 'remove') {
      documents.delete(known.clientRef)
      return new Response(null, { status: 204 })
    }
    const received: ClaimDocument = { ...known, state: 'RECEIVED', stateZh: '已收到', mime: 'image/jpeg', sizeBytes: 3, receivedAt: '2026-12-30T10:00:00+08:00' }
    documents.set(known.clientRef, received)
    return json(received)
  }

  const pending = (clientRef: string, { documentType, name }: Record<string, string>): ClaimDocument => ({
    documentId: `doc${documents.size + 1}`, documentType: documentType as ClaimDocument['documentType'], clientRef, name: name ?? '', state: 'PENDING', stateZh: '等待上传', reasonZh: null, mime: null, sizeBytes: null, receivedAt: null, supplementItemId: null, reading: null,
  })

  return {
    handle, documents, seen, tokens,
    /** What becomes of the requests from now on. */
    decide: (next: (seen: Seen) => Fate) => void (fate = next),
    /** Contents wait at the door until the returned function is called. */
    holdUploads: () => {
      gate = new Promise((resolve) => (open = resolve))
      return () => {
        gate = undefined
        open()
      }
    },
    count: (what: Seen['what']): number => seen.filter((one) => one.what === what).length,
  }
}
export type DocumentServer = ReturnType<typeof createDocumentServer>

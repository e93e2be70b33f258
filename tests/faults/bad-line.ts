import type { RequestHandler } from '@tests/setup/taro'
import type { Chance } from '@tests/unit/chance'

/** What the line does to a request. `gateway`: something in between answers for the server, before or after it has worked. */
const faults = ['slow', 'cutBefore', 'cutAfter', 'gatewayBefore', 'gatewayAfter', 'twice', 'busy'] as const
export type Fault = (typeof faults)[number]

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const gateway = (): Response => new Response('<html>502 Bad Gateway</html>', { status: 502, headers: { 'content-type': 'text/html' } })
const busy = (): Response => new Response(JSON.stringify({ type: 'about:blank', title: 'busy', status: 503, code: 'PARTNER_UNAVAILABLE', detail: '对方系统暂时没有回应，请稍后再试。', requestId: 'line', fieldErrors: {} }), { status: 503, headers: { 'content-type': 'application/problem+json' } })

export interface BadLine {
  handle: RequestHandler
  /** How often each happened. */
  tally: Record<Fault | 'offline' | 'dead', number>
  /** Answers that say that somebody asked for what is not theirs. */
  foreign: string[]
  setOnline(online: boolean): void
  /** The app dies: whoever still waits for an answer never hears one, and what has not left never leaves. */
  cutOff(): void
  /** From now on the line is good. */
  mend(): void
}

/**
 * A line to the server that fails by chance, on one request in `every`.
 * @param base address of the server at this moment: it may have been started anew
 */
export function badLine(base: () => string, by: Chance, every: number): BadLine {
  const tally: BadLine['tally'] = { slow: 0, cutBefore: 0, cutAfter: 0, gatewayBefore: 0, gatewayAfter: 0, twice: 0, busy: 0, offline: 0, dead: 0 }
  const foreign: string[] = []
  let life = 0
  let online = true
  let mended = false

  async function send(request: Request, body: ArrayBuffer): Promise<Response> {
    const { pathname, search } = new URL(request.url)
    const answer = await fetch(base() + pathname + search, { method: request.method, headers: request.headers, ...(body.byteLength > 0 && { body }) })
    // A deletion that is repeated finds nothing.
    if (request.method !== 'DELETE' && (answer.status === 403 || answer.status === 404)) foreign.push(`${request.method} ${pathname} ${answer.status}`)
    return answer
  }

  async function act(request: Request, fault: Fault | undefined): Promise<Response> {
    const body = await request.arrayBuffer()
    switch (fault) {
      case undefined:
        return send(request, body)
      case 'slow':
        await pause(by.whole(5, 60))
        return send(request, body)
      case 'cutBefore':
        throw new Error('the line broke')
      case 'cutAfter':
        await send(request, body)
        throw new Error('the line broke')
      case 'gatewayBefore':
        return gateway()
      case 'gatewayAfter':
        await send(request, body)
        return gateway()
      case 'busy':
        return busy()
      case 'twice':
        return (await Promise.all([send(request, body), send(request, body)]))[1]
      default:
        return fault satisfies never
    }
  }

  return {
    tally,
    foreign,
    handle: async (request) => {
      const born = life
      const fault = !mended && by.once(every) ? by.pick(faults) : undefined
      if (!online) {
        tally.offline += 1
        throw new Error('no network')
      }
      if (fault) tally[fault] += 1
      const answer = await act(request, fault).catch((error: unknown) => (born === life ? Promise.reject(error) : undefined))
      if (born === life && answer) return answer
      tally.dead += 1
      return new Promise(() => undefined)
    },
    setOnline: (now) => void (online = now),
    cutOff: () => void (life += 1),
    mend: () => void (mended = true),
  }
}

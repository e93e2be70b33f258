/** Network of the Taro stub and of XMLHttpRequest in jest: one handler answers everything. */

/** A server: takes a web Request, gives a web Response; a rejection is a connection that broke. */
export type RequestHandler = (request: Request) => Promise<Response>

const overTheWire: RequestHandler = (request) => fetch(request)
let handler = overTheWire

export const setRequestHandler = (next: RequestHandler): void => void (handler = next)
export const resetNetwork = (): void => void (handler = overTheWire)

const BASE = 'http://app.local'
const absolute = (url: string): string => new URL(url, BASE).href

export interface RequestOptions {
  url: string
  method?: string
  data?: unknown
  header?: Record<string, string>
  dataType?: string
  timeout?: number
}

type Aborting<T> = Promise<T> & { abort: () => void }

function aborting<T>(run: (signal: AbortSignal) => Promise<T>): Aborting<T> {
  const controller = new AbortController()
  return Object.assign(run(controller.signal), { abort: () => controller.abort() })
}

/** Fails as wx does: an object with errMsg, not an Error. */
async function send(api: string, request: Request): Promise<Response> {
  try {
    const answer = await handler(request)
    if (request.signal.aborted) throw new Error('abort')
    return answer
  } catch (error) {
    const reason = request.signal.aborted ? 'abort' : error instanceof Error ? error.message : String(error)
    throw { errMsg: `${api}:fail ${reason}` }
  }
}

function bodyOf({ data, method = 'GET' }: RequestOptions): string | ArrayBuffer | undefined {
  if (data === undefined || data === null || method.toUpperCase() === 'GET') return undefined
  if (data instanceof ArrayBuffer) return data
  return typeof data === 'string' ? data : JSON.stringify(data)
}

export function request(options: RequestOptions): Aborting<{ statusCode: number; data: unknown; header: Record<string, string>; errMsg: string }> {
  return aborting(async (signal) => {
    const answer = await send('request', new Request(absolute(options.url), { method: options.method ?? 'GET', headers: options.header, body: bodyOf(options), signal }))
    const text = await answer.text()
    let data: unknown = text
    if (options.dataType === undefined || options.dataType === 'json') {
      try {
        data = JSON.parse(text)
      } catch {
        // Taro gives the text when it is not JSON.
      }
    }
    return { statusCode: answer.status, data, header: Object.fromEntries(answer.headers), errMsg: 'request:ok' }
  })
}

/** XMLHttpRequest as far as src/platform uses it, over the same handler. */
export class HandlerXhr {
  status = 0
  response: unknown = null
  responseType = ''
  timeout = 0
  onload?: () => void
  onerror?: () => void
  onabort?: () => void
  ontimeout?: () => void
  onloadend?: () => void
  onprogress?: () => void
  private answerHeaders = new Headers()
  upload: { onprogress?: (event: { lengthComputable: boolean; loaded: number; total: number }) => void } = {}
  private method = 'GET'
  private url = ''
  private headers: Record<string, string> = {}
  private controller = new AbortController()

  open(method: string, url: string): void {
    this.method = method
    this.url = absolute(url)
  }
  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value
  }
  getResponseHeader(name: string): string | null {
    return this.answerHeaders.get(name)
  }
  abort(): void {
    this.controller.abort()
  }
  send(body: ArrayBuffer | string | null): void {
    void this.run(body).finally(() => this.onloadend?.())
  }

  private async run(body: ArrayBuffer | string | null): Promise<void> {
    try {
      const signal = this.controller.signal
      this.upload.onprogress?.({ lengthComputable: true, loaded: 50, total: 100 })
      const answer = await send('xhr', new Request(this.url, { method: this.method, headers: this.headers, body, signal }))
      this.status = answer.status
      this.answerHeaders = answer.headers
      this.response = this.responseType === 'arraybuffer' ? await answer.arrayBuffer() : await answer.text()
      this.upload.onprogress?.({ lengthComputable: true, loaded: 100, total: 100 })
      this.onload?.()
    } catch {
      if (this.controller.signal.aborted) this.onabort?.()
      else this.onerror?.()
    }
  }
}

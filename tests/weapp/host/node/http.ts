// One HTTP exchange from Node: no CORS, free headers, progress of the body, failures worded as WeChat does.
import http from 'node:http'
import https from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import { WxFailure, type StreamEvent } from '../protocol'

/** WeChat's default; requests are ended by it, not by the server. */
const TIMEOUT_MS = 60_000
const CHUNK = 32 * 1024

export interface Exchange {
  method: string
  headers: Record<string, string>
  body?: Uint8Array
  timeout?: number
}

export interface Answer {
  statusCode: number
  header: Record<string, string>
  cookies: string[]
  body: Buffer
}

export type Emit = (event: StreamEvent) => void

const errorCode = (error: Error): string => ('code' in error && typeof error.code === 'string' ? error.code : '')

function worded(error: Error): Error {
  if (error instanceof WxFailure) return error
  const names: Record<string, string> = { ECONNREFUSED: 'net::ERR_CONNECTION_REFUSED', ECONNRESET: 'net::ERR_CONNECTION_RESET', EPIPE: 'net::ERR_CONNECTION_RESET' }
  return new WxFailure(names[errorCode(error)] ?? `net::ERR_FAILED ${errorCode(error) || error.message}`, 600001)
}

async function writeBody(request: http.ClientRequest, body: Uint8Array, emit: Emit, bytesPerSecond: number): Promise<void> {
  const closed = new Promise((resolve) => request.once('close', resolve))
  for (let sent = 0; sent < body.length; ) {
    const piece = body.subarray(sent, sent + CHUNK)
    await Promise.race([closed, new Promise((resolve) => request.write(piece, resolve))])
    if (request.destroyed) return
    sent += piece.length
    emit({ type: 'progress', progress: Math.floor((sent * 100) / body.length), done: sent, expected: body.length })
    // A slow line keeps nobody waiting once it is cut: neither the request nor the end of the run.
    if (bytesPerSecond > 0) await Promise.race([closed, sleep((piece.length * 1000) / bytesPerSecond, undefined, { ref: false })])
  }
  request.end()
}

export interface Sender {
  /** Requests under way, so that going offline can break them. */
  active: Set<http.ClientRequest>
  uploadBytesPerSecond: number
}

export function send(sender: Sender, target: URL, exchange: Exchange, emit: Emit, signal: AbortSignal): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const { method, headers, body } = exchange
    const request = (target.protocol === 'https:' ? https : http).request(target, { method, headers })
    const onAbort = () => request.destroy(new WxFailure('abort'))
    const deadline = setTimeout(() => request.destroy(new WxFailure('timeout', 5)), exchange.timeout ?? TIMEOUT_MS)
    const finish = () => {
      clearTimeout(deadline)
      sender.active.delete(request)
      signal.removeEventListener('abort', onAbort)
    }
    const failWith = (error: Error) => {
      finish()
      reject(worded(error))
    }
    signal.addEventListener('abort', onAbort)
    sender.active.add(request)
    request.on('error', failWith)
    request.on('response', (response) => {
      const header = Object.fromEntries(Object.entries(response.headers).map(([key, value]) => [key, String(value ?? '')]))
      const cookies = response.headers['set-cookie'] ?? []
      const statusCode = response.statusCode ?? 0
      const expected = Number(header['content-length']) || 0
      const chunks: Buffer[] = []
      let done = 0
      emit({ type: 'headers', header, statusCode, cookies })
      response.on('data', (chunk: Buffer) => {
        chunks.push(chunk)
        done += chunk.length
        if (!body) emit({ type: 'progress', progress: expected ? Math.floor((done * 100) / expected) : 0, done, expected })
      })
      response.on('error', failWith)
      response.on('end', () => {
        finish()
        resolve({ statusCode, header, cookies, body: Buffer.concat(chunks) })
      })
    })
    if (body) writeBody(request, body, emit, sender.uploadBytesPerSecond).catch(failWith)
    else request.end()
  })
}

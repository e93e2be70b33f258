// wx.request, uploadFile and downloadFile, carried out in Node over real HTTP.
// Only loopback addresses are reachable, after mapBaseUrl; all others fail as an unlisted domain does.
import fs from 'node:fs'
import type http from 'node:http'
import path from 'node:path'
import { WxFailure } from '../protocol'
import { mimeType, type VirtualFiles } from './files'
import { send, type Answer, type Emit } from './http'
import { isArgs, text, type Args } from './json'

/** What wx.request can send. There is no PATCH in WeChat. */
const METHODS = ['OPTIONS', 'GET', 'HEAD', 'POST', 'PUT', 'DELETE', 'TRACE', 'CONNECT']
const REFERER = 'https://servicewechat.com/touristappid/devtools/page-frame.html'
const isLoopback = (host: string): boolean => /^(127\.\d+\.\d+\.\d+|localhost|\[::1\])$/.test(host)
const offlineFailure = (): WxFailure => new WxFailure('net::ERR_INTERNET_DISCONNECTED', 600001)

/** The server that answers every request, or {prefix: replacement}. */
export type MapBaseUrl = string | Record<string, string>

export interface RequestRecord {
  kind: string
  method: string
  url: string
  status?: number
  error?: string
}

interface Work {
  target: URL
  method: string
  args: Args
  emit: Emit
  signal: AbortSignal
}
interface Done {
  result: object
  status: number
}

export class Network {
  offline = false
  /** In the background for so long that WeChat sends nothing any more. */
  asleep = false
  latency = 0
  readonly log: RequestRecord[] = []
  readonly sender = { active: new Set<http.ClientRequest>(), uploadBytesPerSecond: 0 }

  constructor(private readonly files: VirtualFiles, private readonly mapBaseUrl?: MapBaseUrl) {}

  private map(url: string): URL {
    const rule = this.mapBaseUrl
    const given = new URL(url)
    if (typeof rule === 'string') return new URL(given.pathname + given.search, rule)
    if (typeof rule === 'object') {
      const prefix = Object.keys(rule).find((from) => url.startsWith(from))
      if (prefix !== undefined) return new URL(rule[prefix] + url.slice(prefix.length))
    }
    return given
  }

  /** Cuts what is under way, as a phone that loses the network does. */
  setOffline(offline: boolean): void {
    this.offline = offline
    if (offline) for (const request of this.sender.active) request.destroy(offlineFailure())
  }

  abortAll(): void {
    for (const request of this.sender.active) request.destroy(new WxFailure('interrupted'))
  }

  /** Breaks what is under way, and what is begun, until the app comes back. */
  sleep(): void {
    this.asleep = true
    this.abortAll()
  }

  async run(kind: string, args: Args, emit: Emit, signal: AbortSignal): Promise<object> {
    const url = text(args.url)
    const method = kind === 'request' ? String(args.method ?? 'GET').toUpperCase() : kind === 'uploadFile' ? 'POST' : 'GET'
    const record: RequestRecord = { kind, method, url }
    this.log.push(record)
    try {
      if (!/^https?:\/\//i.test(url)) throw new WxFailure(`invalid url "${url}"`, 600009)
      if (!METHODS.includes(method)) throw new WxFailure(`invalid method "${method}": WeChat has only ${METHODS.join(', ')}`)
      if (this.latency > 0) await new Promise((resolve) => setTimeout(resolve, this.latency))
      if (signal.aborted) throw new WxFailure('abort')
      if (this.offline) throw offlineFailure()
      if (this.asleep) throw new WxFailure('interrupted')
      const target = this.map(url)
      if (!isLoopback(target.hostname)) throw new WxFailure(`url not in domain list: ${target.origin}`, 600002)
      const tasks: Record<string, (work: Work) => Promise<Done>> = { request: this.request, uploadFile: this.uploadFile, downloadFile: this.downloadFile }
      const { result, status } = await tasks[kind].call(this, { target, method, args, emit, signal })
      record.status = status
      return result
    } catch (error) {
      record.error = error instanceof Error ? error.message : String(error)
      throw error
    }
  }

  private headers(given: unknown): Record<string, string> {
    const headers: Record<string, string> = { referer: REFERER }
    if (!isArgs(given)) return headers
    for (const [key, value] of Object.entries(given)) {
      const name = key.toLowerCase()
      if (name !== 'referer' && value !== undefined && value !== null) headers[name] = String(value)
    }
    return headers
  }

  private timeout(args: Args): number | undefined {
    return typeof args.timeout === 'number' ? args.timeout : undefined
  }

  private async request({ target, method, args, emit, signal }: Work): Promise<Done> {
    const headers = this.headers(args.header)
    headers['content-type'] ??= 'application/json'
    const body = requestBody(target, method, args.data, headers['content-type'])
    headers['content-length'] = String(body?.length ?? 0)
    const answer = await send(this.sender, target, { method, headers, body, timeout: this.timeout(args) }, emit, signal)
    const data = args.responseType === 'arraybuffer' ? { $bytes: answer.body.toString('base64') } : answer.body.toString('utf8')
    return { result: { ...withoutBody(answer), data }, status: answer.statusCode }
  }

  private async uploadFile({ target, method, args, emit, signal }: Work): Promise<Done> {
    const file = this.files.existing(text(args.filePath))
    const boundary = `----weapp${Date.now().toString(16)}${Math.random().toString(16).slice(2)}`
    const escape = (value: unknown) => String(value).replace(/"/g, '%22').replace(/[\r\n]/g, ' ')
    const part = (name: string, more: string) => `--${boundary}\r\nContent-Disposition: form-data; name="${escape(name)}"${more}\r\n\r\n`
    const fields = Object.entries(isArgs(args.formData) ? args.formData : {}).map(([key, value]) => `${part(key, '')}${value}\r\n`)
    const fileName = path.basename(file)
    const fileHead = part(text(args.name), `; filename="${escape(fileName)}"\r\nContent-Type: ${mimeType(fileName)}`)
    const body = Buffer.concat([Buffer.from(fields.join('') + fileHead), fs.readFileSync(file), Buffer.from(`\r\n--${boundary}--\r\n`)])
    const headers = { ...this.headers(args.header), 'content-type': `multipart/form-data; boundary=${boundary}`, 'content-length': String(body.length) }
    const answer = await send(this.sender, target, { method, headers, body, timeout: this.timeout(args) }, emit, signal)
    return { result: { ...withoutBody(answer), data: answer.body.toString('utf8') }, status: answer.statusCode }
  }

  private async downloadFile({ target, method, args, emit, signal }: Work): Promise<Done> {
    const answer = await send(this.sender, target, { method, headers: this.headers(args.header), timeout: this.timeout(args) }, emit, signal)
    const { statusCode, header } = answer
    if (args.filePath) {
      this.files.checkQuota(answer.body.length)
      fs.writeFileSync(this.files.real(text(args.filePath), 'write'), answer.body)
      return { result: { statusCode, header, filePath: args.filePath }, status: statusCode }
    }
    const known: Record<string, string> = { 'image/png': '.png', 'image/jpeg': '.jpg', 'image/webp': '.webp', 'application/pdf': '.pdf' }
    const extension = path.extname(target.pathname) || known[(header['content-type'] ?? '').split(';')[0]] || ''
    return { result: { statusCode, header, tempFilePath: this.files.writeTemp(answer.body, extension) }, status: statusCode }
  }

  /** Plain GET of a picture: <image src="https://…">. */
  async picture(url: string): Promise<Answer> {
    if (this.offline) throw offlineFailure()
    const target = this.map(url)
    if (!isLoopback(target.hostname)) throw new WxFailure(`url not in domain list: ${target.origin}`, 600002)
    return send(this.sender, target, { method: 'GET', headers: this.headers(undefined) }, () => undefined, new AbortController().signal)
  }
}

const withoutBody = ({ statusCode, header, cookies }: Answer) => ({ statusCode, header, cookies })

/** wx.request puts the data of a GET into the address and serialises the rest by content type. */
function requestBody(target: URL, method: string, data: unknown, contentType: string): Buffer | undefined {
  if (data === undefined || data === null || data === '') return undefined
  if (method === 'GET') {
    const pairs = isArgs(data) ? Object.entries(data) : [...new URLSearchParams(String(data))]
    for (const [key, value] of pairs) target.searchParams.set(key, typeof value === 'object' ? JSON.stringify(value) : String(value))
    return undefined
  }
  if (isArgs(data) && typeof data.$bytes === 'string') return Buffer.from(data.$bytes, 'base64')
  if (typeof data !== 'object') return Buffer.from(String(data))
  if (/urlencoded/.test(contentType)) return Buffer.from(new URLSearchParams(Object.entries(data).map(([k, v]) => [k, String(v)])).toString())
  return Buffer.from(JSON.stringify(data))
}

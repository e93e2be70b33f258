// Everything the page asks of Node, behind the bridge of either engine.
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { WxFailure, type Reply, type StreamEvent } from '../protocol'
import { operate } from './file-system'
import type { VirtualFiles } from './files'
import { isArgs, parseArgs, text, type Args } from './json'
import { chosenFiles, imageInfo } from './media'
import type { Network } from './network'

/**
 * The answer of a wx function: a result, an Error or {fail: 'cancel'} for a failure, {files: [paths]} for choosing
 * media, or a function of the call's arguments giving one of these (it may be async).
 */
export type Mock = unknown | ((args: Args) => unknown)

const ok = (value: unknown): string => JSON.stringify({ ok: true, value: value ?? null } satisfies Reply)
const failed = (error: unknown): string => {
  const message = error instanceof Error ? error.message : String(error)
  const errno = error instanceof WxFailure ? error.errno : undefined
  return JSON.stringify({ ok: false, message, errno } satisfies Reply)
}

export class Services {
  /** Survives relaunches; values are JSON text. */
  readonly storage: Map<string, string>

  constructor(
    readonly files: VirtualFiles,
    readonly network: Network,
    readonly mocks: Map<string, Mock>,
    storage: Record<string, unknown>,
  ) {
    this.storage = new Map(Object.entries(storage).map(([key, data]) => [key, JSON.stringify({ data })]))
  }

  private readonly calls: Record<string, (args: Args) => unknown> = {
    storage: ({ key, value }) => (value === null ? this.storage.delete(text(key)) : this.storage.set(text(key), text(value))),
    file: ({ name, args }) => operate(this.files, text(name), isArgs(args) ? args : {}),
    writeTemp: ({ base64, extension }) => this.files.writeTemp(Buffer.from(text(base64), 'base64'), text(extension)),
    copyTemp: ({ path: source }) => this.files.addTemp(this.files.existing(text(source))),
    random: ({ length }) => randomBytes(Number(length)).toString('base64'),
    imageInfo: async ({ src, base }) => imageInfo(await this.picture(text(src), String(base ?? ''))),
    mock: ({ name, args }) => this.mock(text(name), isArgs(args) ? args : {}),
  }

  private async picture(src: string, base: string): Promise<Buffer> {
    const inline = /^data:[^,]*;base64,(.*)$/.exec(src)
    if (inline) return Buffer.from(inline[1], 'base64')
    if (src.startsWith('data:')) return Buffer.from(decodeURIComponent(src.slice(src.indexOf(',') + 1)))
    if (/^https?:/.test(src)) {
      const answer = await this.network.picture(src)
      return answer.statusCode === 200 ? answer.body : Buffer.alloc(0)
    }
    const inPackage = src.startsWith('/') || this.files.isVirtual(src) ? src : path.posix.join(path.posix.dirname(base), src)
    return fs.readFileSync(this.files.existing(inPackage))
  }

  private settleMock(name: string, args: Args, result: unknown): unknown {
    if (result instanceof Error) throw result
    if (!isArgs(result)) return result
    if (typeof result.fail === 'string') throw new WxFailure(result.fail, typeof result.errno === 'number' ? result.errno : undefined)
    if (!Array.isArray(result.files)) return result
    return chosenFiles(name, result.files.map(text), args.count, this.files)
  }

  private mock(name: string, args: Args): unknown {
    const given = this.mocks.get(name)
    const result: unknown = typeof given === 'function' ? given(args) : given
    if (result instanceof Promise) return result.then((value: unknown) => this.settleMock(name, args, value))
    return this.settleMock(name, args, result)
  }

  async call(name: string, args: string): Promise<string> {
    try {
      const service = this.calls[name]
      if (!service) throw new WxFailure(`no service ${name}`)
      return ok(await service(parseArgs(args)))
    } catch (error) {
      return failed(error)
    }
  }

  callSync(name: string, args: string): string {
    try {
      const value = this.calls[name]?.(parseArgs(args))
      if (value instanceof Promise) throw new WxFailure('the mock of a synchronous function must not be async')
      return ok(value)
    } catch (error) {
      return failed(error)
    }
  }

  /** One of request, uploadFile, downloadFile; events are JSON text. */
  async stream(name: string, args: string, onEvent: (event: string) => void, signal: AbortSignal): Promise<string> {
    try {
      return ok(await this.network.run(name, parseArgs(args), (event: StreamEvent) => onEvent(JSON.stringify(event)), signal))
    } catch (error) {
      return failed(error)
    }
  }
}

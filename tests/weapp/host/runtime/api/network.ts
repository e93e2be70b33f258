// request, uploadFile, downloadFile (carried out in Node) and the network state.
import { WxFailure, type StreamEvent } from '../../protocol'
import { decode, record, stream } from '../rpc'
import { config, emit, guarded, isFunction, type AppFunction } from '../state'
import { callMock, defineAsync, mocked, optionsOf, recordCall, settle, wx, type Options } from './define'

let offline = config.offline
export function setOffline(now: boolean): void {
  if (offline === now) return
  offline = now
  emit('NetworkStatusChange', { isConnected: !now, networkType: now ? 'none' : 'wifi' })
}

function parsed(options: Options, given: unknown): unknown {
  const data = decode(given)
  if (typeof data !== 'string' || (options.dataType ?? 'json') !== 'json') return data
  try {
    return JSON.parse(data)
  } catch {
    return data // stays text, as in WeChat
  }
}

function defineTask(name: 'request' | 'uploadFile' | 'downloadFile'): void {
  wx[name] = (given: unknown) => {
    const options = optionsOf(given)
    const entry = recordCall(name, given)
    const handlers: Record<'headers' | 'progress', AppFunction[]> = { headers: [], progress: [] }
    const run = (kind: 'headers' | 'progress', detail: object) => handlers[kind].forEach((handler) => guarded(`${name} listener`, () => handler(detail)))
    const onEvent = (event: StreamEvent) => {
      if (event.type === 'headers') return run('headers', { header: event.header, statusCode: event.statusCode, cookies: event.cookies })
      const counts = name === 'downloadFile'
        ? { totalBytesWritten: event.done, totalBytesExpectedToWrite: event.expected }
        : { totalBytesSent: event.done, totalBytesExpectedToSend: event.expected }
      run('progress', { progress: event.progress, ...counts })
    }
    let aborted = false
    let running: { abort(): void } | null = null
    const work = Promise.resolve().then(async () => {
      if (aborted) throw new WxFailure('abort')
      if (mocked.has(name)) return callMock(name, options)
      const { success: _s, fail: _f, complete: _c, ...rest } = options
      const task = stream(name, rest, onEvent)
      running = task
      const value = record(await task.result)
      entry.status = Number(value.statusCode)
      return name === 'request' ? { ...value, data: parsed(options, value.data) } : value
    })
    // A task is returned, never a promise: failures without a callback stay silent, as in WeChat.
    settle(name, { ...options, complete: options.complete ?? (() => undefined) }, work, entry)
    const on = (kind: 'headers' | 'progress') => (handler: unknown) => isFunction(handler) && handlers[kind].push(handler)
    const off = (kind: 'headers' | 'progress') => (handler?: unknown) => {
      handlers[kind] = handler ? handlers[kind].filter((known) => known !== handler) : []
    }
    return {
      abort() {
        aborted = true
        running?.abort()
      },
      onHeadersReceived: on('headers'), offHeadersReceived: off('headers'), onProgressUpdate: on('progress'), offProgressUpdate: off('progress'),
      onChunkReceived: () => undefined, offChunkReceived: () => undefined,
    }
  }
}

export function defineNetwork(): void {
  defineTask('request')
  defineTask('uploadFile')
  defineTask('downloadFile')
  defineAsync('getNetworkType', () => ({ networkType: offline ? 'none' : 'wifi' }))
}

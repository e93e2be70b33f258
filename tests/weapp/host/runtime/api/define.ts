// How a wx function is made: recording, mocks, callbacks and promises.
import { WxFailure } from '../../protocol'
import { call, callSync } from '../rpc'
import { config, guarded, isFunction, messageOf, stats } from '../state'
import type { ApiCall } from '../../protocol'

export type Options = Record<string, unknown>
const isOptions = (value: unknown): value is Options => typeof value === 'object' && value !== null
export const optionsOf = (value: unknown): Options => (isOptions(value) ? value : {})

/** The wx object of the app. */
export const wx: Record<string, unknown> = {}
export const mocked = new Set(config.mocks)

function plain(value: unknown): unknown {
  try {
    return value === undefined ? undefined : JSON.parse(JSON.stringify(value, (_, item: unknown) => (item instanceof ArrayBuffer ? `ArrayBuffer(${item.byteLength})` : item)))
  } catch {
    return '[not serialisable]'
  }
}

export function recordCall(name: string, args: unknown): ApiCall {
  const entry: ApiCall = { name, args: plain(args) }
  stats.apiCalls.push(entry)
  return entry
}

function runCallback(name: string, kind: string, options: Options, value: object): void {
  const callback = options[kind]
  if (isFunction(callback)) guarded(`${name} ${kind} callback`, () => callback(value))
}

/** Settles callbacks and promise the way WeChat does: a promise only where no callback is given. */
export function settle(name: string, options: Options, work: Promise<unknown>, entry: ApiCall): Promise<unknown> | undefined {
  const promise = work.then(
    (value) => {
      const result = { errMsg: `${name}:ok`, ...optionsOf(value) }
      runCallback(name, 'success', options, result)
      runCallback(name, 'complete', options, result)
      return result
    },
    (error: unknown) => {
      const { errMsg, errno } = optionsOf(error)
      const result = { errMsg: String(errMsg ?? `${name}:fail ${messageOf(error)}`), ...(errno === undefined ? {} : { errno }) }
      entry.failed = result.errMsg
      runCallback(name, 'fail', options, result)
      runCallback(name, 'complete', options, result)
      throw result
    },
  )
  if (!options.success && !options.fail && !options.complete) return promise
  promise.catch(() => undefined)
  return undefined
}

export const callMock = (name: string, args: unknown): Promise<unknown> => call('mock', { name, args: plain(args) })

/** What stands before a function that touches the member's own things; resolves when it may run. */
let gate: (name: string) => Promise<void> | undefined = () => undefined
/** Stands in that way too: a component that opens what a private function opens. */
export const passGate = (name: string): Promise<void> | undefined => gate(name)
export const setGate = (before: typeof gate): void => void (gate = before)

/** An asynchronous wx function; what `work` returns is merged into the result. */
export function defineAsync(name: string, work: (options: Options) => unknown = () => ({})): void {
  wx[name] = (given: unknown) => {
    const options = optionsOf(given)
    const running = Promise.resolve()
      .then(() => gate(name))
      .then(() => (mocked.has(name) ? callMock(name, options) : work(options)))
    return settle(name, options, running, recordCall(name, given))
  }
}

export function defineSync(name: string, work: (...args: unknown[]) => unknown): void {
  wx[name] = (...args: unknown[]) => {
    const entry = recordCall(name, args.length > 1 ? args : args[0])
    try {
      return mocked.has(name) ? callSync('mock', { name, args: plain(optionsOf(args[0])) }) : work(...args)
    } catch (error) {
      entry.failed = `${name}:fail ${messageOf(error)}`
      throw Object.assign(new Error(entry.failed), { errMsg: entry.failed })
    }
  }
}

/** Functions that need a person or a device: without a mock they fail, and the lack is listed. */
export function defineMockOnly(...names: string[]): void {
  for (const name of names) {
    defineAsync(name, () => {
      if (!stats.unmocked.includes(name)) stats.unmocked.push(name)
      throw new WxFailure(`no mock for ${name}`)
    })
  }
}

export function requireText(options: Options, key: string): string {
  const value = options[key]
  if (value === undefined || value === null) throw new WxFailure(`parameter error: parameter.${key} should be String instead of ${value === null ? 'Null' : 'Undefined'}`)
  return String(value)
}

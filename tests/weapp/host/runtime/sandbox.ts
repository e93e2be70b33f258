// Module loader and the globals that mini-program code sees. Browser globals are hidden, as in WeChat.
import { codeSpace, wrapHandlers, wrapMethods } from './space'
import { code, packageOf, recordError, recordWarning } from './state'

const ES_BUILTINS = [
  'Object', 'Array', 'Boolean', 'Number', 'String', 'Symbol', 'Math', 'JSON', 'Date', 'RegExp', 'Error', 'TypeError',
  'RangeError', 'SyntaxError', 'ReferenceError', 'EvalError', 'URIError', 'Promise', 'Proxy', 'Reflect', 'Map', 'Set',
  'WeakMap', 'WeakSet', 'ArrayBuffer', 'DataView', 'Int8Array', 'Uint8Array', 'Uint8ClampedArray', 'Int16Array', 'Uint16Array',
  'Int32Array', 'Uint32Array', 'Float32Array', 'Float64Array', 'parseInt', 'parseFloat', 'isNaN', 'isFinite',
  'encodeURIComponent', 'decodeURIComponent', 'encodeURI', 'decodeURI', 'escape', 'unescape', 'Infinity', 'NaN',
  'setTimeout', 'clearTimeout', 'setInterval', 'clearInterval',
]

/** Present in a browser, absent in WeChat's logic layer; Intl and BigInt are not on every phone. */
const HIDDEN = [
  'window', 'document', 'self', 'location', 'navigator', 'localStorage', 'sessionStorage', 'indexedDB', 'XMLHttpRequest',
  'fetch', 'history', 'frames', 'parent', 'top', 'URL', 'URLSearchParams', 'Blob', 'File', 'FileReader', 'FormData', 'Headers',
  'Request', 'Response', 'AbortController', 'AbortSignal', 'EventSource', 'WebSocket', 'Worker', 'SharedWorker', 'crypto', 'btoa',
  'atob', 'structuredClone', 'queueMicrotask', 'requestAnimationFrame', 'cancelAnimationFrame', 'requestIdleCallback', 'TextEncoder',
  'TextDecoder', 'Image', 'Audio', 'Event', 'CustomEvent', 'EventTarget', 'MutationObserver', 'IntersectionObserver', 'ResizeObserver',
  'HTMLElement', 'Element', 'Node', 'Document', 'DOMParser', 'XMLSerializer', 'MessageChannel', 'BroadcastChannel', 'postMessage',
  'alert', 'confirm', 'prompt', 'open', 'close', 'getComputedStyle', 'matchMedia', 'performance', 'caches', 'customElements', 'CSS',
  'screen', 'visualViewport', 'addEventListener', 'removeEventListener', 'dispatchEvent', 'setImmediate', 'clearImmediate', 'process',
  'Buffer', 'Intl', 'BigInt', '__host',
]

/** Function('return this')() gives undefined in WeChat; any other dynamic code is refused there. */
function dynamicCode(args: unknown[]): () => undefined {
  if (/^\s*(['"]use strict['"];)?\s*return this;?\s*$/.test(String(args.at(-1) ?? ''))) return () => undefined
  const error = new EvalError('the Function constructor is not available in a mini-program')
  recordError('dynamic code', error)
  throw error
}
const SafeFunction = new Proxy(Function, { construct: (_, args: unknown[]) => dynamicCode(args), apply: (_, __, args: unknown[]) => dynamicCode(args) })

function printable(value: unknown): string {
  if (value instanceof Error) return value.stack ?? value.message
  if (typeof value !== 'object' || value === null) return String(value)
  try {
    return JSON.stringify(value)
  } catch {
    return Object.prototype.toString.call(value)
  }
}
const line = (args: unknown[]): string => args.map(printable).join(' ').slice(0, 2000)
const print = (level: string) => (...args: unknown[]) => console.log(`[app ${level}]`, line(args))
const appConsole = {
  ...console,
  log: print('log'),
  info: print('info'),
  debug: print('debug'),
  warn(...args: unknown[]) {
    recordWarning(line(args))
    print('warn')(...args)
  },
  error(...args: unknown[]) {
    recordError('console', { message: line(args) })
    print('error')(...args)
  },
}

// Page, Component and Behavior register under the path being loaded, not under the file that calls them:
// Taro calls Component() from inside taro.js.
export const registered = new Set<string>()
let loadingPath = 'app'
export function withPath<T>(path: string, work: () => T): T {
  const previous = loadingPath
  loadingPath = path
  try {
    return work()
  } finally {
    loadingPath = previous
  }
}

type Definition = Record<string, unknown>
const isDefinition = (value: unknown): value is Definition => typeof value === 'object' && value !== null

function definePage(definition: Definition): void {
  registered.add(loadingPath)
  codeSpace.componentEnv(loadingPath, (env) => env.Page(wrapHandlers(definition)))
}
function defineComponent(definition: Definition): void {
  registered.add(loadingPath)
  const methods = isDefinition(definition.methods) ? wrapMethods(definition.methods) : {}
  codeSpace.componentEnv(loadingPath, (env) => env.Component({ ...definition, methods }))
}
const defineBehavior = (definition: Definition): unknown => codeSpace.componentEnv(loadingPath, (env) => env.Behavior(definition))

export const appInstance: Definition = { globalData: {} }

let names: string[] = []
let values: unknown[] = []

/** The phone's own clock, which need not be right. */
const clockOf = (aheadMs: number): DateConstructor =>
  new Proxy(Date, {
    construct: (clock, parts: unknown[]): object => (parts.length === 0 ? new clock(clock.now() + aheadMs) : Reflect.construct(clock, parts)),
    get: (clock, name): unknown => (name === 'now' ? () => clock.now() + aheadMs : Reflect.get(clock, name)),
  })

export function installGlobals(wx: object, getCurrentPages: () => unknown[], clockAheadMs = 0): void {
  const globals: Record<string, unknown> = {
    wx, App: (options: object) => Object.assign(appInstance, options), Page: definePage, Component: defineComponent, Behavior: defineBehavior,
    getApp: () => appInstance, getCurrentPages, global: {}, console: appConsole, Function: SafeFunction,
  }
  const appGlobal: Record<string, unknown> = { ...globals }
  for (const name of ES_BUILTINS) appGlobal[name] = Reflect.get(window, name)
  appGlobal.globalThis = appGlobal
  if (clockAheadMs !== 0) globals.Date = appGlobal.Date = clockOf(clockAheadMs)
  globals.globalThis = appGlobal
  for (const name of HIDDEN) globals[name] = undefined
  names = Object.keys(globals)
  values = Object.values(globals)
}

/** Path of a file named in another file; a leading '/' is the root of the package. */
export function resolvePath(from: string, target: string): string {
  return target.startsWith('/') ? target.slice(1) : new URL(target, `http://host/${from}`).pathname.slice(1)
}

const modules = new Map<string, { exports: unknown }>()

export function load(path: string): unknown {
  const known = modules.get(path)
  if (known) return known.exports
  if (!(path in code)) throw new Error(`module '${path}.js' is not defined`)
  const module = { exports: {} }
  modules.set(path, module)
  const file = (target: string): string => {
    const found = resolvePath(path, target).replace(/\.js$/, '')
    return !(found in code) && `${found}/index` in code ? `${found}/index` : found
  }
  const require = (target: string): unknown => {
    const found = file(target)
    const owner = packageOf(found)
    if (owner && owner !== packageOf(path)) throw new Error(`module '${found}.js' is not defined: it belongs to subpackage ${owner}`)
    return load(found)
  }
  require.async = async (target: string): Promise<unknown> => load(file(target))
  const run = new Function('module', 'exports', 'require', ...names, `${code[path]}\n//# sourceURL=weapp:///${path}.js`)
  run.call(undefined, module, module.exports, require, ...values)
  return module.exports
}

// The page runtime inside a jsdom window: no layout, no pictures, no system package; quick.
import { setMaxListeners } from 'node:events'
import { Script } from 'node:vm'
import { JSDOM, VirtualConsole, type DOMWindow } from 'jsdom'
import { runtimeScript } from '../compile/bundle'
import type { Bridge, PageConfig } from '../protocol'
import type { HostFunctions } from '../runtime/main'
import type { Engine, EngineInput, Returned } from './engine'
import { watchRejections } from './rejections'

const scripts = new Map<string, Script>()
/** Parsed once in a process: an app is launched many times. */
function scriptOf(name: string, text: string): Script {
  const known = scripts.get(text)
  if (known) return known
  const script = new Script(text, { filename: `weapp-host/${name}` })
  scripts.set(text, script)
  return script
}

/** The bridge of a window that is closed answers no more. */
function bridgeTo(services: EngineInput['services'], alive: AbortSignal): Bridge {
  const never = new Promise<string>(() => undefined)
  const whileAlive = async (reply: Promise<string>): Promise<string> => {
    const text = await reply
    return alive.aborted ? never : text
  }
  return {
    call: (name, args) => (alive.aborted ? never : whileAlive(services.call(name, args))),
    callSync: (name, args) => services.callSync(name, args),
    stream(name, args, onEvent) {
      const controller = new AbortController()
      const end = () => controller.abort()
      alive.addEventListener('abort', end)
      const reply = services.stream(name, args, (event) => !alive.aborted && onEvent(event), controller.signal)
      void reply.finally(() => alive.removeEventListener('abort', end))
      return { reply: whileAlive(reply), abort: () => controller.abort() }
    },
  }
}

const copy = <T>(value: T): T => (value === undefined ? value : JSON.parse(JSON.stringify(value)))

export class JsdomEngine implements Engine {
  readonly layout = false
  private window: DOMWindow | null = null
  private alive = new AbortController()

  private stopWatching: () => void = () => undefined

  private constructor(private readonly input: EngineInput, private readonly runtime: string) {}

  static async start(input: EngineInput): Promise<JsdomEngine> {
    return new JsdomEngine(input, await runtimeScript())
  }

  private host(): HostFunctions {
    if (!this.window) throw new Error('the mini-program is closed')
    const host: HostFunctions = Reflect.get(this.window, '__host')
    return host
  }

  async load(config: PageConfig): Promise<void> {
    this.unload()
    const virtualConsole = new VirtualConsole()
    if (this.input.verbose) virtualConsole.sendTo(console)
    const dom = new JSDOM('<!doctype html><meta charset="utf-8"><body></body>', { url: 'http://weapp.host/', runScripts: 'outside-only', pretendToBeVisual: true, virtualConsole })
    const { window } = dom
    const { width, height } = this.input.viewport
    this.window = window
    this.stopWatching = watchRejections(window, (reason) => this.host().recordError('rejection', reason))
    Object.assign(window, { innerWidth: width, innerHeight: height, matchMedia: () => ({ matches: false, addListener: () => undefined }) })
    Object.assign(window, { __CONFIG__: config, __BRIDGE__: bridgeTo(this.input.services, this.alive.signal) })
    const { wxss, templates, code } = this.input.compiled.scripts
    const context = dom.getInternalVMContext()
    for (const [name, text] of Object.entries({ wxss, templates, code, runtime: this.runtime })) scriptOf(name, text).runInContext(context)
    await this.settle()
  }

  private unload(): void {
    this.alive.abort()
    this.alive = new AbortController()
    setMaxListeners(0, this.alive.signal)
    this.stopWatching()
    this.window?.close()
    this.window = null
  }

  async call<K extends keyof HostFunctions>(name: K, ...args: Parameters<HostFunctions[K]>): Promise<Returned<K>> {
    // TypeScript cannot join the name with its own parameters over a union of functions.
    const run = this.host()[name] as (...args: Parameters<HostFunctions[K]>) => Returned<K> | Promise<Returned<K>>
    return copy(await run(...args))
  }

  async tap(finder: Parameters<HostFunctions['press']>[0], target: string): Promise<void> {
    await this.call('press', finder, target)
  }

  async type(target: string, value: string, how: { confirm: boolean; blur: boolean }): Promise<void> {
    await this.call('write', target, value, how)
  }

  async settle(): Promise<void> {
    const { window } = this
    if (window) await new Promise<void>((resolve) => window.requestAnimationFrame(() => setTimeout(resolve)))
  }

  shot(): Promise<void> {
    return Promise.reject(new Error('jsdom paints nothing: screenshots need the chromium engine'))
  }

  async close(): Promise<void> {
    this.unload()
  }
}

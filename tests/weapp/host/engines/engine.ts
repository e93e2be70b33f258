// What the driver needs of a browser, real or imitated.
import type { Compiled } from '../compile/compile'
import type { Services } from '../node/services'
import type { PageConfig } from '../protocol'
import type { Finder, HostFunctions } from '../runtime/main'

export interface EngineInput {
  dist: string
  compiled: Compiled
  services: Services
  viewport: { width: number; height: number }
  /** ms that a finger waits for what moves, is covered or disabled. */
  timeout: number
  /** Print the page's console. */
  verbose: boolean
}

export type Returned<K extends keyof HostFunctions> = Awaited<ReturnType<HostFunctions[K]>>

export interface Engine {
  readonly layout: boolean
  /** (Re)starts the app with a configuration; what ran before is gone. */
  load(config: PageConfig): Promise<void>
  /** Calls a function of runtime/main.ts; arguments and result are copied. */
  call<K extends keyof HostFunctions>(name: K, ...args: Parameters<HostFunctions[K]>): Promise<Returned<K>>
  /** Taps what the finder finds, as a finger would. */
  tap(finder: Finder, target: string): Promise<void>
  type(target: string, value: string, how: { confirm: boolean; blur: boolean }): Promise<void>
  /** Lets handlers, setData and rendering finish. */
  settle(): Promise<void>
  shot(file: string): Promise<void>
  close(): Promise<void>
}

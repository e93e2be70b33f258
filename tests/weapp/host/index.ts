// Runs a built mini-program (dist/weapp) and hands it to a test. See README.md.
import fs from 'node:fs'
import { compile, type Problem } from './compile/compile'
import { MiniProgram } from './driver'
import { ChromiumEngine } from './engines/chromium'
import type { EngineInput } from './engines/engine'
import { JsdomEngine } from './engines/jsdom'
import { VirtualFiles } from './node/files'
import { Network, type MapBaseUrl } from './node/network'
import { Services, type Mock } from './node/services'
import type { Device, LaunchOptions } from './protocol'

export { compile } from './compile/compile'
export { MiniProgram } from './driver'
export { chromiumIsThere, chromiumPath } from './engines/chromium'
export type { Stats } from './report'

export type EngineName = 'jsdom' | 'chromium'
/** The engine that the test runner asks for with WEAPP_ENGINE. */
export const engineWanted = (): EngineName => (process.env.WEAPP_ENGINE === 'chromium' ? 'chromium' : 'jsdom')

export interface OpenOptions {
  /** Default: WEAPP_ENGINE, else jsdom. */
  engine?: EngineName
  /** Where the app's server is: its origin, for every request, or {from: to} of prefixes. Only loopback is reachable. */
  mapBaseUrl?: MapBaseUrl
  mocks?: Record<string, Mock>
  storage?: Record<string, unknown>
  launch?: LaunchOptions
  viewport?: { width: number; height: number }
  device?: Partial<Device>
  timeout?: number
  verbose?: boolean
}

const DEVICE: Device = {
  platform: 'ios', system: 'iOS 17.0', brand: 'iPhone', model: 'iPhone X', SDKVersion: '3.5.0', version: '8.0.50',
  statusBarHeight: 44, safeBottom: 34, fontSizeSetting: 16,
}

export class CompileError extends Error {
  constructor(readonly problems: Problem[]) {
    super(`the build does not compile:\n${problems.map(({ tool, message }) => `${tool}: ${message}`).join('\n')}`)
  }
}

/** Starts the app; throws CompileError for a build that wcc, wcsc or glass-easel refuses. */
export async function openMiniProgram(folder: string, options: OpenOptions = {}): Promise<MiniProgram> {
  const dist = fs.realpathSync(folder)
  const compiled = compile(dist)
  const broken = compiled.problems.filter(({ level }) => level === 'error')
  if (broken.length > 0) throw new CompileError(broken)
  const files = new VirtualFiles(dist)
  const services = new Services(files, new Network(files, options.mapBaseUrl), new Map(Object.entries(options.mocks ?? {})), options.storage ?? {})
  const timeout = options.timeout ?? 5000
  const input: EngineInput = { dist, compiled, services, timeout, viewport: options.viewport ?? { width: 375, height: 812 }, verbose: options.verbose ?? false }
  const engine = (options.engine ?? engineWanted()) === 'chromium' ? await ChromiumEngine.start(input) : await JsdomEngine.start(input)
  const program = new MiniProgram(engine, services, { launch: options.launch ?? {}, device: { ...DEVICE, ...options.device }, timeout })
  try {
    await program.start()
  } catch (error) {
    await program.close()
    throw error
  }
  return program
}

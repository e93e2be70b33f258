import { createCore } from '../core/core'
import type { Core, CoreOptions, Env, Handlers, RecognitionDesk } from '../core/types'
import { handlers as realHandlers } from '../handlers'
import { seed as realSeed } from '../seed/seed'
import { createBank } from '../partners/bank'
import { createMemoryFiles } from '../store/memory-files'
import { createMemoryStore } from '../store/memory'
import type { FileStore, Store } from '../store/store'

/** Fixed SMS code of the test mode. */
export const TEST_SMS_CODE = '202507'

export interface EmbeddedOptions extends Partial<Pick<CoreOptions, 'faults' | 'limits'>> {
  /** Default: the real ones. */
  handlers?: Handlers
  /** Fills the empty store. Default: the real seed; null: stays empty. */
  seed?: ((store: Store, env: Env) => Promise<void>) | null
  /** Parts of the outside that differ: a fixed clock, test mode off, a log to watch. */
  env?: Partial<Env>
  /** Where pictures wait to be read, made for this store; missing: nobody reads. */
  recognition?(parts: { store: Store; files: FileStore; log(line: string): void }): RecognitionDesk
}
export interface Embedded {
  core: Core
  store: Store
  files: FileStore
  env: Env
}

/** The whole backend in memory, without any Node API: inside jest, and inside the app in demo builds. Test mode is on. */
export async function createEmbeddedCore({ handlers = realHandlers, seed = realSeed, env: differences, recognition, ...options }: EmbeddedOptions = {}): Promise<Embedded> {
  const env: Env = { wallMs: () => Date.now(), randomBytes, testMode: true, smsCode: TEST_SMS_CODE, log: (line) => console.error(line), bank: createBank(), ...differences }
  const store = createMemoryStore()
  const files = createMemoryFiles()
  if (recognition) env.recognition = recognition({ store, files, log: env.log })
  await seed?.(store, env)
  return { core: createCore({ store, files, env, handlers, ...options }), store, files, env }
}

/** The mini-program has no `crypto`; for made-up people in a demo build Math.random is enough. */
function randomBytes(count: number): Uint8Array {
  const bytes = new Uint8Array(count)
  if (typeof crypto !== 'undefined') return crypto.getRandomValues(bytes)
  return bytes.map(() => Math.floor(Math.random() * 256))
}

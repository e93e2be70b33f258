import { after, afterEach, before, beforeEach } from 'node:test'
import type { Browser, BrowserContextOptions } from 'playwright-core'
import { newPhone, type App } from './app'
import { startBackend, type TimedBackend } from './backend'
import { launchBrowser } from './browser'

/** What the tests of a file play on; there once the first of them begins. */
export interface Stage {
  readonly browser: Browser
  readonly backend: TimedBackend
  /** A member's phone with the app's address in reach, signed out. */
  phone(options?: BrowserContextOptions): Promise<App>
}

export interface StageOptions {
  /** A fresh backend for every test, instead of one for all. */
  each?: boolean
  /** What the backend holds besides its seed. */
  prepare?(backend: TimedBackend): Promise<unknown>
}

/** One browser for a file, or for the `describe` it is called in, and the backend. */
export function inChromium({ each = false, prepare }: StageOptions = {}): Stage {
  let browser: Browser | undefined
  let backend: TimedBackend | undefined
  const there = <T>(thing: T | undefined): T => {
    if (thing === undefined) throw new Error('only inside a test')
    return thing
  }
  const openBrowser = async (): Promise<void> => void (browser = await launchBrowser())
  const openBackend = async (): Promise<void> => {
    backend = await startBackend()
    await prepare?.(backend)
  }
  if (each) {
    before(openBrowser)
    beforeEach(openBackend)
    afterEach(() => backend?.close())
  } else {
    // One hook: those of a file do not wait for one another.
    before(async () => void (await openBrowser(), await openBackend()))
    after(() => backend?.close())
  }
  after(() => browser?.close())
  const stage: Stage = {
    get browser() {
      return there(browser)
    },
    get backend() {
      return there(backend)
    },
    phone: (options) => newPhone(stage.browser, stage.backend, options),
  }
  return stage
}

import { withParams } from '@/platform/address'
import { newPhone, signInAs, type App } from './app'
import type { Backend } from './backend'
import { lineTo, type Line } from './line'
import { until } from './until'
import type { Browser } from 'playwright-core'

export const NO_NETWORK = /ERR_INTERNET_DISCONNECTED|ERR_FAILED|ERR_CONNECTION|ERR_EMPTY_RESPONSE|ERR_NETWORK|ERR_SOCKET|503/

/** A phone with a service worker, at the end of a line that can be cut. */
export interface KeptApp {
  app: App
  line: Line
  /** Nothing comes through any more, to nobody. */
  cut(): Promise<void>
  mend(): Promise<void>
}

export async function keptApp(browser: Browser, backend: Backend, persona: string | null): Promise<KeptApp> {
  const line = await lineTo(backend.base)
  const app = await newPhone(browser, { ...backend, base: line.base }, { serviceWorkers: 'allow' })
  app.expectComplaint(NO_NETWORK)
  if (persona === null) await app.open('/')
  else await signInAs(app, persona)
  return {
    app, line,
    cut: async () => {
      line.cut()
      await app.page.context().setOffline(true)
    },
    mend: async () => {
      line.mend()
      await app.page.context().setOffline(false)
    },
  }
}

/** How many files of the app the phone lacks; undefined: nothing serves this page yet. */
export const missingFiles = ({ page }: App): Promise<number | undefined> =>
  page.evaluate(async () => {
    const worker = navigator.serviceWorker?.controller
    if (!worker) return undefined
    const { port1, port2 } = new MessageChannel()
    const told = new Promise<{ missing: string[] }>((resolve) => (port1.onmessage = ({ data }) => resolve(data)))
    worker.postMessage({ type: 'tell', script: '' }, [port2])
    return (await told).missing.length
  })

export const installed = (app: App): Promise<void> => until('the app is on the phone', async () => (await missingFiles(app)) === 0, 60_000)

/** Opens an address inside the app, as its own router does, without loading the document again. */
export const openInside = async ({ page }: App, path: string, params: Record<string, string> = {}): Promise<void> =>
  page.evaluate((url) => {
    // Past the app's own numbering (platform/overlays), which would take the event for one of its own entries.
    const at = Number(Reflect.get(Object(history.state), 'at') ?? 0) + 1
    History.prototype.pushState.call(history, { key: String(Math.random()), idx: history.length, at }, '', url)
    dispatchEvent(new PopStateEvent('popstate', { state: history.state }))
  }, withParams(path, params))

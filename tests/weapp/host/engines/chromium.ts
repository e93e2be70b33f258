// The page runtime in headless Chromium: layout, pictures, real mouse clicks, screenshots.
import fs from 'node:fs'
import { chromium, type Browser, type ElementHandle, type Page } from 'playwright-core'
import { runtimeScript, userAgentStyle } from '../compile/bundle'
import { toScript } from '../compile/compile'
import type { PageConfig } from '../protocol'
import type { Finder, HostFunctions } from '../runtime/main'
import type { Engine, EngineInput, Returned } from './engine'
import { startServer, type HostServer } from './server'

export const chromiumPath = (): string => process.env.CHROMIUM ?? '/usr/bin/chromium'
export const chromiumIsThere = (): boolean => fs.existsSync(chromiumPath())
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']

const HTML = `<!doctype html><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<link rel="icon" href="data:,"><link rel="stylesheet" href="/__host/user-agent.css"><body>
${['config', 'wxss', 'templates', 'code', 'runtime'].map((name) => `<script src="/__host/${name}.js"></script>`).join('\n')}
</body>`

export class ChromiumEngine implements Engine {
  readonly layout = true
  private constructor(private readonly browser: Browser, private readonly page: Page, private readonly server: HostServer, private readonly timeout: number, private readonly setConfig: (config: PageConfig) => void) {}

  static async start(input: EngineInput): Promise<ChromiumEngine> {
    const { compiled, viewport } = input
    const runtime = await runtimeScript()
    let config: PageConfig | null = null
    const server = await startServer({
      '/': () => HTML,
      '/__host/user-agent.css': userAgentStyle,
      '/__host/config.js': () => `window.__CONFIG__=${toScript(config)}`,
      '/__host/wxss.js': () => compiled.scripts.wxss,
      '/__host/templates.js': () => compiled.scripts.templates,
      '/__host/code.js': () => compiled.scripts.code,
      '/__host/runtime.js': () => runtime,
    }, input.dist, input.services)
    const browser = await chromium.launch({ executablePath: chromiumPath(), args: FLAGS })
    // No touch: Chromium would move taps to nearby form fields. glass-easel makes taps from the mouse.
    const context = await browser.newContext({ viewport, screen: viewport, deviceScaleFactor: 2 })
    await context.route((url) => url.origin !== server.origin, (route) => route.abort())
    const page = await context.newPage()
    if (input.verbose) page.on('console', (message) => console.log('[page]', message.text()))
    return new ChromiumEngine(browser, page, server, input.timeout, (next) => {
      config = next
    })
  }

  async load(config: PageConfig): Promise<void> {
    this.setConfig(config)
    await this.page.goto(this.server.origin)
    await this.page.waitForFunction(() => window.__host?.ready())
    await this.settle()
  }

  call<K extends keyof HostFunctions>(name: K, ...args: Parameters<HostFunctions[K]>): Promise<Returned<K>> {
    const run = ([key, given]: [K, Parameters<HostFunctions[K]>]) => {
      const host = window.__host[key] as (...args: Parameters<HostFunctions[K]>) => Returned<K>
      return host(...given)
    }
    return this.page.evaluate(run as (input: unknown) => Returned<K>, [name, args])
  }

  private async handle(finder: Finder, target: string): Promise<ElementHandle<HTMLElement>> {
    const handle = await this.page.evaluateHandle(([name, at]: [Finder, string]) => window.__host.find(name, at), [finder, target] as [Finder, string])
    const found = handle.asElement()
    if (!found) throw new Error(`no ${finder} at ${JSON.stringify(target)}`)
    return found
  }

  /** What is drawn anew between the look and the touch is looked for again: a finger meets what stands there now. */
  private async touch(finder: Finder, target: string, use: (handle: ElementHandle<HTMLElement>, timeout: number) => Promise<void>): Promise<ElementHandle<HTMLElement>> {
    const end = Date.now() + this.timeout
    for (;;) {
      const handle = await this.handle(finder, target)
      try {
        await use(handle, this.timeout)
        return handle
      } catch (error) {
        if (!/not attached/.test(String(error)) || Date.now() > end) throw error
      }
    }
  }

  async tap(finder: Finder, target: string): Promise<void> {
    await this.touch(finder, target, (handle, timeout) => handle.click({ timeout })).catch((error: Error) => {
      const why = error.message.split('\n').filter((line) => /intercepts|visible|enabled|Timeout|stable|attached|^no /.test(line)).slice(0, 3)
      throw new Error(`cannot tap ${JSON.stringify(target)}: ${why.join(' ')}`)
    })
  }

  async type(target: string, value: string, how: { confirm: boolean; blur: boolean }): Promise<void> {
    const handle = await this.touch('field', target, (field, timeout) => field.fill(value, { timeout }))
    if (how.confirm) await handle.press('Enter')
    if (how.blur) await handle.evaluate((field) => field.blur())
  }

  async settle(): Promise<void> {
    await this.page.evaluate(() => new Promise<void>((resolve) => setTimeout(() => requestAnimationFrame(() => setTimeout(resolve)), 20)))
  }

  async shot(file: string): Promise<void> {
    await this.page.screenshot({ path: file })
  }

  async close(): Promise<void> {
    await this.browser.close()
    await this.server.close()
  }
}

import puppeteer from 'puppeteer-core'
import { PHONE, type Engine, type Keeping } from './engine'
import { withStorage } from './storage-cases'

/** Firefox's own switches; it has none that fills the disk. */
const PREFS: Partial<Record<Keeping, Record<string, unknown>>> = {
  private: { 'browser.privatebrowsing.autostart': true },
  refused: { 'network.cookie.cookieBehavior': 2 },
}

export async function firefox(keeping: Keeping): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox', headless: true, executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr', defaultViewport: PHONE, env: { ...process.env, TZ: 'Asia/Shanghai' },
    extraPrefsFirefox: { 'intl.accept_languages': 'zh-CN', ...PREFS[keeping] },
  })
  const page = await browser.newPage()
  const made = PREFS[keeping] ? undefined : withStorage(keeping)
  if (made) await page.evaluateOnNewDocument(made)
  return {
    goto: async (url) => void (await page.goto(url, { waitUntil: 'domcontentloaded' })),
    ask: async <T>(expression: string) => (await page.evaluate(expression)) as T,
    drag: async ([first = [0, 0], ...rest]) => {
      await page.mouse.move(...first)
      await page.mouse.down()
      for (const point of rest) await page.mouse.move(...point)
      await page.mouse.up()
    },
    keys: (text) => page.keyboard.type(text),
    files: async (paths) => {
      const input = await page.$('input[type=file]')
      if (!input) throw new Error('no file input')
      await (input as unknown as { uploadFile(...paths: string[]): Promise<void> }).uploadFile(...paths)
    },
    close: () => browser.close(),
  }
}

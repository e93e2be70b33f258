import puppeteer from 'puppeteer-core'
import { PHONE, type Engine, type Keeping } from './engine'

/** In KB: so little that no photo finds room. */
const NO_ROOM = 64

/** Firefox's own switches. */
const PREFS: Record<Keeping, Record<string, unknown>> = {
  kept: {},
  private: { 'browser.privatebrowsing.autostart': true },
  refused: { 'network.cookie.cookieBehavior': 2 },
  full: { 'dom.quotaManager.temporaryStorage.fixedLimit': NO_ROOM },
}

export async function firefox(keeping: Keeping): Promise<Engine> {
  const browser = await puppeteer.launch({
    browser: 'firefox', headless: true, executablePath: process.env.FIREFOX ?? '/usr/bin/firefox-esr', defaultViewport: PHONE, env: { ...process.env, TZ: 'Asia/Shanghai' },
    extraPrefsFirefox: { 'intl.accept_languages': 'zh-CN', ...PREFS[keeping] },
  })
  const page = await browser.newPage()
  return {
    goto: async (url) => void (await page.goto(url)),
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

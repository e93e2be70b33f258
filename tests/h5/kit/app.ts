import assert from 'node:assert/strict'
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { texts as signIn } from '@/pages/sign-in/texts'
import { seedData } from '@mock/seed/persona-data'
import { api } from '@tests/builders/api'
import type { Backend } from './backend'
import { phone } from './browser'
import { httpCore } from './http-core'

/** A file as a phone hands it over. */
export interface PickedFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** The app in a browser, in the hands of somebody who reads, taps and types. Words are looked for only where they can be seen. */
export interface App {
  page: Page
  base: string
  /** Opens an address of the app as a link from outside would. */
  open(address: string): Promise<void>
  /** Waits for the heading of a page. */
  onPage(title: string): Promise<void>
  /** Waits for words. */
  sees(words: string | RegExp): Promise<void>
  /** By its whole name, or by the title of a row that has more words. */
  button(name: string | RegExp): Locator
  press(name: string | RegExp): Promise<void>
  tab(name: string): Promise<void>
  tick(name: string | RegExp): Promise<void>
  choose(name: string | RegExp): Promise<void>
  /** A switch, by the title of its row. */
  flip(name: string, on?: boolean): Promise<void>
  field(label: string): Locator
  type(label: string, text: string): Promise<void>
  /** Presses what opens the picker and hands it files. */
  pick(button: string | RegExp, files: PickedFile[]): Promise<void>
  /** A complaint of the browser that the test has provoked itself. */
  expectComplaint(pattern: RegExp): void
  /** @throws AssertionError where the browser or the server has complained */
  assertQuiet(): void
}

const PATIENCE_MS = 20_000
/** After so long the element is looked for anew. */
const CLICK_MS = 4_000

/** Looks for the element anew from time to time: a click keeps to the one that it has found, also when its page has gone below another. */
async function tap(locator: Locator): Promise<void> {
  const until = Date.now() + PATIENCE_MS
  for (;;) {
    try {
      return await locator.click({ timeout: CLICK_MS })
    } catch (error) {
      if (hasHappened(String(error))) return
      if (Date.now() > until) throw error
    }
  }
}

/** By the browser driver's own record: the click was on its way and nothing turned it back; only the busy page has not answered yet. */
const hasHappened = (record: string): boolean => record.lastIndexOf('performing click action') > record.lastIndexOf('retrying click action')

const beginning = (name: string): RegExp => new RegExp(`^${name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}( |$)`)

/** Pages that are being driven, oldest first. */
export const openApps = new Set<App>()

/** Drives one page of a context. Browser complaints are collected; see `assertQuiet`. */
export function drive(page: Page, backend: Backend): App {
  const complaints: string[] = []
  const expected: RegExp[] = []
  page.on('console', (message) => message.type() === 'error' && complaints.push(`${message.text()} ${message.location().url}`))
  page.on('pageerror', (error) => complaints.push(error.stack ?? error.message))

  // Pages below the one on the screen stay in the document; while the new one slides in, the old one can still be seen.
  const shown = (locator: Locator): Locator => locator.filter({ visible: true }).last()
  const button = (name: string | RegExp): Locator => shown(page.getByRole('button', { name: typeof name === 'string' ? beginning(name) : name }))
  const field = (label: string): Locator => shown(page.getByLabel(label, { exact: true }).and(page.locator('input, textarea')))
  const app: App = {
    page,
    base: backend.base,
    open: async (address) => void (await page.goto(backend.base + address)),
    onPage: (title) => shown(page.getByRole('heading', { name: title, level: 1, exact: true })).waitFor(),
    sees: (words) => shown(page.getByText(words)).waitFor(),
    button,
    press: (name) => tap(button(name)),
    tab: (name) => tap(shown(page.getByRole('link', { name, exact: true }))),
    tick: async (name) => {
      await tap(shown(page.getByRole('checkbox', { name })))
      await shown(page.getByRole('checkbox', { name, checked: true })).waitFor()
    },
    flip: async (name, on = true) => {
      const knob = shown(page.getByRole('switch', { name }))
      if ((await knob.getAttribute('aria-checked')) === String(on)) return
      await tap(knob)
      await shown(page.getByRole('switch', { name, checked: on })).waitFor()
    },
    choose: (name) => tap(shown(page.getByRole('radio', { name }))),
    field,
    type: (label, text) => field(label).fill(text),
    pick: async (name, files) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), app.press(name)])
      await chooser.setFiles(files)
    },
    expectComplaint: (pattern) => void expected.push(pattern),
    assertQuiet: () => {
      assert.deepEqual(complaints.filter((line) => !expected.some((pattern) => pattern.test(line))), [])
      assert.deepEqual(backend.complaints, [])
    },
  }
  page.setDefaultTimeout(PATIENCE_MS)
  openApps.add(app)
  page.on('close', () => openApps.delete(app))
  return app
}

/** Signs a persona in from the list of the test accounts and waits for the home page. */
export async function signInAs(app: App, personaId: string): Promise<void> {
  const persona = seedData.personas.find(({ id }) => id === personaId)
  if (!persona) throw new Error(`no persona ${personaId}`)
  await app.open('/')
  await app.onPage(signIn.welcome)
  await app.tick(signIn.agree)
  await app.press(new RegExp(`^${persona.name}`))
  await app.sees(/，您好$/)
}

/** The same phone a day later: its session lies in the storage, and no page is open yet. */
export async function hasSignedIn({ page, base }: App, personaId: string): Promise<void> {
  const { accessToken, refreshToken, account } = (await api(httpCore(base))('signIn', { body: { method: 'wechat', code: `test:${personaId}`, privacyVersion: '1.0' } })).ok()
  const kept = JSON.stringify({ state: { accessToken, refreshToken, account, turn: 1 }, version: 1 })
  await page.goto(`${base}/healthz`)
  // As Taro keeps what the platform's storage hands it.
  await page.evaluate(([key, data]) => localStorage.setItem(key ?? '', JSON.stringify({ data })), ['zsb:session', kept])
}

/** The app on a phone that has never seen it. */
export async function newPhone(browser: Browser, backend: Backend, options: BrowserContextOptions = {}): Promise<App> {
  const context = await browser.newContext({ ...phone, ...options })
  return drive(await context.newPage(), backend)
}

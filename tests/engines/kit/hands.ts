import assert from 'node:assert/strict'
import type { Page } from 'playwright-core'
import { texts as home } from '@/pages/home/texts'
import { texts as signIn } from '@/pages/sign-in/texts'
import { seedData } from '@mock/seed/persona-data'
import { padStrokes } from '@tests/builders/signature'
import type { Backend } from '../../h5/kit/backend'
import type { Engine, Point } from './engine'
import { look } from './look'

type Role = 'button' | 'link' | 'checkbox' | 'radio' | 'switch' | 'heading' | 'img' | 'field' | 'dialog'

/** The app in any browser, in the hands of somebody who reads, taps and types; the same words as `h5/kit/app.ts`. */
export interface Hands {
  engine: Engine
  base: string
  open(address: string): Promise<void>
  onPage(title: string): Promise<void>
  sees(words: string | RegExp): Promise<void>
  press(name: string | RegExp): Promise<void>
  tab(name: string): Promise<void>
  /** Back from page to page, as far as the tabs, and there to the first: without a reload. */
  home(): Promise<void>
  tick(name: string | RegExp): Promise<void>
  choose(name: string | RegExp): Promise<void>
  /** A switch, by the title of its row. */
  flip(name: string, on?: boolean): Promise<void>
  type(label: string, text: string): Promise<void>
  /** All of it at once, as from another app. */
  paste(label: string, text: string): Promise<void>
  /** A date: its control is the browser's own. */
  fill(label: string, value: string): Promise<void>
  value(label: string): Promise<string | null>
  /** Colour of what stands in a field. */
  ink(label: string): Promise<string | null>
  pick(button: string | RegExp, paths: readonly string[]): Promise<void>
  /** Signs with a mouse. */
  draw(label: string): Promise<void>
  /** Address of a picture, once there is one. */
  picture(label: string): Promise<string>
  has(words: string | RegExp): Promise<boolean>
  address(): Promise<string>
  screen(): Promise<string>
  assertQuiet(): Promise<void>
}

const PATIENCE_MS = 45_000
const wanted = (name: string | RegExp): string => JSON.stringify(typeof name === 'string' ? { is: name } : { pattern: name.source })

/** What the page itself complains of, from the moment it is there. */
const listen = `(window.__complaints = window.__complaints || (() => { const said = []; addEventListener('error', (event) => event.message && said.push(event.message)); addEventListener('unhandledrejection', (event) => said.push(String(event.reason))); return said })())`
/** The system's dialog is nobody's to close here: the input takes the files without it. */
const noDialog = `(HTMLInputElement.prototype.click = function () { if (this.type !== 'file') this.dispatchEvent(new MouseEvent('click')) })`

/** The page as builders know it that work in a browser. */
export const pageOf = (engine: Engine): Pick<Page, 'evaluate'> => ({ evaluate: (work: unknown, given: unknown) => engine.ask(`(${String(work)})(${JSON.stringify(given)})`) }) as Pick<Page, 'evaluate'>

export function handsOn(engine: Engine, backend: Pick<Backend, 'base' | 'complaints'>): Hands {
  async function until<T>(what: string, ask: () => Promise<T | null | undefined | false | ''>): Promise<T> {
    const end = Date.now() + PATIENCE_MS
    for (;;) {
      const answer = await ask().catch((error: unknown) => {
        // A page that is being left answers nothing.
        if (Date.now() > end) throw error
        return undefined
      })
      if (answer !== undefined && answer !== null && answer !== false && answer !== '') return answer
      if (Date.now() > end) throw new Error(`not met: ${what}`)
      await new Promise((resolve) => setTimeout(resolve, 150))
    }
  }
  const ask = <T>(expression: string): Promise<T> => engine.ask<T>(`(window.__look || ${look}, ${listen}, ${expression})`)
  const tap = async (role: Role, name: string | RegExp): Promise<void> =>
    void (await until(`${role} «${String(name)}»`, async () => {
      const at = await ask<Point | null>(`__look.point('${role}', ${wanted(name)})`)
      if (!at) return false
      await engine.drag([at])
      // A page that has been left by the tap answers nothing.
      return engine.ask<boolean>('window.__look ? __look.met() : true').catch(() => true)
    }))
  const checked = async (role: Role, name: string | RegExp, on = true): Promise<void> => {
    const is = (): Promise<boolean> => ask<boolean>(`__look.state('${role}', ${wanted(name)}, 'aria-checked') === '${on}'`)
    await until(`${role} «${String(name)}»`, () => ask<boolean>(`__look.find('${role}', ${wanted(name)})`))
    if (await is()) return
    await tap(role, name)
    await until(`«${String(name)}» ${on ? 'on' : 'off'}`, is)
  }
  const into = async (label: string, text: string, put: () => Promise<unknown>): Promise<void> => {
    await tap('field', label)
    await until(`field «${label}»`, () => ask<boolean>(`__look.empty(${wanted(label)})`))
    await put()
    await until(`«${text}» in «${label}»`, async () => (await hands.value(label))?.replace(/[, ]/g, '') === text.replace(/[, ]/g, ''))
  }
  const hands: Hands = {
    engine,
    base: backend.base,
    open: (address) => engine.goto(backend.base + address),
    onPage: async (title) => void (await until(`page «${title}»`, () => ask<boolean>(`__look.find('heading', ${wanted(title)})`))),
    sees: async (words) => void (await until(`words «${String(words)}»`, () => hands.has(words))),
    has: (words) => ask<boolean>(`__look.words(${wanted(words)})`),
    press: (name) => tap('button', name),
    tab: (name) => tap('link', name),
    tick: (name) => checked('checkbox', name),
    home: async () => {
      await until('the tabs', async () => {
        if (await ask<boolean>(`__look.find('link', ${wanted(home.title)})`)) return true
        await hands.press('返回')
        return false
      })
      await hands.tab(home.title)
    },
    choose: (name) => checked('radio', name),
    flip: (name, on) => checked('switch', name, on),
    type: (label, text) => into(label, text, () => engine.keys(text)),
    paste: (label, text) => into(label, text, () => ask(`document.execCommand('insertText', false, ${JSON.stringify(text)})`)),
    fill: async (label, value) => void (await until(`field «${label}»`, () => ask<boolean>(`__look.fill(${wanted(label)}, ${JSON.stringify(value)})`))),
    value: (label) => ask<string | null>(`__look.value(${wanted(label)})`),
    ink: (label) => ask<string | null>(`__look.ink(${wanted(label)})`),
    pick: async (button, paths) => {
      await ask(`(${noDialog}, true)`)
      await hands.press(button)
      await until('a file input', () => ask<boolean>(`Boolean(document.querySelector('input[type=file]'))`))
      await engine.files(paths)
    },
    draw: async (label) => {
      const pad = await until(`pad «${label}»`, () => ask<{ x: number; y: number } | null>(`__look.place('img', ${wanted(label)})`))
      for (const stroke of padStrokes) await engine.drag(stroke.map(([x, y]) => [pad.x + x, pad.y + y] as const))
      assert.equal(await ask<string>('__look.selected()'), '', 'drawing selects no text')
    },
    picture: (label) => until(`picture «${label}»`, () => ask<string>(`__look.image('img', ${wanted(label)})`)),
    address: () => ask<string>('location.href'),
    screen: () => ask<string>('__look.screen()'),
    assertQuiet: async () => {
      assert.deepEqual(await ask<string[]>('window.__complaints'), [])
      assert.deepEqual(backend.complaints, [])
    },
  }
  return hands
}

/** @throws what went wrong, and with it what stood on the screen */
export async function withScreen(hands: () => Hands | undefined, work: () => Promise<void>): Promise<void> {
  try {
    await work()
  } catch (error) {
    if (error instanceof Error) error.stack = `${error.stack ?? error.message}\n${await hands()?.screen().catch(String)}`
    throw error
  }
}

/** Signs a persona in from the list of the test accounts, on the way to a page. */
export async function signInAs(hands: Hands, personaId: string, at: string): Promise<void> {
  const persona = seedData.personas.find(({ id }) => id === personaId)
  if (!persona) throw new Error(`no persona ${personaId}`)
  await hands.open(at)
  await hands.onPage(signIn.welcome)
  await hands.tick(signIn.agree)
  await hands.press(new RegExp(`^${persona.name}`))
}

import { chromium73 } from './chromium-73'
import { firefox } from './firefox'
import { webkit } from './webkit'

/** What a test can do with any browser: everything else is asked of the page itself, in `hands.ts`. */
export interface Engine {
  goto(url: string): Promise<void>
  /** Value of an expression in the page, as plain data; a promise is waited for. */
  ask<T>(expression: string): Promise<T>
  /** A mouse, at points of the window: pressed at the first, moved over the others, let go at the last. */
  drag(points: readonly Point[]): Promise<void>
  /** Keys, into whatever has the focus. */
  keys(text: string): Promise<void>
  /** Hands files to the page's file input. */
  files(paths: readonly string[]): Promise<void>
  close(): Promise<void>
}
export type Point = readonly [x: number, y: number]

/** How the browser keeps things. `private`: as in a private window; `refused`: cookies and site data are off; `full`: no room is left. */
export type Keeping = 'kept' | 'private' | 'refused' | 'full'

export const PHONE = { width: 390, height: 844 }

const engines = { webkit, firefox, chromium73 } as const
export type EngineName = keyof typeof engines

/** The engine that the environment names (`ENGINE`). */
export const engineName = (): EngineName => {
  const name = process.env.ENGINE ?? 'webkit'
  if (!(name in engines)) throw new Error(`ENGINE=${name}: one of ${Object.keys(engines).join(', ')}`)
  return name as EngineName
}
export const openEngine = (keeping: Keeping): Promise<Engine> => engines[engineName()](keeping)

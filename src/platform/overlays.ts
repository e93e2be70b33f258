import { focusNow, giveFocus } from './focus'
import type { Overlay } from './overlays.types'

export type { Overlay }

/**
 * What lies over the pages, undermost first. On H5 each has one entry of the browser's history, with the address of its page and a mark: Back
 * takes that entry and closes what is on top, and the router never hears of it. Twin: overlays.weapp.ts.
 */
const overlays: Overlay[] = []

/** Where this entry stands among those of the app, where the one of its page does, and how many of ours lie between. */
let position = 0
let page = 0
let entries = 0
/** We have asked for a step back; what wants to leave the page waits. */
let moving: ReturnType<typeof setTimeout> | undefined
const waiting: (() => void)[] = []

const POSITION = 'at'
const MARK = 'over'
const LOST_MS = 1_000

const numberIn = (state: unknown, name: string): number => (typeof state === 'object' && state !== null ? Number(Reflect.get(state, name) ?? 0) : 0)

function look(): void {
  position = numberIn(history.state, POSITION)
  entries = numberIn(history.state, MARK)
  page = position - entries
}

/** Lays it on top; its focus is for the caller to set. Returns how to take it away, which gives the focus back to `before`. */
export function openOverlay(overlay: Overlay, before = focusNow()): () => void {
  overlays.push(overlay)
  void Promise.resolve().then(settle)
  return () => {
    const at = overlays.indexOf(overlay)
    if (at >= 0) overlays.splice(at, 1)
    void Promise.resolve().then(settle)
    if (!focusNow()) giveFocus(before)
  }
}

export { focusNow }

/** Whether something lies over the page. */
export const isCovered = (): boolean => overlays.length > 0

/** Closes everything, because another page comes. Resolves when the history is as if nothing had been open; undefined where nothing is. */
export function closeOverlays(): Promise<void> | undefined {
  if (overlays.length === 0 && entries === 0) return undefined
  overlays.splice(0).reverse().forEach(({ close }) => close())
  return new Promise((resolve) => {
    waiting.push(resolve)
    settle()
  })
}

/**
 * Goes to the app's first entry of the history without a word to the router, which must then put another page there: who leaves everything behind
 * leaves nothing to go back to. After `closeOverlays`; undefined where this is the first one.
 */
export function toFirstEntry(): Promise<void> | undefined {
  if (position === 0 || moving !== undefined) return undefined
  return new Promise((resolve) => {
    waiting.push(resolve)
    goBack(position)
  })
}

function goBack(steps: number): void {
  moving = setTimeout(arrived, LOST_MS)
  history.go(-steps)
}

/** Makes the history follow what is open. */
function settle(): void {
  if (moving !== undefined) return
  try {
    for (let over = entries + 1; over <= overlays.length; over += 1) history.pushState({ ...Object(history.state), [MARK]: over }, '')
  } catch {
    // A browser that takes no more entries: everything but Back closes it.
  }
  if (entries > overlays.length) goBack(entries - overlays.length)
  else waiting.splice(0).forEach((go) => go())
}

/** The step is done, or the browser never says so. */
function arrived(): void {
  clearTimeout(moving)
  moving = undefined
  entries = Math.min(entries, overlays.length)
  settle()
}

function onPop(event: PopStateEvent): void {
  const before = page
  look()
  if (moving !== undefined) {
    event.stopImmediatePropagation()
    return arrived()
  }
  // The way back of the member: within what lies over the page, or to another page, which closes all of it.
  const ours = page === before
  if (ours) event.stopImmediatePropagation()
  overlays.slice(ours ? entries : 0).reverse().forEach(({ close }) => close())
  // In a turn of its own: what was closed has gone by then, and what may not be closed gets its entry again.
  setTimeout(settle)
}

/** Every entry knows its place; the router's own numbers do not survive `toFirstEntry`. */
function numberEntries(): void {
  const [push, put] = [history.pushState.bind(history), history.replaceState.bind(history)]
  history.pushState = (state, unused, url) => {
    push({ ...Object(state), [POSITION]: position + 1 }, unused, url)
    look()
  }
  history.replaceState = (state, unused, url) => {
    put({ ...Object(state), [POSITION]: position }, unused, url)
    look()
  }
}

function onKey(event: KeyboardEvent): void {
  const top = overlays[overlays.length - 1]
  const box = top && document.getElementById(top.boxId)
  if (!box || (event.key !== 'Escape' && event.key !== 'Tab')) return
  if (event.key === 'Escape') {
    event.preventDefault()
    return top.close()
  }
  const inside = [...box.querySelectorAll<HTMLElement>('input, textarea, button, [tabindex="0"]')]
  const ends = [inside[0] ?? box, inside[inside.length - 1] ?? box]
  const [first, last] = event.shiftKey ? ends.reverse() : ends
  if (document.activeElement === last || !box.contains(document.activeElement)) {
    event.preventDefault()
    first?.focus()
  }
}

if (typeof window !== 'undefined') {
  look()
  numberEntries()
  // Before the router starts, so that it is asked first.
  window.addEventListener('popstate', onPop, true)
  window.addEventListener('keydown', onKey)
  // A reload with something open: its entry goes, as it has.
  settle()
}

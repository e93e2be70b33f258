/** The page stack of the Taro stub: what navigateTo and its kin do, and who listens. */
export interface RouteEntry {
  /** Grows with every page opened, so that the same path opened twice is two pages. */
  id: number
  /** Path with a leading slash, without the query. */
  path: string
  /** As they stood in the address, encoded: so do both routers. */
  params: Record<string, string>
}

let stack: RouteEntry[] = []
let count = 0
const listeners = new Set<(top: RouteEntry) => void>()

function entryOf(url: string): RouteEntry {
  const { pathname, search } = new URL(url, 'http://app.local/')
  const pairs = search.slice(1).split('&').filter(Boolean)
  return { id: ++count, path: pathname, params: Object.fromEntries(pairs.map((pair) => [pair.split('=')[0], pair.split('=').slice(1).join('=')])) }
}

const addressOf = ({ path, params }: RouteEntry): string => {
  const query = Object.entries(params).map(([name, value]) => `${name}=${value}`).join('&')
  return query ? `${path}?${query}` : path
}

/** The page on top; a blank one before the first navigation. */
export function topRoute(): RouteEntry {
  return stack[stack.length - 1] ?? { id: 0, path: '/', params: {} }
}

/** All open pages, oldest first. */
export const openRoutes = (): readonly RouteEntry[] => stack

export function onRoute(listener: (top: RouteEntry) => void): () => void {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

function change(next: RouteEntry[]): void {
  stack = next
  const top = topRoute()
  history.replaceState(null, '', addressOf(top))
  for (const listener of [...listeners]) listener(top)
}

/** WeChat's limit; the real API fails beyond it. */
export const MAX_PAGES = 10

export function push(url: string): void {
  if (stack.length >= MAX_PAGES) throw new Error(`navigateTo:fail webview count limit exceed`)
  change([...stack, entryOf(url)])
}
export const replaceTop = (url: string): void => change([...stack.slice(0, -1), entryOf(url)])
export const replaceAll = (url: string): void => change([entryOf(url)])
export const pop = (delta: number): void => change(stack.slice(0, Math.max(1, stack.length - delta)))

export function resetRoutes(): void {
  stack = []
  history.replaceState(null, '', '/')
  listeners.clear()
}

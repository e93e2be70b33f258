/** Page hooks of the Taro stub: effects of the component that stands for the page. */
import { createContext, useContext, useEffect, useRef, useState } from 'react'
import { onRoute, topRoute, type RouteEntry } from './taro-routes'

/** Gives pages kept alive below the top their own route; without it a page takes the route on top when it mounts. */
export const RouteContext = createContext<RouteEntry | null>(null)

function usePageRoute(): RouteEntry {
  const [atMount] = useState(topRoute)
  return useContext(RouteContext) ?? atMount
}

export function useRouter(): { path: string; params: Record<string, string>; $taroPath: string } {
  const { path, params } = usePageRoute()
  return { path, params, $taroPath: path }
}

/** Always the newest callback, without running the effect again. */
function useLatest<T>(value: T): { current: T } {
  const latest = useRef(value)
  latest.current = value
  return latest
}

export function useLoad(callback: (params: Record<string, string>) => void): void {
  const route = usePageRoute()
  const latest = useLatest(callback)
  useEffect(() => latest.current(route.params), [latest, route.params])
}

function useOnce(callback: () => void): void {
  const latest = useLatest(callback)
  useEffect(() => latest.current(), [latest])
}
export const useReady = useOnce
export const useLaunch = useOnce

/** At first, and each time the page comes back to the top or the app to the front. */
export function useDidShow(callback: () => void): void {
  const route = usePageRoute()
  const latest = useLatest(callback)
  useEffect(() => {
    let onTop = true
    latest.current()
    const offRoute = onRoute((top) => {
      if (top.id === route.id && !onTop) latest.current()
      onTop = top.id === route.id
    })
    const offShow = listen('show', () => latest.current())
    return () => [offRoute, offShow].forEach((off) => off())
  }, [latest, route.id])
}

export function useDidHide(callback: () => void): void {
  const route = usePageRoute()
  const latest = useLatest(callback)
  useEffect(() => {
    const offRoute = onRoute((top) => top.id !== route.id && latest.current())
    const offHide = listen('hide', () => latest.current())
    return () => [offRoute, offHide].forEach((off) => off())
  }, [latest, route.id])
}

export function useUnload(callback: () => void): void {
  const latest = useLatest(callback)
  useEffect(() => () => latest.current(), [latest])
}

type Happening = 'show' | 'hide' | 'pullDown' | 'reachBottom' | 'share' | 'scroll'
const heard = new Map<Happening, Set<(detail: unknown) => unknown>>()

function listen(what: Happening, callback: (detail: unknown) => unknown): () => void {
  const set = heard.get(what) ?? new Set()
  heard.set(what, set.add(callback))
  return () => void set.delete(callback)
}

/** Lets it happen to every page that listens; gives what they returned. */
export const happen = (what: Happening, detail: unknown = {}): unknown[] => [...(heard.get(what) ?? [])].map((callback) => callback(detail))

const hook = (what: Happening) =>
  function useHappening(callback: (detail: unknown) => unknown): void {
    const latest = useLatest(callback)
    useEffect(() => listen(what, (detail) => latest.current(detail)), [latest])
  }
export const usePullDownRefresh = hook('pullDown')
export const useReachBottom = hook('reachBottom')
export const useShareAppMessage = hook('share')
export const usePageScroll = hook('scroll')

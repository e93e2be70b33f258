/** Subscribes to one browser event; returns how to stop. Outside a browser nothing ever happens. */
const listen = (target: EventTarget | undefined, event: string, fn: () => void): (() => void) => {
  target?.addEventListener(event, fn)
  return () => target?.removeEventListener(event, fn)
}
const windowTarget = (): EventTarget | undefined => (typeof window === 'undefined' ? undefined : window)
const documentTarget = (): Document | undefined => (typeof document === 'undefined' ? undefined : document)

/** False only where the device knows that it has no network; true does not promise an answer. */
export const isOnline = (): boolean => typeof navigator === 'undefined' || navigator.onLine !== false

/** Hears of each change. Returns how to stop. Fits TanStack's `onlineManager.setEventListener`. */
export function onNetworkChange(fn: (online: boolean) => void): () => void {
  const offs = [listen(windowTarget(), 'online', () => fn(true)), listen(windowTarget(), 'offline', () => fn(false))]
  return () => offs.forEach((off) => off())
}

/** The app comes to the front (not at its start). Returns how to stop. Fits TanStack's `focusManager`. */
export const onAppShow = (fn: () => void): (() => void) => listen(documentTarget(), 'visibilitychange', () => documentTarget()?.visibilityState === 'visible' && fn())

/** The app goes to the background; WeChat ends open requests 5 s later. Returns how to stop. */
export const onAppHide = (fn: () => void): (() => void) => listen(documentTarget(), 'visibilitychange', () => documentTarget()?.visibilityState === 'hidden' && fn())

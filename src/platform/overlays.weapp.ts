import type { Overlay } from './overlays.types'

export type { Overlay }

/**
 * See overlays.ts. In WeChat a page that something lies over shows a `page-container` (ui/back-guard), which takes the way back in the page's
 * place. WeChat's own dialogs and pictures lie above all that and close by themselves.
 */
const overlays: Overlay[] = []
const watching = new Set<() => void>()
const waiting: (() => void)[] = []

/** A container that has not said within this time that it has gone holds nothing up. */
const LEAVES_MS = 300

const tell = (): void => watching.forEach((hear) => hear())

export function openOverlay(overlay: Overlay): () => void {
  overlays.push(overlay)
  tell()
  return () => {
    const at = overlays.indexOf(overlay)
    if (at < 0) return
    overlays.splice(at, 1)
    tell()
  }
}

/** Resolves when no container stands in the way: one that does would be closed by `navigateBack` in place of the page. */
export function closeOverlays(): Promise<void> | undefined {
  if (overlays.length === 0) return undefined
  overlays.splice(0).reverse().forEach(({ close }) => close())
  tell()
  return new Promise((resolve) => {
    waiting.push(resolve)
    setTimeout(resolve, LEAVES_MS)
  })
}

/** A mini-program moves no focus. */
export const focusNow = (): null => null

/** WeChat's stack goes as a whole. */
export const toFirstEntry = (): Promise<void> | undefined => undefined

/** What lies on top of this page. */
export const topOverlay = (page: string): Overlay | undefined => overlays.filter((overlay) => overlay.page === page).pop()

/** The container of a page has gone. */
export const containerLeft = (): void => waiting.splice(0).forEach((go) => go())

/** Calls `hear` whenever something opens or closes. */
export function onOverlays(hear: () => void): () => void {
  watching.add(hear)
  return () => void watching.delete(hear)
}

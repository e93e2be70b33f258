import { useContext, useEffect, useRef } from 'react'
import { focusNow, openOverlay } from '@/platform/overlays'
import { takeFocus } from './a11y'
import { PageInstance } from './page-instance'

/**
 * Whatever lies over a page calls this while it is `open`: Back, Escape and every change of page then close it by `onClose`, Tab stays inside the
 * element with the id `boxId`, which takes the focus, and what opened it gets the focus back.
 */
export function useOverlay(open: boolean, boxId: string, onClose: () => void): void {
  const { id: page } = useContext(PageInstance)
  const latest = useRef(onClose)
  latest.current = onClose
  // Before it is drawn: what opened it may go as it comes.
  const before = useRef<ReturnType<typeof focusNow>>(null)
  const was = useRef(false)
  if (open && !was.current) before.current = focusNow()
  was.current = open
  useEffect(() => {
    if (!open) return undefined
    const close = openOverlay({ close: () => latest.current(), boxId, page }, before.current)
    takeFocus(boxId)
    return close
  }, [open, boxId, page])
}

import { useEffect, useRef } from 'react'
import { catchFocus, focusHeading, focusIn, focusNow, giveFocus } from '@/platform/focus'
import { useDidHide, useDidShow } from '@/platform/lifecycle'
import { pageStands } from '@/platform/navigation'
import { isCovered } from '@/platform/overlays'

/** Longer than Taro's slide, ms. */
const SLID_MS = 400

/**
 * A page comes: the document has its title, and the heading with the id `headingId` the focus, so that a screen reader says where one is; it comes
 * back: the focus goes to the row by which it was left. Twin: arrival.weapp.ts.
 */
export function useArrival(headingId: string, title: string): void {
  const shown = useRef(true)
  const left = useRef<Element | null>(null)
  const latest = useRef(title)
  latest.current = title
  useEffect(pageStands, [])
  useEffect(() => catchFocus(headingId), [headingId])
  const take = (): void => {
    if (!shown.current || isCovered() || focusIn(headingId)) return
    if (left.current) giveFocus(left.current)
    else focusHeading(headingId)
  }
  // One that takes the place of another while its page is on the screen is shown no more than it was.
  useEffect(() => {
    const timer = setTimeout(() => focusNow() ?? take())
    return () => clearTimeout(timer)
  }, [])
  useEffect(() => {
    if (shown.current) document.title = title
  }, [title])
  useDidShow(() => {
    shown.current = true
    // Taro hides the page below when the slide of the next one ends, also where one has come back to it meanwhile: it would stay blank.
    setTimeout(() => {
      if (!shown.current) return
      document.getElementById(headingId)?.closest('.taro_page')?.classList.remove('taro_page_shade')
      // What is hidden takes no focus.
      if (!focusNow()) take()
    }, SLID_MS)
    // The router writes the title of its own table after this.
    setTimeout(() => {
      if (!shown.current) return
      document.title = latest.current
      take()
    })
  })
  useDidHide(() => {
    shown.current = false
    left.current = focusIn(headingId)
  })
}

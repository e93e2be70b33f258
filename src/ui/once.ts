import { useEffect, useRef, useState } from 'react'
import { press, type PressProps } from './a11y'

/**
 * What a tap starts. Hand the promise back: from the tap on, before anything is drawn anew, further taps on the same thing are ignored until
 * it has settled, and it shows and says that it is at work. What only changes the screen hands back nothing.
 */
export type Act = () => unknown

const isPromise = (value: unknown): value is Promise<unknown> => typeof value === 'object' && value !== null && typeof Reflect.get(value, 'then') === 'function'

/** Props for what acts, and whether it is at work. Every primitive that acts is pressed through this. */
export function useOnce(act: Act): { busy: boolean; press: PressProps } {
  const [busy, setBusy] = useState(false)
  const running = useRef(false)
  const mounted = useRef(true)
  useEffect(() => {
    mounted.current = true
    return () => {
      mounted.current = false
    }
  }, [])
  const end = (): void => {
    running.current = false
    if (mounted.current) setBusy(false)
  }
  const once = (): void => {
    if (running.current) return
    const going = act()
    if (!isPromise(going)) return
    running.current = true
    setBusy(true)
    // What a page has not caught goes on as it would have without this.
    void going.then(end, (error: unknown) => {
      end()
      throw error
    })
  }
  return { busy, press: press(once) }
}

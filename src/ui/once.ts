import { useEffect, useRef, useState } from 'react'
import { press, type PressProps } from './a11y'

/** A sign that goes sooner is not seen: what fails again in the same words would look like a dead tap, ms. */
const SIGN_MS = 400

/**
 * What a tap starts. Hand the promise back: from the tap on, before anything is drawn anew, further taps on the same thing are ignored until
 * it has settled, and it shows and says that it is at work; long enough to be seen. What only changes the screen hands back nothing.
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
  const taps = useRef(0)
  const once = (): void => {
    if (running.current) return
    const going = act()
    if (!isPromise(going)) return
    running.current = true
    taps.current += 1
    const tap = taps.current
    setBusy(true)
    const seen = new Promise((resolve) => setTimeout(resolve, SIGN_MS))
    // What a page has not caught goes on as it would have without this.
    void Promise.resolve(going).finally(() => {
      running.current = false
      void seen.then(() => mounted.current && tap === taps.current && setBusy(false))
    })
  }
  return { busy, press: press(once) }
}

import { useRef } from 'react'

/** Runs one thing at a time: a second tap before the first has ended does nothing, even before the button shows that it is busy. */
export function useSingleFlight(): (work: () => Promise<void>) => Promise<void> {
  const busy = useRef(false)
  return async (work) => {
    if (busy.current) return
    busy.current = true
    try {
      await work()
    } finally {
      busy.current = false
    }
  }
}

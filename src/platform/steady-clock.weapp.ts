let passed = 0
let last = Date.now()

/** See steady-clock.ts. WeChat has no such clock: a step back of the phone's counts for nothing. Asked often, as a countdown does, no more than a moment is lost. */
export function steadyNow(): number {
  const now = Date.now()
  passed += Math.max(0, now - last)
  last = now
  return passed
}

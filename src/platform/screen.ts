/** The part of the Screen Wake Lock API that is used (Chrome 84, Safari 16.4). */
interface Lock {
  release(): Promise<void>
}

/**
 * Keeps the screen awake and, in the mini-program, at full brightness (a browser cannot). Returns how to undo it; call
 * that when leaving. Does what the device can, never throws, never rejects.
 */
export function brighten(): () => void {
  const wakeLock: { request(type: 'screen'): Promise<Lock> } | undefined = typeof navigator === 'undefined' ? undefined : navigator.wakeLock
  if (!wakeLock) return () => undefined
  let active = true
  let lock: Lock | undefined
  const release = () => {
    void lock?.release().catch(() => undefined)
    lock = undefined
  }
  // The browser drops the lock when the page is hidden: ask again when it comes back.
  const ask = async () => {
    if (!active || document.visibilityState !== 'visible') return
    try {
      lock = await wakeLock.request('screen')
      if (!active) release()
    } catch {
      // Low battery or a policy: the screen behaves as always.
    }
  }
  const onVisibility = () => void ask()
  document.addEventListener('visibilitychange', onVisibility)
  void ask()
  return () => {
    active = false
    document.removeEventListener('visibilitychange', onVisibility)
    release()
  }
}

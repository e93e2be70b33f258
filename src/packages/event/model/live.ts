import { useCallback, useEffect, useRef, useState } from 'react'
import { useDidHide } from '@/platform/lifecycle'
import { canScanLive, scanLive } from '@/platform/scan-live'

/** A code in view is seen several times a second; only after it was gone this long it counts as shown again, ms. */
const GONE_MS = 3_000

/** The browser's camera in the element with the id `containerId`, open until it is closed: each new code is read once, without a tap. */
export function useLive(containerId: string, read: (text: string) => boolean, fail: (error: unknown) => void) {
  const [open, setOpen] = useState(false)
  const [several, setSeveral] = useState(false)
  const latest = useRef({ read, fail })
  latest.current = { read, fail }
  // Behind another page, and in the background, the camera has nothing to look at.
  useDidHide(() => setOpen(false))
  useEffect(() => {
    if (!open) return undefined
    let stop = (): void => undefined
    let gone = false
    let last = { text: '', atMs: 0 }
    const giveUp = (error: unknown): void => {
      setOpen(false)
      latest.current.fail(error)
    }
    scanLive({
      containerId,
      onCodes: ([code, ...others]) => {
        setSeveral(others.length > 0)
        if (!code || others.length > 0) return
        const nowMs = Date.now()
        const fresh = code.text !== last.text || nowMs - last.atMs > GONE_MS
        if (!fresh || latest.current.read(code.text)) last = { text: code.text, atMs: nowMs }
      },
      onLost: (why) => (why === undefined ? setOpen(false) : giveUp(why)),
    }).then((end) => {
      stop = end
      if (gone) stop()
    }, (error: unknown) => !gone && giveUp(error))
    return () => {
      gone = true
      stop()
    }
  }, [open, containerId])
  const close = useCallback(() => setOpen(false), [])
  return { can: canScanLive(), open, several, start: () => setOpen(true), close }
}

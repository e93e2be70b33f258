import { filmInto, hasCameraStream } from './camera-stream'
import { fetchCode } from './code'
import type { LiveScan } from './scan-live.types'
import { detectNatively } from './scan-native'
import type { FoundCode } from './scan.types'

export type { LiveScan }

/** Between two looks, ms: quick enough for a hand that moves, and the phone stays cool. */
const PAUSE_MS = 120

/** Quick to look through, and enough for a code. */
const FRAME = { width: 1280, height: 720 }

export const canScanLive = hasCameraStream

/**
 * Shows the camera and reads codes until the returned function is called (leave no page without).
 * @throws DeviceError DENIED; UNSUPPORTED (no camera, or it is in use); CANCELLED (the page went meanwhile)
 */
export async function scanLive({ containerId, onCodes, onLost }: LiveScan): Promise<() => void> {
  let stopped = false
  const { video, stop } = await filmInto({
    containerId,
    ideal: FRAME,
    onLost: () => {
      stopped = true
      onLost()
    },
  })
  const look = async (): Promise<void> => {
    let codes: FoundCode[] = []
    try {
      if (!document.hidden) codes = await codesIn(video)
    } catch (error) {
      if (!stopped) end(error)
    }
    if (stopped) return
    if (codes.length > 0) onCodes(codes)
    setTimeout(() => void look(), PAUSE_MS)
  }
  const end = (why?: unknown): void => {
    stopped = true
    stop()
    if (why !== undefined) onLost(why)
  }
  void look()
  return () => end()
}

/** @throws DeviceError NOT_LOADED */

async function codesIn(video: HTMLVideoElement): Promise<FoundCode[]> {
  const frame = { source: video, width: video.videoWidth, height: video.videoHeight }
  if (frame.width === 0) return []
  const seen = await detectNatively(frame)
  if (seen) return seen
  const { codesOnFrame } = await fetchCode(() => import('./qr-photo'))
  try {
    return codesOnFrame(frame)
  } catch {
    return [] // a frame that cannot be read: the next one may be
  }
}

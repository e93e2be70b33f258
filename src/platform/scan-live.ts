import { filmInto, hasCameraStream } from './camera-stream'
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
    const codes = document.hidden ? [] : await codesIn(video)
    if (stopped) return
    if (codes.length > 0) onCodes(codes)
    setTimeout(() => void look(), PAUSE_MS)
  }
  void look()
  return () => {
    stopped = true
    stop()
  }
}

async function codesIn(video: HTMLVideoElement): Promise<FoundCode[]> {
  const frame = { source: video, width: video.videoWidth, height: video.videoHeight }
  if (frame.width === 0) return []
  const seen = await detectNatively(frame)
  if (seen) return seen
  try {
    const { codesOnFrame } = await import('./qr-photo')
    return codesOnFrame(frame)
  } catch {
    return [] // the decoder did not load: the next look asks for it again
  }
}

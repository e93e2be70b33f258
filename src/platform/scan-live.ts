import { DeviceError, deviceErrorFrom } from './device-error'
import type { LiveScan } from './scan-live.types'
import { detectNatively } from './scan-native'
import type { FoundCode } from './scan.types'

export type { LiveScan }

/** Between two looks, ms: quick enough for a hand that moves, and the phone stays cool. */
const PAUSE_MS = 120

/** True where the page can show the camera's picture itself: needs https, and is missing in old WeChat on iOS. */
export const canScanLive = (): boolean => typeof navigator !== 'undefined' && typeof navigator.mediaDevices?.getUserMedia === 'function'

/**
 * Shows the camera and reads codes until the returned function is called (leave no page without).
 * @throws DeviceError DENIED; UNSUPPORTED (no camera, or it is in use); CANCELLED (the page went meanwhile)
 */
export async function scanLive({ containerId, onCodes, onLost }: LiveScan): Promise<() => void> {
  const stream = await openCamera()
  const video = document.createElement('video')
  let stopped = false
  const stop = (): void => {
    stopped = true
    stream.getTracks().forEach((track) => track.stop())
    video.remove()
  }
  const container = document.getElementById(containerId)
  if (!container) {
    stop()
    throw new DeviceError('CANCELLED', 'scan: the page has gone')
  }
  // Both are needed, or iOS takes the picture full screen.
  video.muted = true
  video.setAttribute('playsinline', '')
  video.setAttribute('aria-hidden', 'true')
  // Here and not in a style sheet: Taro's build takes `video` there for its own component.
  Object.assign(video.style, { display: 'block', width: '100%', height: '100%', objectFit: 'cover' })
  video.srcObject = stream
  container.append(video)
  stream.getTracks().forEach((track) =>
    track.addEventListener('ended', () => {
      if (stopped) return
      stop()
      onLost()
    }),
  )
  try {
    await video.play()
  } catch (error) {
    stop()
    throw deviceErrorFrom('camera', error)
  }
  const look = async (): Promise<void> => {
    const codes = document.hidden ? [] : await codesIn(video)
    if (stopped) return
    if (codes.length > 0) onCodes(codes)
    setTimeout(() => void look(), PAUSE_MS)
  }
  void look()
  return stop
}

async function openCamera(): Promise<MediaStream> {
  if (!canScanLive()) throw new DeviceError('UNSUPPORTED', 'camera: no getUserMedia')
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: 'environment', width: { ideal: 1280 }, height: { ideal: 720 } } })
  } catch (error) {
    const refused = error instanceof Error && /NotAllowed|Security/.test(error.name)
    throw new DeviceError(refused ? 'DENIED' : 'UNSUPPORTED', `camera: ${String(error)}`)
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

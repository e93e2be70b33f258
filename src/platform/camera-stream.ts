import { DeviceError, deviceErrorFrom } from './device-error'

/** The browser's camera as a picture in the page (H5 only): what scan-live.ts and camera.ts share. */
export interface Filming {
  /** Id of the element that the picture goes into. */
  containerId: string
  /** Size to ask for; the browser gives the nearest that the camera has. */
  ideal: { width: number; height: number }
  /** The camera was taken away (a call, another app). */
  onLost(): void
}

/** True where the page can show the camera's picture itself: needs https, and is missing in old WeChat on iOS. */
export const hasCameraStream = (): boolean => typeof navigator !== 'undefined' && typeof navigator.mediaDevices?.getUserMedia === 'function'

/**
 * Shows the camera's picture until `stop` is called (leave no page without).
 * @throws DeviceError DENIED; UNSUPPORTED (no camera, or it is in use); CANCELLED (the page went meanwhile)
 */
export async function filmInto({ containerId, ideal, onLost }: Filming): Promise<{ video: HTMLVideoElement; stop: () => void }> {
  const stream = await openStream(ideal)
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
    throw new DeviceError('CANCELLED', 'camera: the page has gone')
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
  return { video, stop }
}

async function openStream({ width, height }: Filming['ideal']): Promise<MediaStream> {
  if (!hasCameraStream()) throw new DeviceError('UNSUPPORTED', 'camera: no getUserMedia')
  try {
    return await navigator.mediaDevices.getUserMedia({ audio: false, video: { facingMode: 'environment', width: { ideal: width }, height: { ideal: height } } })
  } catch (error) {
    const refused = error instanceof Error && /NotAllowed|Security/.test(error.name)
    throw new DeviceError(refused ? 'DENIED' : 'UNSUPPORTED', `camera: ${String(error)}`)
  }
}

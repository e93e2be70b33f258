import { filmInto, hasCameraStream } from './camera-stream'
import type { CameraWanted, LiveCamera, Shot } from './camera.types'
import { DeviceError } from './device-error'
import { LONGEST_SIDE } from './image.types'

export type { CameraWanted, LiveCamera, Shot }

/** Of a phone held upright the box shows a part 1920 px wide: more than the 1600 that are sent, and twelve million points a picture would only make phones hot. */
const SHARP = { width: 2560, height: 1920 }
/** First of two compressions (prepareImage has the second): it must not be seen. */
const FINE = 0.92

/** True where the app can show the camera inside its page; elsewhere `pickImages` opens the system's. */
export const hasCamera = hasCameraStream

/**
 * Opens the back camera inside the page until `stop` is called. No ImageCapture.takePhoto: some phones take seconds for it, or never answer.
 * @throws DeviceError DENIED; UNSUPPORTED (no camera, or it is in use); CANCELLED (the page went meanwhile)
 */
export async function openCamera({ containerId, onLost }: CameraWanted): Promise<LiveCamera> {
  const { video, stop } = await filmInto({ containerId, ideal: SHARP, onLost })
  return { take: () => still(video), stop }
}

async function still(video: HTMLVideoElement): Promise<Shot> {
  const seen = seenPart({ width: video.videoWidth, height: video.videoHeight }, video.getBoundingClientRect())
  const canvas = document.createElement('canvas')
  const scale = Math.min(1, LONGEST_SIDE / Math.max(seen.width, seen.height))
  canvas.width = Math.round(seen.width * scale)
  canvas.height = Math.round(seen.height * scale)
  const context = canvas.getContext('2d')
  if (!context || seen.width === 0 || seen.height === 0) throw new DeviceError('FAILED', 'camera: no picture yet')
  context.imageSmoothingQuality = 'high'
  context.drawImage(video, seen.left, seen.top, seen.width, seen.height, 0, 0, canvas.width, canvas.height)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', FINE))
  if (!blob) throw new DeviceError('FAILED', 'camera: no photo')
  return { file: { blob, name: '照片.jpg', size: blob.size, mime: 'image/jpeg' }, src: URL.createObjectURL(blob) }
}

interface Size {
  width: number
  height: number
}

/** Pixels of the film that a box shows which it covers (`object-fit: cover`). */
export function seenPart(film: Size, box: Size): Size & { left: number; top: number } {
  const scale = Math.max(box.width / film.width, box.height / film.height)
  if (!(scale > 0) || !Number.isFinite(scale)) return { left: 0, top: 0, ...film }
  const [width, height] = [Math.min(film.width, Math.round(box.width / scale)), Math.min(film.height, Math.round(box.height / scale))]
  return { left: Math.round((film.width - width) / 2), top: Math.round((film.height - height) / 2), width, height }
}

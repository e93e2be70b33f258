import { DeviceError } from './device-error'
import { pickImages } from './pick'
import { decodeUpright, drawScaled, type Decoded } from './picture'

interface Detector {
  detect(source: CanvasImageSource): Promise<{ rawValue: string }[]>
}
declare const BarcodeDetector: { new (options: { formats: string[] }): Detector } | undefined

async function detectNatively(picture: Decoded): Promise<string | undefined> {
  if (typeof BarcodeDetector === 'undefined') return undefined
  try {
    const [found] = await new BarcodeDetector({ formats: ['qr_code'] }).detect(picture.source)
    return found?.rawValue || undefined
  } catch {
    return undefined
  }
}

/** 1024 px finds nearly all codes; 1600 px the small ones on a large poster. */
const SIDES = [1024, 1600]

async function detectByJsqr(picture: Decoded): Promise<string | undefined> {
  const { default: jsqr } = await import('jsqr')
  for (const side of SIDES) {
    const drawn = drawScaled(picture, side)
    if (!drawn) return undefined
    const { width, height } = drawn.canvas
    const found = jsqr(drawn.context.getImageData(0, 0, width, height).data, width, height)
    if (found?.data) return found.data
    if (Math.max(width, height) < side) return undefined
  }
  return undefined
}

/**
 * The text of one QR code: live camera in WeChat, on H5 a photo from camera or album.
 * Call it directly in the tap handler, before any `await`.
 * @throws DeviceError CANCELLED; UNREADABLE (no code on the photo, or no picture); DENIED
 */
export async function scanCode(): Promise<string> {
  // Without `capture` a phone offers both camera and album.
  const [photo] = await pickImages({ source: 'album', count: 1 })
  const picture = photo?.blob && (await decodeUpright(photo.blob))
  if (!picture) throw new DeviceError('UNREADABLE', 'scan: not a picture')
  try {
    const text = (await detectNatively(picture)) ?? (await detectByJsqr(picture))
    if (!text) throw new DeviceError('UNREADABLE', 'scan: no code found')
    return text
  } finally {
    picture.close()
  }
}

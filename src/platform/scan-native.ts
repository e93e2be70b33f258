import type { Drawable } from './picture'
import type { FoundCode } from './scan.types'

interface Detected {
  rawValue: string
  boundingBox: DOMRectReadOnly
}
declare const BarcodeDetector: { new (options: { formats: string[] }): { detect(source: CanvasImageSource): Promise<Detected[]> } } | undefined

/** QR codes by the browser's own detector (Chrome on Android); undefined where it has none, or the detector fails. */
export async function detectNatively({ source, width, height }: Drawable): Promise<FoundCode[] | undefined> {
  if (typeof BarcodeDetector === 'undefined') return undefined
  try {
    const found = await new BarcodeDetector({ formats: ['qr_code'] }).detect(source)
    return found.map(({ rawValue, boundingBox: { x, y, width: w, height: h } }) => ({ text: rawValue || '\ufffd', x: (x + w / 2) / width, y: (y + h / 2) / height }))
  } catch {
    return undefined
  }
}

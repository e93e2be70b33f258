/** Decoding and drawing of pictures in a browser (H5 only). */
export interface Drawable {
  source: CanvasImageSource
  width: number
  height: number
}
export interface Decoded extends Drawable {
  close(): void
}

/** An element that tells nothing for so long has given up without saying so, ms: the file then goes as it is. */
const NO_ANSWER = 15_000

function decodeByElement(blob: Blob): Promise<Decoded | undefined> {
  return new Promise((resolve) => {
    const src = URL.createObjectURL(blob)
    const image = new Image()
    const close = () => URL.revokeObjectURL(src)
    const give = (decoded: Decoded | undefined): void => {
      clearTimeout(limit)
      if (!decoded) close()
      resolve(decoded)
    }
    const limit = setTimeout(() => give(undefined), NO_ANSWER)
    image.onload = () => give({ source: image, width: image.naturalWidth, height: image.naturalHeight, close })
    image.onerror = () => give(undefined)
    image.src = src
  })
}

/** Browsers that know `image-orientation` also draw an `<img>` upright; older ones would turn the photo and lose the mark. */
const drawsUpright = (): boolean => typeof CSS !== 'undefined' && typeof CSS.supports === 'function' && CSS.supports('image-orientation', 'from-image')

/** The picture upright, or undefined where this browser cannot decode it (HEIC outside Safari) or not keep it upright. */
export async function decodeUpright(blob: Blob): Promise<Decoded | undefined> {
  if (typeof createImageBitmap === 'function') {
    try {
      const bitmap = await createImageBitmap(blob, { imageOrientation: 'from-image' })
      return { source: bitmap, width: bitmap.width, height: bitmap.height, close: () => bitmap.close() }
    } catch {
      // Safari before 15 and Chrome before 81 refuse the option: try the element.
    }
  }
  return drawsUpright() ? decodeByElement(blob) : undefined
}

/**
 * The picture as its pixels lie in the file, where this browser cannot turn it (Chrome before 81): good for looking for codes, which have no
 * upright, and for making it small; whoever keeps it has to keep its mark (exif-orientation.ts) too.
 */
export const decodeAsItLies = decodeByElement

/** Draws with the long side at most `longest` px, on white (JPEG knows no transparency). */
export function drawScaled(picture: Decoded, longest: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } | undefined {
  const scale = Math.min(1, longest / Math.max(picture.width, picture.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(picture.width * scale))
  canvas.height = Math.max(1, Math.round(picture.height * scale))
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.fillStyle = '#fff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture.source, 0, 0, canvas.width, canvas.height)
  return { canvas, context }
}

import { JUDGED_SIDE, photoQuality, type PhotoQuality } from '@/domain/photo-quality'
import { orientationOf, withOrientation } from './exif-orientation'
import { asJpegName, isPicture } from './file-kinds'
import type { PickedFile } from './files.types'
import { JPEG_QUALITY, LONGEST_SIDE, SMALL_ENOUGH } from './image.types'
import { decodeAsItLies, decodeUpright, drawScaled, type Decoded } from './picture'

/** Metadata stands before the pixels, within the first 64 KB segment or two. */
const headOf = async (blob: Blob): Promise<Uint8Array> => new Uint8Array(await new Response(blob.slice(0, 131_072)).arrayBuffer())

function hasExif(head: Uint8Array): boolean {
  for (let i = 0; i < head.length - 5; i++) {
    if (head[i] === 0x45 && head[i + 1] === 0x78 && head[i + 2] === 0x69 && head[i + 3] === 0x66 && head[i + 4] === 0 && head[i + 5] === 0) return true
  }
  return false
}

/**
 * A photo ready to travel: upright, long side at most 1600 px, JPEG, without EXIF (place, device). A browser that
 * cannot turn it makes it small as it lies and leaves the mark by which the server turns it. PNG and WebP become
 * JPEG as well. A small JPEG without EXIF is left alone; a PDF, and whatever this browser cannot decode (HEIC), passes
 * through: the server judges. `quality` says whether it can be read, where this browser gives pixels. Never throws.
 */
export async function prepareImage(picked: PickedFile): Promise<PickedFile> {
  if (!picked.blob || !isPicture(picked.mime)) return picked
  const upright = await decodeUpright(picked.blob)
  const picture = upright ?? (await decodeAsItLies(picked.blob))
  if (!picture) return picked
  try {
    const head = await headOf(picked.blob)
    const orientation = upright ? 1 : orientationOf(head)
    const fits = Math.max(picture.width, picture.height) <= LONGEST_SIDE && picked.size <= SMALL_ENOUGH
    const quality = judge(picture)
    if (fits && picked.mime === 'image/jpeg' && !hasExif(head)) return { ...picked, quality }
    const drawn = drawScaled(picture, LONGEST_SIDE)
    const pixels = drawn && (await new Promise<Blob | null>((resolve) => drawn.canvas.toBlob(resolve, 'image/jpeg', JPEG_QUALITY)))
    const blob = pixels && orientation > 1 ? withOrientation(pixels, orientation) : pixels
    return blob ? { blob, name: asJpegName(picked.name), size: blob.size, mime: 'image/jpeg', quality } : picked
  } catch {
    return picked
  } finally {
    picture.close()
  }
}

/** A second, smaller drawing: what is judged must not depend on how large the photo is. */
function judge(picture: Decoded): PhotoQuality | undefined {
  try {
    const drawn = drawScaled(picture, JUDGED_SIDE)
    return drawn && photoQuality(drawn.context.getImageData(0, 0, drawn.canvas.width, drawn.canvas.height))
  } catch {
    return undefined
  }
}

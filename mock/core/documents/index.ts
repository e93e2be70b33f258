import type { CleanPdf } from '../types'
import { Damaged } from './bytes'
import { foreignZh } from './foreign'
import { stripJpeg } from './jpeg'
import type { Picture } from './picture'
import { stripPng } from './png'
import { sniff } from './sniff'
import { stripWebp } from './webp'

export type Inspection =
  | { ok: true; mime: string; sanitised: Uint8Array; width?: number; height?: number }
  /** `wordsZh` where the code's own words would not help enough. */
  | { ok: false; code: 'FILE_TYPE_UNSUPPORTED' | 'FILE_HEIC_UNSUPPORTED' | 'FILE_DAMAGED' | 'FILE_TOO_LARGE'; wordsZh?: string }

const ENCRYPTED_ZH = '这份PDF设有密码，无法打开，请取消密码后再传，或截图后上传。'
const DAMAGED_PDF_ZH = '这份PDF不完整或已损坏，请重新导出，或截图后上传。'
const BOMB_PDF_ZH = '这份PDF展开后过大，无法接收，请重新导出，或截图后上传。'
const EMPTY_ZH = '文件是空的，请重新拍照或选择文件。'
/** Pixels of a picture, stored or not: whoever looks at it unpacks them all (A). Phones make 12 to 50 million, the largest 200. */
const MOST_PIXELS = 64_000_000
const hugeZh = ({ width, height }: Picture): string => `这张图片的尺寸过大（${width}×${height}），无法打开，请重新拍照，或截图后上传。`

/**
 * Looks at the bytes of an uploaded file (never at its name) and removes what they tell beside the picture: place, time, device,
 * author. Pixels stay byte for byte; orientation stays. The file's name in the file store is the sha256 of the ORIGINAL bytes.
 * @param cleanPdf `env.cleanPdf`; without it PDFs are not taken
 */
export async function inspectFile(bytes: Uint8Array, cleanPdf?: CleanPdf): Promise<Inspection> {
  if (bytes.length === 0) return { ok: false, code: 'FILE_DAMAGED', wordsZh: EMPTY_ZH }
  const mime = sniff(bytes)
  switch (mime) {
    case 'image/jpeg':
      return strip(mime, stripJpeg, bytes)
    case 'image/png':
      return strip(mime, stripPng, bytes)
    case 'image/webp':
      return strip(mime, stripWebp, bytes)
    case 'image/heic':
      return { ok: false, code: 'FILE_HEIC_UNSUPPORTED' }
    case 'application/pdf':
      return cleanPdf ? inspectPdf(await cleanPdf(bytes)) : { ok: false, code: 'FILE_TYPE_UNSUPPORTED' }
    case undefined:
      return { ok: false, code: 'FILE_TYPE_UNSUPPORTED', wordsZh: foreignZh(bytes) }
  }
}

function strip(mime: string, stripper: (bytes: Uint8Array) => Picture, bytes: Uint8Array): Inspection {
  try {
    const picture = stripper(bytes)
    if (picture.width * picture.height > MOST_PIXELS) return { ok: false, code: 'FILE_TOO_LARGE', wordsZh: hugeZh(picture) }
    return { ok: true, mime, ...picture }
  } catch (error) {
    if (error instanceof Damaged) return { ok: false, code: 'FILE_DAMAGED' }
    throw error
  }
}

function inspectPdf(cleaned: Awaited<ReturnType<CleanPdf>>): Inspection {
  if (cleaned === 'TOO_LARGE') return { ok: false, code: 'FILE_TOO_LARGE', wordsZh: BOMB_PDF_ZH }
  if (cleaned === 'ENCRYPTED') return { ok: false, code: 'FILE_DAMAGED', wordsZh: ENCRYPTED_ZH }
  if (cleaned === 'DAMAGED') return { ok: false, code: 'FILE_DAMAGED', wordsZh: DAMAGED_PDF_ZH }
  return { ok: true, mime: 'application/pdf', sanitised: cleaned }
}

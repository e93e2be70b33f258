import { isDeviceError } from '@/platform/device-error'
import type { Exchanged } from '@/platform/exchange'
import { keepLocal } from '@/platform/local-file'
import { isOnline } from '@/platform/network'
import { foreignError, networkError } from './api-error'
import { partSize, refusalOf, signed } from './line'

/** Wait before the nth try on a line that brought nothing, ms; then the member has to ask again. */
const AGAIN_MS = [500, 2_000, 5_000]
/** Files of which a beginning is kept in memory: asked for again, they go on where they were. */
const HALF = 2

interface Begun {
  parts: ArrayBuffer[]
  got: number
  total: number
  etag: string | undefined
  mime: string
}
const begun = new Map<string, Begun>()
const nothing = (): Begun => ({ parts: [], got: 0, total: Number.POSITIVE_INFINITY, etag: undefined, mime: '' })

/**
 * Fetches a file with the login header, in parts: what has arrived is not fetched again after a cut.
 * @param onProgress bytes here and bytes of the whole file
 * @returns an address, see `releaseLocal` @throws DeviceError, ApiError
 */
export async function download(url: string, onProgress?: (got: number, total: number) => void): Promise<string> {
  const file = begun.get(url) ?? nothing()
  begun.delete(url)
  begun.set(url, file)
  for (const oldest of [...begun.keys()].slice(0, Math.max(0, begun.size - HALF))) begun.delete(oldest)
  for (let failed = 0; file.got < file.total; ) {
    try {
      take(file, await signed({ method: 'GET', url, headers: { Range: `bytes=${file.got}-${file.got + partSize() - 1}`, ...(file.etag && { 'If-Range': file.etag }) } }))
      failed = 0
      onProgress?.(file.got, file.total)
    } catch (error) {
      const wait = AGAIN_MS[failed]
      if (wait === undefined || !isOnline() || !(isDeviceError(error, 'OFFLINE') || isDeviceError(error, 'TIMEOUT'))) throw error
      failed += 1
      await new Promise((resolve) => setTimeout(resolve, wait))
    }
  }
  begun.delete(url)
  return keepLocal(file.parts, file.mime)
}

/** A server that knows no parts, or has another file by now, answers with all of it. @throws ApiError */
function take(file: Begun, answer: Exchanged): void {
  if (answer.status < 200 || answer.status > 299) throw refusalOf(answer)
  if (isPage(answer)) throw foreignError()
  const [, from = '', total = ''] = /^bytes (\d+)-\d+\/(\d+)$/.exec(answer.header('content-range') ?? '') ?? []
  const fits = answer.status === 206 && from !== '' && Number(from) === file.got
  if (answer.status === 206 && !fits) throw networkError()
  file.parts = fits ? [...file.parts, answer.bytes] : [answer.bytes]
  file.got = file.parts.reduce((sum, part) => sum + part.byteLength, 0)
  file.total = fits ? Number(total) : file.got
  file.etag = answer.header('etag')
  file.mime = (answer.header('content-type') ?? '').split(';')[0] ?? ''
}

/** A web page: no picture and no PDF begins with a bracket, whatever a portal calls its own. */
function isPage({ header, bytes }: Exchanged): boolean {
  const [first] = new Uint8Array(bytes.slice(0, 64)).filter((byte) => byte > 32)
  return first === 0x3c || /^text\/html/i.test(header('content-type') ?? '')
}

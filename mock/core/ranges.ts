import { sha256Hex } from './hash'
import type { CoreRequest, CoreResponse } from './types'

/**
 * A file in parts, so that a thin line need not begin again (RFC 9110, one range): `Range: bytes=0-65535` is answered 206 with what it
 * asks for, `If-Range` with another etag, or a range that nobody understands, with all of it.
 */
export function inRange({ headers: asked }: CoreRequest, answer: CoreResponse): CoreResponse {
  const { bytes, status } = answer
  if (!bytes || status !== 200) return answer
  const etag = `"${sha256Hex(bytes).slice(0, 32)}"`
  const whole = { ...answer, headers: { ...answer.headers, etag, 'accept-ranges': 'bytes' } }
  const [, first = '', last = ''] = /^bytes=(\d{1,12})-(\d{0,12})$/.exec(asked.range ?? '') ?? []
  if (first === '' || (asked['if-range'] !== undefined && asked['if-range'] !== etag)) return whole
  const from = Number(first)
  const to = Math.min(last === '' ? bytes.length - 1 : Number(last), bytes.length - 1)
  if (from > to) return whole
  return { ...whole, status: 206, headers: { ...whole.headers, 'content-range': `bytes ${from}-${to}/${bytes.length}` }, bytes: bytes.slice(from, to + 1) }
}

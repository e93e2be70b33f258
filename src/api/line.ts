import { bytesOf } from '@/platform/bytes'
import { isDeviceError } from '@/platform/device-error'
import { apiBase } from '@/platform/env'
import { exchange, type Exchange, type Exchanged } from '@/platform/exchange'
import type { PickedFile } from '@/platform/files'
import { useLine } from '@/state/line-store'
import { answerOf } from './answer'
import { errorFromProblem, isRefusal, networkError } from './api-error'
import { call, heldToken, pathOf, renew } from './call'

/** Bytes of one part. The next one is chosen by how long the last one took. */
export const PART = { least: 8 * 1024, first: 128 * 1024, most: 256 * 1024 }
/** ms: a part that took longer shows a slow line, one that took less a good one. */
const SLOW_MS = 4_000
const GOOD_MS = 1_500
/** Bytes a millisecond: below this a photo takes ten seconds, and a PDF minutes. */
const SLOW_RATE = 50
/** How often a file may be begun anew within one try. */
const ANEW = 3

let size = PART.first

/** How large the next part should be. */
export const partSize = (): number => size

/** A part has gone through: the next one may be larger, or has to be smaller. */
function went(bytes: number, ms: number): void {
  if (ms > SLOW_MS || (ms > GOOD_MS && bytes / ms < SLOW_RATE)) {
    useLine.setState({ slow: true })
    if (ms > 2 * SLOW_MS) size = Math.max(PART.least, Math.floor(size / 2))
  } else if (ms < GOOD_MS) {
    if (bytes >= PART.first / 2) useLine.setState({ slow: false })
    size = Math.min(PART.most, size * 2)
  }
}

/** Nothing of a part has arrived: the next one is much smaller, so that it gets through before the line breaks again. */
function broke(error: unknown): void {
  if (isDeviceError(error, 'TIMEOUT')) useLine.setState({ slow: true })
  if (isDeviceError(error, 'TIMEOUT') || isDeviceError(error, 'OFFLINE')) size = Math.max(PART.least, Math.floor(size / 4))
}

const textOf = (bytes: ArrayBuffer): string => {
  const codes = Array.from(new Uint8Array(bytes), (byte) => `%${byte.toString(16).padStart(2, '0')}`)
  try {
    return decodeURIComponent(codes.join(''))
  } catch {
    return ''
  }
}

/** What the server says against it. @throws ApiError */
export function refusalOf({ status, bytes }: Exchanged): Error {
  return errorFromProblem(status, textOf(bytes))
}

/**
 * One exchange with the login header, once more after renewing it.
 * @param stillMine throws where the session has become another account's: bytes must never travel with its token
 * @throws DeviceError, ApiError where renewing is refused
 */
export async function signed(asked: Exchange, stillMine: () => void = () => undefined): Promise<Exchanged> {
  const send = async (token: string | null): Promise<Exchanged> => {
    stillMine()
    const began = Date.now()
    try {
      const answer = await exchange({ ...asked, headers: { ...asked.headers, ...(token ? { Authorization: `Bearer ${token}` } : {}) } })
      if (answer.status < 300) went(Math.max(asked.body?.byteLength ?? 0, answer.bytes.byteLength), Date.now() - began)
      return answer
    } catch (error) {
      broke(error)
      throw error
    }
  }
  const held = heldToken()
  const answer = await send(held.token)
  return answer.status === 401 ? send(await renew(held)) : answer
}

interface Sending {
  signal?: AbortSignal
  stillMine?: () => void
  /** Bytes that the server has. */
  onArrived?: (bytes: number) => void
}

/**
 * Brings a file to the server in parts, going on where an earlier try has stopped. Safe to repeat.
 * @param sha256 of its bytes, see `markOf`
 * @throws ApiError, DeviceError; the parts that have arrived stay there for a day
 */
export async function sendInParts(file: PickedFile, sha256: string, { signal, stillMine, onArrived }: Sending = {}): Promise<void> {
  const open = async (): Promise<number> => (await call('openUpload', { params: { sha256 }, body: { sizeBytes: file.size }, signal })).receivedBytes
  let arrived = await open()
  for (let anew = 0; arrived < file.size; ) {
    onArrived?.(arrived)
    const body = await bytesOf(file, arrived, Math.min(partSize(), file.size - arrived))
    if (body.byteLength === 0) throw networkError()
    const answer = await signed({ method: 'PUT', url: apiBase + pathOf('sendUploadPart', { sha256, offset: String(arrived) }), headers: { 'Content-Type': 'application/octet-stream' }, body, signal }, stillMine)
    if (answer.status < 300) arrived = (await answerOf('sendUploadPart', { status: answer.status, text: textOf(answer.bytes), requestId: answer.header('x-request-id') ?? null })).receivedBytes
    else {
      const refusal = refusalOf(answer)
      // Its beginning was forgotten, lies further than we thought, or was spoilt on the way: the server says where it goes on.
      const goesOn = isRefusal(refusal, 'UPLOAD_OFFSET') || isRefusal(refusal, 'UPLOAD_MISMATCH') || isRefusal(refusal, 'NOT_FOUND')
      if (!goesOn || (anew += 1) > ANEW) throw refusal
      arrived = await open()
    }
  }
  onArrived?.(file.size)
}

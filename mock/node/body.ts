import type { IncomingMessage } from 'node:http'
import { isBytes, MAX_PART_BYTES } from '../core/context'
import { MAX_JSON_BYTES } from '../core/validation'
import type { CoreRequest } from '../core/types'

/**
 * Largest body that is read to its end (counted, not kept), so that the client hears the refusal instead of trying again for ever.
 * Above it the connection is cut.
 */
export const CUT_BYTES = 8 * 1024 * 1024

/** The client went away, or sent so much that nobody listens any more: there is nothing to answer. */
export class BodyCut extends Error {}

type Body = Pick<CoreRequest, 'text' | 'bytes'>

/** Reads the body by counting what streams in: a declared length can be missing or wrong. @throws BodyCut, also where it ends before its declared length */
export async function readBody(request: IncomingMessage): Promise<Body> {
  const asBytes = isBytes(request.headers['content-type'])
  const limit = asBytes ? MAX_PART_BYTES : MAX_JSON_BYTES
  const chunks: Buffer[] = []
  // One byte above the limit is enough for the core to refuse it: the rest is let through unread.
  await count(request, (chunk, total) => {
    if (total - chunk.length <= limit) chunks.push(chunk)
  })
  if (chunks.length === 0) return {}
  const body = Buffer.concat(chunks)
  return asBytes ? { bytes: new Uint8Array(body) } : { text: body.toString('utf8') }
}

function count(request: IncomingMessage, take: (chunk: Buffer, total: number) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    let total = 0
    const cut = (): void => reject(new BodyCut())
    request.on('data', (chunk: Buffer) => {
      total += chunk.length
      if (total > CUT_BYTES) {
        request.removeAllListeners('data')
        cut()
      } else take(chunk, total)
    })
    request.once('end', resolve).once('error', cut).once('close', cut)
  })
}

import type { IncomingMessage } from 'node:http'
import busboy from 'busboy'
import { MAX_JSON_BYTES } from '../core/validation'
import type { CoreRequest } from '../core/types'

/** Largest file that is taken. */
export const MAX_FILE_BYTES = 5_242_880
/**
 * Largest body that is read to its end (counted, not kept), so that the client hears the refusal instead of trying again for ever: the
 * photo of any phone, a short film. Above it the connection is cut.
 */
export const CUT_BYTES = 32 * 1024 * 1024

/** The client went away, or sent so much that nobody listens any more: there is nothing to answer. */
export class BodyCut extends Error {}

type Body = Pick<CoreRequest, 'text' | 'file'>

/** Reads the body by counting what streams in: a declared length can be missing or wrong. @throws BodyCut */
export function readBody(request: IncomingMessage): Promise<Body> {
  const type = request.headers['content-type'] ?? ''
  return /^multipart\/form-data\s*;/i.test(type) ? readMultipart(request) : readText(request)
}

/** One byte above the limit is enough for the core to refuse it: the rest is let through unread. */
async function readText(request: IncomingMessage): Promise<Body> {
  const chunks: Buffer[] = []
  await count(request, (chunk, total) => {
    if (total - chunk.length <= MAX_JSON_BYTES) chunks.push(chunk)
  })
  return chunks.length === 0 ? {} : { text: Buffer.concat(chunks).toString('utf8') }
}

/** The one file of the field `file`; other fields are passed over. */
async function readMultipart(request: IncomingMessage): Promise<Body> {
  const parser = createParser(request)
  if (!parser) {
    await count(request, () => undefined)
    return { file: { refused: 'BAD_REQUEST' } }
  }
  const chunks: Buffer[] = []
  let name: string | undefined
  let size = 0
  let broken = false
  const spoil = (): void => void (broken = true)
  const ended = new Promise<void>((resolve) => parser.once('close', resolve).on('error', () => (spoil(), resolve())))
  parser.on('partsLimit', spoil).on('filesLimit', spoil).on('file', (field, stream, info) => {
    if (field !== 'file') spoil()
    name = info.filename ?? ''
    stream.on('error', spoil).on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= MAX_FILE_BYTES) chunks.push(chunk)
      else chunks.length = 0
    })
  })
  await count(request, (chunk) => void (broken || parser.write(chunk)))
  if (!broken) await (parser.end(), ended)
  if (broken) return { file: { refused: 'BAD_REQUEST' } }
  if (name === undefined) return {}
  return { file: size > MAX_FILE_BYTES ? { refused: 'FILE_TOO_LARGE' } : { bytes: new Uint8Array(Buffer.concat(chunks)), name } }
}

function createParser({ headers }: IncomingMessage): busboy.Busboy | undefined {
  try {
    return busboy({ headers, defParamCharset: 'utf8', limits: { files: 1, fields: 10, parts: 12, fieldSize: 4096 } })
  } catch {
    return undefined
  }
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

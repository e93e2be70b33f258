import type { EndpointName } from '@/contract/endpoints'
import type { Instant, LocalDate } from '@/contract/schemas/common'
import { Refusal } from '../rules/refusal'
import type { FileStore, Tx } from '../store/store'
import type { Caller } from './session'
import type { CoreRequest, Env, HandlerContext, Route } from './types'
import { readJson, validate } from './validation'

/** Largest part of a file that one request brings: small enough to arrive before any time limit on a thin line. */
export const MAX_PART_BYTES = 256 * 1024
const NOTHING = new Uint8Array(0)

/** Whether a body of this content type is bytes. */
export const isBytes = (type: string | undefined): boolean => /^application\/octet-stream\s*(;|$)/i.test(type ?? '')

interface Input {
  query: unknown
  body: unknown
  part: Uint8Array
}

/** Query, body and bytes of a request, as its row in the table wants them. @throws VALIDATION_FAILED and the refusals of `readJson` */
export function readInput({ endpoint }: Route, request: CoreRequest): Input {
  return {
    query: endpoint.query ? validate(endpoint.query, request.query) : undefined,
    body: endpoint.body ? validate(endpoint.body, readJson(request)) : undefined,
    part: endpoint.part ? readPart(request) : NOTHING,
  }
}

function readPart({ bytes, headers }: CoreRequest): Uint8Array {
  if (!isBytes(headers['content-type'])) throw new Refusal('UNSUPPORTED_CONTENT_TYPE')
  if (!bytes || bytes.length === 0) throw new Refusal('BAD_REQUEST')
  if (bytes.length > MAX_PART_BYTES) throw new Refusal('BODY_TOO_LARGE')
  return bytes
}

interface Parts extends Input {
  params: Record<string, string>
  version: number
  tx: Tx
  files: FileStore
  env: Env
  now: Instant
  today: LocalDate
  caller: Caller | null
  remote: string
}

/** What the handler gets. The schemas of the endpoint's row have parsed the input, so its types hold. */
export function createContext({ caller, ...parts }: Parts): HandlerContext<EndpointName> {
  const context = {
    ...parts,
    session: caller && { sessionId: caller.session.id, roles: caller.roles },
    get account() {
      if (!caller?.account) throw new Refusal('UNAUTHENTICATED')
      return caller.account
    },
  }
  return context as HandlerContext<EndpointName>
}

/** Files whose deletions wait for the commit: a rolled-back request must not have lost a file that is still referred to. */
export function deferDeletes(files: FileStore): { store: FileStore; settle(): Promise<void> } {
  const waiting: (() => Promise<void>)[] = []
  return {
    store: {
      put: (hash, bytes) => files.put(hash, bytes),
      get: (hash) => files.get(hash),
      delete: async (hash) => void waiting.push(() => files.delete(hash)),
      clear: async () => void waiting.push(() => files.clear()),
    },
    async settle() {
      for (const step of waiting) await step()
    },
  }
}

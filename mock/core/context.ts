import type { EndpointName } from '@/contract/endpoints'
import type { Instant, LocalDate } from '@/contract/schemas/common'
import { Refusal } from '../rules/refusal'
import type { FileStore, Tx } from '../store/store'
import type { Caller } from './session'
import type { CoreRequest, Env, HandlerContext, Route } from './types'
import { readJson, validate } from './validation'

interface Input {
  query: unknown
  body: unknown
  file: CoreRequest['file']
}

/** Query, body and file of a request, as its row in the table wants them. @throws VALIDATION_FAILED and the refusals of `readJson` */
export function readInput({ endpoint }: Route, request: CoreRequest): Input {
  return {
    query: endpoint.query ? validate(endpoint.query, request.query) : undefined,
    body: endpoint.body ? validate(endpoint.body, readJson(request)) : undefined,
    file: endpoint.upload ? readFile(request) : undefined,
  }
}

function readFile({ file, headers }: CoreRequest): CoreRequest['file'] {
  if (file && !('refused' in file && file.refused === 'BAD_REQUEST')) return file
  const multipart = file !== undefined || /^multipart\/form-data\s*;/i.test(headers['content-type'] ?? '')
  throw new Refusal(multipart ? 'BAD_REQUEST' : 'UNSUPPORTED_CONTENT_TYPE')
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

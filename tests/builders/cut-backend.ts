import path from 'node:path'
import type { EndpointName } from '@/contract/endpoints'
import { routes } from '@/contract/routes'
import { TransportDropped, type CoreRequest } from '@mock/core'
import { findRoute, methodOf } from '@mock/core/router'
import type { Embedded } from '@mock/embedded'
import { startServer } from '@mock/node/server'
import { createBackend } from './backend'
import { peopleOf, type People } from './people'

/** `before`: the request never arrives; `after`: it is done, and its answer is lost. */
export type CutAt = 'before' | 'after'

/** A real server over HTTP whose line a test cuts at chosen requests, and looks into. */
export interface CutBackend extends People, Embedded {
  base: string
  dataDir: string
  complaints: string[]
  /** Cuts every request whose «METHOD path» matches, until `mend`. */
  cut(at: CutAt, request: RegExp): void
  mend(): void
  /** What has come that changes something, in order. */
  acts(): EndpointName[]
  /** Idempotency keys of the requests that matched, cut or not, in the order they came. */
  keysOf(request: RegExp): string[]
  close(): Promise<void>
}

/** Unknown addresses are refused further on. */
function nameOf({ method, headers, path: address }: CoreRequest): EndpointName | undefined {
  try {
    return findRoute(methodOf(method, headers), address).route.name
  } catch {
    return undefined
  }
}

export async function startCutBackend(webDir = path.resolve(__dirname, '../../dist/h5')): Promise<CutBackend> {
  let line: { at: CutAt; request: RegExp } | undefined
  const seen: { what: string; key: string; name: EndpointName | undefined }[] = []
  const complaints: string[] = []
  const whatOf = ({ method, path: address }: CoreRequest): string => `${method} ${address}`
  const drop = (at: CutAt, request: CoreRequest): void => {
    if (line?.at === at && line.request.test(whatOf(request))) throw new TransportDropped()
  }
  const embedded = await createBackend({
    env: { log: () => undefined },
    faults: {
      before: (request) => {
        seen.push({ what: whatOf(request), key: request.headers['idempotency-key'] ?? '', name: nameOf(request) })
        drop('before', request)
      },
      after: (request) => drop('after', request),
    },
  })
  const server = await startServer({ core: embedded.core, port: 0, webDir, log: (words) => void complaints.push(words) })
  return {
    ...embedded,
    ...peopleOf(embedded.core),
    base: `http://127.0.0.1:${server.port}`,
    dataDir: '',
    complaints,
    cut: (at, request) => void (line = { at, request }),
    mend: () => void (line = undefined),
    acts: () => seen.flatMap(({ name }) => (name === undefined || routes[name][0] === 'GET' ? [] : [name])),
    keysOf: (request) => seen.filter(({ what, key }) => key && request.test(what)).map(({ key }) => key),
    close: () => server.close(),
  }
}

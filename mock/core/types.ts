import type { BodyOf, Endpoint, EndpointName, ParamsOf, QueryOf, SuccessOf } from '@/contract/endpoints'
import type { Instant, LocalDate, Role } from '@/contract/schemas/common'
import type { Draw, DrawFormat, Sheet } from '../drawing'
import type { Account } from '../store/entities'
import type { Bank } from '../partners/bank'
import type { FileStore, Store, Tx } from '../store/store'

/** A request as a plain object: any transport (HTTP, jest, inside the app) makes one. Header names are lower case. */
export interface CoreRequest {
  method: string
  /** Path with the prefix, without the query: `/api/v1/me`. */
  path: string
  query: Record<string, string>
  headers: Record<string, string>
  /** Text of a JSON body; undefined: none. */
  text?: string
  /** A body of bytes (application/octet-stream); undefined: none. At most one byte more than a part may have. */
  bytes?: Uint8Array
  /** For rate limits. */
  remote: string
}
export interface CoreResponse {
  status: number
  headers: Record<string, string>
  /** JSON text (or empty); `bytes` for files. */
  text: string
  bytes?: Uint8Array
}

/** What one request came to, before the headers that every response carries. `drawing`: its bytes are still to be drawn. */
export interface Answer extends CoreResponse {
  drawing?: DrawnResult
}

/** The outside of the core: wall clock, randomness, mode. No Node API inside. */
export interface Env {
  /** Wall clock in ms. The scheme's clock is this plus the offset kept in the store. */
  wallMs(): number
  randomBytes(count: number): Uint8Array
  testMode: boolean
  /** Fixed SMS code of the test mode. */
  smsCode: string
  log(line: string): void
  /** Pays, and keeps books of its own. Never called inside a transaction but to read or for testers. */
  bank: Bank
  /** Where the app is reached from outside, without a slash at the end: what posters print. */
  publicUrl?: string
  /** Removes author, dates and XMP from a PDF. Injected, because the library is large; without it PDFs are refused. */
  cleanPdf?: CleanPdf
  /** Reads what stands on pictures; missing: nobody does (demo builds, RECOGNITION=off, packages not installed). */
  recognition?: RecognitionDesk
  /** Draws certificates and letters. Injected, because fonts are megabytes; without it they are answered as SVG. */
  draw?: Draw
}
/** Where pictures wait to be read. Returns at once; the work is done elsewhere, after the commit. */
export interface RecognitionDesk { wake(): void }
export type CleanPdf = (bytes: Uint8Array) => Promise<Uint8Array | 'ENCRYPTED' | 'DAMAGED' | 'TOO_LARGE'>

/** What a handler gets. Handlers are thin: contract in, rules, store, contract out; they throw `Refusal`. */
export interface HandlerContext<N extends EndpointName> {
  params: ParamsOf<N>
  query: QueryOf<N>
  body: BodyOf<N>
  /** The bytes of an endpoint with `part`; empty elsewhere. */
  part: Uint8Array
  /** If-Match of endpoints with `ifMatch`; 0 elsewhere. */
  version: number
  tx: Tx
  /** `put` is at once; `delete` and `clear` happen after the commit, so that a rolled-back request has not lost a file. */
  files: FileStore
  env: Env
  /** The scheme's time, read once per request from the clock in the store. */
  now: Instant
  today: LocalDate
  /** Signed-in account; throws UNAUTHENTICATED where there is none. */
  account: Account
  session: { sessionId: string; roles: Role[] } | null
  remote: string
}
/** A handler may answer with a refusal WITHOUT rolling back (a FAILED document must be kept): it returns `kept(refusal)`. */
export type HandlerResult<N extends EndpointName> = SuccessOf<N> | Kept | Afterwards<SuccessOf<N>> | (SuccessOf<N> extends Uint8Array ? BinaryResult | DrawnResult : never)
export interface Kept { kept: import('../rules/refusal').Refusal }
/**
 * An answer that is worked out once the handler's transaction is over, in units of work of its own: where a partner must be spoken to between
 * them. Not for endpoints with an idempotency key: what has begun cannot be remembered as one answer.
 */
export interface Afterwards<R> { afterwards(parts: { store: Store; files: FileStore }): Promise<R> }
export interface BinaryResult { bytes: Uint8Array; mime: string }
/** A document to draw once the transaction is over: nobody else waits for the painting. */
export interface DrawnResult { sheet: Sheet; format: DrawFormat | 'svg' }
export type Handler<N extends EndpointName> = (context: HandlerContext<N>) => Promise<HandlerResult<N>>
export type Handlers = { [N in EndpointName]: Handler<N> }

/** Requests a minute from one address, by the wall clock. */
export interface Limits { general: number; sms: number }
/** Where tests cut the line. Either may throw `TransportDropped`: before, nothing has happened; after, everything has. */
export interface Faults {
  before?(request: CoreRequest): void | Promise<void>
  after?(request: CoreRequest, response: CoreResponse): void | Promise<void>
}

export interface CoreOptions {
  store: Store
  files: FileStore
  env: Env
  handlers: Handlers
  /** null or missing: no limits. */
  limits?: Limits | null
  faults?: Faults
}
export interface Core { handle(request: CoreRequest): Promise<CoreResponse> }
export type Route = { name: EndpointName; endpoint: Endpoint }

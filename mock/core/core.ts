import type { EndpointName, SuccessOf } from '@/contract/endpoints'
import type { Instant } from '@/contract/schemas/common'
import { toInstant } from '@/domain/dates'
import { Refusal } from '../rules/refusal'
import type { SessionRecord } from '../store/entities'
import { readClock } from './clock'
import { createContext, deferDeletes, readInput } from './context'
import { isRemembered, readKey, remember, replayOf, type Keyed } from './idempotency'
import { drawn } from './drawn'
import { createLimiter } from './limits'
import { asRefusal } from './problem'
import { inRange } from './ranges'
import { assertDeclared, render, renderRefusal, requestIdOf } from './response'
import { findRoute, methodOf } from './router'
import { admit, authenticate, confirmPair, randomText } from './session'
import type { Afterwards, Answer, Core, CoreOptions, CoreRequest, CoreResponse, Handler, HandlerResult, Route } from './types'
import { readIfMatch } from './versions'

type Later = Afterwards<SuccessOf<EndpointName>>

/** What is known of a request while it runs; outlives its transaction. */
interface Attempt {
  requestId: string
  method: string
  route?: Route
  now?: Instant
  /** Set while a first answer is due under this key. */
  due?: Keyed
  /** Whose pair of tokens this request is the first to use. */
  firstUse?: SessionRecord
}

/**
 * The backend as a function from plain request to plain response: route, who asks, what is asked, once only, which version, handler -
 * all in one transaction of the store. Rejects only with what `faults` throw; everything else is an answer.
 */
export function createCore({ store, files, env, handlers, faults, limits }: CoreOptions): Core {
  const limit = createLimiter(limits, env.wallMs)

  async function perform(request: CoreRequest, attempt: Attempt): Promise<Answer> {
    const { route, params } = findRoute(attempt.method, request.path)
    const { name, endpoint } = route
    attempt.route = route
    limit(route, request.remote)
    if (endpoint.tag === 'test' && !env.testMode) throw new Refusal('TEST_MODE_OFF')
    const kept = deferDeletes(files)
    const done = await store.transact<Answer | Later>(async (tx) => {
      const { now, today } = await readClock(tx, env)
      attempt.now = now
      const asker = endpoint.auth === 'public' ? null : await authenticate(tx, env, request.headers.authorization)
      if (asker?.session.unused) attempt.firstUse = asker.session
      const caller = admit(endpoint, asker)
      const input = readInput(route, request)
      const keyed = endpoint.idempotent && caller ? readKey(request, attempt.method, route, caller.session.ownerId) : undefined
      const replay = keyed && (await replayOf(tx, keyed))
      if (replay) return replay
      attempt.due = keyed
      const version = endpoint.ifMatch ? readIfMatch(request.headers['if-match']) : 0
      const context = createContext({ ...input, params, version, tx, files: kept.store, env, now, today, caller, remote: request.remote })
      // The one place where name and handler type part: the row of this very name has just checked the input.
      const result = await (handlers[name] as Handler<EndpointName>)(context)
      if (isLater(result)) return result
      const first = answerOf(route, result, attempt)
      if (keyed) await remember(tx, keyed, first, env.wallMs())
      return first
    })
    await kept.settle()
    const answer = isLater(done) ? answerOf(route, await done.afterwards({ store, files }), attempt) : done
    return answer.drawing ? drawn(answer, env) : answer
  }

  function answerOf(route: Route, result: Exclude<HandlerResult<EndpointName>, Later>, { requestId }: Attempt): Answer {
    const answer = render(route, result, requestId)
    return env.testMode && !answer.drawing ? assertDeclared(route, answer) : answer
  }

  async function refuse(error: unknown, { requestId, route, due, firstUse }: Attempt): Promise<Answer> {
    // The refused transaction has taken the note back that these tokens have been used.
    if (firstUse) await store.transact((tx) => confirmPair(tx, env, firstUse.id, firstUse.accessHash))
    const refusal = asRefusal(error, requestId, env.log)
    const refused = renderRefusal(refusal, requestId)
    if (env.testMode && route && refusal.code !== 'INTERNAL') assertDeclared(route, refused)
    if (!due || !isRemembered(refusal.code, refused.status)) return refused
    return store.transact(async (tx) => {
      // The refused transaction is gone; another request may have used the key since, and then its answer counts.
      const replay = await replayOf(tx, due)
      if (!replay) await remember(tx, due, refused, env.wallMs())
      return replay ?? refused
    })
  }

  const internal = (error: unknown, { requestId }: Attempt): Answer => renderRefusal(asRefusal(error, requestId, env.log), requestId)

  /** Every answer tells the scheme's time, also one that never got as far as a transaction. */
  async function complete(answer: Answer, { requestId, now }: Attempt): Promise<CoreResponse> {
    const time = now ?? (await store.transact(async (tx) => (await readClock(tx, env)).now).catch(() => toInstant(env.wallMs())))
    return { ...answer, headers: { ...answer.headers, 'x-request-id': requestId, 'x-server-time': time, 'cache-control': 'no-store' } }
  }

  return {
    async handle(request) {
      await faults?.before?.(request)
      const attempt: Attempt = { requestId: requestIdOf(request, () => randomText(env, 22)), method: methodOf(request.method, request.headers) }
      const answer = await perform(request, attempt)
        .catch((error: unknown) => refuse(error, attempt))
        .catch((error: unknown) => internal(error, attempt))
      const response = inRange(request, await complete(answer, attempt))
      await faults?.after?.(request, response)
      return response
    },
  }
}

const isLater = (result: unknown): result is Later => typeof result === 'object' && result !== null && 'afterwards' in result

import { call, type CallOptions } from '@/api/call'
import { ApiError } from '@/api/api-error'
import { endpoints, type Endpoint, type EndpointName } from '@/contract/endpoints'
import { exampleOf, garbled, garbles, spoken } from '@tests/builders/examples'
import { __setRequestHandler } from '@tests/setup/taro'

const silent = Object.entries<Endpoint>(endpoints).filter(([, { success }]) => success[1] === null).map(([name]) => name as EndpointName)

/** The call with this answer on the wire. */
const answered = (name: EndpointName, text: string | null, status = 200): Promise<unknown> => {
  __setRequestHandler(async () => new Response(text, { status, headers: { 'x-request-id': 'req-1' } }))
  return call(name, { token: 'a-token' } as CallOptions<EndpointName>)
}
const refused = (name: EndpointName, text: string | null, status?: number): Promise<unknown> => answered(name, text, status).then((answer) => ({ answer }), (error: unknown) => error)
const MISFIT = { code: 'MISFIT', status: 0, retryable: true, lost: true, requestId: 'req-1', message: expect.stringMatching(/请重试|后重试/) }

test.each(spoken)('%s: the answer of the contract is handed on, no other', async (name) => {
  expect(await answered(name, JSON.stringify(exampleOf(name)))).toEqual(exampleOf(name))
  for (const how of garbles) expect(await refused(name, garbled(name, JSON.stringify(exampleOf(name)), how))).toMatchObject(MISFIT)
  expect(await refused(name, null, 204)).toMatchObject(MISFIT)
})

test.each(silent)('%s: only «no content» means that it was done', async (name) => {
  expect(await answered(name, null, 204)).toBeUndefined()
  for (const text of ['', '{}', 'null', '<html></html>']) expect(await refused(name, text)).toMatchObject(MISFIT)
})

test.each([
  ['a portal', '<html></html>', 200, /Wi-Fi/],
  ['another version', '{}', 200, /更新到最新版本/],
  ['an endpoint that is gone', '<html>404</html>', 404, /更新到最新版本/],
  ['an endpoint that is gone, without a word', '', 405, /更新到最新版本/],
])('%s has words that say what to do', async (_case, text, status, words) => {
  const error = await refused('getHome', text, status)
  expect(error).toBeInstanceOf(ApiError)
  expect(error).toMatchObject({ message: expect.stringMatching(words) })
})

test.each([
  ['no answer', new ApiError('NETWORK', 0, ''), true],
  ["a proxy's own 504", new ApiError('INTERNAL', 504, ''), true],
  ["the server's own trouble", new ApiError('INTERNAL', 500, '', {}, 'req-1'), false],
  ['a refusal', new ApiError('NOT_FOUND', 404, '', {}, 'req-1'), false],
])('%s: whether the act may have been done', (_case, error, lost) => {
  expect(error.lost).toBe(lost)
})

import axios, { AxiosError, isCancel } from 'axios'
import { taroAdapter } from '@/platform/http'
import { wireMethod as onWeapp } from '@/platform/http-method.weapp'

interface Sent {
  url: string
  method: string
  header: Record<string, string>
  data?: string
  dataType: string
  timeout: number
}
const mockSent: Sent[] = []
const mockAborted: string[] = []
let mockAnswer: (sent: Sent) => Promise<unknown> = () => Promise.reject(new Error('no answer prepared'))

jest.mock(
  '@tarojs/taro',
  () => ({
    __esModule: true,
    default: {
      request: (options: Sent) => {
        mockSent.push(options)
        return Object.assign(mockAnswer(options), { abort: () => mockAborted.push(options.url) })
      },
    },
  }),
  { virtual: true },
)

const http = axios.create({ adapter: taroAdapter, baseURL: 'http://api.test/v1' })
const answering = (statusCode: number, data: string, header: Record<string, string> = {}) => {
  mockAnswer = () => Promise.resolve({ statusCode, data, header })
}
const failing = (errMsg: string) => {
  mockAnswer = () => Promise.reject({ errMsg })
}
const errorOf = async (run: Promise<unknown>): Promise<AxiosError> => {
  const error = await run.then(
    () => undefined,
    (e: unknown) => e,
  )
  if (error instanceof AxiosError) return error
  throw new Error(`expected an AxiosError, got ${String(error)}`)
}

beforeEach(() => {
  mockSent.length = 0
  mockAborted.length = 0
})

test('JSON goes out as text and comes back parsed, with headers', async () => {
  answering(201, '{"claimId":"c1"}', { etag: '"3"', 'Content-Type': 'application/json' })
  const answer = await http.post('/claims', { planId: 'P1' }, { params: { draft: '是', none: undefined }, headers: { 'Idempotency-Key': 'k1' } })
  expect(answer.status).toBe(201)
  expect(answer.data).toEqual({ claimId: 'c1' })
  expect(answer.headers['etag']).toBe('"3"')
  const [sent] = mockSent
  expect(sent).toMatchObject({ url: 'http://api.test/v1/claims?draft=%E6%98%AF', method: 'POST', data: '{"planId":"P1"}', dataType: 'text' })
  expect(sent?.header).toMatchObject({ 'Idempotency-Key': 'k1', 'Content-Type': 'application/json' })
})

test('without a body there is no content type either, not even the form type that axios gives a POST', async () => {
  answering(200, '[]')
  await http.post('/session/end')
  expect(mockSent[0]).not.toHaveProperty('data')
  expect(Object.keys(mockSent[0]?.header ?? {}).map((name) => name.toLowerCase())).not.toContain('content-type')
})

test.each(['put', 'delete', 'patch'] as const)('%s keeps its method in a browser', async (method) => {
  answering(204, '')
  const answer = await http.request({ method, url: '/me', data: { a: 1 } })
  expect(mockSent[0]?.method).toBe(method.toUpperCase())
  expect(answer.status).toBe(204)
  expect(answer.data).toBe('')
})

test('in the mini-program a PATCH goes as POST with an override, others as they are', () => {
  expect(onWeapp('PATCH')).toEqual({ method: 'POST', headers: { 'X-HTTP-Method-Override': 'PATCH' } })
  expect(onWeapp('PUT')).toEqual({ method: 'PUT', headers: {} })
})

test.each([
  [409, 'ERR_BAD_REQUEST'],
  [503, 'ERR_BAD_RESPONSE'],
])('status %i rejects with the body that the server sent', async (status, code) => {
  answering(status, '{"code":"CLAIM_STATE_CONFLICT"}', { 'Content-Type': 'application/problem+json' })
  const error = await errorOf(http.get('/claims/c1'))
  expect(error.code).toBe(code)
  expect(error.response?.status).toBe(status)
  expect(error.response?.data).toEqual({ code: 'CLAIM_STATE_CONFLICT' })
})

test.each([
  ['request:fail net::ERR_INTERNET_DISCONNECTED', 'ERR_NETWORK'],
  ['request:fail interrupted', 'ERR_NETWORK'],
  ['request:fail url not in domain list', 'ERR_NETWORK'],
  ['request:fail timeout', 'ETIMEDOUT'],
])('%s is %s, without a response', async (errMsg, code) => {
  failing(errMsg)
  const error = await errorOf(http.get('/me'))
  expect(error.code).toBe(code)
  expect(error.response).toBeUndefined()
})

test('a request that takes too long is ended and reported as ETIMEDOUT', async () => {
  jest.useFakeTimers()
  try {
    mockAnswer = () => new Promise(() => undefined)
    const outcome = errorOf(http.get('/slow', { timeout: 3_000 }))
    await jest.advanceTimersByTimeAsync(2_999)
    expect(mockAborted).toEqual([])
    await jest.advanceTimersByTimeAsync(1)
    expect((await outcome).code).toBe('ETIMEDOUT')
    expect(mockAborted).toEqual(['http://api.test/v1/slow'])
    expect(mockSent[0]?.timeout).toBeGreaterThan(3_000)
  } finally {
    jest.useRealTimers()
  }
})

test('aborting ends the request on the device and rejects as cancelled, once', async () => {
  let answerLate: (value: unknown) => void = () => undefined
  mockAnswer = () => new Promise((resolve) => (answerLate = resolve))
  const controller = new AbortController()
  const outcome = http.get('/slow', { signal: controller.signal }).catch((e: unknown) => e)
  await Promise.resolve()
  await Promise.resolve()
  controller.abort()
  answerLate({ statusCode: 200, data: '{}', header: {} })
  expect(isCancel(await outcome)).toBe(true)
  expect(mockAborted).toEqual(['http://api.test/v1/slow'])
})

import { oneTabAtATime } from '@/platform/one-tab'
import * as weapp from '@/platform/one-tab.weapp'

type Held = { signal?: AbortSignal }
/** The browser's locks, as far as they are used: one holder a name, others wait, an aborted wait rejects. */
function fakeLocks(): { request<T>(name: string, options: Held, work: () => Promise<T>): Promise<T> } {
  const tails = new Map<string, Promise<unknown>>()
  return {
    request: (name, { signal }, work) => {
      const before = tails.get(name) ?? Promise.resolve()
      const aborted = new Promise<never>((_resolve, reject) => signal?.addEventListener('abort', () => reject(new Error('AbortError'))))
      const run = Promise.race([before.catch(() => undefined), aborted]).then(work)
      tails.set(name, run)
      return run
    },
  }
}
const withLocks = (locks: unknown): void => void Object.defineProperty(globalThis, 'navigator', { value: { locks }, configurable: true })
afterEach(() => {
  Reflect.deleteProperty(globalThis, 'navigator')
  jest.useRealTimers()
})

const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

test('one after the other, and what the work says comes back', async () => {
  withLocks(fakeLocks())
  const steps: string[] = []
  const work = (name: string) => async () => {
    steps.push(`${name} begins`)
    await pause()
    steps.push(`${name} ends`)
    return name
  }
  expect(await Promise.all([oneTabAtATime('session', work('a')), oneTabAtATime('session', work('b'))])).toEqual(['a', 'b'])
  expect(steps).toEqual(['a begins', 'a ends', 'b begins', 'b ends'])
})

test.each([
  ['works in a browser', fakeLocks()],
  ['no locks', undefined],
  ['locks that are refused', { request: () => Promise.reject(new Error('SecurityError')) }],
])('%s: work runs once, and its failure is its own', async (_case, locks) => {
  withLocks(locks)
  let runs = 0
  const failing = async (): Promise<never> => {
    runs += 1
    throw new Error('no network')
  }
  await expect(oneTabAtATime('session', failing)).rejects.toThrow('no network')
  expect(runs).toBe(1)
  expect(await oneTabAtATime('session', async () => 'done')).toBe('done')
})

test('a tab that never lets go is not waited for longer than ten seconds', async () => {
  jest.useFakeTimers()
  withLocks(fakeLocks())
  void oneTabAtATime('session', () => new Promise(() => undefined))
  await jest.advanceTimersByTimeAsync(0)
  const second = oneTabAtATime('session', async () => 'went on')
  await jest.advanceTimersByTimeAsync(10_000)
  expect(await second).toBe('went on')
})

test('a mini-program runs once', async () => {
  expect(await weapp.oneTabAtATime('session', async () => 'done')).toBe('done')
})

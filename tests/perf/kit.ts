// What the benches share: they print figures and judge none.
import { startBackend, type Backend } from '@tests/h5/kit/backend'

export const RUNS = 10

export async function milliseconds(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now()
  await work()
  return performance.now() - from
}

/** A line with the median and the worst of the values. */
export function show(name: string, values: readonly number[], unit = 'ms'): void {
  const sorted = [...values].sort((a, b) => a - b)
  const [median, most] = [sorted[sorted.length >> 1] ?? NaN, sorted[sorted.length - 1] ?? NaN].map((value) => value.toFixed(1).padStart(9))
  console.log(`${name.padEnd(48)} ${median} ${most} ${unit}  (${values.length})`)
}

export async function several(times: number, measure: () => Promise<number>): Promise<number[]> {
  const values: number[] = []
  while (values.length < times) values.push(await measure())
  return values
}

/** Over HTTP, on the SQLite file: what is answered is on the disk. */
export async function withBackend<T>(use: (backend: Backend) => Promise<T>): Promise<T> {
  const backend = await startBackend()
  try {
    return await use(backend)
  } finally {
    await backend.close()
  }
}

import { create } from 'zustand'

/** Acts whose answer was lost, and of which the server is being asked what became. */
export const useAsking = create<{ count: number }>()(() => ({ count: 0 }))

/** Pages say so until the promise has settled. */
export async function whileAsking<T>(work: () => Promise<T>): Promise<T> {
  const by = (step: number): void => useAsking.setState(({ count }) => ({ count: count + step }))
  by(1)
  try {
    return await work()
  } finally {
    by(-1)
  }
}

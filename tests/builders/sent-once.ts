import assert from 'node:assert/strict'
import { writing, type Act } from './acts'
import type { CutBackend } from './cut-backend'
import { actedTwice } from './twice'

const STEP_MS = 150
const PATIENCE_MS = 20_000

/** Waits for what an act sends and until nothing more comes, and asks that nothing came twice since. */
export async function sentOnce({ sends }: Act, backend: CutBackend, before: number): Promise<void> {
  const come = (): string[] => backend.acts().slice(before)
  const until = Date.now() + PATIENCE_MS
  let count = -1
  while (count < come().length || !come().includes(sends)) {
    if (Date.now() > until) assert.fail(`${sends} was not sent: ${come().join(' ')}`)
    count = come().length
    await new Promise((resolve) => setTimeout(resolve, STEP_MS))
  }
  assert.deepEqual([actedTwice(backend.acts().slice(before)), come().filter((name) => name === sends), writing.includes(sends)], [[], [sends], true])
}

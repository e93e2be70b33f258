import type { DrawFormat, Sheet } from '../../drawing'
import { drawHere } from './index'

/** What the server's process asks for and is told. */
export interface Job {
  no: number
  sheet: Sheet
  format: DrawFormat
}
export type Done = { no: number; bytes: Uint8Array } | { no: number; problem: string }

let last: Promise<void> = Promise.resolve()

// One at a time: two at once would be no faster and take twice the memory.
process.on('message', (job: Job) => {
  last = last.then(async () => {
    const answer = await drawHere(job.sheet, job.format).then(
      (bytes): Done => ({ no: job.no, bytes }),
      (error: unknown): Done => ({ no: job.no, problem: error instanceof Error ? (error.stack ?? error.message) : String(error) }),
    )
    process.send?.(answer)
  })
})
// The server is gone: nobody waits for anything.
process.on('disconnect', () => process.exit(0))

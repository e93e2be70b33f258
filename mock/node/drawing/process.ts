import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import type { Draw } from '../../drawing'
import { forkProgram } from '../fork-program'
import type { Done, Job } from './worker'

/** No document takes as long; a process that hangs must not keep its caller for ever. */
const LONGEST_MS = 30_000
/** Fonts and WebAssembly hold 250 MB: given back when nobody has asked for a while. */
const IDLE_MS = 120_000

interface Waiting {
  resolve(bytes: Uint8Array): void
  reject(error: Error): void
}
export interface DrawingProcess {
  draw: Draw
  close(): void
}

/**
 * Draws in a process of its own, begun with the first document: requests do not wait while a page is painted, and the memory of fonts and
 * WebAssembly is not that of the API. A process that dies takes its documents along (they answer INTERNAL); the next one begins anew.
 */
export function createDrawingProcess(idleMs = IDLE_MS): DrawingProcess {
  let child: ChildProcess | undefined
  let idle: NodeJS.Timeout | undefined
  let count = 0
  const waiting = new Map<number, Waiting>()

  function end(): void {
    clearTimeout(idle)
    child?.kill()
    child = undefined
  }

  function settle(no: number, act: (one: Waiting) => void): void {
    const one = waiting.get(no)
    waiting.delete(no)
    if (one) act(one)
    if (waiting.size > 0) return
    idle = setTimeout(end, idleMs)
    idle.unref()
  }

  function begin(): ChildProcess {
    const started = forkProgram(path.join(__dirname, 'worker.ts'))
    started.on('message', (done: Done) => settle(done.no, (one) => ('bytes' in done ? one.resolve(done.bytes) : one.reject(new Error(done.problem)))))
    const gone = (why: string) => (): void => {
      if (child === started) child = undefined
      for (const no of [...waiting.keys()]) settle(no, (one) => one.reject(new Error(`the drawing process ${why}`)))
    }
    started.on('exit', gone('has ended'))
    started.on('error', gone('did not start'))
    // It ends with the server, and does not hold it up.
    started.unref()
    started.channel?.unref()
    return started
  }

  return {
    draw: (sheet, format) =>
      new Promise((resolve, reject) => {
        clearTimeout(idle)
        const no = (count += 1)
        const late = setTimeout(end, LONGEST_MS)
        const done = <T>(act: (value: T) => void) => (value: T): void => {
          clearTimeout(late)
          act(value)
        }
        waiting.set(no, { resolve: done(resolve), reject: done(reject) })
        child ??= begin()
        const job: Job = { no, sheet, format }
        child.send(job, (error) => {
          if (error) settle(no, (one) => one.reject(error))
        })
      }),
    close: end,
  }
}

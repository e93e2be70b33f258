import type { ChildProcess } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import type { PageText } from '../../partners/recognition'
import { forkProgram } from '../fork-program'
import type { Ask, Tell } from './messages'

export { isInstalled } from './runtime'

export interface Reader {
  /** Everything written on a picture. null: nothing that can be read. @throws where it cannot be read: damaged, it hangs, or the process has died of it twice */
  read(bytes: Uint8Array): Promise<PageText | null>
  /** Highest memory of the process so far, in MB. */
  peakMb(): number
  pid(): number | undefined
  close(): void
}
interface ReaderOptions {
  log(line: string): void
  /** Without a sign of work: it hangs then. A busy machine is slow, and no picture stays unread for it. */
  timeoutMs?: number
  /** The process ends when nothing has come for so long: its memory is only held while it is used. */
  idleMs?: number
  /** Of the process, as `nice` counts: below the server's unless said otherwise. */
  nice?: number
  /** Another program, for tests. */
  program?: string
}

/** Beyond it the process is replaced after its answer, before it becomes a burden. */
const TOO_LARGE_MB = 800
/** Heap of V8; the runtime's own memory lies outside of it. */
const HEAP_MB = 384

/**
 * Reads pictures in a process of its own, one at a time, at a low priority: no request of the server waits for it. The process is
 * started when the first picture comes, started again when it dies, and ended where it hangs.
 */
export function createReader({ log, timeoutMs = 60_000, idleMs = 120_000, nice = 10, program = path.join(__dirname, 'child.ts') }: ReaderOptions): Reader {
  let child: ChildProcess | undefined
  let last: Promise<unknown> = Promise.resolve()
  let [ids, peak] = [0, 0]
  let closed = false
  let idle: NodeJS.Timeout | undefined

  function started(): ChildProcess {
    if (child) return child
    const next = forkProgram(program, { execArgv: [`--max-old-space-size=${HEAP_MB}`], stdio: ['ignore', 'ignore', 'pipe', 'ipc'] })
    next.stderr?.setEncoding('utf8').on('data', (text: string) => log(`recognition: ${text.trim()}`))
    next.once('exit', () => {
      if (child === next) child = undefined
    })
    if (next.pid !== undefined) setPriority(next.pid, nice)
    return (child = next)
  }
  const stop = (): void => {
    child?.kill('SIGKILL')
    child = undefined
  }

  function ask(bytes: Uint8Array): Promise<PageText | null> {
    const to = started()
    const id = (ids += 1)
    return new Promise((resolve, reject) => {
      let late: NodeJS.Timeout
      const wait = (): void => {
        clearTimeout(late)
        late = setTimeout(() => {
          done(() => reject(new BadPicture(`no sign of work within ${timeoutMs / 1000} s`)))
          stop()
        }, timeoutMs)
      }
      const done = (settle: () => void): void => {
        clearTimeout(late)
        to.off('message', heard).off('exit', died).off('error', died)
        settle()
      }
      const died = (): void => done(() => reject(new Error('the process that reads has ended')))
      const heard = (tell: Tell): void => {
        if ('atWork' in tell) return wait()
        if (tell.id !== id) return
        peak = Math.max(peak, tell.rssMb)
        done(() => ('error' in tell ? reject(new BadPicture(tell.error)) : resolve(tell.page)))
        if (tell.rssMb > TOO_LARGE_MB) stop()
      }
      wait()
      to.on('message', heard).once('exit', died).once('error', died)
      to.send({ id, bytes } satisfies Ask, (error) => error && died())
    })
  }

  async function read(bytes: Uint8Array): Promise<PageText | null> {
    clearTimeout(idle)
    try {
      return await ask(bytes)
    } catch (error) {
      // A process that died may have died of something else; a picture that it could not read, or not in time, stays unread.
      if (error instanceof BadPicture || closed) throw error
      return await ask(bytes)
    } finally {
      if (!closed) idle = setTimeout(stop, idleMs).unref()
    }
  }

  return {
    read: (bytes) => {
      const turn = last.then(() => {
        if (closed) throw new Error('closed')
        return read(bytes)
      })
      last = turn.catch(() => undefined)
      return turn
    },
    peakMb: () => peak,
    pid: () => child?.pid,
    close: () => {
      closed = true
      clearTimeout(idle)
      stop()
    },
  }
}

class BadPicture extends Error {}

function setPriority(pid: number, nice: number): void {
  try {
    os.setPriority(pid, nice)
  } catch {
    // It reads all the same.
  }
}

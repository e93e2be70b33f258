import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import os from 'node:os'
import path from 'node:path'

/** A program of its own process group, with a folder that goes with it. */
export interface Program {
  folder: string
  /** All that it has said. */
  said(): string
  end(): Promise<void>
}

/** Starts a program; `args` may need its folder. */
export async function program(command: string, args: (folder: string) => string[], env: Record<string, string> = {}): Promise<Program> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'zsb-engine-'))
  const child: ChildProcess = spawn(command, args(folder), { detached: true, stdio: ['ignore', 'pipe', 'pipe'], env: { ...process.env, HOME: folder, ...env } })
  let said = ''
  const ended = new Promise<void>((resolve) => child.on('close', () => resolve()).on('error', (error) => ((said += String(error)), resolve())))
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', (text: string) => (said += text))
  return {
    folder,
    said: () => said,
    end: async () => {
      try {
        if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      } catch {
        // Ended already.
      }
      await ended
      await rm(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}

export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })

/** The first answer that comes; tried again while there is none. @throws Error with what the program said */
export async function answerOf<T>(ask: () => Promise<T>, of: Program): Promise<T> {
  const until = Date.now() + 60_000
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (Date.now() > until) throw new Error(`${String(error)}\n${of.said().slice(-2000)}`)
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
  }
}

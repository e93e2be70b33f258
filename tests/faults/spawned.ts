import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'

const root = path.resolve(__dirname, '../..')

export interface Spawned {
  base: string
  child: ChildProcess
  /** Sends the signal and waits for the end. @returns exit code, or the signal's name */
  stop(signal: NodeJS.Signals): Promise<number | string | null>
}
export interface Failed {
  code: number | null
  lines: string[]
}

/** Starts the real server as its own process. @returns it once it says that it is ready, or how it ended before */
export function spawnServer(env: Record<string, string>, entry = 'mock/node/main.ts'): Promise<Spawned | Failed> {
  const child = spawn(process.execPath, ['--import', 'tsx', entry], { cwd: root, env: { ...process.env, PORT: '0', TEST_MODE: '1', RATE_LIMITS: 'off', RECOGNITION: 'off', ...env }, stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | string | null>((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal)))
  let output = ''
  let errors = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text))
  return new Promise((resolve) => {
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      output += text
      const base = /^ready (http:\S+)$/m.exec(output)?.[1]
      if (base) resolve({ base, child, stop: (signal) => (child.kill(signal), ended) })
    })
    child.once('close', (code) => resolve({ code, lines: errors.trim().split('\n') }))
  })
}

/** @throws Error with what the server said where it did not start */
export async function runningServer(env: Record<string, string>, entry?: string): Promise<Spawned> {
  const server = await spawnServer(env, entry)
  if ('lines' in server) throw new Error(server.lines.join('\n'))
  return server
}

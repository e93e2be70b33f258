import { fork, type ChildProcess, type ForkOptions } from 'node:child_process'
import path from 'node:path'
import { pathToFileURL } from 'node:url'

const ROOT = path.resolve(__dirname, '../..')

/** A program of the server in a process of its own: TypeScript like the server itself, messages with bytes in them. */
export const forkProgram = (program: string, { execArgv = [], ...options }: ForkOptions = {}): ChildProcess =>
  fork(program, [], { cwd: ROOT, serialization: 'advanced', ...options, execArgv: ['--import', pathToFileURL(require.resolve('tsx')).href, ...execArgv] })

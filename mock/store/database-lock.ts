import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { codeOf } from './error-code'

/** Another process works on this database. */
export class DatabaseInUse extends Error {
  constructor(file: string, pid: number) {
    super(`${file} is in use by process ${pid}`)
    this.name = 'DatabaseInUse'
  }
}

/** Databases open in this process: its own pid in a pid file says nothing about them. */
const openHere = new Set<string>()

/**
 * Takes the database for this process through `<db>.pid` and clears what a killed process left: SQLite's lock is the folder
 * `<db>.lock`, which `kill -9` leaves behind, and every later statement would fail.
 * @returns a function that gives the database back
 * @throws DatabaseInUse where the process named in the pid file lives
 */
export function lockDatabase(file: string): () => void {
  const database = path.resolve(file)
  const pidFile = `${database}.pid`
  if (openHere.has(database)) throw new DatabaseInUse(file, process.pid)
  if (!create(pidFile)) {
    const holder = readHolder(pidFile)
    if (holder && isAlive(holder)) throw new DatabaseInUse(file, holder.pid)
    rmSync(pidFile, { force: true })
    if (!create(pidFile)) throw new DatabaseInUse(file, readHolder(pidFile)?.pid ?? 0)
  }
  openHere.add(database)
  rmSync(`${database}.lock`, { recursive: true, force: true })
  return () => {
    openHere.delete(database)
    rmSync(pidFile, { force: true })
  }
}

interface Holder {
  pid: number
  started: string
}

function create(pidFile: string): boolean {
  try {
    writeFileSync(pidFile, `${process.pid} ${startOf(process.pid)}\n`, { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

function readHolder(pidFile: string): Holder | undefined {
  try {
    const [pid, started = ''] = readFileSync(pidFile, 'utf8').trim().split(' ')
    return Number(pid) > 0 ? { pid: Number(pid), started } : undefined
  } catch {
    return undefined
  }
}

/** Same pid AND same start: in a container the next server often has the number of the killed one. */
function isAlive({ pid, started }: Holder): boolean {
  if (pid === process.pid) return false
  try {
    process.kill(pid, 0)
  } catch (error) {
    if (codeOf(error) !== 'EPERM') return false
  }
  return started === '' || startOf(pid) === '' || started === startOf(pid)
}

/** Start time of a process in clock ticks, where the system tells it (Linux); else empty. */
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? ''
  } catch {
    return ''
  }
}

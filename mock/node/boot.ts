import { randomBytes } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { META_ID } from '../core/clock'
import { createCore } from '../core/core'
import type { Env, Handlers } from '../core/types'
import { createDesk, type ReadPicture } from '../handlers/flow/papers/recognition-desk'
import { OtherBooks } from '../handlers/flow/payouts/bank-talk'
import { createBank, type Bank } from '../partners/bank'
import { codeOf } from '../store/error-code'
import { createDiskFiles } from '../store/files'
import { createMemoryStore } from '../store/memory'
import { createMemoryFiles } from '../store/memory-files'
import { openSqliteStore } from '../store/sqlite'
import type { FileStore, Store } from '../store/store'
import { openBankFile } from './bank-file'
import { cleanPdf } from './clean-pdf'
import { createReader, isInstalled } from './recognition'
import { createDrawingProcess } from './drawing/process'
import { startServer, type RunningServer } from './server'
import { BadSetting, type Settings } from './settings'

/** Fixed SMS code of the test mode. */
export const TEST_SMS_CODE = '202507'

export interface Content {
  /** Another wall clock than the machine's: tests let minutes pass. */
  wallMs?(): number
  handlers: Handlers
  /** Something between app and bank: tests break the line there. */
  line?(bank: Bank): Bank
  /** Another reader of pictures than the recogniser: tests say what stands on them. */
  read?: ReadPicture
  /** Priority of the recogniser's process: tests that fill the machine do not leave it waiting. */
  readerNice?: number
  /** Fills a store that has never been filled. */
  seed(store: Store, env: Env): Promise<void>
  /** Settles what a process that ended in the middle of something has left. @throws OtherBooks: nothing may be sent */
  resume?(store: Store, env: Env): Promise<unknown>
  /** Runs what has become due by itself; called every half minute. */
  tick?(store: Store, env: Env, files: FileStore): Promise<unknown>
}

/** The bank's books in the data folder. */
export const BANK_FILE = 'bank.jsonl'

const TICK_MS = 30_000

/** Opens the data, fills it where it is empty, and serves. @throws BadSetting in words for whoever started it; anything else is a defect */
export async function boot(settings: Settings, { handlers, read, line = (bank) => bank, readerNice, resume, seed, tick, wallMs = () => Date.now() }: Content, log: (line: string) => void): Promise<RunningServer> {
  const { store, files, bank, closeBank } = openData(settings)
  const drawing = createDrawingProcess()
  const env: Env = { wallMs, randomBytes: (count) => new Uint8Array(randomBytes(count)), testMode: settings.testMode, smsCode: TEST_SMS_CODE, log, bank: line(bank), cleanPdf, draw: drawing.draw, publicUrl: settings.publicUrl }
  const reader = settings.recognition && !read && isInstalled() ? createReader({ log, nice: readerNice }) : undefined
  const reads = read ?? reader?.read
  if (reads) env.recognition = createDesk({ store, files, read: reads, log })
  try {
    if (!(await store.transact((tx) => tx.get('meta', META_ID)))) await seed(store, env)
    await resume?.(store, env)
    const core = createCore({ store, files, env, handlers, limits: settings.limits })
    // What a stop has left unread.
    env.recognition?.wake()
    const server = await startServer({ ...settings, core, log })
    const beat = tick && setInterval(() => void tick(store, env, files).catch((error: unknown) => log(`timers: ${String(error)}`)), TICK_MS)
    const close = async (): Promise<void> => {
      clearInterval(beat)
      reader?.close()
      await server.close()
      drawing.close()
      await store.close()
      closeBank()
    }
    return { port: server.port, close }
  } catch (error) {
    reader?.close()
    await store.close()
    closeBank()
    throw inWords(error, settings)
  }
}

interface Data {
  store: Store
  files: FileStore
  bank: Bank
  closeBank(): void
}

/** The app's database and files, and the bank's own books beside them: nothing that the one loses may be lost to the other. */
function openData(settings: Settings): Data {
  if (settings.store === 'memory') return { store: createMemoryStore(), files: createMemoryFiles(), bank: createBank(), closeBank: () => undefined }
  const folder = path.resolve(settings.dataDir)
  try {
    mkdirSync(path.join(folder, 'files'), { recursive: true })
    // First the database: its lock says that nobody else works in this folder.
    const store = openSqliteStore(path.join(folder, 'mock.db'))
    const books = openBankFile(path.join(folder, BANK_FILE))
    return { store, files: createDiskFiles(path.join(folder, 'files')), bank: createBank(books), closeBank: books.close }
  } catch (error) {
    const reason = String(codeOf(error) ?? (error instanceof Error ? error.message : error))
    throw new BadSetting(`the data folder ${folder} cannot be used: ${reason}. Choose another: DATA_DIR=/path`)
  }
}

function inWords(error: unknown, { dataDir, port, host }: Settings): unknown {
  if (error instanceof OtherBooks) {
    const file = path.resolve(dataDir, BANK_FILE)
    return new BadSetting(`${file} does not belong to the mock.db beside it: instruction ${error.message}, which the bank has answered, is not in it. Going on could pay twice. Put the right file back, or delete the whole folder for a fresh seed.`)
  }
  const code = codeOf(error)
  if (code === 'EADDRINUSE') return new BadSetting(`port ${port} is taken. Stop what runs there, or choose another: PORT=8790`)
  if (code === 'EACCES' || code === 'EADDRNOTAVAIL') return new BadSetting(`${host}:${port} cannot be opened (${code}).`)
  return error
}

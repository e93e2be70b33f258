import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { handlers } from '@mock/handlers'
import type { ReadPicture } from '@mock/handlers/flow/papers/recognition-desk'
import type { Core } from '@mock/core'
import { boot } from '@mock/node/boot'
import { seed } from '@mock/seed/seed'
import { peopleOf, type People } from '@tests/builders/people'
import { httpCore } from './http-core'

/** Where the built app lies; another build can be put in its place. */
export const WEB_DIR = process.env.WEB_DIR ?? path.resolve(__dirname, '../../../dist/h5')

/** In a server the recogniser waits for everybody; among tests that fill the machine it would then get nowhere. */
export const READER_NICE = 0

/** The real server with a fresh SQLite file, and people who act through its API. */
export interface Backend extends People {
  base: string
  core: Core
  /** Database and files. */
  dataDir: string
  /** What the server complained about: nothing, in a good run. */
  complaints: string[]
  close(): Promise<void>
}

/** A backend whose clock a test lets run ahead. */
export interface TimedBackend extends Backend {
  /** Milliseconds by which the server's wall clock is ahead of the machine's. */
  wall: { aheadMs: number }
}

/** `recognition`: the real recogniser reads; `read`: a test says what stands on the pictures; `webDir`: another build of the app. */
export async function startBackend({ recognition = false, read, webDir = WEB_DIR }: { recognition?: boolean; read?: ReadPicture; webDir?: string } = {}): Promise<TimedBackend> {
  const dataDir = await mkdtemp(path.join(os.tmpdir(), 'zsb-h5-'))
  const complaints: string[] = []
  const log = (line: string): void => {
    // The codes that would go out by SMS are logged too: no complaint.
    if (!line.startsWith('短信')) complaints.push(line)
  }
  const wall = { aheadMs: 0 }
  const server = await boot({ port: 0, host: '127.0.0.1', dataDir, store: 'sqlite', testMode: true, webDir, allowedOrigins: [], limits: null, recognition }, { handlers, seed, readerNice: READER_NICE, ...(read && { read }), wallMs: () => Date.now() + wall.aheadMs }, log)
  const base = `http://127.0.0.1:${server.port}`
  const core = httpCore(base)
  return {
    ...peopleOf(core),
    base,
    core,
    dataDir,
    wall,
    complaints,
    close: async () => {
      await server.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

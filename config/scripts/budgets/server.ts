// A mock server of one's own: free port, new data, test mode.
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { runningServer } from '@tests/faults/spawned'

export interface MockServer {
  url: string
  stop(): Promise<void>
}

/** Resolves once the server says that it is ready; it serves the web folder besides the API. */
export async function startMockServer(web: string): Promise<MockServer> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'budgets-'))
  const server = await runningServer({ HOST: '127.0.0.1', DATA_DIR: data, WEB_DIR: web })
  return {
    url: server.base,
    stop: async () => {
      await server.stop('SIGTERM')
      fs.rmSync(data, { recursive: true, force: true })
    },
  }
}

// A mock server of one's own: free port, new data, test mode.
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import net, { type AddressInfo } from 'node:net'
import os from 'node:os'
import path from 'node:path'

const START_MS = 30_000

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo
      probe.close(() => resolve(port))
    })
  })
}

export interface MockServer {
  url: string
  stop(): Promise<void>
}

/** Resolves once the server says that it is ready; it serves the web folder besides the API. */
export async function startMockServer(web: string): Promise<MockServer> {
  const port = await freePort()
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'budgets-'))
  const child = spawn(process.execPath, ['--import', 'tsx', 'mock/node/main.ts'], {
    env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: data, TEST_MODE: '1', WEB_DIR: web },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()))
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM')
    await ended
    fs.rmSync(data, { recursive: true, force: true })
  }
  let output = ''
  const ready = new Promise<void>((resolve, reject) => {
    const deadline = setTimeout(() => reject(new Error(`the mock server was not ready in ${START_MS / 1000} s:\n${output}`)), START_MS)
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      if (!/\bready\b/.test(output)) return
      clearTimeout(deadline)
      resolve()
    }
    child.stdout.on('data', read)
    child.stderr.on('data', read)
    child.on('exit', () => {
      clearTimeout(deadline)
      reject(new Error(`the mock server ended:\n${output}`))
    })
  })
  try {
    await ready
  } catch (error) {
    await stop()
    throw error
  }
  return { url: `http://127.0.0.1:${port}`, stop }
}

import { existsSync } from 'node:fs'
import { chmod, mkdir, rename } from 'node:fs/promises'
import { createReadStream, createWriteStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { createBrotliDecompress } from 'node:zlib'
import WebSocket from 'ws'
import { PHONE, type Engine, type Keeping, type Point } from './engine'
import { answerOf, freePort, program } from './programs'
import { withStorage } from './storage-cases'

const root = path.resolve(__dirname, '../../..')
const PACKED = path.join(root, 'node_modules/chrome-aws-lambda/bin/chromium-73.0.3679.0.br')
const UNPACKED = path.join(root, '.cache/chromium-73.0.3679.0')

/** The program lies packed inside an npm package that was made for something else. */
async function unpacked(): Promise<string> {
  if (!existsSync(UNPACKED)) {
    const part = `${UNPACKED}.${process.pid}`
    await mkdir(path.dirname(UNPACKED), { recursive: true })
    await pipeline(createReadStream(PACKED), createBrotliDecompress(), createWriteStream(part))
    await chmod(part, 0o755)
    await rename(part, UNPACKED)
  }
  return UNPACKED
}

type Params = Record<string, unknown>
type Send = <T = Params>(method: string, params?: Params) => Promise<T>

/** Chrome's own protocol, as it was then: today's drivers do not speak to it any more. */
async function connect(url: string): Promise<{ send: Send; close(): void }> {
  const socket = new WebSocket(url, { perMessageDeflate: false })
  const waiting = new Map<number, { resolve(value: unknown): void; reject(error: Error): void }>()
  let last = 0
  socket.on('message', (data) => {
    const { id, result, error } = JSON.parse(String(data)) as { id?: number; result?: unknown; error?: { message: string } }
    const asked = id === undefined ? undefined : waiting.get(id)
    if (id === undefined || !asked) return
    waiting.delete(id)
    if (error) asked.reject(new Error(error.message))
    else asked.resolve(result)
  })
  socket.on('close', () => waiting.forEach(({ reject }) => reject(new Error('Chromium 73 has gone'))))
  await new Promise<void>((resolve, reject) => socket.once('open', () => resolve()).once('error', reject))
  const send: Send = <T>(method: string, params: Params = {}) =>
    new Promise<T>((resolve, reject) => {
      waiting.set((last += 1), { resolve: (value) => resolve(value as T), reject })
      socket.send(JSON.stringify({ id: last, method, params }))
    })
  return { send, close: () => socket.close() }
}

interface Evaluated {
  result: { value?: unknown }
  exceptionDetails?: { text: string; exception?: { description?: string } }
}

export interface Chromium73 extends Engine {
  /** Another phone's screen. */
  resize(size: { width: number; height: number }): Promise<void>
  /** Nothing is left of what pages of an origin have kept; none is open then that could write it again. */
  forget(origin: string): Promise<void>
}

/** The oldest Chromium that `browserslist` names. */
export async function chromium73(keeping: Keeping): Promise<Chromium73> {
  const port = await freePort()
  const browser = await program(await unpacked(), (folder) => [
    '--headless', '--no-sandbox', '--disable-gpu', '--no-zygote', '--no-first-run', '--disable-dev-shm-usage', '--lang=zh-CN', `--user-data-dir=${folder}/profile`,
    `--remote-debugging-port=${port}`, `--window-size=${PHONE.width},${PHONE.height}`, ...(keeping === 'private' ? ['--incognito'] : []), 'about:blank',
  ], { TZ: 'Asia/Shanghai' })
  try {
    const target = await answerOf(async () => {
      const pages = (await (await fetch(`http://127.0.0.1:${port}/json`)).json()) as { type: string; webSocketDebuggerUrl: string }[]
      const page = pages.find(({ type }) => type === 'page')
      if (!page) throw new Error('no page yet')
      return page
    }, browser)
    const { send, close } = await connect(target.webSocketDebuggerUrl)
    await send('Page.enable')
    const resize = async (size: typeof PHONE): Promise<void> => void (await send('Emulation.setDeviceMetricsOverride', { ...size, deviceScaleFactor: 1, mobile: true }))
    await resize(PHONE)
    const cases = withStorage(keeping)
    if (cases) await send('Page.addScriptToEvaluateOnNewDocument', { source: cases })
    const mouse = (type: string, [x, y]: Point, buttons: number) => send('Input.dispatchMouseEvent', { type, x, y, button: type === 'mouseMoved' && buttons === 0 ? 'none' : 'left', buttons, clickCount: type === 'mouseMoved' ? 0 : 1 })
    return {
      resize,
      forget: async (origin) => {
        await send('Page.navigate', { url: 'about:blank' })
        await send('Storage.clearDataForOrigin', { origin, storageTypes: 'all' })
      },
      goto: async (url) => void (await send('Page.navigate', { url })),
      ask: async <T>(expression: string) => {
        const { result, exceptionDetails } = await send<Evaluated>('Runtime.evaluate', { expression, awaitPromise: true, returnByValue: true })
        if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text)
        return result.value as T
      },
      drag: async ([first = [0, 0], ...rest]) => {
        await mouse('mouseMoved', first, 0)
        await mouse('mousePressed', first, 1)
        for (const point of rest) await mouse('mouseMoved', point, 1)
        await mouse('mouseReleased', rest[rest.length - 1] ?? first, 0)
      },
      keys: async (text) => void (await send('Input.insertText', { text })),
      files: async (paths) => {
        const { root: document } = await send<{ root: { nodeId: number } }>('DOM.getDocument')
        const { nodeId } = await send<{ nodeId: number }>('DOM.querySelector', { nodeId: document.nodeId, selector: 'input[type=file]' })
        await send('DOM.setFileInputFiles', { nodeId, files: paths })
      },
      close: async () => {
        close()
        await browser.end()
      },
    }
  } catch (error) {
    await browser.end()
    throw error
  }
}

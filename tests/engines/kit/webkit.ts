import { PHONE, type Engine, type Keeping, type Point } from './engine'
import { answerOf, freePort, program } from './programs'

const MINI_BROWSER = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser'
/** Its own switches. `kept` is not among them: automation sessions keep nothing on the disk, as Safari's private tabs do. */
const SWITCHES: Partial<Record<Keeping, readonly string[]>> = { private: [], refused: ['--cookies-policy=never', '--enable-html5-local-storage=false', '--enable-html5-database=false'] }
/** Name by which WebDriver hands elements over. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/** WebKitGTK by its own driver, in plain W3C WebDriver. */
export async function webkit(keeping: Keeping): Promise<Engine> {
  const switches = SWITCHES[keeping]
  if (!switches) throw new Error(`WebKitGTK has no switch for «${keeping}»`)
  const port = await freePort()
  const display = 90 + (port % 400)
  const screen = await program('Xvfb', () => [`:${display}`, '-screen', '0', '800x1000x24', '-nolisten', 'tcp'])
  const driver = await program('WebKitWebDriver', () => [`--port=${port}`], { DISPLAY: `:${display}`, TZ: 'Asia/Shanghai', LANG: 'zh_CN.UTF-8', WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1', LIBGL_ALWAYS_SOFTWARE: '1' })

  async function say<T>(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<T> {
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body && { body: JSON.stringify(body) }) })
    const { value } = (await answer.json()) as { value: T & { message?: string } }
    if (!answer.ok) throw new Error(`${path}: ${value?.message ?? answer.status}`)
    return value
  }
  const end = async (): Promise<void> => void (await Promise.all([driver.end(), screen.end()]))
  try {
    await answerOf(() => say('GET', '/status'), driver)
    const { sessionId } = await say<{ sessionId: string }>('POST', '/session', { capabilities: { alwaysMatch: { 'webkitgtk:browserOptions': { binary: process.env.MINI_BROWSER ?? MINI_BROWSER, args: ['--automation', ...switches, `--geometry=${PHONE.width}x${PHONE.height}`] } } } })
    const at = (path: string): string => `/session/${sessionId}${path}`
    await say('POST', at('/timeouts'), { script: 60_000, pageLoad: 60_000 })
    await say('POST', at('/window/rect'), { ...PHONE, x: 0, y: 0 })
    const act = (actions: object[]): Promise<unknown> => say('POST', at('/actions'), { actions })
    const moveTo = ([x, y]: Point): object => ({ type: 'pointerMove', duration: 0, x: Math.round(x), y: Math.round(y) })
    return {
      goto: (url) => say('POST', at('/url'), { url }),
      ask: async <T>(expression: string) => {
        const { value, error } = await say<{ value?: T; error?: string }>('POST', at('/execute/async'), { script: `const done = arguments[0]; Promise.resolve().then(() => (${expression})).then((value) => done({ value }), (error) => done({ error: String(error) }))`, args: [] })
        if (error !== undefined) throw new Error(error)
        return value as T
      },
      drag: async ([first = [0, 0], ...rest]) => {
        const down = { type: 'pointerDown', button: 0 }
        const up = { type: 'pointerUp', button: 0 }
        await act([{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions: [moveTo(first), down, ...rest.map(moveTo), up] }])
      },
      keys: async (text) => {
        const active = await say<Record<string, string>>('GET', at('/element/active'))
        await say('POST', at(`/element/${active[ELEMENT]}/value`), { text })
      },
      files: async (paths) => {
        const input = await say<Record<string, string>>('POST', at('/element'), { using: 'css selector', value: 'input[type=file]' })
        await say('POST', at(`/element/${input[ELEMENT]}/value`), { text: paths.join('\n') })
      },
      close: async () => {
        await say('DELETE', at('')).catch(() => undefined)
        await end()
      },
    }
  } catch (error) {
    await end()
    throw error
  }
}
